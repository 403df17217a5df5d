// Package chacha20poly1305 is a slice of golang.org/x/crypto/chacha20poly1305.
package chacha20poly1305

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
)

const (
	KeySize    = 32
	NonceSize  = 12
	NonceSizeX = 24
	Overhead   = 16
)

// New returns an AEAD of the 256-bit key.
func New(key []byte) (cipher.AEAD, error) {
	if len(key) != KeySize {
		return nil, errors.New("chacha20poly1305: bad key length")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
