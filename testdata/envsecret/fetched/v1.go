package fetched

import (
	"os"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/kms"
	"github.com/aws/aws-sdk-go/service/secretsmanager"
	"github.com/aws/aws-sdk-go/service/ssm"
)

func badV1Secret(client *secretsmanager.SecretsManager) error {
	out, err := client.GetSecretValue(&secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return err
	}
	return os.Setenv("DB_PASSWORD", aws.StringValue(out.SecretString)) // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_PASSWORD"
}

func goodV1Secret(client *secretsmanager.SecretsManager) error {
	out, err := client.GetSecretValue(&secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return err
	}
	return os.Setenv("DB_SECRET_ARN", aws.StringValue(out.ARN))
}

func badV1Parameters(client *ssm.SSM, names []*string) error {
	out, err := client.GetParameters(&ssm.GetParametersInput{Names: names, WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		os.Setenv(*p.Name, *p.Value) // want "secret from ssm.GetParameters is put into the environment"
	}
	return nil
}

func badV1Decrypt(client *kms.KMS, blob []byte) error {
	out, err := client.Decrypt(&kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", string(out.Plaintext)) // want "secret from kms.Decrypt is put into the environment as SETTINGS"
}
