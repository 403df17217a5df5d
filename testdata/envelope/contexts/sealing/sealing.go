// Package sealing encrypts, and leaves it to others to decrypt.
package sealing

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func without(ctx context.Context, client *kms.Client, data []byte) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data}) // want "kms.Encrypt is called without an encryption context"
}

func withNil(ctx context.Context, client *kms.Client) (*kms.GenerateDataKeyOutput, error) {
	return client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: nil}) // want "kms.GenerateDataKey is called without an encryption context"
}

func withoutPlaintext(ctx context.Context, client *kms.Client) (*kms.GenerateDataKeyWithoutPlaintextOutput, error) {
	return client.GenerateDataKeyWithoutPlaintext(ctx, &kms.GenerateDataKeyWithoutPlaintextInput{KeyId: aws.String("alias/orders")}) // want "kms.GenerateDataKeyWithoutPlaintext is called without an encryption context"
}
