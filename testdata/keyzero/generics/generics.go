// Package generics holds keys that pass through type parameters.
package generics

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"errors"

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

// retry calls until it gets a result. Its instance of *kms.GenerateDataKeyOutput is a source.
func retry[T any](ctx context.Context, attempts int, call func(context.Context) (T, error)) (result T, err error) {
	for range attempts {
		if result, err = call(ctx); err == nil {
			return result, nil
		}
	}
	return result, errors.Join(errors.New("out of attempts"), err)
}

func retried(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := retry(ctx, 3, func(ctx context.Context) (*kms.GenerateDataKeyOutput, error) { // want "data key .* is never wiped"
		return client.GenerateDataKey(ctx, spec)
	})
	if err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}

func retriedWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := retry(ctx, 3, func(ctx context.Context) (*kms.GenerateDataKeyOutput, error) {
		return client.GenerateDataKey(ctx, spec)
	})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func wipe[S ~[]E, E any](s S) {
	for i := range s {
		s[i] = *new(E)
	}
}

// wipeFirst is generic, and no wiper.
func wipeFirst[S ~[]E, E any](s S) {
	if len(s) > 0 {
		s[0] = *new(E)
	}
}

func wiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer wipe(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func explicit(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer wipe[[]byte, byte](out.Plaintext)
	return newAEAD(out.Plaintext)
}

func firstWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer wipeFirst(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// Secret owns a buffer of any kind.
type Secret[S ~[]byte] struct {
	value S
}

// NewSecret takes value over.
func NewSecret[S ~[]byte](value S) *Secret[S] { return &Secret[S]{value: value} }

// Destroy wipes the value.
func (s *Secret[S]) Destroy() { clear(s.value) }

// Box has a value and no wiper.
type Box[T any] struct {
	value T
}

func held(ctx context.Context, client *kms.Client) (*Secret[[]byte], error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return NewSecret(out.Plaintext), nil
}

func destroyed(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	secret := NewSecret(out.Plaintext)
	defer secret.Destroy()
	return newAEAD(secret.value)
}

type registry struct {
	current *Box[[]byte]
}

func (r *registry) set(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return err
	}
	r.current = &Box[[]byte]{value: out.Plaintext}
	return nil
}

// identity is the same slice, through a type parameter.
func identity[T any](v T) T { return v }

func throughIdentity(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := identity(out.Plaintext)
	defer clear(key)
	return newAEAD(key)
}
