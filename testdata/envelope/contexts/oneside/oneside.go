// Package oneside decrypts without the context that it encrypts with.
package oneside

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func encrypt(ctx context.Context, client *kms.Client, data []byte) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: map[string]string{"service": "orders"}})
}

func decrypt(ctx context.Context, client *kms.Client, blob []byte) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, &kms.DecryptInput{KeyId: aws.String("alias/orders"), CiphertextBlob: blob}) // want "kms.Decrypt is called without an encryption context" "kms.Decrypt has another encryption context than kms.Encrypt: it will fail"
}
