package decrypted

import (
	"encoding/base64"
	"os"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/kms"
	"github.com/aws/aws-sdk-go/service/kms/kmsiface"
)

func goodV1(client *kms.KMS) (string, error) {
	blob, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return "", err
	}
	out, err := client.Decrypt(&kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", err
	}
	return string(out.Plaintext), nil
}

func goodV1Interface(ctx aws.Context, client kmsiface.KMSAPI) (string, error) {
	blob, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return "", err
	}
	out, err := client.DecryptWithContext(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", err
	}
	return string(out.Plaintext), nil
}

func badV1(client *kms.KMS) string {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return text
	}
	out, err := client.Decrypt(&kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return text
	}
	return string(out.Plaintext)
}
