// Package copies holds keys of which there is more than one.
package copies

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"golang.org/x/crypto/nacl/secretbox"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func appendNil(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := append([]byte(nil), out.Plaintext...) // want "copy of .*key .* is (never|not) wiped"
	clear(out.Plaintext)
	return newAEAD(key)
}

func appendNilWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := append([]byte(nil), out.Plaintext...)
	clear(out.Plaintext)
	defer clear(key)
	return newAEAD(key)
}

func appendEmpty(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := append([]byte{}, out.Plaintext...) // want "copy of .*key .* is (never|not) wiped"
	return newAEAD(key)
}

// appendPrefix builds a versioned blob with the key in it.
func appendPrefix(ctx context.Context, client *kms.Client) (mac []byte, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	versioned := append([]byte("v1:"), out.Plaintext...) // want "copy of .*key .* is (never|not) wiped"
	h := hmac.New(sha256.New, versioned)
	return h.Sum(nil), nil
}

func bytesClone(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(bytes.Clone(out.Plaintext)) // want "copy of .*key .* is (never|not) wiped"
}

func bytesCloneWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := bytes.Clone(out.Plaintext)
	defer clear(key)
	return newAEAD(key)
}

func slicesClone(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := slices.Clone(out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	return newAEAD(key)
}

func slicesCloneWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := slices.Clone(out.Plaintext)
	defer clear(key)
	return newAEAD(key)
}

func intoSlice(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := make([]byte, len(out.Plaintext))
	copy(key, out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	return newAEAD(key)
}

func intoSliceWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := make([]byte, len(out.Plaintext))
	defer clear(key)
	copy(key, out.Plaintext)
	return newAEAD(key)
}

