// Package fetched holds secrets that a program fetches the right way, and then leaves in the environment.
package fetched

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var db = &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")}

func badSecretString(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	return os.Setenv("DB_PASSWORD", *out.SecretString) // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_PASSWORD"
}

func goodSecretString(ctx context.Context, client *secretsmanager.Client) (string, error) {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return "", err
	}
	return *out.SecretString, os.Setenv("DB_HOST", "localhost")
}

// goodName puts there what the secret is called.
func goodName(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	if err := os.Setenv("DB_SECRET_VERSION", *out.VersionId); err != nil {
		return err
	}
	return os.Setenv("DB_SECRET", aws.ToString(out.ARN))
}

func badToString(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", strings.TrimSpace(aws.ToString(out.SecretString))) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

func badBinary(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	return os.Setenv("KEYTAB", base64.StdEncoding.EncodeToString(out.SecretBinary)) // want "secret from secretsmanager.GetSecretValue is put into the environment as KEYTAB"
}

func badDynamicName(ctx context.Context, client *secretsmanager.Client, name string) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	return os.Setenv(name, *out.SecretString) // want "secret from secretsmanager.GetSecretValue is put into the environment"
}

func badUnmarshalMap(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	var values map[string]string
	if err := json.Unmarshal([]byte(*out.SecretString), &values); err != nil {
		return err
	}
	for k, v := range values {
		if err := os.Setenv(k, v); err != nil { // want "secret from secretsmanager.GetSecretValue is put into the environment"
			return err
		}
	}
	return nil
}

type credentials struct {
	Username string `json:"username"`
	Password string `json:"password"`
}

func badUnmarshalStruct(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	var c credentials
	if err := json.NewDecoder(strings.NewReader(*out.SecretString)).Decode(&c); err != nil {
		return err
	}
	return os.Setenv("PGPASSWORD", c.Password) // want "secret from secretsmanager.GetSecretValue is put into the environment as PGPASSWORD"
}

// goodUnmarshal reads something else.
func goodUnmarshal(ctx context.Context, client *secretsmanager.Client, config []byte) error {
	if _, err := client.GetSecretValue(ctx, db); err != nil {
		return err
	}
	var values map[string]string
	if err := json.Unmarshal(config, &values); err != nil {
		return err
	}
	for k, v := range values {
		if err := os.Setenv(k, v); err != nil {
			return err
		}
	}
	return nil
}

func badDecrypt(ctx context.Context, client *kms.Client) error {
	blob, err := base64.StdEncoding.DecodeString(os.Getenv("ENCRYPTED_PASSWORD"))
	if err != nil {
		return err
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	return os.Setenv("PASSWORD", string(out.Plaintext)) // want "secret from kms.Decrypt is put into the environment as PASSWORD"
}

// badDecryptAll takes the encryption off all that has the mark.
func badDecryptAll(ctx context.Context, client *kms.Client) error {
	for _, kv := range os.Environ() {
		name, value, _ := strings.Cut(kv, "=")
		sealed, ok := strings.CutPrefix(value, "kms:")
		if !ok {
			continue
		}
		blob, err := base64.StdEncoding.DecodeString(sealed)
		if err != nil {
			return err
		}
		out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
		if err != nil {
			return err
		}
		if err := os.Setenv(name, string(out.Plaintext)); err != nil { // want "secret from kms.Decrypt is put into the environment"
			return err
		}
	}
	return nil
}

func goodDecrypt(ctx context.Context, client *kms.Client) ([]byte, error) {
	blob, err := base64.StdEncoding.DecodeString(os.Getenv("ENCRYPTED_PASSWORD"))
	if err != nil {
		return nil, err
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	if err := os.Setenv("DECRYPTED_WITH", aws.ToString(out.KeyId)); err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}
