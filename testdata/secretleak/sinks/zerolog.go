package sinks

import (
	"context"
	"os"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

func badZerolog(ctx context.Context) {
	s := password(ctx)
	log.Info().Str("password", s).Msg("connecting")                 // want "secret from secretsmanager.GetSecretValue is logged"
	log.Info().Msg("connecting with " + s)                          // want "secret from secretsmanager.GetSecretValue is logged"
	log.Debug().Msgf("connecting with %s", s)                       // want "secret from secretsmanager.GetSecretValue is logged"
	log.Warn().Bytes("password", []byte(s)).Send()                  // want "secret from secretsmanager.GetSecretValue is logged"
	log.Error().Interface("password", s).Send()                     // want "secret from secretsmanager.GetSecretValue is logged"
	log.Error().Any("password", s).Send()                           // want "secret from secretsmanager.GetSecretValue is logged"
	log.Info().Strs("all", []string{s}).Send()                      // want "secret from secretsmanager.GetSecretValue is logged"
	log.Info().Fields(map[string]any{"password": s}).Send()         // want "secret from secretsmanager.GetSecretValue is logged"
	log.Info().Dict("db", zerolog.Dict().Str("password", s)).Send() // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(s)                                                    // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodZerolog(ctx context.Context) {
	s := password(ctx)
	log.Info().Int("length", len(s)).Bool("set", s != "").Str("version", version(ctx)).Msg("connecting")
	log.Info().Type("password", s).Send()
}

func badZerologChain(ctx context.Context) {
	e := log.Info().Str("user", "admin")
	e = e.Str("password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
	e.Send()
}

func badZerologContext(ctx context.Context) zerolog.Logger {
	return zerolog.New(os.Stderr).With().Str("user", "admin").Str("password", password(ctx)).Logger() // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodZerologContext(ctx context.Context) zerolog.Logger {
	return log.With().Str("version", version(ctx)).Int("length", len(password(ctx))).Logger()
}

func badZerologLogger(ctx context.Context, l *zerolog.Logger) {
	s := password(ctx)
	l.Info().Str("password", s).Send()                        // want "secret from secretsmanager.GetSecretValue is logged"
	l.Printf("connecting with %s", s)                         // want "secret from secretsmanager.GetSecretValue is logged"
	log.Ctx(ctx).Error().Str("password", s).Msg("connecting") // want "secret from secretsmanager.GetSecretValue is logged"
}

// session is a LogObjectMarshaler.
type session struct{ id, token string }

func (s session) MarshalZerologObject(e *zerolog.Event) { e.Str("id", s.id) }

func goodZerologObject(ctx context.Context) {
	log.Info().Object("session", session{"s-1", password(ctx)}).Send()
}
