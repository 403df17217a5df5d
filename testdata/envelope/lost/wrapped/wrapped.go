// Package wrapped hands out data keys, and encrypts them for those who hold them.
package wrapped

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

// Keys are made and encrypted by KMS.
type Keys struct{ client *kms.Client }

func (k *Keys) generate(ctx context.Context) (*kms.GenerateDataKeyOutput, error) {
	return k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
}

// New returns a key, which the caller has encrypted by Wrap.
func (k *Keys) New(ctx context.Context) ([]byte, error) {
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// Wrap encrypts a key.
func (k *Keys) Wrap(ctx context.Context, key []byte) ([]byte, error) {
	out, err := k.client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: key, EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

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

func seal(aead cipher.AEAD, data []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, data, nil)
}

func wrappedAgain(ctx context.Context, k *Keys, data []byte) (sealed, wrapped []byte, err error) {
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	wrapped, err = k.Wrap(ctx, out.Plaintext)
	return seal(newGCM(out.Plaintext), data), wrapped, err
}

func underAnotherKey(ctx context.Context, k *Keys, master cipher.AEAD, data []byte) (sealed, wrapped []byte, err error) {
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	return seal(newGCM(out.Plaintext), data), seal(master, out.Plaintext), nil
}

func underPublicKey(ctx context.Context, k *Keys, public *rsa.PublicKey, data []byte) (sealed, wrapped []byte, err error) {
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	wrapped, err = rsa.EncryptOAEP(sha256.New(), rand.Reader, public, out.Plaintext, nil)
	return seal(newGCM(out.Plaintext), data), wrapped, err
}

func wrappedForNothing(ctx context.Context, k *Keys, master cipher.AEAD, data []byte) ([]byte, error) {
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose}) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	if len(seal(master, out.Plaintext)) == 0 {
		return nil, nil
	}
	return seal(newGCM(out.Plaintext), data), nil
}
