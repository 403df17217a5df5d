// Package limitations has what envelope does not see. Each is wrong, and none reported.
package limitations

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"os"

	"corpus.test/testdata/envelope/crosspkg/keys"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
	"golang.org/x/crypto/hkdf"
)

var purpose = map[string]string{"service": os.Args[0]}

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

// keys.New hands out both forms; that this caller keeps one of them is nothing that is
// known there or here.
func lostByCaller(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	key, err := keys.New(ctx, client)
	if err != nil {
		return nil, err
	}
	return newGCM(key.Plain).Seal(nil, make([]byte, 12), data, nil), nil
}

// A reader that is not in view may do anything with what it gets.
func lostInCallback(ctx context.Context, client *kms.Client, seal func(*kms.GenerateDataKeyOutput) []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return seal(out), nil
}

// Keys that are derived from a data key are not followed.
func derived(ctx context.Context, client *kms.Client, data []byte) (sealed, blob []byte, err error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	key := make([]byte, 32)
	if _, err := hkdf.New(nil, out.Plaintext, nil, nil).Read(key); err != nil {
		return nil, nil, err
	}
	return newGCM(key).Seal(nil, make([]byte, 12), data, nil), out.CiphertextBlob, nil
}

// A field that is filled once is as good as a constant for what is sealed in a loop.
type sealer struct {
	aead  cipher.AEAD
	nonce []byte
}

func newSealer(ctx context.Context, client *kms.Client) (*sealer, []byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	s := &sealer{aead: newGCM(out.Plaintext), nonce: make([]byte, 12)}
	rand.Read(s.nonce)
	return s, out.CiphertextBlob, nil
}

func (s *sealer) Close() error { return nil }

func (s *sealer) seal(data []byte) []byte { return s.aead.Seal(nil, s.nonce, data, nil) }

// The name is not known before the program runs.
func nameFromElsewhere(ctx context.Context, client *ssm.Client, name, password string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String(name), Value: aws.String(password), Type: types.ParameterTypeString})
	return err
}
