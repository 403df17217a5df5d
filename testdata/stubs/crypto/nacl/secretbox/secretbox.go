// Package secretbox is a slice of golang.org/x/crypto/nacl/secretbox.
package secretbox

const Overhead = 16

// Seal appends the encrypted and authenticated message to out.
func Seal(out, message []byte, nonce *[24]byte, key *[32]byte) []byte {
	out = append(out, make([]byte, Overhead)...)
	for i, b := range message {
		out = append(out, b^key[i%32]^nonce[i%24])
	}
	return out
}

// Open appends the opened box to out.
func Open(out, box []byte, nonce *[24]byte, key *[32]byte) ([]byte, bool) {
	if len(box) < Overhead {
		return nil, false
	}
	for i, b := range box[Overhead:] {
		out = append(out, b^key[i%32]^nonce[i%24])
	}
	return out, true
}
