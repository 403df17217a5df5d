package sinks

import (
	"context"
	"log/slog"
	"os"
)

func badSlog(ctx context.Context) {
	s := password(ctx)
	slog.Info("connecting", "password", s)                                       // want "secret from secretsmanager.GetSecretValue is logged"
	slog.Warn("connecting with " + s)                                            // want "secret from secretsmanager.GetSecretValue is logged"
	slog.ErrorContext(ctx, "connecting", "password", s)                          // want "secret from secretsmanager.GetSecretValue is logged"
	slog.DebugContext(ctx, "connecting", slog.String("password", s))             // want "secret from secretsmanager.GetSecretValue is logged"
	slog.Log(ctx, slog.LevelInfo, "connecting", "password", s)                   // want "secret from secretsmanager.GetSecretValue is logged"
	slog.LogAttrs(ctx, slog.LevelInfo, "connecting", slog.String("password", s)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSlog(ctx context.Context) {
	s := password(ctx)
	slog.Info("connecting", "length", len(s), "version", version(ctx))
	slog.LogAttrs(ctx, slog.LevelInfo, "connecting", slog.Int("length", len(s)), slog.Bool("set", s != ""))
}

func badSlogAny(ctx context.Context) {
	s := password(ctx)
	slog.Info("connecting", slog.Any("password", s))       // want "secret from secretsmanager.GetSecretValue is logged"
	slog.Info("connecting", slog.Any("list", []string{s})) // want "secret from secretsmanager.GetSecretValue is logged"
	slog.Info("connecting", "bytes", []byte(s))            // want "secret from secretsmanager.GetSecretValue is logged"
}

func badSlogGroup(ctx context.Context) {
	slog.Info("connecting", slog.Group("db", "user", "admin", "password", password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badSlogWith(ctx context.Context) {
	l := slog.With("token", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting")
}

func goodSlogWith(ctx context.Context) {
	l := slog.With("version", version(ctx)).WithGroup("db")
	l.Info("connecting", "length", len(password(ctx)))
}

func badSlogLogger(ctx context.Context, l *slog.Logger) {
	s := password(ctx)
	l.Info("connecting", "password", s)      // want "secret from secretsmanager.GetSecretValue is logged"
	l.InfoContext(ctx, s)                    // want "secret from secretsmanager.GetSecretValue is logged"
	l.With("password", s).Info("connecting") // want "secret from secretsmanager.GetSecretValue is logged"
}

func badSlogAttrs(ctx context.Context, l *slog.Logger) {
	attrs := []slog.Attr{slog.Int("n", 1), slog.String("password", password(ctx))} // want "secret from secretsmanager.GetSecretValue is logged"
	l.LogAttrs(ctx, slog.LevelInfo, "connecting", attrs...)
}

func badSlogArgs(ctx context.Context) {
	args := []any{"user", "admin"}
	args = append(args, "password", password(ctx))
	slog.Info("connecting", args...) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSlogArgs(ctx context.Context) {
	args := []any{"user", "admin"}
	args = append(args, "set", password(ctx) != "")
	slog.Info("connecting", args...)
}

// hidden says itself what is logged of it.
type hidden string

func (hidden) LogValue() slog.Value { return slog.StringValue("***") }

func goodLogValue(ctx context.Context) {
	slog.Info("connecting", "password", hidden(password(ctx)))
	slog.Info("connecting", slog.Any("password", hidden(password(ctx))))
}

// shown has a LogValue that hides nothing, and shows what the caller has.
type shown struct{ user, pass string }

func (s shown) LogValue() slog.Value {
	return slog.GroupValue(slog.String("user", s.user), slog.String("pass", s.pass))
}

func badShown(ctx context.Context) {
	slog.Info("connecting", "db", shown{"admin", password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

// partly shows the user.
type partly struct{ user, pass string }

func (p partly) LogValue() slog.Value { return slog.GroupValue(slog.String("user", p.user)) }

func goodPartly(ctx context.Context) {
	slog.Info("connecting", "db", partly{"admin", password(ctx)})
}

// badUnwrapped takes it out of what would hide it.
func badUnwrapped(ctx context.Context) {
	slog.Info("connecting", "password", string(hidden(password(ctx)))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badSlogDefault(ctx context.Context) {
	h := slog.NewJSONHandler(os.Stdout, nil)
	slog.New(h).Info("connecting", "password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badHandlerAttrs(ctx context.Context) slog.Handler {
	return slog.NewTextHandler(os.Stderr, nil).WithAttrs([]slog.Attr{slog.String("token", password(ctx))}) // want "secret from secretsmanager.GetSecretValue is logged"
}
