// Package held keeps a data key for as long as it runs.
package held

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

// A Sealer encrypts orders.
type Sealer struct {
	aead cipher.AEAD
	blob []byte
}

// New makes one data key for all of them.
func New(ctx context.Context, client *kms.Client) (*Sealer, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	return &Sealer{aead: aead, blob: out.CiphertextBlob}, nil
}

// Seal encrypts one order.
func (s *Sealer) Seal(data []byte) (blob, sealed []byte) {
	nonce := make([]byte, s.aead.NonceSize())
	rand.Read(nonce)
	return s.blob, s.aead.Seal(nonce, nonce, data, nil) // want "data key of kms.GenerateDataKey encrypts message after message without a limit"
}

// A Fresh makes a data key for each message.
type Fresh struct{ client *kms.Client }

func (f *Fresh) next(ctx context.Context) (*Sealer, error) { return New(ctx, f.client) }

// Seal encrypts one order.
func (f *Fresh) Seal(ctx context.Context, data []byte) (blob, sealed []byte, err error) {
	s, err := f.next(ctx)
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, s.aead.NonceSize())
	rand.Read(nonce)
	return s.blob, s.aead.Seal(nonce, nonce, data, nil), nil
}

// A Stream encrypts one object.
type Stream struct {
	aead cipher.AEAD
	blob []byte
	seq  byte
}

// NewStream makes a data key for one object.
func NewStream(ctx context.Context, client *kms.Client) (*Stream, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	return &Stream{aead: aead, blob: out.CiphertextBlob}, err
}

// Header returns what the object begins with.
func (s *Stream) Header() []byte { return s.blob }

// Write encrypts the next part.
func (s *Stream) Write(part []byte) (int, error) {
	nonce := make([]byte, s.aead.NonceSize())
	s.seq++
	nonce[0] = s.seq
	s.aead.Seal(part[:0], nonce, part, nil)
	return len(part), nil
}
