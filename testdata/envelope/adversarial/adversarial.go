// Package adversarial takes roundabout ways, some of which lead nowhere.
package adversarial

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

func request() *kms.GenerateDataKeyInput {
	return &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose}
}

func newGCM(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func seal(key, data []byte) ([]byte, error) {
	aead, err := newGCM(key)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize())
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return nil, err
	}
	return aead.Seal(nonce, nonce, data, nil), nil
}

// A sink is an interface that the package itself implements.
type sink interface{ keep(blob []byte) error }

type dropping struct{ n int }

func (d *dropping) keep(blob []byte) error { d.n += len(blob); return nil }

type filing struct{ w io.Writer }

func (f *filing) keep(blob []byte) error { _, err := f.w.Write(blob); return err }

func throughInterface(ctx context.Context, client *kms.Client, s sink, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	if err := s.keep(out.CiphertextBlob); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func throughDropping(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	d := new(dropping)
	if err := d.keep(out.CiphertextBlob); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func deferred(ctx context.Context, client *kms.Client, s *filing, data []byte) (sealed []byte, err error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.keep(out.CiphertextBlob)) }()
	return seal(out.Plaintext, data)
}

func inError(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	sealed, err := seal(out.Plaintext, data)
	if err != nil {
		return nil, fmt.Errorf("seal under %x: %w", out.CiphertextBlob, err)
	}
	return append(sealed, out.CiphertextBlob...), nil
}

type closer func() []byte

// function values carry both halves.
func asFunctions(ctx context.Context, client *kms.Client) (seals func([]byte) ([]byte, error), blob closer, err error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, nil, err
	}
	seals = func(data []byte) ([]byte, error) { return seal(out.Plaintext, data) }
	blob = func() []byte { return out.CiphertextBlob }
	return seals, blob, nil
}

func goroutines(ctx context.Context, client *kms.Client, data []byte, w io.Writer) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func(blob []byte) {
		defer wg.Done()
		w.Write(blob)
	}(out.CiphertextBlob)
	wg.Wait()
	return seal(out.Plaintext, data)
}

func grouped(ctx context.Context, client *kms.Client, data []byte, w io.Writer) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	var group group
	group.Go(func() error { _, err := w.Write(out.CiphertextBlob); return err })
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

type both struct{ key, blob []byte }

// pair is a generic pair.
type pair[A, B any] struct {
	first  A
	second B
}

func genericPair(ctx context.Context, client *kms.Client) (pair[[]byte, []byte], error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return pair[[]byte, []byte]{}, err
	}
	return pair[[]byte, []byte]{out.Plaintext, out.CiphertextBlob}, nil
}

func ofPair(ctx context.Context, client *kms.Client, data []byte) ([]byte, []byte, error) {
	p, err := genericPair(ctx, client)
	if err != nil {
		return nil, nil, err
	}
	sealed, err := seal(p.first, data)
	return sealed, p.second, err
}

func retried(ctx context.Context, client *kms.Client, data []byte) (sealed, blob []byte, err error) {
	var out *kms.GenerateDataKeyOutput
	for range 3 {
		if out, err = client.GenerateDataKey(ctx, request()); err == nil {
			break
		}
		log.Print(err)
	}
	if err != nil {
		return nil, nil, err
	}
	sealed, err = seal(out.Plaintext, data)
	return sealed, out.CiphertextBlob, err
}

func inMapOfStructs(ctx context.Context, client *kms.Client, tenants []string, data []byte) (map[string][]byte, error) {
	made := map[string]both{}
	for _, tenant := range tenants {
		out, err := client.GenerateDataKey(ctx, request())
		if err != nil {
			return nil, err
		}
		made[tenant] = both{out.Plaintext, out.CiphertextBlob}
	}
	files := map[string][]byte{}
	for tenant, b := range made {
		sealed, err := seal(b.key, data)
		if err != nil {
			return nil, err
		}
		files[tenant] = append(b.blob, sealed...)
	}
	return files, nil
}

func halfOfMap(ctx context.Context, client *kms.Client, tenants []string, data []byte) (map[string][]byte, error) {
	made := map[string]both{}
	for _, tenant := range tenants {
		out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
		if err != nil {
			return nil, err
		}
		made[tenant] = both{out.Plaintext, out.CiphertextBlob}
	}
	files := map[string][]byte{}
	for tenant, b := range made {
		sealed, err := seal(b.key, data)
		if err != nil {
			return nil, err
		}
		files[tenant] = sealed
	}
	return files, nil
}

func overChannel(ctx context.Context, client *kms.Client, data []byte) ([]byte, []byte, error) {
	keys := make(chan *kms.GenerateDataKeyOutput, 1)
	go func() {
		if out, err := client.GenerateDataKey(ctx, request()); err == nil {
			keys <- out
		}
		close(keys)
	}()
	out, ok := <-keys
	if !ok {
		return nil, nil, io.EOF
	}
	sealed, err := seal(out.Plaintext, data)
	return sealed, out.CiphertextBlob, err
}

func outParameters(ctx context.Context, client *kms.Client, key *[]byte, blob *string) error {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return err
	}
	*key, *blob = out.Plaintext, base64.StdEncoding.EncodeToString(out.CiphertextBlob)
	return nil
}

func ofParameters(ctx context.Context, client *kms.Client, data []byte) (string, []byte, error) {
	var key []byte
	var blob string
	if err := outParameters(ctx, client, &key, &blob); err != nil {
		return "", nil, err
	}
	sealed, err := seal(key, data)
	return blob, sealed, err
}

func lostParameter(ctx context.Context, client *kms.Client, key *[]byte, blob *string) error {
	out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return err
	}
	*key, *blob = out.Plaintext, base64.StdEncoding.EncodeToString(out.CiphertextBlob)
	return nil
}

func ignoresParameter(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	var key []byte
	var blob string
	if err := lostParameter(ctx, client, &key, &blob); err != nil || blob == "" {
		return nil, err
	}
	return seal(key, data)
}

func overwritten(ctx context.Context, client *kms.Client, data []byte) ([]byte, []byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, 12)
	nonce = append(nonce[:0], out.CiphertextBlob[:12]...)
	aead, err := newGCM(out.Plaintext)
	if err != nil {
		return nil, nil, err
	}
	return aead.Seal(nil, nonce, data, nil), out.CiphertextBlob, nil
}

type record struct {
	Key  string
	Data []byte
}

// The key of the record is the encrypted one; both come from one function.
func encoded(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

func bothEncoded(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	if encoded(out.Plaintext) == "" {
		return nil, io.EOF
	}
	sealed, err := seal(out.Plaintext, data)
	if err != nil {
		return nil, err
	}
	return json.Marshal(record{encoded(out.CiphertextBlob), sealed})
}

func wrongEncoded(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	sealed, err := seal(out.Plaintext, data)
	if err != nil {
		return nil, err
	}
	return json.Marshal(record{encoded(out.Plaintext), sealed}) // want "plaintext data key is written beside what it encrypts"
}

func branches(ctx context.Context, client *kms.Client, data []byte, deterministic bool) ([]byte, []byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, nil, err
	}
	aead, err := newGCM(out.Plaintext)
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, aead.NonceSize())
	if !deterministic {
		if _, err := rand.Read(nonce); err != nil {
			return nil, nil, err
		}
	}
	return aead.Seal(nil, nonce, data, nil), out.CiphertextBlob, nil
}

// A group runs functions one after the other.
type group struct{ err error }

func (g *group) Go(f func() error) { g.err = errors.Join(g.err, f()) }

func (g *group) Wait() error { return g.err }
