// Package wipe holds the ways in which a program overwrites a key.
package wipe

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/subtle"
	"io"

	"github.com/awnumar/memguard"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func byClear(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, err
}

func byDeferredClear(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// byAlias wipes the array through another slice of all of it.
func byAlias(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	defer clear(key[:])
	return newAEAD(out.Plaintext)
}

func byFullSlice(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext[0:len(out.Plaintext)])
	return newAEAD(out.Plaintext)
}

func rangeIndex(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	for i := range out.Plaintext {
		out.Plaintext[i] = 0
	}
	return aead, err
}

func rangeLocal(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := range key {
		key[i] = 0
	}
	return aead, err
}

func upwards(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	for i := 0; i < len(out.Plaintext); i++ {
		out.Plaintext[i] = 0
	}
	return aead, err
}

func upwardsToN(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i, n := 0, len(key); i != n; i++ {
		key[i] = 0x00
	}
	return aead, err
}

func upwardsInclusive(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := 0; i <= len(key)-1; i++ {
		key[i] = 0
	}
	return aead, err
}

func downwards(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := len(key) - 1; i >= 0; i-- {
		key[i] = 0
	}
	return aead, err
}

func rangeInt(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := range len(key) {
		key[i] = 0
	}
	return aead, err
}

func xorSelf(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	subtle.XORBytes(key, key, key)
	return aead, err
}

func copyZeros(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	copy(out.Plaintext, make([]byte, len(out.Plaintext)))
	return aead, err
}

func copyZerosLocal(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	zeros := make([]byte, len(key))
	aead, err := newAEAD(key)
	copy(key, zeros)
	return aead, err
}

func randRead(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	rand.Read(out.Plaintext)
	return aead, err
}

func readFull(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer io.ReadFull(rand.Reader, out.Plaintext)
	return newAEAD(out.Plaintext)
}

func wipeBytes(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer memguard.WipeBytes(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func scrambleBytes(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer memguard.ScrambleBytes(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// lockedBuffer moves the key out of the heap: the source is wiped on the way.
func lockedBuffer(ctx context.Context, client *kms.Client) (*memguard.LockedBuffer, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return memguard.NewBufferFromBytes(out.Plaintext), nil
}

func enclave(ctx context.Context, client *kms.Client) (*memguard.Enclave, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return memguard.NewEnclave(out.Plaintext), nil
}

func moved(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	buffer := memguard.NewBuffer(32)
	defer buffer.Destroy()
	buffer.Move(out.Plaintext)
	return newAEAD(buffer.Bytes())
}

// copied uses Copy where it wants Move: the source stays.
func copied(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	buffer := memguard.NewBuffer(32)
	defer buffer.Destroy()
	buffer.Copy(out.Plaintext)
	return newAEAD(buffer.Bytes())
}

func array(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := [32]byte(out.Plaintext)
	clear(out.Plaintext)
	aead, err := newAEAD(key[:])
	key = [32]byte{}
	return aead, err
}

func arrayCleared(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	var key [32]byte
	defer clear(key[:])
	copy(key[:], out.Plaintext)
	clear(out.Plaintext)
	return newAEAD(key[:])
}

func arrayByRange(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	var key [32]byte
	copy(key[:], out.Plaintext)
	clear(out.Plaintext)
	aead, err := newAEAD(key[:])
	for i := range key {
		key[i] = 0
	}
	return aead, err
}

func arrayBehindPointer(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := new([32]byte)
	copy(key[:], out.Plaintext)
	clear(out.Plaintext)
	defer func() { *key = [32]byte{} }()
	return newAEAD(key[:])
}

func localStruct(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	pair := struct{ plain, wrapped []byte }{out.Plaintext, out.CiphertextBlob}
	defer clear(pair.plain)
	return newAEAD(pair.plain)
}

func twoKeys(ctx context.Context, client *kms.Client) (enc, mac cipher.AEAD, err error) {
	first, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	defer clear(first.Plaintext)
	second, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	defer clear(second.Plaintext)
	if enc, err = newAEAD(first.Plaintext); err != nil {
		return nil, nil, err
	}
	mac, err = newAEAD(second.Plaintext)
	return enc, mac, err
}

func oneOfTwoKeys(ctx context.Context, client *kms.Client) (enc, mac cipher.AEAD, err error) {
	first, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	defer clear(first.Plaintext)
	second, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, nil, err
	}
	if enc, err = newAEAD(first.Plaintext); err != nil {
		return nil, nil, err
	}
	mac, err = newAEAD(second.Plaintext)
	return enc, mac, err
}
