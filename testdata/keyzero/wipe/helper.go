package wipe

import (
	"context"
	"crypto/cipher"
	"runtime"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func zero(b []byte) {
	for i := range b {
		b[i] = 0
	}
}

// zeroKept keeps the stores from being optimised away.
//
//go:noinline
func zeroKept(b []byte) {
	clear(b)
	runtime.KeepAlive(b)
}

func zeroNonEmpty(b []byte) {
	if len(b) == 0 {
		return
	}
	clear(b)
}

func zeroAll(bs ...[]byte) {
	for _, b := range bs {
		clear(b)
	}
}

func zeroOutput(out *kms.GenerateDataKeyOutput) {
	if out != nil {
		clear(out.Plaintext)
	}
}

func zeroArray(key *[32]byte) { *key = [32]byte{} }

// zeroTwoDown is a wiper by way of another.
func zeroTwoDown(b []byte) { zeroKept(b) }

type scrubber struct{ wiped int }

func (s *scrubber) scrub(b []byte) {
	clear(b)
	s.wiped++
}

var scrubBytes = func(b []byte) { clear(b) }

func wipeAny[T ~[]byte](b T) { clear(b) }

func wipeElems[E any](s []E) {
	var none E
	for i := range s {
		s[i] = none
	}
}

func byHelper(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(out.Plaintext)
	zero(out.Plaintext)
	return aead, err
}

func byDeferredHelper(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer zeroKept(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byGuardedHelper(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer zeroNonEmpty(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byVariadicHelper(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer zeroAll(out.Plaintext, out.CiphertextBlob)
	return newAEAD(out.Plaintext)
}

func byHelperOfOutput(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	defer zeroOutput(out)
	if err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}

func byHelperTwoDown(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer zeroTwoDown(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byArrayHelper(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := [32]byte(out.Plaintext)
	defer zeroArray(&key)
	clear(out.Plaintext)
	return newAEAD(key[:])
}

func byMethod(ctx context.Context, client *kms.Client, s *scrubber) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer s.scrub(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byMethodValue(ctx context.Context, client *kms.Client, s *scrubber) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	scrub := s.scrub
	defer scrub(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byPackageVar(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer scrubBytes(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byLocalVar(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	wipe := zero
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer wipe(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byClosure(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	wipe := func() { clear(out.Plaintext) }
	defer wipe()
	return newAEAD(out.Plaintext)
}

func byDeferredClosure(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer func() {
		for i := range out.Plaintext {
			out.Plaintext[i] = 0
		}
	}()
	return newAEAD(out.Plaintext)
}

func byClosureWithParameter(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer func(key []byte) { zero(key) }(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// deferredBeforeUse guards the error path as well as the good one.
func deferredBeforeUse(ctx context.Context, client *kms.Client) (_ cipher.AEAD, err error) {
	var key []byte
	defer func() { zero(key) }()
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key = out.Plaintext
	return newAEAD(key)
}

func byGeneric(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer wipeAny(out.Plaintext)
	return newAEAD(out.Plaintext)
}

func byGenericElements(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer wipeElems(out.Plaintext)
	return newAEAD(out.Plaintext)
}

// sealOnce uses the key and wipes it: its callers need not.
func sealOnce(key []byte) (cipher.AEAD, error) {
	defer clear(key)
	return newAEAD(key)
}

func byCallee(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return sealOnce(out.Plaintext)
}
