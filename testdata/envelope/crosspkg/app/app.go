// Package app gets data keys from another package.
package app

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"

	"corpus.test/testdata/envelope/crosspkg/crypt"
	"corpus.test/testdata/envelope/crosspkg/keys"
	"corpus.test/testdata/envelope/crosspkg/wipe"
	"github.com/aws/aws-sdk-go-v2/service/kms"
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

// The answer has KMS's own type, wherever it comes from.
func answer(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := keys.Generate(ctx, client) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, 12)
	return newGCM(out.Plaintext).Seal(nil, nonce, data, nil), nil // want "nonce under a data key is constant"
}

func answerKept(ctx context.Context, client *kms.Client, data []byte) (sealed, blob []byte, err error) {
	out, err := keys.Generate(ctx, client)
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, 12)
	rand.Read(nonce)
	return newGCM(out.Plaintext).Seal(nonce, nonce, data, nil), out.CiphertextBlob, nil
}

// Nothing is encrypted under a key that is only wiped.
func wiped(ctx context.Context, client *kms.Client) error {
	out, err := keys.Generate(ctx, client)
	if err != nil {
		return err
	}
	wipe.Bytes(out.Plaintext)
	return nil
}

func sealedElsewhere(ctx context.Context, client *kms.Client, data []byte) (all [][]byte, blob []byte) {
	out, err := keys.Generate(ctx, client)
	if err != nil {
		return nil, nil
	}
	all = append(all, crypt.Seal(out.Plaintext, data))
	all = append(all, crypt.SealFixed(out.Plaintext, data))     // want "nonce under a data key is constant"
	all = append(all, crypt.Deterministic(out.Plaintext, data)) // want "nonce under a data key is constant"
	all = append(all, crypt.Second("a", out.Plaintext, data))   // want "nonce under a data key is constant"
	all = append(all, crypt.CTR(out.Plaintext, data))           // want "data key is used in CTR mode, which does not authenticate"
	all = append(all, crypt.NewBox(out.Plaintext).Seal(data))   // want "nonce under a data key is constant"
	all = append(all, crypt.SealFixed(data, nil), crypt.Seal(nil, out.CiphertextBlob))
	return all, out.CiphertextBlob
}
