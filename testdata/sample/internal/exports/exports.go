// Package exports seals nightly exports of orders. It is older than package keys, and asks
// KMS itself.
package exports

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"

	"example.com/orders/internal/keys"
)

// Exporter seals exports under data keys of one KMS key.
type Exporter struct {
	api   keys.API
	keyID string
}

// New returns an exporter that wraps data keys under the KMS key with that id, ARN or alias.
func New(api keys.API, keyID string) *Exporter {
	return &Exporter{api: api, keyID: keyID}
}

// Export is a sealed export with its wrapped key.
type Export struct {
	Day        string `json:"day"`
	PlainKey   []byte `json:"plainKey,omitempty"` // for readers without access to KMS
	WrappedKey []byte `json:"wrappedKey"`
	Ciphertext []byte `json:"ciphertext"` // nonce first
}

// Seal returns the export of a day as JSON.
func (x *Exporter) Seal(ctx context.Context, day string, orders []byte) ([]byte, error) {
	key, err := x.newKey(ctx, day)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key.Plaintext)
	ciphertext, err := seal(key.Plaintext, orders)
	if err != nil {
		return nil, fmt.Errorf("export %s: %w", day, err)
	}
	return json.Marshal(Export{Day: day, WrappedKey: key.CiphertextBlob, Ciphertext: ciphertext})
}

func (x *Exporter) newKey(ctx context.Context, day string) (*kms.GenerateDataKeyOutput, error) {
	key, err := x.api.GenerateDataKey(ctx, x.request(day))
	if err != nil {
		return nil, fmt.Errorf("data key of export %s: %w", day, err)
	}
	return key, nil
}

func (x *Exporter) request(day string) *kms.GenerateDataKeyInput {
	return &kms.GenerateDataKeyInput{
		KeyId:             &x.keyID,
		KeySpec:           types.DataKeySpecAes256,
		EncryptionContext: map[string]string{"day": day, "purpose": "export"},
	}
}

func seal(key, orders []byte) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, orders, nil), nil
}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
