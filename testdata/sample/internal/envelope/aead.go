// Package envelope encrypts orders, each under a data key of its own.
package envelope

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"errors"
)

// Sealed is an encrypted order with its wrapped key.
type Sealed struct {
	Search     []byte // hash of what the order is searched by
	WrappedKey []byte
	Ciphertext []byte // nonce first
}

var errShort = errors.New("ciphertext is too short")

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func seal(key, plaintext []byte) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+len(plaintext)+aead.Overhead())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, plaintext, nil), nil
}

func open(key, ciphertext []byte) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	n := aead.NonceSize()
	if len(ciphertext) < n {
		return nil, errShort
	}
	return aead.Open(nil, ciphertext[:n], ciphertext[n:], nil)
}
