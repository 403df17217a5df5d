// Package middle stands between those that fetch and those that log.
package middle

import (
	"context"
	"strings"

	"corpus.test/testdata/secretleak/crosspkg/audit"
	"corpus.test/testdata/secretleak/crosspkg/secrets"
)

// Token returns a secret by way of another package.
func Token(ctx context.Context) (string, error) {
	s, err := secrets.Fetch(ctx, "orders/token")
	return strings.TrimSpace(s), err
}

// Note logs by way of another package.
func Note(format string, args ...any) { audit.Event("note: "+format, args...) }

// Both fetches and logs.
func Both(ctx context.Context) {
	audit.Value("token", secrets.MustFetch(ctx, "orders/token")) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Session has a token by way of another package.
type Session struct {
	User  string
	token string
}

// Open returns a Session.
func Open(ctx context.Context, user string) (*Session, error) {
	t, err := Token(ctx)
	if err != nil {
		return nil, err
	}
	return &Session{User: user, token: t}, nil
}

// Header returns what is sent.
func (s *Session) Header() string { return "Bearer " + s.token }

// Name returns who is logged in.
func (s *Session) Name() string { return s.User }

// Sink is audit's.
type Sink = audit.Sink

// Tee hands on to both.
type Tee struct{ A, B Sink }

// Emit implements Sink.
func (t Tee) Emit(s string) {
	t.A.Emit(s)
	t.B.Emit(s)
}
