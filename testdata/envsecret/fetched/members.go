package fetched

import (
	"context"
	"encoding/json"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// database is a secret in the form that RDS rotates: not all of it is secret.
type database struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
}

func badMember(ctx context.Context, client *secretsmanager.Client) error {
	text, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	var db database
	if err := json.Unmarshal([]byte(text), &db); err != nil {
		return err
	}
	return os.Setenv("DB_WORD", db.Password) // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_WORD"
}

func goodMember(ctx context.Context, client *secretsmanager.Client) error {
	text, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	var db database
	if err := json.Unmarshal([]byte(text), &db); err != nil {
		return err
	}
	if err := os.Setenv("DB_HOST", db.Host); err != nil {
		return err
	}
	return os.Setenv("DB_LOGIN", db.Username)
}

func badKey(ctx context.Context, client *secretsmanager.Client) error {
	text, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	var db map[string]string
	if err := json.Unmarshal([]byte(text), &db); err != nil {
		return err
	}
	return os.Setenv("DB_WORD", db["password"]) // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_WORD"
}

func goodKey(ctx context.Context, client *secretsmanager.Client) error {
	text, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	var db map[string]string
	if err := json.Unmarshal([]byte(text), &db); err != nil {
		return err
	}
	for k := range db {
		if err := os.Setenv("HAS_"+k, "yes"); err != nil {
			return err
		}
	}
	return os.Setenv("DB_HOST", db["host"])
}
