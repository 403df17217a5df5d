// Package age is a slice of the age encryption library.
package age

import (
	"errors"
	"io"
)

// Identity unwraps file keys.
type Identity interface {
	Unwrap(stanzas []*Stanza) (fileKey []byte, err error)
}

// Stanza is a section of the header.
type Stanza struct {
	Type string
	Args []string
	Body []byte
}

// X25519Identity is a private key.
type X25519Identity struct {
	secretKey, ourPublicKey []byte
}

// Unwrap implements Identity.
func (i *X25519Identity) Unwrap(stanzas []*Stanza) ([]byte, error) {
	return nil, errors.New("incorrect identity")
}

// ParseX25519Identity returns the private key that s spells.
func ParseX25519Identity(s string) (*X25519Identity, error) {
	return &X25519Identity{secretKey: []byte(s)}, nil
}

// Decrypt decrypts src.
func Decrypt(src io.Reader, identities ...Identity) (io.Reader, error) {
	if len(identities) == 0 {
		return nil, errors.New("no identities specified")
	}
	return &payload{}, nil
}

// payload is what was encrypted.
type payload struct{ rest []byte }

func (p *payload) Read(b []byte) (int, error) {
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, io.EOF
}
