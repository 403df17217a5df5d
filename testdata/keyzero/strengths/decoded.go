package strengths

import (
	"context"
	"crypto/cipher"
	"encoding/base64"
	"encoding/json"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// decodedKey stores its key as text, and has three of it in memory.
func decodedKey(ctx context.Context, client *kms.Client, wrapped []byte) (cipher.AEAD, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: wrapped}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(string(out.Plaintext)) // want "string .* cannot be wiped" "copy of .*key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

// decodedInPlace wipes the bytes that it decodes from, and those that it decodes to.
func decodedInPlace(ctx context.Context, client *kms.Client, wrapped []byte) (cipher.AEAD, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: wrapped})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := make([]byte, base64.StdEncoding.DecodedLen(len(out.Plaintext)))
	defer clear(key)
	n, err := base64.StdEncoding.Decode(key, out.Plaintext)
	if err != nil {
		return nil, err
	}
	return newAEAD(key[:n])
}

// decodedSettings is application data, in base64.
func decodedSettings(ctx context.Context, client *kms.Client, wrapped []byte) (settings map[string]string, err error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: wrapped})
	if err != nil {
		return nil, err
	}
	text, err := base64.StdEncoding.DecodeString(string(out.Plaintext))
	if err != nil {
		return nil, err
	}
	return settings, json.Unmarshal(text, &settings)
}
