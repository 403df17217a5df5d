// Package storing writes encrypted data, with the encrypted key beside it, or with the
// plaintext one.
package storing

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

func dataKey(ctx context.Context, client *kms.Client) *kms.GenerateDataKeyOutput {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		panic(err)
	}
	return out
}

func seal(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, data, nil)
}

// A record is what is stored.
type record struct {
	Key       []byte `json:"key"`
	Plain     []byte `json:"plain,omitempty"`
	Data      []byte `json:"data"`
	Cached    []byte `json:"-"`
	plaintext []byte
}

func good(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out := dataKey(ctx, client)
	return json.Marshal(record{Key: out.CiphertextBlob, Data: seal(out.Plaintext, data)})
}

func both(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out := dataKey(ctx, client)
	return json.Marshal(record{Key: out.CiphertextBlob, Plain: out.Plaintext, Data: seal(out.Plaintext, data)}) // want "plaintext data key is written beside what it encrypts: store the encrypted one alone"
}

func plainAsKey(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out := dataKey(ctx, client)
	r := &record{Key: out.CiphertextBlob}
	r.Data = seal(out.Plaintext, data)
	r.Plain = out.Plaintext
	var buf bytes.Buffer
	err := gob.NewEncoder(&buf).Encode(r) // want "plaintext data key is written beside what it encrypts"
	return buf.Bytes(), err
}

func leftOut(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out := dataKey(ctx, client)
	return json.Marshal(record{Key: out.CiphertextBlob, Cached: out.Plaintext, plaintext: out.Plaintext, Data: seal(out.Plaintext, data)})
}

func cleared(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out := dataKey(ctx, client)
	held := record{Plain: out.Plaintext}
	return json.Marshal(record{Key: out.CiphertextBlob, Data: seal(held.Plain, data)})
}

func inMap(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out := dataKey(ctx, client)
	m := map[string]string{"key": base64.StdEncoding.EncodeToString(out.Plaintext)}
	m["data"] = base64.StdEncoding.EncodeToString(seal(out.Plaintext, data))
	m["blob"] = base64.StdEncoding.EncodeToString(out.CiphertextBlob)
	return json.Marshal(m) // want "plaintext data key is written beside what it encrypts"
}

func inText(ctx context.Context, client *kms.Client, data []byte) error {
	out := dataKey(ctx, client)
	text := fmt.Sprintf("%x\n%x\n%x", out.Plaintext, out.CiphertextBlob, seal(out.Plaintext, data))
	return os.WriteFile("orders.enc", []byte(text), 0o600) // want "plaintext data key is written beside what it encrypts"
}

func fileOfBlobs(ctx context.Context, client *kms.Client, data []byte) error {
	out := dataKey(ctx, client)
	text := fmt.Sprintf("%x\n%x", out.CiphertextBlob, seal(out.Plaintext, data))
	return os.WriteFile("orders.enc", []byte(text), 0o600)
}

// A keyPair carries both halves in memory, and wipes one.
type keyPair struct{ Plain, Wrapped []byte }

func (k *keyPair) Wipe() { clear(k.Plain) }

func inMemory(ctx context.Context, client *kms.Client) *keyPair {
	out := dataKey(ctx, client)
	return &keyPair{out.Plaintext, out.CiphertextBlob}
}

func answer(ctx context.Context, client *kms.Client) ([]byte, error) {
	out := dataKey(ctx, client)
	return json.Marshal(out) // want "plaintext data key is written beside what it encrypts"
}

func decrypted(ctx context.Context, client *kms.Client, blob []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string][]byte{"data": out.Plaintext, "blob": blob})
}
