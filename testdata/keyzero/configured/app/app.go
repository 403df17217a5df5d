// Package app uses a source and a wiper of the configuration:
//
//	source corpus.test/testdata/keyzero/configured/vault.(*Client).Unwrap
//	source corpus.test/testdata/keyzero/configured/vault.Lookup
//	wiper  corpus.test/testdata/keyzero/configured/hsm.Erase
package app

import (
	"context"
	"crypto/aes"
	"crypto/cipher"

	"github.com/aws/aws-sdk-go-v2/service/kms"

	"corpus.test/testdata/keyzero/configured/hsm"
	"corpus.test/testdata/keyzero/configured/vault"
)

func unwrap(ctx context.Context, c *vault.Client, wrapped []byte) (cipher.Block, error) {
	key, err := c.Unwrap(ctx, wrapped) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return aes.NewCipher(key)
}

func unwrapWiped(ctx context.Context, c *vault.Client, wrapped []byte) (cipher.Block, error) {
	key, err := c.Unwrap(ctx, wrapped)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return aes.NewCipher(key)
}

func lookup(ctx context.Context, c *vault.Client) (cipher.Block, int, error) {
	key, version, err := vault.Lookup(ctx, c, "orders") // want "key .* is never wiped"
	if err != nil {
		return nil, 0, err
	}
	block, err := aes.NewCipher(key)
	return block, version, err
}

func lookupErased(ctx context.Context, c *vault.Client) (cipher.Block, int, error) {
	key, version, err := vault.Lookup(ctx, c, "orders")
	if err != nil {
		return nil, 0, err
	}
	defer hsm.Erase(key)
	block, err := aes.NewCipher(key)
	return block, version, err
}

func erased(ctx context.Context, client *kms.Client, keyID string) (cipher.Block, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID})
	if err != nil {
		return nil, err
	}
	defer hsm.Erase(out.Plaintext)
	return aes.NewCipher(out.Plaintext)
}
