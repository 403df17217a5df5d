// Package unknown has a context that a program makes.
package unknown

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func encrypt(ctx context.Context, client *kms.Client, data []byte, id string) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: map[string]string{"order": id}})
}

func decrypt(ctx context.Context, client *kms.Client, blob []byte) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, &kms.DecryptInput{KeyId: aws.String("alias/orders"), CiphertextBlob: blob, EncryptionContext: map[string]string{"order": "1"}})
}
