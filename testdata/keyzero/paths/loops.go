package paths

import (
	"context"
	"crypto/cipher"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type tenant struct {
	name     string
	disabled bool
}

func perTenant(ctx context.Context, client *kms.Client, tenants []tenant) (map[string]cipher.AEAD, error) {
	aeads := make(map[string]cipher.AEAD)
	for _, t := range tenants {
		if t.disabled {
			continue
		}
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			return nil, err
		}
		aeads[t.name] = newAEAD(out.Plaintext)
		clear(out.Plaintext)
	}
	return aeads, nil
}

func perTenantNever(ctx context.Context, client *kms.Client, tenants []tenant) (map[string]cipher.AEAD, error) {
	aeads := make(map[string]cipher.AEAD)
	for _, t := range tenants {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
		if err != nil {
			return nil, err
		}
		aeads[t.name] = newAEAD(out.Plaintext)
	}
	return aeads, nil
}

func continues(ctx context.Context, client *kms.Client, tenants []tenant) (map[string]cipher.AEAD, error) {
	aeads := make(map[string]cipher.AEAD)
	for _, t := range tenants {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
		if err != nil {
			return nil, err
		}
		if t.disabled {
			continue
		}
		aeads[t.name] = newAEAD(out.Plaintext)
		clear(out.Plaintext)
	}
	return aeads, nil
}

// continuesOnError goes on when there is no key, and that leaks nothing.
func continuesOnError(ctx context.Context, client *kms.Client, regions int) cipher.AEAD {
	for range regions {
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			continue
		}
		aead := newAEAD(out.Plaintext)
		clear(out.Plaintext)
		return aead
	}
	return nil
}

func breaks(ctx context.Context, client *kms.Client, tenants []tenant) (map[string]cipher.AEAD, error) {
	aeads := make(map[string]cipher.AEAD)
	for _, t := range tenants {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
		if err != nil {
			return nil, err
		}
		if t.disabled {
			break
		}
		aeads[t.name] = newAEAD(out.Plaintext)
		clear(out.Plaintext)
	}
	return aeads, nil
}

func breaksOuter(ctx context.Context, client *kms.Client, groups [][]tenant) (cipher.AEAD, error) {
	var found cipher.AEAD
search:
	for _, group := range groups {
		for _, t := range group {
			out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
			if err != nil {
				return nil, err
			}
			if !t.disabled {
				found = newAEAD(out.Plaintext)
				break search
			}
			clear(out.Plaintext)
		}
	}
	return found, nil
}

// unwrapAny is the loop of envelope libraries: try each region's wrapped key.
func unwrapAny(ctx context.Context, client *kms.Client, wrapped [][]byte, sealed []byte) ([]byte, error) {
	err := errEmpty
	for _, blob := range wrapped {
		out, decryptErr := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
		if decryptErr != nil {
			err = decryptErr
			continue
		}
		plain, openErr := newAEAD(out.Plaintext).Open(nil, sealed[:12], sealed[12:], nil)
		if openErr != nil {
			err = openErr
			continue
		}
		return plain, nil
	}
	return nil, err
}

func unwrapAnyWiped(ctx context.Context, client *kms.Client, wrapped [][]byte, sealed []byte) ([]byte, error) {
	err := errEmpty
	for _, blob := range wrapped {
		out, decryptErr := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
		if decryptErr != nil {
			err = decryptErr
			continue
		}
		plain, openErr := newAEAD(out.Plaintext).Open(nil, sealed[:12], sealed[12:], nil)
		clear(out.Plaintext)
		if openErr != nil {
			err = openErr
			continue
		}
		return plain, nil
	}
	return nil, err
}

// deferInLoop runs once in the end: the loop leaves at the first key.
func deferInLoop(ctx context.Context, client *kms.Client, attempts int) cipher.AEAD {
	for range attempts {
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			continue
		}
		defer clear(out.Plaintext)
		return newAEAD(out.Plaintext)
	}
	return nil
}

// deferOfSharedVariable wipes the last key as often as there are keys.
func deferOfSharedVariable(ctx context.Context, client *kms.Client, use func(cipher.AEAD)) error {
	var key []byte
	for range 3 {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
		if err != nil {
			return err
		}
		key = out.Plaintext
		defer func() { clear(key) }()
		use(newAEAD(key))
	}
	return nil
}

// rotated wipes each key before it takes the next.
func rotated(ctx context.Context, client *kms.Client, orders [][]byte) (sealed [][]byte, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	for i, order := range orders {
		sealed = append(sealed, newAEAD(out.Plaintext).Seal(nil, make([]byte, 12), order, nil))
		if i%1000 != 999 {
			continue
		}
		clear(out.Plaintext)
		if out, err = client.GenerateDataKey(ctx, spec); err != nil {
			return nil, err
		}
	}
	clear(out.Plaintext)
	return sealed, nil
}

// rotatedLeak takes the next key over the one before.
func rotatedLeak(ctx context.Context, client *kms.Client, orders [][]byte) (sealed [][]byte, err error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	for i, order := range orders {
		sealed = append(sealed, newAEAD(out.Plaintext).Seal(nil, make([]byte, 12), order, nil))
		if i%1000 != 999 {
			continue
		}
		if out, err = client.GenerateDataKey(ctx, spec); err != nil { // want "data key .* is (never wiped|not wiped on every path)"
			return nil, err
		}
	}
	clear(out.Plaintext)
	return sealed, nil
}

// overwritten has one variable and two keys.
func overwritten(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	if out, err = client.GenerateDataKey(ctx, spec); err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return newAEAD(out.Plaintext), nil
}

// maybeWiped wipes in a loop that may not run.
func maybeWiped(ctx context.Context, client *kms.Client, orders [][]byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return nil, err
	}
	var sealed []byte
	for i, order := range orders {
		sealed = newAEAD(out.Plaintext).Seal(sealed, make([]byte, 12), order, nil)
		if i == len(orders)-1 {
			clear(out.Plaintext)
		}
	}
	return sealed, nil
}

// collected keeps all keys, and wipes all of them.
func collected(ctx context.Context, client *kms.Client, n int) ([]cipher.AEAD, error) {
	var keys [][]byte
	defer func() {
		for _, key := range keys {
			clear(key)
		}
	}()
	var aeads []cipher.AEAD
	for range n {
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			return nil, err
		}
		keys = append(keys, out.Plaintext)
	}
	for _, key := range keys {
		aeads = append(aeads, newAEAD(key))
	}
	return aeads, nil
}
