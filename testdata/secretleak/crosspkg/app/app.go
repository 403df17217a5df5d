// Package app leaks by way of other packages.
package app

import (
	"bytes"
	"context"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"

	"corpus.test/testdata/secretleak/crosspkg/audit"
	"corpus.test/testdata/secretleak/crosspkg/secrets"
)

func badSource(ctx context.Context) error {
	s, err := secrets.Fetch(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodSource(ctx context.Context) error {
	s, err := secrets.ARN(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print(s, secrets.Length(ctx, "orders/db"))
	return nil
}

func badSink(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return err
	}
	audit.Value("password", *out.SecretString) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodSink(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return err
	}
	audit.Set("password", *out.SecretString)
	audit.Value("version", *out.VersionId)
	return nil
}

func badBoth(ctx context.Context) {
	audit.Value("password", secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBoth(ctx context.Context) {
	audit.Set("password", secrets.MustFetch(ctx, "orders/db"))
}

func badTwoHops(ctx context.Context) {
	audit.Debug(secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

// note is a third hop.
func note(s string) { audit.Debug("note: " + s) }

func badThreeHops(ctx context.Context) {
	note(secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFormat(ctx context.Context) {
	audit.Event("connected with %s", secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFormat(ctx context.Context) {
	audit.Event("connected with %d bytes", len(secrets.MustFetch(ctx, "orders/db")))
}

func badDecoded(ctx context.Context) error {
	d, err := secrets.FetchDatabase(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print(d.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badMethodOfDecoded(ctx context.Context) error {
	d, err := secrets.FetchDatabase(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print("connecting to ", d.DSN()) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodDecoded(ctx context.Context) error {
	d, err := secrets.FetchDatabase(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print("connecting to ", d.Address(), d.Host)
	return nil
}

func badInto(ctx context.Context) error {
	var s string
	if err := secrets.Into(ctx, "orders/db", &s); err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badGetter(ctx context.Context) {
	get := secrets.Getter("orders/db")
	log.Print(get(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badReceived(ctx context.Context) {
	for s := range secrets.All(ctx, "orders/db", "orders/api") {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func badDecrypt(ctx context.Context, client *kms.Client, blob []byte) error {
	plain, err := secrets.Decrypt(ctx, client, blob)
	if err != nil {
		return err
	}
	audit.Value("plaintext", string(plain)) // want "secret from kms.Decrypt is logged"
	return nil
}

func badWrite(ctx context.Context) {
	audit.Write(os.Stdout, secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodWrite(ctx context.Context) []byte {
	var buf bytes.Buffer
	audit.Write(&buf, secrets.MustFetch(ctx, "orders/db"))
	return buf.Bytes()
}

func badSave(ctx context.Context) error {
	return audit.Save("secret.txt", secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func goodSave(ctx context.Context) error {
	return audit.Save(secrets.MustFetch(ctx, "orders/path"), "ready")
}
