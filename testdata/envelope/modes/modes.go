// Package modes uses data keys in modes that show or do not protect what they encrypt.
package modes

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

func dataKey(ctx context.Context, client *kms.Client) (cipher.Block, []byte) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, nil
	}
	return block, out.CiphertextBlob
}

func newIV() []byte {
	iv := make([]byte, aes.BlockSize)
	if _, err := io.ReadFull(rand.Reader, iv); err != nil {
		return nil
	}
	return iv
}

func ecb(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	for i := 0; i < len(data); i += aes.BlockSize {
		block.Encrypt(data[i:], data[i:]) // want "data key is used block by block .ECB., so that equal blocks look equal: use AES-GCM"
	}
	return append(blob, data...)
}

func ecbMoving(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	out := make([]byte, len(data))
	dst := out
	for len(data) > 0 {
		block.Encrypt(dst, data) // want "data key is used block by block"
		dst, data = dst[aes.BlockSize:], data[aes.BlockSize:]
	}
	return append(blob, out...)
}

func oneBlock(ctx context.Context, client *kms.Client, id *[16]byte) []byte {
	block, blob := dataKey(ctx, client)
	block.Encrypt(id[:], id[:])
	return append(blob, id[:]...)
}

func byHand(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	last := newIV()
	for i := 0; i < len(data); i += aes.BlockSize {
		for j := range last {
			last[j] ^= data[i+j]
		}
		block.Encrypt(data[i:], last)
		last = data[i : i+aes.BlockSize]
	}
	return append(blob, data...)
}

// wrap is the key wrap of RFC 3394: each block depends on the one before.
func wrap(ctx context.Context, client *kms.Client, key []byte) []byte {
	block, blob := dataKey(ctx, client)
	buf := make([]byte, 16)
	n := len(key) / 8
	for j := range 6 * n {
		copy(buf[8:], key[j%n*8:])
		block.Encrypt(buf, buf)
		buf[7] ^= byte(j)
		copy(key[j%n*8:], buf[8:])
	}
	return append(blob, key...)
}

func otherBlocks(block cipher.Block, data []byte) {
	for i := 0; i < len(data); i += aes.BlockSize {
		block.Encrypt(data[i:], data[i:])
	}
}

func cbc(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	cipher.NewCBCEncrypter(block, newIV()).CryptBlocks(data, data) // want "data key is used in CBC mode, which does not authenticate: use AES-GCM"
	return append(blob, data...)
}

func ctr(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	cipher.NewCTR(block, newIV()).XORKeyStream(data, data) // want "data key is used in CTR mode, which does not authenticate"
	return append(blob, data...)
}

func cfb(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	cipher.NewCFBEncrypter(block, newIV()).XORKeyStream(data, data) // want "data key is used in CFB mode"
	return append(blob, data...)
}

func constantIV(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	cipher.NewCBCEncrypter(block, []byte("0123456789abcdef")).CryptBlocks(data, data) // want "data key is used in CBC mode" "nonce under a data key is constant"
	return append(blob, data...)
}

func gcm(ctx context.Context, client *kms.Client, data []byte) []byte {
	block, blob := dataKey(ctx, client)
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil
	}
	nonce := newIV()[:aead.NonceSize()]
	return append(blob, aead.Seal(nonce, nonce, data, nil)...)
}

func readsOldData(ctx context.Context, client *kms.Client, blob, data []byte) []byte {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil
	}
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(data, data)
	return data
}

func unrelated(key, data []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return
	}
	cipher.NewCBCEncrypter(block, newIV()).CryptBlocks(data, data)
}
