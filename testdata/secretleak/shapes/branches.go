package shapes

import (
	"context"
	"log"
	"os"
	"strings"
)

func goodOverwritten(ctx context.Context) error {
	s := password(ctx)
	err := connect(s)
	s = "redacted"
	log.Print(s)
	return err
}

func badOverwrittenLater(ctx context.Context) {
	s := password(ctx)
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	s = ""
	_ = connect(s)
}

func badOneBranch(ctx context.Context, production bool) {
	s := password(ctx)
	if production {
		s = "***"
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBothBranches(ctx context.Context, production bool) error {
	s := password(ctx)
	err := connect(s)
	if production {
		s = "***"
	} else {
		s = mask(s)
	}
	log.Print(s)
	return err
}

func badSwitch(ctx context.Context, level string) {
	s := password(ctx)
	switch level {
	case "info":
		s = "***"
	case "warn":
		s = mask(s)
	case "debug":
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSwitch(ctx context.Context, level string) error {
	s := password(ctx)
	shown := s
	switch level {
	case "info":
		shown = "***"
	default:
		shown = mask(s)
	}
	log.Print(shown)
	return connect(s)
}

// badEarlyReturn sanitises on the way that does not log.
func badEarlyReturn(ctx context.Context, dry bool) error {
	s := password(ctx)
	if dry {
		s = ""
		return connect(s)
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// goodEarlyReturn returns while there is a secret.
func goodEarlyReturn(ctx context.Context, dry bool) error {
	s := "none"
	if !dry {
		s = password(ctx)
		return connect(s)
	}
	log.Print(s)
	return nil
}

func badLoop(ctx context.Context, ids []string) {
	last := "none"
	for _, id := range ids {
		log.Print("before ", last) // want "secret from secretsmanager.GetSecretValue is logged"
		last, _ = fetch(ctx, manager, id)
	}
}

func goodLoop(ctx context.Context, ids []string) {
	for _, id := range ids {
		last := "none"
		log.Print("before ", last)
		last, _ = fetch(ctx, manager, id)
		_ = connect(last)
	}
}

func badDefault(ctx context.Context) {
	s := os.Getenv("GREETING")
	if s == "" {
		s = password(ctx)
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodDefault(ctx context.Context) error {
	s := password(ctx)
	if s == "" {
		s = "none"
		log.Print(s)
	}
	return connect(s)
}

// goodEmpty logs it where it is known to be empty.
func goodEmpty(ctx context.Context) {
	s := password(ctx)
	if s == "" {
		log.Printf("no password: %q", s)
	}
}

func badNotEmpty(ctx context.Context) {
	s := password(ctx)
	if s != "" {
		log.Printf("a password: %q", s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func badSwapped(ctx context.Context) {
	a, b := "none", password(ctx)
	a, b = b, a
	log.Print(a) // want "secret from secretsmanager.GetSecretValue is logged"
	_ = connect(b)
}

func goodSwapped(ctx context.Context) {
	a, b := "none", password(ctx)
	a, b = b, a
	log.Print(b)
	_ = connect(a)
}

func badGoto(ctx context.Context, n int) {
	s := "none"
again:
	if n > 0 {
		s = password(ctx)
		n--
		goto again
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodUnreachable(ctx context.Context) {
	s := password(ctx)
	const debug = false
	if debug {
		log.Print(s)
	}
	_ = connect(s)
}

// redact replaces what a text says of the secret.
func redact(line, s string) string { return strings.ReplaceAll(line, s, "***") }

func goodRedacted(ctx context.Context) error {
	s := password(ctx)
	dsn := "postgres://admin:" + s + "@db"
	log.Print(redact(dsn, s))
	return connect(dsn)
}

// badRedactedOther takes out something else.
func badRedactedOther(ctx context.Context) {
	s := password(ctx)
	dsn := "postgres://admin:" + s + "@db"
	log.Print(redact(dsn, "admin")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badPanicRecovered(ctx context.Context) {
	s := password(ctx)
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic %v with %s", r, s) // want "secret from secretsmanager.GetSecretValue is logged"
		}
	}()
	_ = connect(s)
}
