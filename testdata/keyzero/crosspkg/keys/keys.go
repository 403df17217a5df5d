// Package keys hands out data keys: its callers inherit the duty to wipe them.
package keys

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"

	"corpus.test/testdata/keyzero/crosspkg/wipe"
)

// API is what the package needs of KMS.
type API interface {
	GenerateDataKey(ctx context.Context, in *kms.GenerateDataKeyInput, optFns ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error)
	Decrypt(ctx context.Context, in *kms.DecryptInput, optFns ...func(*kms.Options)) (*kms.DecryptOutput, error)
}

// New returns a data key, plain and wrapped.
func New(ctx context.Context, api API, keyID string) (plain, wrapped []byte, err error) {
	out, err := api.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID, KeySpec: types.DataKeySpecAes256})
	if err != nil {
		return nil, nil, fmt.Errorf("generate data key: %w", err)
	}
	return out.Plaintext, out.CiphertextBlob, nil
}

// NewLeaky forgets the key when the wrapped one is too long for its column.
func NewLeaky(ctx context.Context, api API, keyID string) (plain, wrapped []byte, err error) {
	out, err := api.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID, KeySpec: types.DataKeySpecAes256}) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, nil, fmt.Errorf("generate data key: %w", err)
	}
	if len(out.CiphertextBlob) > 512 {
		return nil, nil, fmt.Errorf("wrapped key is %d bytes", len(out.CiphertextBlob))
	}
	return out.Plaintext, out.CiphertextBlob, nil
}

// Pair is a data key in both forms. Nothing in this package wipes Plain, and what importers do is not in view here.
type Pair struct {
	Plain   []byte
	Wrapped []byte
}

// NewPair returns a new Pair.
func NewPair(ctx context.Context, api API, keyID string) (*Pair, error) {
	plain, wrapped, err := New(ctx, api, keyID) // want "stored in field Pair.Plain, which nothing wipes"
	if err != nil {
		return nil, err
	}
	return &Pair{Plain: plain, Wrapped: wrapped}, nil
}

// Holder is a key with an owner.
type Holder struct {
	plain   []byte
	wrapped []byte
}

// NewHolder returns a holder of a new key. Call Release when done.
func NewHolder(ctx context.Context, api API, keyID string) (*Holder, error) {
	plain, wrapped, err := New(ctx, api, keyID)
	if err != nil {
		return nil, err
	}
	return &Holder{plain: plain, wrapped: wrapped}, nil
}

// Key returns the plain key, which stays the holder's.
func (h *Holder) Key() []byte { return h.plain }

// Release wipes the key by way of another package.
func (h *Holder) Release() { wipe.Bytes(h.plain) }

// Unwrap decrypts a wrapped data key.
func Unwrap(ctx context.Context, api API, wrapped []byte) ([]byte, error) {
	out, err := api.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: wrapped})
	if err != nil {
		return nil, fmt.Errorf("unwrap: %w", err)
	}
	return out.Plaintext, nil
}

// With calls use with a data key that lives as long as the call.
func With(ctx context.Context, api API, keyID string, use func(key []byte) error) error {
	plain, _, err := New(ctx, api, keyID)
	if err != nil {
		return err
	}
	defer wipe.Bytes(plain)
	return use(plain)
}

// Consume runs use over the key and wipes it: the caller need not.
func Consume(key []byte, use func(key []byte) error) error {
	defer wipe.Bytes(key)
	return use(key)
}
