// Package paths holds the ways out of a function that has a key.
package paths

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"log"
	"os"
	"runtime"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var (
	spec     = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}
	errEmpty = errors.New("empty order")
)

func newAEAD(key []byte) cipher.AEAD {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	return gcm
}

func earlyReturn(ctx context.Context, client *kms.Client, order []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	if len(order) == 0 {
		return nil, errEmpty
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, nil
}

func earlyReturnDeferred(ctx context.Context, client *kms.Client, order []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	if len(order) == 0 {
		return nil, errEmpty
	}
	return newAEAD(out.Plaintext), nil
}

// earlyReturnBefore checks the order while there is no key yet.
func earlyReturnBefore(ctx context.Context, client *kms.Client, order []byte) (cipher.AEAD, error) {
	if len(order) == 0 {
		return nil, errEmpty
	}
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, nil
}

// deferredTooLate leaves a way out between the key and the defer.
func deferredTooLate(ctx context.Context, client *kms.Client, order []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	if len(order) == 0 {
		return nil, errEmpty
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext), nil
}

func everyBranch(ctx context.Context, client *kms.Client, order []byte) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	if len(order) == 0 {
		clear(out.Plaintext)
		return nil, errEmpty
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead, nil
}

func inSwitch(ctx context.Context, client *kms.Client, version int) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	var aead cipher.AEAD
	switch version {
	case 1:
		aead = newAEAD(out.Plaintext[:16])
		clear(out.Plaintext)
	case 2:
		aead = newAEAD(out.Plaintext)
		clear(out.Plaintext)
	default:
		clear(out.Plaintext)
	}
	return aead, nil
}

func inSwitchLeak(ctx context.Context, client *kms.Client, version int) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	var aead cipher.AEAD
	switch version {
	case 1:
		aead = newAEAD(out.Plaintext[:16])
		clear(out.Plaintext)
	case 2:
		aead = newAEAD(out.Plaintext)
	default:
		clear(out.Plaintext)
	}
	return aead, nil
}

func noDefault(ctx context.Context, client *kms.Client, version int) (aead cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	switch version {
	case 1:
		aead = newAEAD(out.Plaintext[:16])
		clear(out.Plaintext)
	case 2:
		aead = newAEAD(out.Plaintext)
		clear(out.Plaintext)
	}
	return aead, nil
}

func inTypeSwitch(ctx context.Context, client *kms.Client, order any) (aead cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	switch order.(type) {
	case []byte, string:
		aead = newAEAD(out.Plaintext)
	default:
		return nil, errEmpty
	}
	clear(out.Plaintext)
	return aead, nil
}

func inSelect(ctx context.Context, client *kms.Client, orders <-chan []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	select {
	case order := <-orders:
		return newAEAD(out.Plaintext).Seal(nil, make([]byte, 12), order, nil), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func inSelectLeak(ctx context.Context, client *kms.Client, orders <-chan []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	select {
	case order := <-orders:
		sealed := newAEAD(out.Plaintext).Seal(nil, make([]byte, 12), order, nil)
		clear(out.Plaintext)
		return sealed, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func panics(ctx context.Context, client *kms.Client, order []byte) cipher.AEAD {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		panic(err)
	}
	if len(order) == 0 {
		panic("empty order")
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead
}

func panicsDeferred(ctx context.Context, client *kms.Client, order []byte) cipher.AEAD {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		panic(err)
	}
	defer clear(out.Plaintext)
	if len(order) == 0 {
		panic("empty order")
	}
	return newAEAD(out.Plaintext)
}

// panicsRecovered survives the panic: the key does too.
func panicsRecovered(ctx context.Context, client *kms.Client, order []byte) (aead cipher.AEAD) {
	defer func() {
		if recover() != nil {
			aead = nil
		}
	}()
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		panic(err)
	}
	if len(order) == 0 {
		panic("empty order")
	}
	aead = newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead
}

func goexit(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		runtime.Goexit()
	}
	if ctx.Err() != nil {
		runtime.Goexit()
	}
	done(newAEAD(out.Plaintext))
	clear(out.Plaintext)
}

func goexitDeferred(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		runtime.Goexit()
	}
	defer clear(out.Plaintext)
	if ctx.Err() != nil {
		runtime.Goexit()
	}
	done(newAEAD(out.Plaintext))
}

// exits ends the process, and its memory with it.
func exits(ctx context.Context, client *kms.Client, order []byte) cipher.AEAD {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		os.Exit(2)
	}
	if len(order) == 0 {
		os.Exit(1)
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead
}

func fatal(ctx context.Context, client *kms.Client, order []byte) cipher.AEAD {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		log.Fatalf("data key: %v", err)
	}
	if len(order) == 0 {
		log.Fatal(errEmpty)
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead
}

// die does not return, and nothing but its body says so.
func die(err error) {
	log.Println(err)
	os.Exit(1)
}

func fatalHelper(ctx context.Context, client *kms.Client, order []byte) cipher.AEAD {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		die(err)
	}
	if len(order) == 0 {
		die(errEmpty)
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return aead
}

func forever(ctx context.Context, client *kms.Client, tick func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	for {
		tick(aead)
	}
}

func gotoEnd(ctx context.Context, client *kms.Client, order []byte) (aead cipher.AEAD, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	if len(order) == 0 {
		err = errEmpty
		goto end
	}
	aead = newAEAD(out.Plaintext)
end:
	clear(out.Plaintext)
	return aead, err
}

// conditionalDefer registers the wipe on one side only.
func conditionalDefer(ctx context.Context, client *kms.Client, paranoid bool) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	if paranoid {
		defer clear(out.Plaintext)
	}
	return newAEAD(out.Plaintext), nil
}

// deferOrder wipes last what was deferred first: the use in between is fine.
func deferOrder(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	defer func() { done(newAEAD(out.Plaintext)) }()
	return ctx.Err()
}

// wipedThenReturned owes nothing for a buffer of zeros.
func wipedThenReturned(ctx context.Context, client *kms.Client) ([]byte, cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	aead := newAEAD(out.Plaintext)
	clear(out.Plaintext)
	return out.Plaintext, aead, nil
}

// guarded acquires and wipes under the same condition.
func guarded(ctx context.Context, client *kms.Client, encrypt bool) (aead cipher.AEAD, err error) {
	var out *kms.GenerateDataKeyOutput
	if encrypt {
		out, err = client.GenerateDataKey(ctx, spec)
		if err != nil {
			return nil, err
		}
		aead = newAEAD(out.Plaintext)
	}
	if encrypt {
		clear(out.Plaintext)
	}
	return aead, nil
}
