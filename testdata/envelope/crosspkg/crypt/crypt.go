// Package crypt encrypts with keys that others give it. It knows nothing of KMS.
package crypt

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
)

func newGCM(key []byte) cipher.AEAD {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	return aead
}

// Seal has a nonce of its own for each message.
func Seal(key, data []byte) []byte {
	aead := newGCM(key)
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, data, nil)
}

// SealFixed has one for all.
func SealFixed(key, data []byte) []byte { return newGCM(key).Seal(nil, make([]byte, 12), data, nil) } // want SealFixed:"param0: nonce"

// SealWith is given one.
func SealWith(key, nonce, data []byte) []byte { return newGCM(key).Seal(nil, nonce, data, nil) }

// Deterministic gives it one.
func Deterministic(key, data []byte) []byte { return SealWith(key, []byte("0123456789ab"), data) } // want Deterministic:"param0: nonce"

// CTR does not authenticate.
func CTR(key, data []byte) []byte { // want CTR:"param0: weak-mode"
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	iv := make([]byte, aes.BlockSize)
	rand.Read(iv)
	cipher.NewCTR(block, iv).XORKeyStream(data, data)
	return append(iv, data...)
}

// A Box holds a key.
type Box struct{ aead cipher.AEAD }

// NewBox returns one.
func NewBox(key []byte) *Box { return &Box{newGCM(key)} } // want NewBox:"param0: nonce"

// Seal seals one message.
func (b *Box) Seal(data []byte) []byte { return b.aead.Seal(nil, make([]byte, 12), data, nil) }

// Second passes its key on.
func Second(name string, key, data []byte) []byte { return SealFixed(key, append(data, name...)) } // want Second:"param1: nonce"
