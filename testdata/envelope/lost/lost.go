// Package lost has data keys of which the encrypted half is thrown away, and such that
// are kept.
package lost

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var purpose = map[string]string{"service": os.Args[0]}

func request() *kms.GenerateDataKeyInput {
	return &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), KeySpec: types.DataKeySpecAes256, EncryptionContext: purpose}
}

func seal(key, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return aead.Seal(nonce, nonce, data, nil), nil
}

func thrownAway(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away: what its plaintext encrypts can never be read again"
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, data)
}

func keptInEnvelope(ctx context.Context, client *kms.Client, data []byte) (blob, sealed []byte, err error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, nil, err
	}
	defer clear(out.Plaintext)
	sealed, err = seal(out.Plaintext, data)
	return out.CiphertextBlob, sealed, err
}

func onlyLookedAt(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	if len(out.CiphertextBlob) == 0 || bytes.Equal(out.CiphertextBlob, data) {
		log.Printf("no blob: %x", out.CiphertextBlob)
	}
	return seal(out.Plaintext, data)
}

func keptInFile(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile("key.enc", []byte(base64.StdEncoding.EncodeToString(out.CiphertextBlob)), 0o600); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func prefixed(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	sealed, err := seal(out.Plaintext, data)
	return append(append([]byte{byte(len(out.CiphertextBlob))}, out.CiphertextBlob...), sealed...), err
}

func keptOnOnePath(ctx context.Context, client *kms.Client, data []byte, w *json.Encoder) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	if w != nil {
		if err := w.Encode(out.CiphertextBlob); err != nil {
			return nil, err
		}
	}
	return seal(out.Plaintext, data)
}

func wholeAnswerReturned(ctx context.Context, client *kms.Client, data []byte) (*kms.GenerateDataKeyOutput, []byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, nil, err
	}
	sealed, err := seal(out.Plaintext, data)
	return out, sealed, err
}

func plaintextUnused(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return err
	}
	clear(out.Plaintext)
	log.Printf("can make keys of %d bytes", len(out.Plaintext))
	return nil
}

func wipedByHand(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return err
	}
	wipe(out.Plaintext)
	return nil
}

func wipe(b []byte) {
	for i := range b {
		b[i] = 0
	}
}

func withoutPlaintext(ctx context.Context, client *kms.Client) error {
	_, err := client.GenerateDataKeyWithoutPlaintext(ctx, &kms.GenerateDataKeyWithoutPlaintextInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	return err
}

func pair(ctx context.Context, client *kms.Client, sign func(der []byte) []byte) ([]byte, error) {
	out, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose}) // want "encrypted data key of kms.GenerateDataKeyPair is thrown away"
	if err != nil {
		return nil, err
	}
	return sign(out.PrivateKeyPlaintext), nil
}

func pairKept(ctx context.Context, client *kms.Client, sign func(der []byte) []byte) (signature, private []byte, err error) {
	out, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, nil, err
	}
	return sign(out.PrivateKeyPlaintext), out.PrivateKeyCiphertextBlob, nil
}

func pairForItsPublicHalf(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	clear(out.PrivateKeyPlaintext)
	return out.PublicKey, nil
}
