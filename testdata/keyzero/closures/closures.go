// Package closures holds keys that function literals see, keep, or wipe.
package closures

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"runtime"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func calledInPlace(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	func() { clear(out.Plaintext) }()
	return aead, err
}

func nested(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer func() {
		wipe := func() { clear(out.Plaintext) }
		wipe()
	}()
	return newAEAD(out.Plaintext)
}

// acquiredInside takes the key in a literal and wipes it outside.
func acquiredInside(ctx context.Context, client *kms.Client) (aead cipher.AEAD, err error) {
	var key []byte
	defer func() { clear(key) }()
	err = func() error {
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			return err
		}
		key = out.Plaintext
		return nil
	}()
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func returnedByLiteral(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	get := func() ([]byte, error) {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
		if err != nil {
			return nil, err
		}
		return out.Plaintext, nil
	}
	key, err := get()
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func returnedByLiteralWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	get := func() ([]byte, error) {
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			return nil, err
		}
		return out.Plaintext, nil
	}
	key, err := get()
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return newAEAD(key)
}

// lent wipes the key when the callback is done with it.
func lent(ctx context.Context, client *kms.Client, use func(key []byte) error) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	return use(out.Plaintext)
}

func lentForgotten(ctx context.Context, client *kms.Client, use func(key []byte) error) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return err
	}
	return use(out.Plaintext)
}

// withCleanup returns the key and the way to wipe it.
func withCleanup(ctx context.Context, client *kms.Client) (key []byte, cleanup func(), err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	return out.Plaintext, func() { clear(out.Plaintext) }, nil
}

func cleanedUp(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, cleanup, err := withCleanup(ctx, client)
	if err != nil {
		return nil, err
	}
	defer cleanup()
	return newAEAD(key)
}

func cleanupIgnored(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, _, err := withCleanup(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

// kept lives on in the function that it returns, which nobody can wipe.
func kept(ctx context.Context, client *kms.Client) (func(order []byte) ([]byte, error), error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "never wiped|which nothing wipes"
	if err != nil {
		return nil, err
	}
	return func(order []byte) ([]byte, error) {
		aead, err := newAEAD(out.Plaintext)
		if err != nil {
			return nil, err
		}
		return aead.Seal(nil, make([]byte, 12), order, nil), nil
	}, nil
}

// keptCipher keeps the cipher only.
func keptCipher(ctx context.Context, client *kms.Client) (func(order []byte) []byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	aead, err := newAEAD(out.Plaintext)
	if err != nil {
		return nil, err
	}
	return func(order []byte) []byte { return aead.Seal(nil, make([]byte, 12), order, nil) }, nil
}

func once(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	wipe := sync.OnceFunc(func() { clear(out.Plaintext) })
	defer wipe()
	aead, err := newAEAD(out.Plaintext)
	wipe()
	return aead, err
}

// garbageCollected trusts the collector, which frees and does not wipe.
func garbageCollected(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer runtime.GC()
	return newAEAD(out.Plaintext)
}
