// Package fix holds findings with a fix, and findings that have none because it would not be safe.
package fix

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/x509"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func plain(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}

func severalLines(ctx context.Context, client *kms.Client, keyID string) (cipher.AEAD, []byte, error) {
	dk, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{ // want "data key .* is never wiped"
		KeyId:   &keyID,
		KeySpec: types.DataKeySpecAes256,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("generate data key: %w", err)
	}

	aead, err := newAEAD(dk.Plaintext)
	return aead, dk.CiphertextBlob, err
}

func inBlock(ctx context.Context, client *kms.Client, encrypt bool) (cipher.AEAD, error) {
	if encrypt {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
		if err != nil {
			return nil, err
		}
		return newAEAD(out.Plaintext)
	}
	return nil, nil
}

func decrypted(ctx context.Context, client *kms.Client, blob []byte) (cipher.AEAD, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}

func pair(ctx context.Context, client *kms.Client, keyID string) (any, error) {
	out, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{KeyId: &keyID}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return x509.ParsePKCS8PrivateKey(out.PrivateKeyPlaintext)
}

func someError(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	if err != nil {
		return nil, err
	}
	clear(out.Plaintext)
	return aead, nil
}
