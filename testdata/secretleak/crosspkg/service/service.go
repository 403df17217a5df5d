// Package service uses the types and functions of the others.
package service

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"

	"corpus.test/testdata/secretleak/crosspkg/audit"
	"corpus.test/testdata/secretleak/crosspkg/middle"
	"corpus.test/testdata/secretleak/crosspkg/secrets"
	"corpus.test/testdata/secretleak/crosspkg/shown"
)

func password(ctx context.Context) string { return secrets.MustFetch(ctx, "orders/db") }

func badThreePackages(ctx context.Context) error {
	t, err := middle.Token(ctx)
	if err != nil {
		return err
	}
	middle.Note("token %s", t) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodThreePackages(ctx context.Context) error {
	t, err := middle.Token(ctx)
	middle.Note("token of %d characters: %v", len(t), err)
	return err
}

// goodReportedThere is reported where it is logged.
func goodReportedThere(ctx context.Context) { middle.Both(ctx) }

func badSession(ctx context.Context) error {
	s, err := middle.Open(ctx, "admin")
	if err != nil {
		return err
	}
	log.Print(s.Header()) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", s)  // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodSession(ctx context.Context, req *http.Request) error {
	s, err := middle.Open(ctx, "admin")
	if err != nil {
		return err
	}
	log.Print(s.Name(), s.User)
	req.Header.Set("Authorization", s.Header())
	return nil
}

func badTee(ctx context.Context) {
	middle.Tee{A: audit.Null{}, B: audit.Log{}}.Emit(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodRedacted(ctx context.Context) error {
	r := shown.New(password(ctx))
	log.Print(r)
	log.Printf("%v %s %+v", r, r, struct{ Token shown.Redacted }{r})
	slog.Info("loaded", "token", r)
	return shown.JSON(os.Stdout, r)
}

func badRevealed(ctx context.Context) {
	r := shown.New(password(ctx))
	log.Print(r.Reveal()) // want "secret from secretsmanager.GetSecretValue is logged"
}

// badGoSyntax asks for the form that the type does not hide.
func badGoSyntax(ctx context.Context) {
	log.Printf("%#v", shown.New(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badDSN(ctx context.Context) {
	log.Print(shown.DSN{Host: "db", Password: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodDSN(ctx context.Context) {
	d := shown.DSN{Host: "db", Password: password(ctx)}
	log.Print(d.Host)
	d.Password = ""
	log.Print(d)
}

func badPlain(ctx context.Context) {
	log.Printf("%+v", shown.Plain{Host: "db", Pass: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodPlain(ctx context.Context) error {
	return shown.JSON(os.Stdout, shown.Plain{Host: "db", Pass: password(ctx)})
}

func badHidden(ctx context.Context) {
	log.Print(shown.NewHidden("db", password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodHidden(ctx context.Context) error {
	h := shown.NewHidden("db", password(ctx))
	log.Print(h.Host)
	return shown.JSON(os.Stdout, h)
}

func badJSON(ctx context.Context) error {
	return shown.JSON(os.Stdout, map[string]string{"password": password(ctx)}) // want "secret from secretsmanager.GetSecretValue is printed"
}

func badJSONResponse(w http.ResponseWriter, r *http.Request) {
	shown.JSON(w, map[string]string{"password": password(r.Context())}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodJSON(ctx context.Context) ([]byte, error) {
	var buf bytes.Buffer
	err := shown.JSON(&buf, map[string]string{"password": password(ctx)})
	return buf.Bytes(), err
}

func badError(ctx context.Context) error {
	return fmt.Errorf("connect: %w", &shown.Error{User: "admin", Pass: password(ctx)}) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func goodError(ctx context.Context) error {
	return fmt.Errorf("connect: %w", &shown.Quiet{User: "admin", Pass: password(ctx)})
}

func badBox(ctx context.Context) {
	log.Print(shown.Put(password(ctx)).Take()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBox(ctx context.Context) {
	log.Print(shown.Put(len(password(ctx))).Take(), shown.Size(password(ctx)))
}

func badMapped(ctx context.Context) {
	b := shown.Map(shown.Put(password(ctx)), func(s string) string { return "password=" + s })
	log.Print(b.Take()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapped(ctx context.Context) {
	b := shown.Map(shown.Put(password(ctx)), func(s string) bool { return s != "" })
	log.Print(b.Take())
}

func goodMasked(ctx context.Context) {
	log.Print(shown.Mask(password(ctx)))
}

func badDefault(ctx context.Context) {
	log.Print(shown.OrDefault(password(ctx), "none")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodDefault(ctx context.Context, host string) {
	log.Print(shown.OrDefault(host, "localhost"), password(ctx) == "")
}

func badStep(ctx context.Context) error {
	s := password(ctx)
	var r shown.Runner
	r.Add(func(context.Context) error {
		log.Print("step with ", s) // want "secret from secretsmanager.GetSecretValue is logged"
		return nil
	})
	return r.Run(ctx)
}

func goodStep(ctx context.Context) error {
	s := password(ctx)
	var r shown.Runner
	r.Add(func(context.Context) error {
		log.Print("step with ", len(s))
		return nil
	})
	return r.Run(ctx)
}
