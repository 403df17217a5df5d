package decrypted

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

// goodKeyID names a key in KMS, whatever the variable is called.
func goodKeyID(ctx context.Context, client *kms.Client, blob []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String(os.Getenv("ENCRYPTION_KEY"))})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func goodSecretID(ctx context.Context, client *secretsmanager.Client) (string, error) {
	id := os.Getenv("DB_SECRET")
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

func goodParameter(ctx context.Context, client *ssm.Client) (string, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{
		Name:           aws.String(os.Getenv("DB_PASSWORD")),
		WithDecryption: aws.Bool(true),
	})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.Parameter.Value), nil
}

func goodFile() ([]byte, error) {
	return os.ReadFile(os.Getenv("ADMIN_TOKEN"))
}

// goodOtherName holds the name of another variable, which nobody knows here.
func goodOtherName() string {
	return os.Getenv(os.Getenv("AUTH_TOKEN"))
}

// badPut stores the secret, and does not look it up by it.
func badPut(ctx context.Context, client *secretsmanager.Client, id string) error {
	_, err := client.PutSecretValue(ctx, &secretsmanager.PutSecretValueInput{
		SecretId:     &id,
		SecretString: aws.String(os.Getenv("DB_PASSWORD")), // want "secret DB_PASSWORD is read from the environment in the clear"
	})
	return err
}

// badEncrypt makes ciphertext of what was in the clear until now.
func badEncrypt(ctx context.Context, client *kms.Client, keyID string) ([]byte, error) {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{
		KeyId:     &keyID,
		Plaintext: []byte(os.Getenv("DB_PASSWORD")), // want "secret DB_PASSWORD is read from the environment in the clear"
	})
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}
