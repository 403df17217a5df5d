// Package notdischarge holds what looks like a wipe and is none.
package notdischarge

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"
	"runtime"
	"slices"

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

func half(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext[:16])
	return newAEAD(out.Plaintext)
}

func upperHalf(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext[len(out.Plaintext)/2:])
	return newAEAD(out.Plaintext)
}

func oneOfTwoHalves(ctx context.Context, client *kms.Client) (enc, mac cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, nil, err
	}
	encKey, macKey := out.Plaintext[:16], out.Plaintext[16:]
	defer clear(encKey)
	if enc, err = newAEAD(encKey); err != nil {
		return nil, nil, err
	}
	mac, err = newAEAD(macKey)
	return enc, mac, err
}

// bothHalves is a wipe: together they are the key.
func bothHalves(ctx context.Context, client *kms.Client) (enc, mac cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	encKey, macKey := out.Plaintext[:16], out.Plaintext[16:]
	defer clear(encKey)
	defer clear(macKey)
	if enc, err = newAEAD(encKey); err != nil {
		return nil, nil, err
	}
	mac, err = newAEAD(macKey)
	return enc, mac, err
}

// wholeOfHalves uses halves and wipes the whole.
func wholeOfHalves(ctx context.Context, client *kms.Client) (enc, mac cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	defer clear(out.Plaintext)
	if enc, err = newAEAD(out.Plaintext[:16]); err != nil {
		return nil, nil, err
	}
	mac, err = newAEAD(out.Plaintext[16:])
	return enc, mac, err
}

func halfByLoop(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := 0; i < len(key)/2; i++ {
		key[i] = 0
	}
	return aead, err
}

func fromOne(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := 1; i < len(key); i++ {
		key[i] = 0
	}
	return aead, err
}

func everySecond(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := 0; i < len(key); i += 2 {
		key[i] = 0
	}
	return aead, err
}

func upToLast(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := len(key) - 1; i > 0; i-- {
		key[i] = 0
	}
	return aead, err
}

// firstByte stores to the same place every time round.
func firstByte(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for range key {
		key[0] = 0
	}
	return aead, err
}

// loopVariable zeroes the copy of each byte.
func loopVariable(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	for _, b := range out.Plaintext {
		b = 0
		_ = b
	}
	return aead, err
}

func leavesLoop(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	for i := range key {
		if key[i] == 0 {
			break
		}
		key[i] = 0
	}
	return aead, err
}

func shortCopy(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	var zeros [16]byte
	aead, err := newAEAD(out.Plaintext)
	copy(out.Plaintext, zeros[:])
	return aead, err
}

// xorWithOther hides the key under a mask that stays.
func xorWithOther(ctx context.Context, client *kms.Client, mask []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	subtle.XORBytes(key, key, mask)
	return aead, err
}

func wrongField(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(out.CiphertextBlob)
	return newAEAD(out.Plaintext)
}

func publicHalf(ctx context.Context, client *kms.Client, keyID string) ([]byte, error) {
	pair, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{KeyId: &keyID}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(pair.PublicKey)
	return pair.PrivateKeyCiphertextBlob, nil
}

func fieldToNil(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer func() { out.Plaintext = nil }()
	return newAEAD(out.Plaintext)
}

func outputToNil(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	out = nil
	runtime.GC()
	return aead, err
}

func zeroValue(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	*out = kms.GenerateDataKeyOutput{}
	return aead, err
}

func nilThenClear(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	out.Plaintext = nil
	clear(out.Plaintext)
	return aead, err
}

func clearThenNil(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	out.Plaintext = nil
	return aead, err
}

// replaced clears the new buffer, not the one with the key.
func replaced(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	out.Plaintext = make([]byte, len(out.Plaintext))
	clear(out.Plaintext)
	return aead, err
}

// truncated keeps the bytes behind a slice of length zero.
func truncated(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	aead, err := newAEAD(key)
	key = key[:0]
	clear(key)
	return aead, err
}

// deferredEarly evaluates its argument before there is a key.
func deferredEarly(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	var key []byte
	defer clear(key)
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key = out.Plaintext
	return newAEAD(key)
}

// clearedCopy wipes what it has just made.
func clearedCopy(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(bytes.Clone(out.Plaintext))
	return newAEAD(out.Plaintext)
}

func checksum(b []byte) (sum uint32) {
	for _, c := range b {
		sum = sum<<1 ^ uint32(c)
	}
	return sum
}

// wipe has the name and not the body.
func wipe(b []byte) {
	b = nil
	runtime.KeepAlive(b)
}

func wipeIf(b []byte, enabled bool) {
	if enabled {
		clear(b)
	}
}

func wipeClone(b []byte) { clear(slices.Clone(b)) }

func wipeValue(key [32]byte) { clear(key[:]) }

func readOnly(ctx context.Context, client *kms.Client) (cipher.AEAD, uint32, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, 0, err
	}
	aead, err := newAEAD(out.Plaintext)
	return aead, checksum(out.Plaintext), err
}

func byName(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer wipe(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byHelperOfOneBranch(ctx context.Context, client *kms.Client, paranoid bool) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	defer wipeIf(out.Plaintext, paranoid)
	return newAEAD(out.Plaintext)
}

func byHelperOfClone(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer wipeClone(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byHelperOfValue(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := [32]byte(out.Plaintext) // want "copy of .*key .* is (never|not) wiped"
	clear(out.Plaintext)
	defer wipeValue(key)
	return newAEAD(key[:])
}

func oneBranch(ctx context.Context, client *kms.Client, paranoid bool) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	if paranoid {
		clear(out.Plaintext)
	}
	return aead, err
}

// notCalled has the right closure and forgets to call it.
func notCalled(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	cleanup := func() { clear(out.Plaintext) }
	_ = cleanup
	return newAEAD(out.Plaintext)
}

// onlyOnPanic wipes when it recovers, and only then.
func onlyOnPanic(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			clear(out.Plaintext)
			panic(p)
		}
	}()
	return newAEAD(out.Plaintext)
}

// shadowedClear is not the builtin.
func shadowedClear(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	clear := func(b []byte) { _ = len(b) }
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// wipedBefore is overtaken by the next key in the same variable.
func wipedBefore(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	clear(out.Plaintext)
	out, err = client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}
