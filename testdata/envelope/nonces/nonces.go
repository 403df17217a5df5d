// Package nonces has nonces under data keys: new ones, constant ones, and such that are
// used again.
package nonces

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/nacl/secretbox"
)

var purpose = map[string]string{"service": os.Args[0]}

func dataKey(ctx context.Context, client *kms.Client) (plain, blob []byte, err error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	return out.Plaintext, out.CiphertextBlob, nil
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

func random(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return blob, aead.Seal(nonce, nonce, data, nil)
}

func zero(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := make([]byte, 12)
	return blob, newGCM(key).Seal(nil, nonce, data, nil) // want "nonce under a data key is constant: make a new one for each message"
}

func zeroOfAnySize(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	return blob, aead.Seal(nil, make([]byte, aead.NonceSize()), data, nil) // want "nonce under a data key is constant"
}

func text(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, newGCM(key).Seal(nil, []byte("0123456789ab"), data, nil) // want "nonce under a data key is constant"
}

func literal(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	return blob, newGCM(key).Seal(nil, nonce, data, nil) // want "nonce under a data key is constant"
}

func hexText(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce, _ := hex.DecodeString("000102030405060708090a0b")
	return blob, newGCM(key).Seal(nil, nonce, data, nil) // want "nonce under a data key is constant"
}

var fixed = []byte("fixed nonce!")

func variable(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, newGCM(key).Seal(nil, fixed, data, nil) // want "nonce under a data key is constant"
}

var start [12]byte

func array(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, newGCM(key).Seal(nil, start[:], data, nil) // want "nonce under a data key is constant"
}

var atStart = make([]byte, 12)

func init() { rand.Read(atStart) }

func filledVariable(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, newGCM(key).Seal(nil, atStart, data, nil)
}

func partly(ctx context.Context, client *kms.Client, data []byte, n uint64) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := make([]byte, 12)
	binary.BigEndian.PutUint64(nonce[4:], n)
	return blob, newGCM(key).Seal(nil, nonce, data, nil)
}

func derived(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	sum := sha256.Sum256(data)
	var nonce [12]byte
	copy(nonce[:], sum[:])
	return blob, newGCM(key).Seal(nil, nonce[:], data, nil)
}

func copiedConstant(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	var nonce [12]byte
	copy(nonce[:], "orders")
	return blob, newGCM(key).Seal(nil, nonce[:], data, nil) // want "nonce under a data key is constant"
}

func fill(b []byte) {
	if _, err := io.ReadFull(rand.Reader, b); err != nil {
		panic(err)
	}
}

func filledByHelper(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := make([]byte, 12)
	fill(nonce)
	return blob, newGCM(key).Seal(nil, nonce, data, nil)
}

func first(b []byte) byte { return b[0] }

func lookedAtByHelper(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := make([]byte, 12)
	if first(nonce) != 0 {
		return nil, nil
	}
	return blob, newGCM(key).Seal(nil, nonce, data, nil) // want "nonce under a data key is constant"
}

func newNonce() []byte {
	nonce := make([]byte, 12)
	rand.Read(nonce)
	return nonce
}

func fromHelper(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, newGCM(key).Seal(nil, newNonce(), data, nil)
}

func emptyNonce() []byte { return make([]byte, 12) }

func fromEmptyHelper(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, newGCM(key).Seal(nil, emptyNonce(), data, nil) // want "nonce under a data key is constant"
}

func filledAfterHelper(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := emptyNonce()
	rand.Read(nonce)
	return blob, newGCM(key).Seal(nil, nonce, data, nil)
}

func captured(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	nonce := make([]byte, 12)
	func() { rand.Read(nonce) }()
	return blob, newGCM(key).Seal(nil, nonce, data, nil)
}

type sealer struct {
	aead  cipher.AEAD
	nonce []byte
	zero  []byte
}

func newSealer(ctx context.Context, client *kms.Client) (*sealer, []byte) {
	key, blob, _ := dataKey(ctx, client)
	s := &sealer{aead: newGCM(key), nonce: make([]byte, 12), zero: make([]byte, 12)}
	rand.Read(s.nonce)
	return s, blob
}

// Write seals one part of a stream.
func (s *sealer) Write(data []byte) (int, error) {
	s.aead.Seal(nil, s.nonce, data, nil)
	s.aead.Seal(nil, s.zero, data, nil) // want "nonce under a data key is constant"
	return len(data), nil
}

func sealWith(aead cipher.AEAD, nonce, data []byte) []byte { return aead.Seal(nil, nonce, data, nil) }

func handedDown(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	sealed = sealWith(aead, newNonce(), data)
	return blob, append(sealed, sealWith(aead, make([]byte, 12), data)...) // want "nonce under a data key is constant"
}

func chacha(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	aead, err := chacha20poly1305.New(key)
	if err != nil {
		return nil, nil
	}
	return blob, aead.Seal(nil, make([]byte, chacha20poly1305.NonceSize), data, nil) // want "nonce under a data key is constant"
}

func box(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	plain, blob, _ := dataKey(ctx, client)
	var key [32]byte
	copy(key[:], plain)
	var nonce [24]byte
	return blob, secretbox.Seal(nil, data, &nonce, &key) // want "nonce under a data key is constant"
}

func boxRandom(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte) {
	plain, blob, _ := dataKey(ctx, client)
	var key [32]byte
	copy(key[:], plain)
	var nonce [24]byte
	rand.Read(nonce[:])
	return blob, secretbox.Seal(nonce[:], data, &nonce, &key)
}

func decryptedKey(ctx context.Context, client *kms.Client, blob, data []byte) []byte {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil
	}
	return newGCM(out.Plaintext).Seal(nil, make([]byte, 12), data, nil) // want "nonce under a data key is constant"
}

func opens(ctx context.Context, client *kms.Client, blob, data []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return newGCM(out.Plaintext).Open(nil, make([]byte, 12), data, nil)
}

func ctr(ctx context.Context, client *kms.Client, data []byte) (blob, tag []byte) {
	key, blob, _ := dataKey(ctx, client)
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil
	}
	cipher.NewCTR(block, make([]byte, aes.BlockSize)).XORKeyStream(data, data) // want "nonce under a data key is constant"
	mac := hmac.New(sha256.New, data)
	return blob, mac.Sum(nil)
}

func otherKey(key, data []byte) []byte {
	return newGCM(key).Seal(nil, make([]byte, 12), data, nil)
}
