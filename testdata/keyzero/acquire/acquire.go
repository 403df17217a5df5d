// Package acquire holds the ways in which a program comes by a plaintext key.
package acquire

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"golang.org/x/crypto/hkdf"
)

func seal(key, plaintext []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, gcm.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return gcm.Seal(nonce, nonce, plaintext, nil), nil
}

func newClient(ctx context.Context, region string) (*kms.Client, error) {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion(region))
	if err != nil {
		return nil, fmt.Errorf("load AWS configuration: %w", err)
	}
	return kms.NewFromConfig(cfg), nil
}

func direct(ctx context.Context, client *kms.Client, keyID string, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{ // want "data key .* is never wiped"
		KeyId:   aws.String(keyID),
		KeySpec: types.DataKeySpecAes256,
	})
	if err != nil {
		return nil, fmt.Errorf("generate data key: %w", err)
	}
	return seal(out.Plaintext, order)
}

func directWiped(ctx context.Context, client *kms.Client, keyID string, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{
		KeyId:   aws.String(keyID),
		KeySpec: types.DataKeySpecAes256,
	})
	if err != nil {
		return nil, fmt.Errorf("generate data key: %w", err)
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

// onlyCiphertext wants GenerateDataKeyWithoutPlaintext: the key comes all the same.
func onlyCiphertext(ctx context.Context, client *kms.Client, keyID string) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID, KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

func withoutPlaintext(ctx context.Context, client *kms.Client, keyID string) ([]byte, error) {
	out, err := client.GenerateDataKeyWithoutPlaintext(ctx, &kms.GenerateDataKeyWithoutPlaintextInput{KeyId: &keyID})
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

// probe throws the result away, and the key with it.
func probe(ctx context.Context, client *kms.Client, keyID string) error {
	_, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID, KeySpec: types.DataKeySpecAes128}) // want "data key .* is never wiped"
	return err
}

func withRegion(ctx context.Context, client *kms.Client, keyID string, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, // want "data key .* is never wiped"
		&kms.GenerateDataKeyInput{KeyId: &keyID, NumberOfBytes: aws.Int32(32)},
		func(o *kms.Options) { o.Region = "eu-central-1" },
	)
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func encryptOnly(ctx context.Context, client *kms.Client, keyID string, card []byte) ([]byte, error) {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: &keyID, Plaintext: card})
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

func rewrap(ctx context.Context, client *kms.Client, wrapped []byte, newKeyID string) ([]byte, error) {
	out, err := client.ReEncrypt(ctx, &kms.ReEncryptInput{CiphertextBlob: wrapped, DestinationKeyId: &newKeyID})
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

func signingKey(ctx context.Context, client *kms.Client, keyID string) (any, []byte, error) {
	pair, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{ // want "key .* is never wiped"
		KeyId:       &keyID,
		KeyPairSpec: types.DataKeyPairSpecEccNistP256,
	})
	if err != nil {
		return nil, nil, err
	}
	key, err := x509.ParsePKCS8PrivateKey(pair.PrivateKeyPlaintext)
	if err != nil {
		return nil, nil, fmt.Errorf("parse private key: %w", err)
	}
	return key, pair.PrivateKeyCiphertextBlob, nil
}

func signingKeyWiped(ctx context.Context, client *kms.Client, keyID string) (any, []byte, error) {
	pair, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{
		KeyId:       &keyID,
		KeyPairSpec: types.DataKeyPairSpecEccNistP256,
	})
	if err != nil {
		return nil, nil, err
	}
	defer clear(pair.PrivateKeyPlaintext)
	key, err := x509.ParsePKCS8PrivateKey(pair.PrivateKeyPlaintext)
	if err != nil {
		return nil, nil, fmt.Errorf("parse private key: %w", err)
	}
	return key, pair.PrivateKeyCiphertextBlob, nil
}

func agreedKey(ctx context.Context, client *kms.Client, keyID string, peer []byte) ([]byte, error) {
	secret, err := client.DeriveSharedSecret(ctx, &kms.DeriveSharedSecretInput{ // want "(key|secret) .* is never wiped"
		KeyId:                 &keyID,
		KeyAgreementAlgorithm: types.KeyAgreementAlgorithmSpecEcdh,
		PublicKey:             peer,
	})
	if err != nil {
		return nil, err
	}
	session := make([]byte, 32)
	if _, err := io.ReadFull(hkdf.New(sha256.New, secret.SharedSecret, nil, []byte("orders")), session); err != nil {
		return nil, err
	}
	return session, nil
}

func agreedKeyWiped(ctx context.Context, client *kms.Client, keyID string, peer []byte) ([]byte, error) {
	secret, err := client.DeriveSharedSecret(ctx, &kms.DeriveSharedSecretInput{
		KeyId:                 &keyID,
		KeyAgreementAlgorithm: types.KeyAgreementAlgorithmSpecEcdh,
		PublicKey:             peer,
	})
	if err != nil {
		return nil, err
	}
	defer clear(secret.SharedSecret)
	session := make([]byte, 32)
	if _, err := io.ReadFull(hkdf.New(sha256.New, secret.SharedSecret, nil, []byte("orders")), session); err != nil {
		return nil, err
	}
	return session, nil
}

func open(ctx context.Context, client *kms.Client, wrapped, sealed []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: wrapped}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	n := gcm.NonceSize()
	return gcm.Open(nil, sealed[:n], sealed[n:], nil)
}

func openWiped(ctx context.Context, client *kms.Client, wrapped, sealed []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: wrapped})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	n := gcm.NonceSize()
	return gcm.Open(nil, sealed[:n], sealed[n:], nil)
}
