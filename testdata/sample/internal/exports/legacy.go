package exports

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"fmt"

	"example.com/orders/internal/keys"
)

// SealBare returns the ciphertext alone.
func (x *Exporter) SealBare(ctx context.Context, day string, orders []byte) ([]byte, error) {
	key, err := x.api.GenerateDataKey(ctx, x.request(day))
	if err != nil {
		return nil, fmt.Errorf("data key of export %s: %w", day, err)
	}
	defer keys.Wipe(key.Plaintext)
	return seal(key.Plaintext, orders)
}

// SealForMail is Seal for customers who cannot ask KMS for the key.
func (x *Exporter) SealForMail(ctx context.Context, day string, orders []byte) ([]byte, error) {
	key, err := x.newKey(ctx, day)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key.Plaintext)
	ciphertext, err := seal(key.Plaintext, orders)
	if err != nil {
		return nil, fmt.Errorf("export %s: %w", day, err)
	}
	return json.Marshal(Export{Day: day, PlainKey: key.Plaintext, WrappedKey: key.CiphertextBlob, Ciphertext: ciphertext})
}

// SealAgain seals so that the same nonce need not be kept.
func (x *Exporter) SealAgain(ctx context.Context, day string, orders []byte) (*Export, error) {
	key, err := x.newKey(ctx, day)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key.Plaintext)
	aead, err := newAEAD(key.Plaintext)
	if err != nil {
		return nil, fmt.Errorf("export %s: %w", day, err)
	}
	nonce := make([]byte, aead.NonceSize())
	return &Export{Day: day, WrappedKey: key.CiphertextBlob, Ciphertext: aead.Seal(nil, nonce, orders, nil)}, nil
}

// SealCBC is Seal for a reader that knows no GCM.
func (x *Exporter) SealCBC(ctx context.Context, day string, orders []byte) (*Export, error) {
	key, err := x.newKey(ctx, day)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key.Plaintext)
	block, err := aes.NewCipher(key.Plaintext)
	if err != nil {
		return nil, fmt.Errorf("export %s: %w", day, err)
	}
	padding := aes.BlockSize - len(orders)%aes.BlockSize
	padded := append(bytes.Clone(orders), bytes.Repeat([]byte{byte(padding)}, padding)...)
	ciphertext := make([]byte, aes.BlockSize+len(padded))
	rand.Read(ciphertext[:aes.BlockSize])
	cipher.NewCBCEncrypter(block, ciphertext[:aes.BlockSize]).CryptBlocks(ciphertext[aes.BlockSize:], padded)
	return &Export{Day: day, WrappedKey: key.CiphertextBlob, Ciphertext: ciphertext}, nil
}

// A Stream seals orders as they come, from the start of the service to its end.
type Stream struct {
	aead       cipher.AEAD
	wrappedKey []byte
}

// NewStream returns a stream under a new key.
func (x *Exporter) NewStream(ctx context.Context, day string) (*Stream, error) {
	key, err := x.newKey(ctx, day)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key.Plaintext)
	aead, err := newAEAD(key.Plaintext)
	if err != nil {
		return nil, fmt.Errorf("stream of %s: %w", day, err)
	}
	return &Stream{aead: aead, wrappedKey: key.CiphertextBlob}, nil
}

// Seal seals an order.
func (s *Stream) Seal(order []byte) *Export {
	nonce := make([]byte, s.aead.NonceSize())
	rand.Read(nonce)
	return &Export{WrappedKey: s.wrappedKey, Ciphertext: s.aead.Seal(nonce, nonce, order, nil)}
}
