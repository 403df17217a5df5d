// Package adversarial has what is written as nobody should, and is right or wrong all the same.
package adversarial

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

// version returns which version of the secret is current.
func version(ctx context.Context) string {
	out, err := manager.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return ""
	}
	return aws.ToString(out.VersionId)
}

func connect(dsn string) error { return nil }
