package decrypted

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"errors"
	"os"
)

// open decrypts what seal made with a data key.
func open(key, sealed []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	if len(sealed) < gcm.NonceSize() {
		return nil, errors.New("too short")
	}
	return gcm.Open(nil, sealed[:gcm.NonceSize()], sealed[gcm.NonceSize():], nil)
}

func goodOpen(key []byte) ([]byte, error) {
	sealed, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return nil, err
	}
	return open(key, sealed)
}

// badOpen has the key in the environment, beside what it opens.
func badOpen() ([]byte, error) {
	sealed, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return nil, err
	}
	return open([]byte(os.Getenv("MASTER_SECRET")), sealed) // want "secret MASTER_SECRET is read from the environment in the clear"
}
