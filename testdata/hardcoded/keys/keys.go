// Package keys uses constants as keys. None is a key of anything.
package keys

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"os"
)

const text = "sixteen byte key" // want `hard-coded secret: key of aes.NewCipher`

var bytes = []byte{ // want `hard-coded secret: key of aes.NewCipher`
	0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6,
	0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c,
}

var array = [16]byte{0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3d} // want `hard-coded secret: key of aes.NewCipher`

func bad(data []byte) (blocks [6]cipher.Block) {
	blocks[0], _ = aes.NewCipher([]byte("an AES key has 16, 24 or 32 bytes")[:]) // want `hard-coded secret: key of aes.NewCipher`
	blocks[1], _ = aes.NewCipher([]byte(text))
	blocks[2], _ = aes.NewCipher(bytes)
	blocks[3], _ = aes.NewCipher(array[:])
	key := []byte("0123456789abcdef") // want `hard-coded secret: key of aes.NewCipher`
	blocks[4], _ = aes.NewCipher(key)
	hmac.New(sha256.New, []byte("k3yk3yk3yk3y!")) // want `hard-coded secret: key of hmac.New`
	return blocks
}

var changed = []byte("sixteen byte key")

func good(key, data []byte) {
	aes.NewCipher(key)
	aes.NewCipher([]byte(os.Getenv("KEY")))
	aes.NewCipher([]byte("\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	aes.NewCipher(make([]byte, 16))

	// Keys that are labels: all who follow a protocol have them.
	hmac.New(sha256.New, []byte("Bitcoin seed"))
	hmac.New(sha256.New, []byte("aws4_request"))

	// What is written to a variable later is not known.
	copy(changed[:], key)
	aes.NewCipher(changed)
	buffer := []byte("sixteen byte key")
	buffer = append(buffer[:0], key...)
	aes.NewCipher(buffer)
}
