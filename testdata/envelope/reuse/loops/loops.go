// Package loops encrypts many messages under one data key.
package loops

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

func dataKey(ctx context.Context, client *kms.Client) (cipher.AEAD, []byte) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		panic(err)
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		panic(err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	return aead, out.CiphertextBlob
}

func seal(aead cipher.AEAD, data []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, data, nil)
}

// chunks seals the parts of one file: as many as it has.
func chunks(ctx context.Context, client *kms.Client, r io.Reader, w io.Writer) error {
	aead, blob := dataKey(ctx, client)
	if _, err := w.Write(blob); err != nil {
		return err
	}
	buf := make([]byte, 1<<16)
	for {
		n, err := io.ReadFull(r, buf)
		if n > 0 {
			w.Write(seal(aead, buf[:n]))
		}
		if err != nil {
			return nil
		}
	}
}

func messages(ctx context.Context, client *kms.Client, all [][]byte, w io.Writer) {
	aead, blob := dataKey(ctx, client)
	w.Write(blob)
	for _, m := range all {
		w.Write(seal(aead, m))
	}
}
