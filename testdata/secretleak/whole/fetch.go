// Package whole shows structs, maps and the SDK's outputs as a whole.
package whole

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var manager *secretsmanager.Client

// fetch returns a secret's value.
func fetch(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

// password returns the secret of the database, or nothing.
func password(ctx context.Context) string {
	s, err := fetch(ctx, manager, "orders/db")
	if err != nil {
		log.Print(err)
		return ""
	}
	return s
}

func connect(dsn string) error { return nil }
