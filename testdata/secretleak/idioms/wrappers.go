package idioms

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// retry calls fn until it succeeds.
func retry[T any](ctx context.Context, attempts int, fn func(context.Context) (T, error)) (T, error) {
	var zero T
	var last error
	for i := range attempts {
		v, err := fn(ctx)
		if err == nil {
			return v, nil
		}
		last = err
		slog.WarnContext(ctx, "retrying", "attempt", i, "error", err)
		time.Sleep(time.Duration(i) * time.Second)
	}
	return zero, fmt.Errorf("after %d attempts: %w", attempts, last)
}

// logged calls fn and logs what it returns, which is one value too many.
func logged[T any](ctx context.Context, name string, fn func(context.Context) (T, error)) (T, error) {
	start := time.Now()
	v, err := fn(ctx)
	slog.InfoContext(ctx, "called", "name", name, "took", time.Since(start), "result", v, "error", err)
	return v, err
}

func goodRetried(ctx context.Context, client *secretsmanager.Client) (string, error) {
	return retry(ctx, 3, func(ctx context.Context) (string, error) {
		out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/api")})
		if err != nil {
			return "", err
		}
		return aws.ToString(out.SecretString), nil
	})
}

func badRetried(ctx context.Context, client *secretsmanager.Client) error {
	key, err := goodRetried(ctx, client)
	if err != nil {
		return err
	}
	slog.Debug("fetched", "key", key) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badLoggedResult(ctx context.Context, s *Store) (string, error) {
	return logged(ctx, "api key", func(ctx context.Context) (string, error) { return s.Get(ctx, "orders/api") }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLoggedResult(ctx context.Context, s *Store) (int, error) {
	return logged(ctx, "length", func(ctx context.Context) (int, error) {
		key, err := s.Get(ctx, "orders/api")
		return len(key), err
	})
}

// fetcher is what middleware wraps.
type fetcher interface {
	Get(ctx context.Context, id string) (string, error)
}

type loggingFetcher struct {
	next fetcher
	log  *slog.Logger
}

// Get is bad: it logs what it hands on.
func (l loggingFetcher) Get(ctx context.Context, id string) (string, error) {
	value, err := l.next.Get(ctx, id)
	l.log.Info("get", "id", id, "value", value, "error", err) // want "secret from secretsmanager.GetSecretValue is logged"
	return value, err
}

type countingFetcher struct {
	next fetcher
	n    map[string]int
}

// Get is good: it counts.
func (c countingFetcher) Get(ctx context.Context, id string) (string, error) {
	c.n[id]++
	log.Printf("%s was fetched %d times", id, c.n[id])
	return c.next.Get(ctx, id)
}

// container wires things together.
type container struct {
	providers map[string]func(context.Context) (any, error)
	built     map[string]any
}

func (c *container) provide(name string, fn func(context.Context) (any, error)) {
	c.providers[name] = fn
}

func (c *container) resolve(ctx context.Context, name string) (any, error) {
	if v, ok := c.built[name]; ok {
		return v, nil
	}
	fn, ok := c.providers[name]
	if !ok {
		return nil, errors.New("nothing provides " + name)
	}
	v, err := fn(ctx)
	if err != nil {
		return nil, fmt.Errorf("build %s: %w", name, err)
	}
	c.built[name] = v
	return v, nil
}

func badContainer(ctx context.Context, s *Store) error {
	c := &container{providers: map[string]func(context.Context) (any, error){}, built: map[string]any{}}
	c.provide("token", func(ctx context.Context) (any, error) { return s.Get(ctx, "orders/token") })
	v, err := c.resolve(ctx, "token")
	if err != nil {
		return err
	}
	log.Printf("resolved %v", v) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodContainer(ctx context.Context, s *Store) error {
	c := &container{providers: map[string]func(context.Context) (any, error){}, built: map[string]any{}}
	c.provide("token", func(ctx context.Context) (any, error) { return s.Get(ctx, "orders/token") })
	v, err := c.resolve(ctx, "token")
	if err != nil {
		return err
	}
	log.Printf("resolved a %T", v)
	return nil
}

// envelope decrypts messages.
type envelope struct {
	client *kms.Client
	keys   map[string][]byte
}

func (e *envelope) key(ctx context.Context, blob []byte) ([]byte, error) {
	id := fmt.Sprintf("%x", blob[:8])
	if k, ok := e.keys[id]; ok {
		return k, nil
	}
	out, err := e.client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, fmt.Errorf("decrypt data key %s: %w", id, err)
	}
	e.keys[id] = out.Plaintext
	return out.Plaintext, nil
}

// badTrace shows the key to find out why decryption fails.
func (e *envelope) badTrace(ctx context.Context, blob []byte) error {
	k, err := e.key(ctx, blob)
	if err != nil {
		return err
	}
	log.Printf("data key %x, %d bytes", k, len(k)) // want "secret from kms.Decrypt is logged"
	return nil
}

// goodTrace shows how many there are.
func (e *envelope) goodTrace(ctx context.Context, blob []byte) error {
	k, err := e.key(ctx, blob)
	if err != nil {
		return err
	}
	log.Printf("data key of %d bytes for %x, %d keys", len(k), blob[:8], len(e.keys))
	return nil
}

// assume returns credentials of a role.
func assume(ctx context.Context, client *sts.Client, role string) (aws.Credentials, error) {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: &role, RoleSessionName: aws.String("orders")})
	if err != nil {
		return aws.Credentials{}, fmt.Errorf("assume %s: %w", role, err)
	}
	return aws.Credentials{
		AccessKeyID:     *out.Credentials.AccessKeyId,
		SecretAccessKey: *out.Credentials.SecretAccessKey,
		SessionToken:    *out.Credentials.SessionToken,
		Source:          role,
	}, nil
}

func badAssumed(ctx context.Context, client *sts.Client) error {
	creds, err := assume(ctx, client, "arn:aws:iam::1:role/orders")
	if err != nil {
		return err
	}
	log.Printf("assumed %+v", creds) // want "secret from sts.AssumeRole is logged"
	return nil
}

func goodAssumed(ctx context.Context, client *sts.Client) error {
	creds, err := assume(ctx, client, "arn:aws:iam::1:role/orders")
	if err != nil {
		return err
	}
	log.Printf("assumed %s as %s", creds.Source, creds.AccessKeyID)
	return nil
}
