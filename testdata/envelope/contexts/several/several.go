// Package several has contexts of which nobody knows which belong together, or what is in
// them.
package several

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func encryptOrder(ctx context.Context, client *kms.Client, data []byte) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: map[string]string{"of": "order"}})
}

func encryptBill(ctx context.Context, client *kms.Client, data []byte) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: map[string]string{"of": "bill"}})
}

func decryptBill(ctx context.Context, client *kms.Client, blob []byte) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, &kms.DecryptInput{KeyId: aws.String("alias/orders"), CiphertextBlob: blob, EncryptionContext: map[string]string{"of": "bill"}})
}
