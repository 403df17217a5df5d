// Package lookalike has types and functions with the names of others.
package lookalike

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// GetSecretValueOutput is not AWS's.
type GetSecretValueOutput struct {
	Name         *string
	SecretString *string
}

func read(name string) *GetSecretValueOutput {
	text := strings.ToUpper(name)
	return &GetSecretValueOutput{Name: &name, SecretString: &text}
}

func goodType() {
	fmt.Println(*read("orders").SecretString)
}

// logger keeps lines in memory.
type logger struct{ lines []string }

func (l *logger) Print(args ...any)                 { l.lines = append(l.lines, fmt.Sprint(args...)) }
func (l *logger) Printf(format string, args ...any) { l.Print(fmt.Sprintf(format, args...)) }

var log = &logger{}

func fetch(ctx context.Context, client *secretsmanager.Client) string {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return ""
	}
	return *out.SecretString
}

// goodLogger calls methods that have the names of functions of package log.
func goodLogger(ctx context.Context, client *secretsmanager.Client) {
	log.Print(fetch(ctx, client))
	log.Printf("%s", fetch(ctx, client))
}

// badLogger prints what was kept.
func badLogger(ctx context.Context, client *secretsmanager.Client) {
	l := &logger{}
	l.Print(fetch(ctx, client))
	fmt.Println(l.lines[0]) // want "secret from secretsmanager.GetSecretValue is printed"
}

// Println is not fmt's.
func Println(args ...any) int { return len(args) }

func goodPrintln(ctx context.Context, client *secretsmanager.Client) int {
	return Println("password", fetch(ctx, client))
}

// item has fields with the names of others.
type item struct{ SecretString, Plaintext, Password, Token string }

func goodFields(name string) {
	i := item{SecretString: name, Plaintext: name, Password: name, Token: name}
	fmt.Printf("%+v %s %s\n", i, i.Plaintext, i.Password)
}

// goodShadowed is about another variable of the same name.
func goodShadowed(ctx context.Context, client *secretsmanager.Client, host string) {
	secret := fetch(ctx, client)
	if secret != "" {
		secret := host
		fmt.Println(secret)
	}
}

// goodReused uses the variable for something else before.
func goodReused(ctx context.Context, client *secretsmanager.Client) string {
	s := "connecting"
	fmt.Println(s)
	s = fetch(ctx, client)
	return s
}

// goodInput is what is asked for.
func goodInput(ctx context.Context, client *secretsmanager.Client) {
	in := &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")}
	fmt.Printf("%+v %s\n", in, *in.SecretId)
	_, _ = client.GetSecretValue(ctx, in)
}
