// Package queue encrypts what comes out of channels under one data key.
package queue

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

func consume(ctx context.Context, client *kms.Client, messages <-chan []byte, w io.Writer) error {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return err
	}
	aead := newGCM(out.Plaintext)
	for m := range messages {
		nonce := make([]byte, aead.NonceSize())
		rand.Read(nonce)
		w.Write(append(out.CiphertextBlob, aead.Seal(nonce, nonce, m, nil)...)) // want "data key of kms.GenerateDataKey encrypts message after message without a limit: make a new one after a time or a number of messages"
	}
	return nil
}

func consumeEach(ctx context.Context, client *kms.Client, messages <-chan []byte, w io.Writer) error {
	for m := range messages {
		out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
		if err != nil {
			return err
		}
		aead := newGCM(out.Plaintext)
		nonce := make([]byte, aead.NonceSize())
		rand.Read(nonce)
		w.Write(append(out.CiphertextBlob, aead.Seal(nonce, nonce, m, nil)...))
	}
	return nil
}
