// Package libraries holds variables that are decrypted by libraries other than KMS.
package libraries

import (
	"io"
	"os"
	"strings"

	"filippo.io/age"
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
