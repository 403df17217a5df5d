// Package idioms has what careful programs do, and slips that look like it.
package idioms

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"errors"
	"io"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var spec = &kms.GenerateDataKeyInput{}

func zeroArr(k *[32]byte) { *k = [32]byte{} }

func okO(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	k := [32]byte(out.Plaintext)
	defer zeroArr(&k)
	return aes.NewCipher(k[:])
}

func okL(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer func(k []byte) { clear(k) }(out.Plaintext)
	return aes.NewCipher(out.Plaintext)
}

type holder struct{ k []byte }

func (h *holder) Close() error { clear(h.k); return nil }

func newHolder(k []byte) io.Closer { return &holder{k: k} }

func okK(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	h := newHolder(out.Plaintext)
	defer h.Close()
	return aes.NewCipher(out.Plaintext)
}

func okA(ctx context.Context, c *kms.Client) (b cipher.Block, err error) {
	if out, err := c.GenerateDataKey(ctx, spec); err == nil {
		defer clear(out.Plaintext)
		return aes.NewCipher(out.Plaintext)
	}
	return nil, errors.New("x")
}

func okI(ctx context.Context, c *kms.Client, n int) error {
outer:
	for i := 0; i < n; i++ {
		out, err := c.GenerateDataKey(ctx, spec)
		switch {
		case err != nil:
			continue outer
		case n == 3:
			clear(out.Plaintext)
			break outer
		}
		use(out.Plaintext)
		clear(out.Plaintext)
	}
	return nil
}

func use([]byte) {}

var once sync.Once
var global []byte

func badH(ctx context.Context, c *kms.Client) {
	once.Do(func() {
		out, err := c.GenerateDataKey(ctx, spec) // want "stored in package variable global"
		if err != nil {
			return
		}
		global = out.Plaintext
	})
}

func okM(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	use(out.Plaintext)
	for i := range out.Plaintext {
		out.Plaintext[i] ^= out.Plaintext[i]
	}
	return nil
}

func okErrs(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if errors.Is(err, context.Canceled) {
		return nil
	} else if err != nil {
		return err
	}
	defer func() {
		for i := range out.Plaintext {
			out.Plaintext[i] = 0
		}
	}()
	use(out.Plaintext)
	return nil
}

type svc struct {
	c  *kms.Client
	mu sync.Mutex
	dk *kms.GenerateDataKeyOutput
}

func (s *svc) badCache(ctx context.Context) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.dk == nil {
		out, err := s.c.GenerateDataKey(ctx, spec) // want "stored in field"
		if err != nil {
			return nil, err
		}
		s.dk = out
	}
	return s.dk.CiphertextBlob, nil
}

func okRetry(ctx context.Context, c *kms.Client) error {
	var out *kms.GenerateDataKeyOutput
	var err error
	for i := 0; i < 3; i++ {
		out, err = c.GenerateDataKey(ctx, spec)
		if err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	use(out.Plaintext)
	return nil
}

func okTwo(ctx context.Context, c *kms.Client, cond bool) error {
	var key []byte
	if cond {
		out, err := c.GenerateDataKey(ctx, spec)
		if err != nil {
			return err
		}
		key = out.Plaintext
	} else {
		out, err := c.Decrypt(ctx, &kms.DecryptInput{})
		if err != nil {
			return err
		}
		key = out.Plaintext
	}
	defer clear(key)
	_, err := aes.NewCipher(key)
	return err
}

func okReturnBoth(ctx context.Context, c *kms.Client) ([]byte, []byte, error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil || out == nil {
		return nil, nil, err
	}
	return out.Plaintext, out.CiphertextBlob, nil
}

func okOr(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil || len(out.Plaintext) == 0 {
		return errors.New("no key")
	}
	defer clear(out.Plaintext)
	use(out.Plaintext)
	return nil
}

type group struct{ wg sync.WaitGroup }

func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() { defer g.wg.Done(); f() }()
}

func (g *group) Wait() error { g.wg.Wait(); return nil }

func okGroup(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	var g group
	g.Go(func() error { use(out.Plaintext); return nil })
	return g.Wait()
}

type local struct {
	key  []byte
	name string
}

func (l local) wipe() { clear(l.key) }

func okLocal(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	st := local{key: out.Plaintext, name: "orders"}
	defer st.wipe()
	return aes.NewCipher(st.key)
}

func okGuarded(ctx context.Context, c *kms.Client) (b cipher.Block, err error) {
	var out *kms.GenerateDataKeyOutput
	defer func() {
		if out != nil {
			clear(out.Plaintext)
		}
	}()
	out, err = c.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return aes.NewCipher(out.Plaintext)
}

type session struct {
	key  []byte
	keys map[string]*entry
	jobs chan []byte
}

type entry struct{ key []byte }

func (s *session) setKey(k []byte) { s.key = k }

func (s *session) Close() {
	clear(s.key)
	for id, e := range s.keys {
		clear(e.key)
		delete(s.keys, id)
	}
}

func (s *session) okSetter(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	s.setKey(out.Plaintext)
	return nil
}

func (s *session) okCache(ctx context.Context, c *kms.Client, id string) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	s.keys[id] = &entry{key: out.Plaintext}
	return nil
}

func (s *session) produce(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	s.jobs <- out.Plaintext
	return nil
}

func (s *session) consume() {
	for k := range s.jobs {
		use(k)
		clear(k)
	}
}

var pool = sync.Pool{New: func() any { return make([]byte, 32) }}

func okPooled(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	buf := pool.Get().([]byte)
	defer func() {
		clear(buf)
		pool.Put(buf)
	}()
	copy(buf, out.Plaintext)
	clear(out.Plaintext)
	use(buf)
	return nil
}

func okCopied(ctx context.Context, c *kms.Client) ([]byte, error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	key := make([]byte, 32)
	copy(key, out.Plaintext)
	clear(out.Plaintext)
	return key, nil
}

func okArray(ctx context.Context, c *kms.Client) (key [32]byte, err error) {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return key, err
	}
	defer clear(out.Plaintext)
	return [32]byte(out.Plaintext), nil
}

func (s *session) okOwn(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	key, err := okCopied(ctx, c)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return aes.NewCipher(key)
}

func badOwn(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	key, err := okCopied(ctx, c) // want "data key from kms.GenerateDataKey is never wiped"
	if err != nil {
		return nil, err
	}
	return aes.NewCipher(key)
}

func badArray(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	key, err := okArray(ctx, c) // want "data key from kms.GenerateDataKey is never wiped"
	if err != nil {
		return nil, err
	}
	return aes.NewCipher(key[:])
}

func okArrayWiped(ctx context.Context, c *kms.Client) (cipher.Block, error) {
	key, err := okArray(ctx, c)
	if err != nil {
		return nil, err
	}
	defer func() { key = [32]byte{} }()
	return aes.NewCipher(key[:])
}
