package adversarial

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

func badOwnCredentials() {
	log.Print("key ", os.Getenv("AWS_SECRET_ACCESS_KEY")) // want "secret from environment variable AWS_SECRET_ACCESS_KEY is logged"
}

func goodKeyID() {
	log.Print("key ", os.Getenv("AWS_ACCESS_KEY_ID"))
}

// dsnError tells what could not be opened.
type dsnError struct{ dsn string }

func (e dsnError) Error() string { return "cannot open " + e.dsn }

// hostError tells where.
type hostError struct{ dsn, host string }

func (e *hostError) Error() string { return "cannot connect to " + e.host }

func badErrorType(ctx context.Context) error {
	dsn := "postgres://admin:" + password(ctx) + "@db"
	if err := connect(dsn); err != nil {
		return dsnError{dsn} // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return nil
}

func goodErrorType(ctx context.Context) error {
	dsn := "postgres://admin:" + password(ctx) + "@db"
	if err := connect(dsn); err != nil {
		return &hostError{dsn, "db"}
	}
	return nil
}

type settings struct{ host, pass string }

type option func(*settings)

func withPassword(s string) option { return func(o *settings) { o.pass = s } }

func withHost(s string) option { return func(o *settings) { o.host = s } }

func newSettings(options ...option) *settings {
	s := &settings{host: "db"}
	for _, o := range options {
		o(s)
	}
	return s
}

func badOptions(ctx context.Context) {
	s := newSettings(withPassword(password(ctx)))
	log.Printf("%+v", s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodOptions(ctx context.Context) {
	s := newSettings(withPassword(password(ctx)), withHost("replica"))
	log.Printf("%+v", s.host)
}

// lookUp fetches a parameter, and decrypts what is secure.
func lookUp(ctx context.Context, client *ssm.Client, name string) (*types.Parameter, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: &name, WithDecryption: aws.Bool(true)})
	if err != nil {
		return nil, err
	}
	return out.Parameter, nil
}

// goodList tells of a list, which is never a secure string.
func goodList(ctx context.Context, client *ssm.Client, name string) error {
	p, err := lookUp(ctx, client, name)
	if err != nil {
		return err
	}
	if p.Type == types.ParameterTypeStringList {
		return fmt.Errorf("cannot use a list: %s", *p.Value)
	}
	return nil
}

// listed is called for lists alone.
func listed(p *types.Parameter, n int) error {
	return fmt.Errorf("no element %d in %s", n, *p.Value)
}

func goodListed(ctx context.Context, client *ssm.Client, name string) error {
	p, err := lookUp(ctx, client, name)
	if err != nil {
		return err
	}
	switch p.Type {
	case types.ParameterTypeStringList:
		return listed(p, 3)
	}
	return nil
}

func badList(ctx context.Context, client *ssm.Client, name string) error {
	p, err := lookUp(ctx, client, name)
	if err != nil {
		return err
	}
	if p.Type != types.ParameterTypeStringList {
		return fmt.Errorf("want a list: %s", *p.Value) // want "secret from ssm.GetParameter becomes part of an error"
	}
	return nil
}

func badFlag() {
	pass := flag.String("password", os.Getenv("DB_PASSWORD"), "the password of the database")
	flag.Parse()
	log.Printf("connecting with %s", *pass) // want "secret from environment variable DB_PASSWORD is logged"
}
