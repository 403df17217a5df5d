// Package limitations holds leaks that keyzero is known to miss, each with the reason.
//
// Nothing here is expected to be reported. A function whose leak is found after all moves to the folder of its behaviour.
//
// Not shown, because a corpus cannot hold it: memory that cgo hands to C, the SDK's own buffers of the response,
// and what the kernel swaps out.
package limitations

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"encoding/gob"
	"reflect"
	"unsafe"

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

// byUnsafe copies the key by way of its address. Nothing of the type system is left to follow.
func byUnsafe(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := *(*[32]byte)(unsafe.Pointer(unsafe.SliceData(out.Plaintext)))
	return newAEAD(key[:])
}

// byReflect copies it by way of reflect.Value, which could hold anything.
func byReflect(ctx context.Context, client *kms.Client) (int, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return 0, err
	}
	defer clear(out.Plaintext)
	var key [32]byte
	return reflect.Copy(reflect.ValueOf(&key).Elem(), reflect.ValueOf(out.Plaintext)), nil
}

// dispatch calls an operation by its name. The result's type is any: a key is recognised by the type of a call.
func dispatch(ctx context.Context, client *kms.Client, operation string) (any, error) {
	call := reflect.ValueOf(client).MethodByName(operation)
	results := call.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(spec)})
	err, _ := results[1].Interface().(error)
	return results[0].Interface(), err
}

func byAssertion(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	result, err := dispatch(ctx, client, "GenerateDataKey")
	if err != nil {
		return nil, err
	}
	out := result.(*kms.GenerateDataKeyOutput)
	return newAEAD(out.Plaintext)
}

type message struct {
	Key []byte
}

// encoded lies in the encoder's buffer as well. That gob copies what it encodes is no part of keyzero's table,
// and of every encoder it cannot be.
func encoded(ctx context.Context, client *kms.Client) (int, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return 0, err
	}
	defer clear(out.Plaintext)
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(message{Key: out.Plaintext}); err != nil {
		return 0, err
	}
	return buf.Len(), nil
}

// sealer has no key, but AES has its schedule, from which the key can be computed.
// The standard library gives no way to wipe it; only runtime/secret.Do does.
type sealer struct {
	aead cipher.AEAD
}

func newSealer(ctx context.Context, client *kms.Client) (*sealer, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	aead, err := newAEAD(out.Plaintext)
	if err != nil {
		return nil, err
	}
	return &sealer{aead: aead}, nil
}

// holder has a wiper, so it owns its key.
type holder struct {
	key []byte
}

func newHolder(ctx context.Context, client *kms.Client) (*holder, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return &holder{key: out.Plaintext}, nil
}

func (h *holder) Close() { clear(h.key) }

// notClosed never closes it. The key is the holder's; that somebody closes the holder is another obligation,
// whose owners (frameworks, finalizers, main) keyzero does not know.
func notClosed(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	h, err := newHolder(ctx, client)
	if err != nil {
		return nil, err
	}
	return newAEAD(h.key)
}

// KeySource is implemented in packages that import this one, which are analysed after it.
type KeySource interface {
	DataKey(ctx context.Context) ([]byte, error)
}

func fromAbove(ctx context.Context, source KeySource) (cipher.AEAD, error) {
	key, err := source.DataKey(ctx)
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

// registered gives a decrypted key to a function that only its caller knows.
// Nothing in sight makes the bytes a key rather than configuration.
func registered(ctx context.Context, client *kms.Client, blob []byte, register func(material any)) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	register(out.Plaintext)
	return nil
}

// passedByValue leaves a copy in the frame of each function that the array passes through.
// The compiler may or may not make them; the source does not say where they are.
func passedByValue(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	key := [32]byte(out.Plaintext)
	defer clear(key[:])
	return aeadOf(key)
}

func aeadOf(key [32]byte) (cipher.AEAD, error) { return newAEAD(key[:]) }

// panicsInside wipes on every path that can be seen. Where a callee panics and a caller recovers, the key stays:
// to count every call as a way out would demand a defer everywhere.
func panicsInside(ctx context.Context, client *kms.Client, use func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	aead, err := newAEAD(out.Plaintext)
	if err == nil {
		use(aead)
	}
	clear(out.Plaintext)
	return err
}
