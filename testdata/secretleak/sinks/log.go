package sinks

import (
	"context"
	"io"
	"log"
	"os"
)

func badLog(ctx context.Context) {
	s := password(ctx)
	log.Print("password ", s)    // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("password %s", s) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Println("password", s)   // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLog(ctx context.Context) {
	s := password(ctx)
	log.Printf("password of %d characters, %t, version %s", len(s), s != "", version(ctx))
}

func badLogger(ctx context.Context, l *log.Logger) {
	s := password(ctx)
	l.Print(s)        // want "secret from secretsmanager.GetSecretValue is logged"
	l.Printf("%v", s) // want "secret from secretsmanager.GetSecretValue is logged"
	l.Println(s)      // want "secret from secretsmanager.GetSecretValue is logged"
}

func badNewLogger(ctx context.Context) {
	l := log.New(os.Stderr, "db: ", log.LstdFlags)
	l.Print(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badPrefix(ctx context.Context) {
	log.SetPrefix(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badOutput(ctx context.Context) error {
	return log.Output(2, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFatal(ctx context.Context) {
	log.Fatalf("cannot use %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFatalln(ctx context.Context) {
	log.Fatalln(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// badLogPanic is logged, and becomes the value of a panic.
func badLogPanic(ctx context.Context) {
	log.Panicf("cannot use %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue (is logged|becomes part of a panic)"
}

func badWriter(ctx context.Context) {
	io.WriteString(log.Writer(), password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFatal(ctx context.Context) {
	if password(ctx) == "" {
		log.Fatalf("there is no password in version %s", version(ctx))
	}
}

// server embeds its logger.
type server struct {
	*log.Logger
	name string
}

func badEmbeddedLogger(ctx context.Context, s *server) {
	s.Printf("%s: %s", s.name, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodEmbeddedLogger(ctx context.Context, s *server) {
	s.Printf("%s: %d", s.name, len(password(ctx)))
}
