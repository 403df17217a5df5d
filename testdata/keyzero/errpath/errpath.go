// Package errpath holds the ways in which a program tells that there is no key.
package errpath

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var (
	spec    = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}
	errGone = errors.New("key is gone")
)

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func errNotNil(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	aead, err := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, err
}

func nilNotErr(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if nil != err {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, err
}

func outNil(ctx context.Context, client *kms.Client) cipher.AEAD {
	out, _ := client.GenerateDataKey(ctx, spec)
	if out == nil {
		return nil
	}
	defer clear(out.Plaintext)
	aead, _ := newAEAD(out.Plaintext)
	return aead
}

func errOrOutNil(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil || out == nil {
		return nil, errGone
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func noPlaintext(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	if out.Plaintext == nil {
		return nil, errGone
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func emptyPlaintext(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	if len(out.Plaintext) == 0 {
		return nil, errGone
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func errIgnored(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, _ := client.GenerateDataKey(ctx, spec)
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func nested(ctx context.Context, client *kms.Client) (aead cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err == nil {
		aead, err = newAEAD(out.Plaintext)
		clear(out.Plaintext)
	}
	return aead, err
}

func nestedLeak(ctx context.Context, client *kms.Client, ready func(cipher.AEAD) bool) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err == nil {
		aead, err := newAEAD(out.Plaintext)
		if err == nil && ready(aead) {
			clear(out.Plaintext)
		}
	}
	return err
}

func inIf(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	if out, err := client.GenerateDataKey(ctx, spec); err == nil {
		defer clear(out.Plaintext)
		return newAEAD(out.Plaintext)
	}
	return nil, errGone
}

func inElse(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	if out, err := client.GenerateDataKey(ctx, spec); err != nil {
		return nil, err
	} else {
		defer clear(out.Plaintext)
		return newAEAD(out.Plaintext)
	}
}

func inSwitch(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	var missing *types.NotFoundException
	switch {
	case errors.As(err, &missing):
		return nil, errGone
	case err != nil:
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// kindOfError asks about err again on the side where it is known.
func kindOfError(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		var missing *types.NotFoundException
		if errors.As(err, &missing) {
			return nil, errGone
		}
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	if err != nil {
		return nil, err
	}
	return aead, nil
}

// twice checks the same err two times: the second check decides nothing new.
func twice(ctx context.Context, client *kms.Client, log func(error)) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		log(err)
	}
	var aead cipher.AEAD
	if err == nil {
		aead, _ = newAEAD(out.Plaintext)
	}
	if err == nil {
		clear(out.Plaintext)
	}
	return aead, err
}

// failed keeps the verdict in a boolean.
func failed(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	ok := err == nil
	if !ok {
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func reused(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	if err != nil {
		return nil, err
	}
	clear(out.Plaintext)
	return aead, nil
}

// shadowed returns the inner err, which says nothing about the key.
func shadowed(ctx context.Context, client *kms.Client, header []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	var meta struct{ Version int }
	if err := json.Unmarshal(header, &meta); err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, err
}

func shadowedDeferred(ctx context.Context, client *kms.Client, header []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	var meta struct{ Version int }
	if err := json.Unmarshal(header, &meta); err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}

// checkedBefore tests an err that is older than the key.
func checkedBefore(ctx context.Context, client *kms.Client, header []byte) (cipher.AEAD, error) {
	var meta struct{ Version int }
	err := json.Unmarshal(header, &meta)
	out, err2 := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	if err2 != nil {
		return nil, err2
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func wipedInErrorBranch(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	if err != nil {
		clear(out.Plaintext)
		return nil, err
	}
	clear(out.Plaintext)
	return aead, nil
}

// wipedOnlyInErrorBranch does it the wrong way round.
func wipedOnlyInErrorBranch(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	if err != nil {
		clear(out.Plaintext)
		return nil, err
	}
	return aead, nil
}

// invertedCheck wipes where there is no key and leaks where there is one.
func invertedCheck(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		if out != nil {
			clear(out.Plaintext)
		}
		return err
	}
	_, err = newAEAD(out.Plaintext)
	return err
}

type keyring struct {
	wrapped []byte
	plain   []byte
}

func (k *keyring) Close() { clear(k.plain) }

// cleanupOnError hands the key to the keyring, or wipes it when it cannot.
func cleanupOnError(ctx context.Context, client *kms.Client, validate func(wrapped []byte) error) (_ *keyring, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			clear(out.Plaintext)
		}
	}()
	if err := validate(out.CiphertextBlob); err != nil {
		return nil, err
	}
	return &keyring{wrapped: out.CiphertextBlob, plain: out.Plaintext}, nil
}

// cleanupOnErrorForgotten has the same hand-over and no cleanup.
func cleanupOnErrorForgotten(ctx context.Context, client *kms.Client, validate func(wrapped []byte) error) (_ *keyring, err error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	if err := validate(out.CiphertextBlob); err != nil {
		return nil, err
	}
	return &keyring{wrapped: out.CiphertextBlob, plain: out.Plaintext}, nil
}

// cleanupOfWrongError looks at an err that the returns never set.
func cleanupOfWrongError(ctx context.Context, client *kms.Client, validate func(wrapped []byte) error) (*keyring, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			clear(out.Plaintext)
		}
	}()
	if err := validate(out.CiphertextBlob); err != nil {
		return nil, err
	}
	return &keyring{wrapped: out.CiphertextBlob, plain: out.Plaintext}, nil
}

// handedOver is the same cleanup with a flag.
func handedOver(ctx context.Context, client *kms.Client, validate func(wrapped []byte) error) (*keyring, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	kept := false
	defer func() {
		if !kept {
			clear(out.Plaintext)
		}
	}()
	if err := validate(out.CiphertextBlob); err != nil {
		return nil, err
	}
	kept = true
	return &keyring{wrapped: out.CiphertextBlob, plain: out.Plaintext}, nil
}

// wrapped is a caller of a helper that has an error of its own.
func wrapped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := dataKey(ctx, client)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return newAEAD(key)
}

func dataKey(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// lookup says with a boolean whether there is a key.
func lookup(ctx context.Context, client *kms.Client) ([]byte, bool) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, false
	}
	return out.Plaintext, true
}

func okNotErr(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, ok := lookup(ctx, client)
	if !ok {
		return nil, errGone
	}
	defer clear(key)
	return newAEAD(key)
}

func okNotErrLeak(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, ok := lookup(ctx, client) // want "data key .* is never wiped"
	if !ok {
		return nil, errGone
	}
	return newAEAD(key)
}
