// Package cache keeps data keys to find them again.
package cache

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"log"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

type keys struct {
	client *kms.Client
	mu     sync.Mutex
	plain  map[string][]byte
	blobs  map[string][]byte
	opened sync.Map
}

func (k *keys) forTenant(ctx context.Context, tenant string) ([]byte, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if key, ok := k.plain[tenant]; ok {
		return key, nil
	}
	start := time.Now()
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	log.Printf("made a key in %v", time.Since(start))
	k.plain[tenant] = out.Plaintext // want "data key of kms.GenerateDataKey is kept in a cache without a limit of age and use"
	k.blobs[tenant] = out.CiphertextBlob
	return out.Plaintext, nil
}

// Each cache is reported once.
func (k *keys) put(ctx context.Context, tenant string) error {
	out, err := k.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return err
	}
	k.plain[tenant], k.blobs[tenant] = out.Plaintext, out.CiphertextBlob
	return nil
}

func (k *keys) blob(tenant string) []byte { return k.blobs[tenant] }

func (k *keys) open(ctx context.Context, blob, data []byte) ([]byte, error) {
	if aead, ok := k.opened.Load(string(blob)); ok {
		return aead.(cipher.AEAD).Open(nil, data[:12], data[12:], nil)
	}
	out, err := k.client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
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
	k.opened.Store(string(blob), aead) // want "data key of kms.Decrypt is kept in a cache without a limit of age and use"
	return aead.Open(nil, data[:12], data[12:], nil)
}

// settings keeps what was decrypted, which is no key.
type settings struct {
	client *kms.Client
	values map[string]string
}

func (s *settings) load(ctx context.Context, name string, blob []byte) error {
	out, err := s.client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return err
	}
	s.values[name] = string(out.Plaintext)
	return nil
}
