// Package libraries holds variables that are decrypted by libraries other than KMS.
package libraries

import (
	"context"
	"encoding/base64"
	"io"
	"os"
	"strings"

	"filippo.io/age"
	esdk "github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk/awscryptographyencryptionsdksmithygenerated"
	"github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk/awscryptographyencryptionsdksmithygeneratedtypes"
	"github.com/getsops/sops/v3/decrypt"
)

func goodSops() ([]byte, error) {
	return decrypt.Data([]byte(os.Getenv("APP_SECRET")), "json")
}

func badSops() ([]byte, error) {
	secret := []byte(os.Getenv("APP_SECRET")) // want "secret APP_SECRET is read from the environment in the clear"
	plain, err := decrypt.Data(secret, "json")
	if err != nil {
		return secret, nil
	}
	return plain, nil
}

func goodAge(identity age.Identity) ([]byte, error) {
	r, err := age.Decrypt(strings.NewReader(os.Getenv("DB_PASSWORD")), identity)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// badAge decrypts with a key that lies beside what it opens.
func badAge() ([]byte, error) {
	identity, err := age.ParseX25519Identity(os.Getenv("AGE_SECRET_KEY")) // want "secret AGE_SECRET_KEY is read from the environment in the clear"
	if err != nil {
		return nil, err
	}
	r, err := age.Decrypt(strings.NewReader(os.Getenv("DB_PASSWORD")), identity)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func goodEncryptionSDK(ctx context.Context, client *esdk.Client) ([]byte, error) {
	message, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return nil, err
	}
	out, err := client.Decrypt(ctx, awscryptographyencryptionsdksmithygeneratedtypes.DecryptInput{Ciphertext: message})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func badEncryptionSDK(ctx context.Context, client *esdk.Client) ([]byte, error) {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	message, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	out, err := client.Decrypt(ctx, awscryptographyencryptionsdksmithygeneratedtypes.DecryptInput{Ciphertext: message})
	if err != nil {
		return []byte(text), nil
	}
	return out.Plaintext, nil
}
