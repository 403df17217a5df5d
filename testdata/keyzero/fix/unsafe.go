package fix

import (
	"context"
	"crypto/cipher"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// inLoop would wipe when the function ends, and hold every key until then.
func inLoop(ctx context.Context, client *kms.Client, n int) (aeads []cipher.AEAD, err error) {
	for range n {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
		if err != nil {
			return nil, err
		}
		aead, err := newAEAD(out.Plaintext)
		if err != nil {
			return nil, err
		}
		aeads = append(aeads, aead)
	}
	return aeads, nil
}

// inGoroutine would wipe under the goroutine's hands.
func inGoroutine(ctx context.Context, client *kms.Client, done func(cipher.AEAD, error)) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return err
	}
	go func() { done(newAEAD(out.Plaintext)) }()
	return nil
}

type sealer struct {
	key []byte
}

// inField would give the sealer a key of zeros.
func inField(ctx context.Context, client *kms.Client) (*sealer, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "stored in .* which nothing wipes"
	if err != nil {
		return nil, err
	}
	return &sealer{key: out.Plaintext}, nil
}

// returnedOnce would wipe what the caller gets.
func returnedOnce(ctx context.Context, client *kms.Client, raw bool) ([]byte, cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, nil, err
	}
	if raw {
		return out.Plaintext, nil, nil
	}
	aead, err := newAEAD(out.Plaintext)
	return nil, aead, err
}

// shadowed would call another clear.
func shadowed(ctx context.Context, client *kms.Client, clear func([]byte)) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	return newAEAD(out.Plaintext)
}

// unchecked has no check that the fix could follow.
func unchecked(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, _ := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	return newAEAD(out.Plaintext)
}

// goesOn does not leave when there is no key.
func goesOn(ctx context.Context, client *kms.Client, log func(error)) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		log(err)
	}
	return newAEAD(out.Plaintext)
}

func newKey(ctx context.Context, client *kms.Client) []byte {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil
	}
	return out.Plaintext
}

func sealed(key, msg []byte) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, make([]byte, aead.NonceSize()), msg, nil), nil
}

// within has the key in what is assigned, but not as what is assigned.
func within(ctx context.Context, client *kms.Client, msg []byte) ([]byte, error) {
	ciphertext, err := sealed(newKey(ctx, client), msg) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return ciphertext, nil
}

// usedAtTheEnd would encrypt with zeros: what is deferred first runs last.
func usedAtTheEnd(ctx context.Context, client *kms.Client, msg []byte) (ciphertext []byte, err error) {
	var out *kms.GenerateDataKeyOutput
	defer func() {
		if out != nil {
			ciphertext, err = sealed(out.Plaintext, msg)
		}
	}()
	out, err = client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return nil, nil
}

// inClosure gives its caller a function that goes on using the key.
func inClosure(ctx context.Context, client *kms.Client) (func(msg []byte) ([]byte, error), error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	key := out.Plaintext
	return func(msg []byte) ([]byte, error) { return sealed(key, msg) }, nil
}
