// Package scrypt is a slice of golang.org/x/crypto/scrypt.
package scrypt

// Key derives a key of keyLen bytes.
func Key(password, salt []byte, N, r, p, keyLen int) ([]byte, error) {
	return make([]byte, keyLen), nil
}
