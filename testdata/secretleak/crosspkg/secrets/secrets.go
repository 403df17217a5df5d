// Package secrets fetches secrets for others, and leaks none.
package secrets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var client *secretsmanager.Client

// Fetch returns a secret's value.
func Fetch(ctx context.Context, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", fmt.Errorf("fetch %s: %w", id, err)
	}
	return aws.ToString(out.SecretString), nil
}

// MustFetch panics if there is no such secret.
func MustFetch(ctx context.Context, id string) string {
	s, err := Fetch(ctx, id)
	if err != nil {
		panic(err)
	}
	return s
}

// ARN returns the full name of a secret.
func ARN(ctx context.Context, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.ARN), nil
}

// Length returns how long a secret is.
func Length(ctx context.Context, id string) int { return len(MustFetch(ctx, id)) }

// Database is how a database is reached.
type Database struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
}

// DSN has all of it.
func (d Database) DSN() string {
	return fmt.Sprintf("postgres://%s:%s@%s/", d.Username, d.Password, d.Host)
}

// Address has what is no secret.
func (d Database) Address() string { return d.Username + "@" + d.Host }

// FetchDatabase decodes a secret.
func FetchDatabase(ctx context.Context, id string) (*Database, error) {
	s, err := Fetch(ctx, id)
	if err != nil {
		return nil, err
	}
	var d Database
	if err := json.Unmarshal([]byte(s), &d); err != nil {
		return nil, errors.New("not JSON: " + id)
	}
	return &d, nil
}

// With calls fn with a secret.
func With(ctx context.Context, id string, fn func(string)) error {
	s, err := Fetch(ctx, id)
	if err != nil {
		return err
	}
	fn(s)
	return nil
}

// WithName calls fn with the name of a secret.
func WithName(ctx context.Context, id string, fn func(string)) error {
	if _, err := Fetch(ctx, id); err != nil {
		return err
	}
	fn(id)
	return nil
}

// Into stores a secret where p points.
func Into(ctx context.Context, id string, p *string) (err error) {
	*p, err = Fetch(ctx, id)
	return err
}

// Getter returns a function that fetches.
func Getter(id string) func(context.Context) string {
	return func(ctx context.Context) string { return MustFetch(ctx, id) }
}

// All sends each secret.
func All(ctx context.Context, ids ...string) <-chan string {
	ch := make(chan string, len(ids))
	go func() {
		defer close(ch)
		for _, id := range ids {
			ch <- MustFetch(ctx, id)
		}
	}()
	return ch
}

// Decrypt returns what was encrypted under a key of KMS.
func Decrypt(ctx context.Context, c *kms.Client, blob []byte) ([]byte, error) {
	out, err := c.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// Provider returns secrets by name.
type Provider interface {
	Get(ctx context.Context, name string) (string, error)
	Describe(name string) string
}

// Manager is a Provider.
type Manager struct{ Prefix string }

// Get implements Provider.
func (m Manager) Get(ctx context.Context, name string) (string, error) {
	return Fetch(ctx, m.Prefix+name)
}

// Describe implements Provider.
func (m Manager) Describe(name string) string { return m.Prefix + name }

// NewProvider returns a Provider.
func NewProvider(prefix string) Provider { return Manager{Prefix: prefix} }
