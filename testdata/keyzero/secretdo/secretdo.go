//go:build goexperiment.runtimesecret

package secretdo

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"runtime/secret"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func seal(key, order []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, err
	}
	return gcm.Seal(nil, nil, order, nil), nil
}

func inside(ctx context.Context, client *kms.Client, order []byte) (sealed []byte, err error) {
	secret.Do(func() {
		var out *kms.GenerateDataKeyOutput
		out, err = client.GenerateDataKey(ctx, spec)
		if err != nil {
			return
		}
		sealed, err = seal(out.Plaintext, order)
	})
	return sealed, err
}

func sealOrder(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func wipedToo(ctx context.Context, client *kms.Client, order []byte) (sealed []byte, err error) {
	secret.Do(func() {
		var out *kms.GenerateDataKeyOutput
		out, err = client.GenerateDataKey(ctx, spec)
		if err != nil {
			return
		}
		defer clear(out.Plaintext)
		sealed, err = seal(out.Plaintext, order)
	})
	return sealed, err
}

// outside takes the key before Do: only what the work allocates is wiped.
func outside(ctx context.Context, client *kms.Client, order []byte) (sealed []byte, err error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	secret.Do(func() { sealed, err = seal(out.Plaintext, order) })
	return sealed, err
}

// escapes carries the key out of Do: it stays reachable, and is not wiped.
func escapes(ctx context.Context, client *kms.Client) (cipher.Block, error) {
	var key []byte
	var err error
	secret.Do(func() {
		var out *kms.GenerateDataKeyOutput
		if out, err = client.GenerateDataKey(ctx, spec); err == nil { // want "never wiped|not wiped on every path|which nothing wipes"
			key = out.Plaintext
		}
	})
	if err != nil {
		return nil, err
	}
	return aes.NewCipher(key)
}

type holder struct {
	key []byte
}

// stored outlives Do in a field.
func (h *holder) stored(ctx context.Context, client *kms.Client) (err error) {
	secret.Do(func() {
		var out *kms.GenerateDataKeyOutput
		if out, err = client.GenerateDataKey(ctx, spec); err == nil { // want "stored in .* which nothing wipes"
			h.key = out.Plaintext
		}
	})
	return err
}
