// Package goroutines holds keys that another goroutine works with.
package goroutines

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

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

// wipesItself hands the key over to the goroutine.
func wipesItself(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	go func() {
		defer clear(out.Plaintext)
		done(newAEAD(out.Plaintext))
	}()
	return nil
}

func wipesArgument(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	go func(key []byte) {
		done(newAEAD(key))
		clear(key)
	}(out.Plaintext)
	return nil
}

func work(key []byte, done func(cipher.AEAD)) {
	defer clear(key)
	done(newAEAD(key))
}

func wipedByCallee(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	go work(out.Plaintext, done)
	return nil
}

func play(key []byte, done func(cipher.AEAD)) { done(newAEAD(key)) }

func forgotten(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return err
	}
	go play(out.Plaintext, done)
	return nil
}

func forgottenInClosure(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return err
	}
	go func() { done(newAEAD(out.Plaintext)) }()
	return nil
}

func notOnEveryPath(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return err
	}
	go func() {
		if ctx.Err() != nil {
			return
		}
		done(newAEAD(out.Plaintext))
		clear(out.Plaintext)
	}()
	return nil
}

// acquiresInside owes what it took itself.
func acquiresInside(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) {
	go func() {
		out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
		if err != nil {
			return
		}
		done(newAEAD(out.Plaintext))
	}()
}

func acquiresInsideWiped(ctx context.Context, client *kms.Client, done func(cipher.AEAD)) {
	go func() {
		out, err := client.GenerateDataKey(ctx, spec)
		if err != nil {
			return
		}
		defer clear(out.Plaintext)
		done(newAEAD(out.Plaintext))
	}()
}

// joined waits for the workers that use the key, and wipes it then.
func joined(ctx context.Context, client *kms.Client, orders [][]byte, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	var wg sync.WaitGroup
	for range orders {
		wg.Go(func() { done(newAEAD(out.Plaintext)) })
	}
	wg.Wait()
	return nil
}

func joinedForgotten(ctx context.Context, client *kms.Client, orders [][]byte, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for range orders {
		wg.Go(func() { done(newAEAD(out.Plaintext)) })
	}
	wg.Wait()
	return nil
}

// wipedByWaitGroup hands the key to wg.Go, whose function wipes it.
func wipedByWaitGroup(ctx context.Context, client *kms.Client, wg *sync.WaitGroup, done func(cipher.AEAD)) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	wg.Go(func() {
		defer clear(out.Plaintext)
		done(newAEAD(out.Plaintext))
	})
	return nil
}

// wrapEverywhere wraps one key under the KMS keys of several regions, at the same time.
func wrapEverywhere(ctx context.Context, regions map[string]*kms.Client) (map[string][]byte, error) {
	out, err := regions["eu-central-1"].GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return wrapAll(ctx, regions, out.Plaintext), nil
}

func wrapEverywhereForgotten(ctx context.Context, regions map[string]*kms.Client) (map[string][]byte, error) {
	out, err := regions["eu-central-1"].GenerateDataKey(ctx, spec) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return wrapAll(ctx, regions, out.Plaintext), nil
}

func wrapAll(ctx context.Context, regions map[string]*kms.Client, key []byte) map[string][]byte {
	type result struct {
		region  string
		wrapped []byte
	}
	results := make(chan result, len(regions))
	var wg sync.WaitGroup
	for region, client := range regions {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out, err := client.Encrypt(ctx, &kms.EncryptInput{Plaintext: key})
			if err != nil {
				return
			}
			results <- result{region, out.CiphertextBlob}
		}()
	}
	wg.Wait()
	close(results)
	all := make(map[string][]byte)
	for r := range results {
		all[r.region] = r.wrapped
	}
	return all
}
