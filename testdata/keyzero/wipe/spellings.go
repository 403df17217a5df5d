package wipe

import (
	"context"
	"crypto/cipher"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func lengthFirst(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	for i := 0; len(out.Plaintext) > i; i++ {
		out.Plaintext[i] = 0
	}
	return aead, err
}

func downToMinusOne(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := len(key) - 1; i > -1; i-- {
		key[i] = 0
	}
	return aead, err
}

type eraser interface{ erase(b []byte) }

type clearing struct{}

func (clearing) erase(b []byte) { clear(b) }

func byMethodValueOfInterface(ctx context.Context, client *kms.Client, e eraser) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	erase := e.erase
	defer erase(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// rangeOfHalf counts to the length of another slice of the same bytes.
func rangeOfHalf(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	for i := range out.Plaintext[:16] {
		out.Plaintext[i] = 0
	}
	return aead, err
}

func zerosOfHalf(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	copy(out.Plaintext, make([]byte, len(out.Plaintext[:16])))
	return aead, err
}
