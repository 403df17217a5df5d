package idioms

import (
	"context"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type closer struct{ key []byte }

func (c closer) Close() error { clear(c.key); return nil }

// okBoxed closes a struct through an interface that is known to hold it.
func okBoxed(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	var boxed io.Closer = closer{out.Plaintext}
	defer boxed.Close()
	use(out.Plaintext)
	return nil
}

type job struct{ key []byte }

func drain(jobs chan job) {
	for j := range jobs {
		use(j.key)
		clear(j.key)
	}
}

// okSelect sends the key to who wipes it, or wipes it.
func okSelect(ctx context.Context, c *kms.Client, jobs chan job) error {
	out, err := c.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	select {
	case jobs <- job{key: out.Plaintext}:
		return nil
	case <-ctx.Done():
		clear(out.Plaintext)
		return ctx.Err()
	}
}
