// Package argon2 is a slice of golang.org/x/crypto/argon2.
package argon2

// IDKey derives a key of keyLen bytes.
func IDKey(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte {
	return make([]byte, keyLen)
}
