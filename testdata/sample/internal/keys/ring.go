// Package keys hands out data keys that KMS makes and wraps.
package keys

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

// API is what the package needs of KMS.
type API interface {
	GenerateDataKey(ctx context.Context, in *kms.GenerateDataKeyInput, optFns ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error)
	Decrypt(ctx context.Context, in *kms.DecryptInput, optFns ...func(*kms.Options)) (*kms.DecryptOutput, error)
}

var _ API = (*kms.Client)(nil)

// Ring makes and unwraps the data keys of tenants under one KMS key.
type Ring struct {
	api   API
	keyID string
}

// NewRing returns a ring of the KMS key with that id, ARN or alias.
func NewRing(api API, keyID string) *Ring {
	return &Ring{api: api, keyID: keyID}
}

// Generate returns a new data key, plain and wrapped. The plain key is the caller's to wipe.
func (r *Ring) Generate(ctx context.Context, tenant string) (plain, wrapped []byte, err error) {
	out, err := r.api.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{
		KeyId:             &r.keyID,
		KeySpec:           types.DataKeySpecAes256,
		EncryptionContext: encryptionContext(tenant),
	})
	if err != nil {
		return nil, nil, fmt.Errorf("generate data key of %s: %w", tenant, err)
	}
	return out.Plaintext, out.CiphertextBlob, nil
}

// Unwrap returns the plain form of a wrapped key. It is the caller's to wipe.
func (r *Ring) Unwrap(ctx context.Context, tenant string, wrapped []byte) ([]byte, error) {
	out, err := r.api.Decrypt(ctx, &kms.DecryptInput{
		KeyId:             &r.keyID,
		CiphertextBlob:    wrapped,
		EncryptionContext: encryptionContext(tenant),
	})
	if err != nil {
		return nil, fmt.Errorf("unwrap data key of %s: %w", tenant, err)
	}
	return out.Plaintext, nil
}

func encryptionContext(tenant string) map[string]string {
	return map[string]string{"tenant": tenant, "purpose": "orders"}
}
