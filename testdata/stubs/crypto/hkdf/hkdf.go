// Package hkdf is a slice of golang.org/x/crypto/hkdf.
package hkdf

import (
	"bytes"
	"crypto/hmac"
	"hash"
	"io"
)

// Extract returns a pseudorandom key of secret.
func Extract(hash func() hash.Hash, secret, salt []byte) []byte {
	h := hmac.New(hash, salt)
	h.Write(secret)
	return h.Sum(nil)
}

// Expand returns a reader of keys derived from pseudorandomKey.
func Expand(hash func() hash.Hash, pseudorandomKey, info []byte) io.Reader {
	h := hmac.New(hash, pseudorandomKey)
	h.Write(info)
	return bytes.NewReader(h.Sum(nil))
}

// New returns a reader of keys derived from secret.
func New(hash func() hash.Hash, secret, salt, info []byte) io.Reader {
	return Expand(hash, Extract(hash, secret, salt), info)
}
