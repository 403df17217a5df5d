// Package app is two packages away from KMS.
package app

import (
	"context"
	"crypto/aes"
	"crypto/cipher"

	"corpus.test/testdata/keyzero/crosspkg/keys"
	"corpus.test/testdata/keyzero/crosspkg/wipe"
)

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func inherits(ctx context.Context, api keys.API) (cipher.AEAD, []byte, error) {
	plain, wrapped, err := keys.New(ctx, api, "alias/orders") // want "data key .* is never wiped"
	if err != nil {
		return nil, nil, err
	}
	aead, err := newAEAD(plain)
	return aead, wrapped, err
}

func inheritsWiped(ctx context.Context, api keys.API) (cipher.AEAD, []byte, error) {
	plain, wrapped, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, nil, err
	}
	defer wipe.Bytes(plain)
	aead, err := newAEAD(plain)
	return aead, wrapped, err
}

func inheritsNotOnEveryPath(ctx context.Context, api keys.API) (cipher.AEAD, []byte, error) {
	plain, wrapped, err := keys.New(ctx, api, "alias/orders") // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, nil, err
	}
	aead, err := newAEAD(plain)
	if err != nil {
		return nil, nil, err
	}
	wipe.Bytes(plain)
	return aead, wrapped, nil
}

func byAll(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, wrapped, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer wipe.All(plain, wrapped)
	return newAEAD(plain)
}

func byGeneric(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer wipe.Slice(plain)
	return newAEAD(plain)
}

func byNoise(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer wipe.Noise(plain)
	return newAEAD(plain)
}

func byMethod(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	var w wipe.Wiper
	defer w.Wipe(plain)
	return newAEAD(plain)
}

func byClosure(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer func() { wipe.Bytes(plain) }()
	return newAEAD(plain)
}

func byArray(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	var key [32]byte
	defer wipe.Key(&key)
	copy(key[:], plain)
	wipe.Bytes(plain)
	return newAEAD(key[:])
}

func halfWiped(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders") // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer wipe.Half(plain)
	return newAEAD(plain)
}

func summed(ctx context.Context, api keys.API) (cipher.AEAD, byte, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders") // want "data key .* is never wiped"
	if err != nil {
		return nil, 0, err
	}
	aead, err := newAEAD(plain)
	return aead, wipe.Sum(plain), err
}

func forgotten(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders") // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer wipe.Forget(&plain)
	return newAEAD(plain)
}

func pair(ctx context.Context, api keys.API) (cipher.AEAD, []byte, error) {
	p, err := keys.NewPair(ctx, api, "alias/orders")
	if err != nil {
		return nil, nil, err
	}
	aead, err := newAEAD(p.Plain)
	return aead, p.Wrapped, err
}

func pairWiped(ctx context.Context, api keys.API) (cipher.AEAD, []byte, error) {
	p, err := keys.NewPair(ctx, api, "alias/orders")
	if err != nil {
		return nil, nil, err
	}
	defer wipe.Bytes(p.Plain)
	aead, err := newAEAD(p.Plain)
	return aead, p.Wrapped, err
}

func pairWrongField(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	p, err := keys.NewPair(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer wipe.Bytes(p.Wrapped)
	return newAEAD(p.Plain)
}

func holder(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	h, err := keys.NewHolder(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer h.Release()
	return newAEAD(h.Key())
}

// foreignHolder gives the key to another package's type, which wipes it.
func foreignHolder(ctx context.Context, api keys.API) (*wipe.Buffer, error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	return wipe.NewBuffer(plain), nil
}

// Session keeps another package's holder.
type Session struct {
	key *wipe.Buffer
}

// NewSession returns a session with a key of its own.
func NewSession(ctx context.Context, api keys.API) (*Session, error) {
	plain, _, err := keys.New(ctx, api, "alias/sessions")
	if err != nil {
		return nil, err
	}
	return &Session{key: wipe.NewBuffer(plain)}, nil
}

// Close ends the session.
func (s *Session) Close() { s.key.Obliterate() }

func unwrapped(ctx context.Context, api keys.API, wrapped, sealed []byte) ([]byte, error) {
	key, err := keys.Unwrap(ctx, api, wrapped) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Open(nil, sealed[:12], sealed[12:], nil)
}

func unwrappedWiped(ctx context.Context, api keys.API, wrapped, sealed []byte) ([]byte, error) {
	key, err := keys.Unwrap(ctx, api, wrapped)
	if err != nil {
		return nil, err
	}
	defer wipe.Bytes(key)
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Open(nil, sealed[:12], sealed[12:], nil)
}

// secretText decrypts what is no key.
func secretText(ctx context.Context, api keys.API, blob []byte) (string, error) {
	text, err := keys.Unwrap(ctx, api, blob)
	if err != nil {
		return "", err
	}
	return string(text), nil
}

func lent(ctx context.Context, api keys.API) (aead cipher.AEAD, err error) {
	err = keys.With(ctx, api, "alias/orders", func(key []byte) error {
		aead, err = newAEAD(key)
		return err
	})
	return aead, err
}

func consumed(ctx context.Context, api keys.API) (aead cipher.AEAD, err error) {
	plain, _, err := keys.New(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	err = keys.Consume(plain, func(key []byte) error {
		aead, err = newAEAD(key)
		return err
	})
	return aead, err
}

// passesOn returns the key to its own caller.
func passesOn(ctx context.Context, api keys.API) ([]byte, error) {
	plain, _, err := keys.New(ctx, api, "alias/invoices")
	return plain, err
}

func threeUp(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	key, err := passesOn(ctx, api) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func threeUpWiped(ctx context.Context, api keys.API) (cipher.AEAD, error) {
	key, err := passesOn(ctx, api)
	if err != nil {
		return nil, err
	}
	defer wipe.Bytes(key)
	return newAEAD(key)
}
