// Package keys gets data keys for other packages.
package keys

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

// A Key is a data key in both forms.
type Key struct{ Plain, Wrapped []byte }

// New returns both forms: what callers do with them, they know.
func New(ctx context.Context, client *kms.Client) (*Key, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return &Key{out.Plaintext, out.CiphertextBlob}, nil
}

// Plain returns one form, and throws the other away.
func Plain(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose}) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// Generate returns what KMS answers.
func Generate(ctx context.Context, client *kms.Client) (*kms.GenerateDataKeyOutput, error) {
	return client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
}