// intoArray is the usual way to secretbox.
func intoArray(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	var key [32]byte
	copy(key[:], out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	clear(out.Plaintext)
	return secretbox.Seal(nil, order, new([24]byte), &key), nil
}

func intoArrayWiped(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	var key [32]byte
	copy(key[:], out.Plaintext)
	clear(out.Plaintext)
	sealed := secretbox.Seal(nil, order, new([24]byte), &key)
	key = [32]byte{}
	return sealed, nil
}

// onlyArrayWiped leaves the original.
func onlyArrayWiped(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	var key [32]byte
	defer clear(key[:])
	copy(key[:], out.Plaintext)
	return secretbox.Seal(nil, order, new([24]byte), &key), nil
}

func converted(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := [32]byte(out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	return secretbox.Seal(nil, order, new([24]byte), &key), nil
}

func convertedWiped(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := [32]byte(out.Plaintext)
	defer func() { key = [32]byte{} }()
	return secretbox.Seal(nil, order, new([24]byte), &key), nil
}

// pointed is no copy: the array is the slice's.
func pointed(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return secretbox.Seal(nil, order, new([24]byte), (*[32]byte)(out.Plaintext)), nil
}

// pointedWiped wipes the slice through the array.
func pointedWiped(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := (*[32]byte)(out.Plaintext)
	defer clear(key[:])
	return secretbox.Seal(nil, order, new([24]byte), key), nil
}

func pointedLeak(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return secretbox.Seal(nil, order, new([24]byte), (*[32]byte)(out.Plaintext)), nil
}

// copiedOnOnePath wipes the copy unless the cipher fails.
func copiedOnOnePath(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := bytes.Clone(out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	clear(out.Plaintext)
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	clear(key)
	return aead, nil
}

// originalAndCopy are two buffers and two findings.
func originalAndCopy(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := bytes.Clone(out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	return newAEAD(key)
}

// returnedCopy hands the copy to the caller.
func returnedCopy(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return bytes.Clone(out.Plaintext), nil
}

func inheritedCopy(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := returnedCopy(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func inheritedCopyWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := returnedCopy(ctx, client)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return newAEAD(key)
}

func returnedOriginal(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return bytes.Clone(out.Plaintext), nil
}

// elementwise copies with a loop.
func elementwise(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := make([]byte, 32)
	defer clear(key)
	for i, b := range out.Plaintext {
		key[i] = b
	}
	clear(out.Plaintext)
	return newAEAD(key)
}

// hash is no copy: it does not give the key back.
func hash(ctx context.Context, client *kms.Client) (fingerprint [sha256.Size]byte, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return fingerprint, err
	}
	defer clear(out.Plaintext)
	return sha256.Sum256(out.Plaintext), nil
}

func hexString(ctx context.Context, client *kms.Client) (string, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return "", err
	}
	defer clear(out.Plaintext)
	return hex.EncodeToString(out.Plaintext), nil // want "cannot be wiped|copy of .*key .* is (never|not) wiped"
}

func base64String(ctx context.Context, client *kms.Client) (string, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return "", err
	}
	defer clear(out.Plaintext)
	return base64.StdEncoding.EncodeToString(out.Plaintext), nil // want "cannot be wiped|copy of .*key .* is (never|not) wiped"
}

func hexBuffer(ctx context.Context, client *kms.Client, deliver func(text []byte)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	text := make([]byte, hex.EncodedLen(len(out.Plaintext)))
	hex.Encode(text, out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	deliver(text)
	return nil
}

func hexBufferWiped(ctx context.Context, client *kms.Client, deliver func(text []byte)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	text := make([]byte, hex.EncodedLen(len(out.Plaintext)))
	defer clear(text)
	hex.Encode(text, out.Plaintext)
	deliver(text)
	return nil
}

func base64BufferWiped(ctx context.Context, client *kms.Client, deliver func(text []byte)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	text := make([]byte, base64.StdEncoding.EncodedLen(len(out.Plaintext)))
	defer clear(text)
	base64.StdEncoding.Encode(text, out.Plaintext)
	deliver(text)
	return nil
}

func toString(ctx context.Context, client *kms.Client) (string, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return "", err
	}
	defer clear(out.Plaintext)
	return string(out.Plaintext), nil // want "string .*cannot be wiped"
}

type passphrase string

func toNamedString(ctx context.Context, client *kms.Client) (p passphrase, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return "", err
	}
	p = passphrase(out.Plaintext) // want "string .*cannot be wiped"
	clear(out.Plaintext)
	return p, nil
}

func toStringField(ctx context.Context, client *kms.Client, settings map[string]string) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	settings["key"] = string(out.Plaintext) // want "string .*cannot be wiped"
	return nil
}

func toStringAndBack(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	secret := string(out.Plaintext) // want "string .*cannot be wiped"
	key := []byte(secret)
	defer clear(key)
	return newAEAD(key)
}

func sprintf(ctx context.Context, client *kms.Client) (string, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return "", err
	}
	defer clear(out.Plaintext)
	return fmt.Sprintf("key=%x", out.Plaintext), nil // want "cannot be wiped|copy of .*key .* is (never|not) wiped"
}

// compared converts and keeps nothing: the compiler makes no copy.
func compared(ctx context.Context, client *kms.Client, old []byte) (bool, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return false, err
	}
	defer clear(out.Plaintext)
	return string(out.Plaintext) == string(old), nil
}

func comparedInConstantTime(ctx context.Context, client *kms.Client, old []byte) (bool, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return false, err
	}
	defer clear(out.Plaintext)
	return subtle.ConstantTimeCompare(out.Plaintext, old) == 1 || bytes.Equal(out.Plaintext, old), nil
}

// ciphertextCopies are not of the key.
func ciphertextCopies(ctx context.Context, client *kms.Client) (cipher.AEAD, []byte, string, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, "", err
	}
	defer clear(out.Plaintext)
	aead, err := newAEAD(out.Plaintext)
	return aead, bytes.Clone(out.CiphertextBlob), base64.StdEncoding.EncodeToString(out.CiphertextBlob), err
}

// lengthOnly says how long the key is.
func lengthOnly(ctx context.Context, client *kms.Client) (string, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return "", err
	}
	defer clear(out.Plaintext)
	return fmt.Sprintf("%d bits", 8*len(out.Plaintext)), nil
}
