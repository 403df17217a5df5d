package lost

import (
	"context"
	"io"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// A generator is all that is needed of the client.
type generator interface {
	GenerateDataKey(context.Context, *kms.GenerateDataKeyInput, ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error)
}

// A wrapper counts calls.
type wrapper struct {
	generator
	calls int
}

func (w *wrapper) generate(ctx context.Context) (*kms.GenerateDataKeyOutput, error) {
	w.calls++
	return w.generator.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
}

func throughWrapper(ctx context.Context, w *wrapper, data []byte) ([]byte, error) {
	out, err := w.generate(ctx)
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

type halves struct{ plain, wrapped []byte }

func split(ctx context.Context, g generator) (halves, error) {
	out, err := g.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return halves{}, err
	}
	return halves{plain: out.Plaintext, wrapped: out.CiphertextBlob}, nil
}

func oneHalf(ctx context.Context, g generator, data []byte) ([]byte, error) {
	h, err := split(ctx, g)
	if err != nil {
		return nil, err
	}
	return seal(h.plain, data)
}

type pieces struct{ plain, wrapped []byte }

func cut(ctx context.Context, g generator) (*pieces, error) {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	p := new(pieces)
	p.fill(out)
	return p, nil
}

func (p *pieces) fill(out *kms.GenerateDataKeyOutput) {
	p.plain, p.wrapped = out.Plaintext, out.CiphertextBlob
}

func bothPieces(ctx context.Context, g generator, data []byte, w io.Writer) ([]byte, error) {
	p, err := cut(ctx, g)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(p.wrapped); err != nil {
		return nil, err
	}
	return seal(p.plain, data)
}

// A Sealed is what others read.
type Sealed struct{ Key, Data []byte }

func sealed(ctx context.Context, g generator, data []byte) (*Sealed, error) {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	s := &Sealed{Key: out.CiphertextBlob}
	s.Data, err = seal(out.Plaintext, data)
	return s, err
}

func inHelper(ctx context.Context, g generator, data []byte, w io.Writer) ([]byte, error) {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	if err := header(w, out); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func header(w io.Writer, out *kms.GenerateDataKeyOutput) error {
	_, err := w.Write(out.CiphertextBlob)
	return err
}

func helperIgnoresIt(ctx context.Context, g generator, data []byte, w io.Writer) ([]byte, error) {
	out, err := g.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	if err := title(w, out.CiphertextBlob); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func title(w io.Writer, blob []byte) error {
	_, err := w.Write([]byte{byte(len(blob))})
	return err
}

func inClosure(ctx context.Context, g generator, data []byte) (sealed, blob []byte, err error) {
	var once sync.Once
	once.Do(func() {
		var out *kms.GenerateDataKeyOutput
		if out, err = g.GenerateDataKey(ctx, request()); err != nil {
			return
		}
		blob = out.CiphertextBlob
		sealed, err = seal(out.Plaintext, data)
	})
	return sealed, blob, err
}

func lostInClosure(ctx context.Context, g generator, data []byte) (sealed []byte, err error) {
	var blob []byte
	func() {
		var out *kms.GenerateDataKeyOutput
		if out, err = g.GenerateDataKey(ctx, request()); err != nil { // want "encrypted data key of kms.GenerateDataKey is thrown away"
			return
		}
		blob = out.CiphertextBlob
		sealed, err = seal(out.Plaintext, data)
	}()
	if blob == nil {
		return nil, io.EOF
	}
	return sealed, err
}

func sent(ctx context.Context, g generator, data []byte, blobs chan<- []byte) ([]byte, error) {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	go func() { blobs <- out.CiphertextBlob }()
	return seal(out.Plaintext, data)
}

func handedOn(ctx context.Context, g generator, data []byte, save func(any) error) ([]byte, error) {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	if err := save(map[string]any{"key": out.CiphertextBlob}); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func generic[T any](ctx context.Context, g generator, wrap func(key, blob []byte) T) (T, error) {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		var none T
		return none, err
	}
	return wrap(out.Plaintext, out.CiphertextBlob), nil
}

type session struct {
	key  []byte
	blob []byte
	last []byte
}

func (s *session) open(ctx context.Context, g generator) error {
	out, err := g.GenerateDataKey(ctx, request())
	if err != nil {
		return err
	}
	s.key, s.blob = out.Plaintext, out.CiphertextBlob
	return nil
}

func (s *session) write(w io.Writer, data []byte) error {
	sealed, err := seal(s.key, data)
	if err != nil {
		return err
	}
	_, err = w.Write(append(s.blob, sealed...))
	return err
}

func (s *session) reopen(ctx context.Context, g generator) error {
	out, err := g.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return err
	}
	s.key, s.last = out.Plaintext, out.CiphertextBlob
	return nil
}
