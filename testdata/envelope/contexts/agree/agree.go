// Package agree has the same encryption context on both sides.
package agree

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

const service = "service"

func encrypt(ctx context.Context, client *kms.Client) (*kms.GenerateDataKeyOutput, error) {
	return client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: map[string]string{service: "orders", "stage": "test"}})
}

func decrypt(ctx context.Context, client *kms.Client, blob []byte) (*kms.DecryptOutput, error) {
	bind := map[string]string{"stage": "test"}
	bind[service] = "orders"
	return client.Decrypt(ctx, &kms.DecryptInput{KeyId: aws.String("alias/orders"), CiphertextBlob: blob, EncryptionContext: bind})
}
