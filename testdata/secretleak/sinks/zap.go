package sinks

import (
	"context"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

func badZap(ctx context.Context, l *zap.Logger) {
	s := password(ctx)
	l.Info("connecting", zap.String("password", s))             // want "secret from secretsmanager.GetSecretValue is logged"
	l.Error("connecting with " + s)                             // want "secret from secretsmanager.GetSecretValue is logged"
	l.Debug("connecting", zap.Any("password", s))               // want "secret from secretsmanager.GetSecretValue is logged"
	l.Warn("connecting", zap.ByteString("password", []byte(s))) // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting", zap.Strings("all", []string{s}))       // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting", zap.Stringp("password", &s))           // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting", zap.Reflect("password", s))            // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting", zap.Binary("password", []byte(s)))     // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodZap(ctx context.Context, l *zap.Logger) {
	s := password(ctx)
	l.Info("connecting", zap.Int("length", len(s)), zap.Bool("set", s != ""))
	l.Info("connecting", zap.String("version", version(ctx)))
}

func badZapWith(ctx context.Context, l *zap.Logger) {
	l = l.With(zap.String("password", password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting")
}

func badZapFields(ctx context.Context) {
	fields := []zap.Field{zap.Int("n", 1)}
	fields = append(fields, zap.String("password", password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
	zap.L().Info("connecting", fields...)
}

func badZapCheck(ctx context.Context, l *zap.Logger) {
	if ce := l.Check(zapcore.DebugLevel, "connecting"); ce != nil {
		ce.Write(zap.String("password", password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func badSugared(ctx context.Context, l *zap.SugaredLogger) {
	s := password(ctx)
	l.Info("connecting with ", s)               // want "secret from secretsmanager.GetSecretValue is logged"
	l.Infof("connecting with %s", s)            // want "secret from secretsmanager.GetSecretValue is logged"
	l.Infow("connecting", "password", s)        // want "secret from secretsmanager.GetSecretValue is logged"
	l.Infoln("connecting", s)                   // want "secret from secretsmanager.GetSecretValue is logged"
	l.With("password", s).Info("connecting")    // want "secret from secretsmanager.GetSecretValue is logged"
	zap.S().Errorw("connecting", "password", s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSugared(ctx context.Context, l *zap.SugaredLogger) {
	s := password(ctx)
	l.Infow("connecting", "length", len(s))
	l.Infof("connecting with %d", len(s))
}

// account is an ObjectMarshaler.
type account struct{ user, pass string }

func (a account) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("user", a.user)
	return nil
}

func goodZapObject(ctx context.Context, l *zap.Logger) {
	l.Info("connecting", zap.Object("account", account{"admin", password(ctx)}))
}

// open is one that is bad: it hides nothing.
type open struct{ user, pass string }

func (o open) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("user", o.user)
	enc.AddString("pass", o.pass) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// goodZapOpen is reported where the member is added.
func goodZapOpen(ctx context.Context, l *zap.Logger) {
	l.Info("connecting", zap.Object("account", open{"admin", password(ctx)}))
}
