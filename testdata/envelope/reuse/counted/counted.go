// Package counted keeps data keys for a time, and for a number of messages.
package counted

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

type entry struct {
	aead cipher.AEAD
	blob []byte
	made time.Time
	uses int
}

type keys struct {
	client  *kms.Client
	entries map[string]*entry
}

func (k *keys) forTenant(ctx context.Context, tenant string) (*entry, error) {
	if e := k.entries[tenant]; e != nil && e.uses < 1<<20 && time.Since(e.made) < time.Hour {
		e.uses++
		return e, nil
	}
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	k.entries[tenant] = &entry{aead: aead, blob: out.CiphertextBlob, made: time.Now()}
	return k.entries[tenant], nil
}

func (k *keys) seal(ctx context.Context, tenant string, data []byte) (blob, sealed []byte, err error) {
	e, err := k.forTenant(ctx, tenant)
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, e.aead.NonceSize())
	rand.Read(nonce)
	return e.blob, e.aead.Seal(nonce, nonce, data, nil), nil
}
