package whole

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"
)

// Secret hides itself from fmt.
type Secret string

// String implements fmt.Stringer.
func (Secret) String() string { return "***" }

// Opaque hides itself from all.
type Opaque struct{ text string }

// String implements fmt.Stringer.
func (Opaque) String() string { return "***" }

// GoString implements fmt.GoStringer.
func (Opaque) GoString() string { return "whole.Opaque{***}" }

// MarshalJSON implements json.Marshaler.
func (Opaque) MarshalJSON() ([]byte, error) { return []byte(`"***"`), nil }

// LogValue implements slog.LogValuer.
func (Opaque) LogValue() slog.Value { return slog.StringValue("***") }

// Reveal returns the text.
func (o Opaque) Reveal() string { return o.text }

func goodStringer(ctx context.Context) {
	s := Secret(password(ctx))
	log.Print(s)
	log.Printf("%v %s %q %x %+v", s, s, s, s, s)
	log.Printf("%v", []Secret{s})
	log.Printf("%+v", struct{ Token Secret }{s})
	log.Println(fmt.Sprint(s))
}

// badGoStringer asks for the Go syntax of a type that hides only from String.
func badGoStringer(ctx context.Context) {
	log.Printf("%#v", Secret(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

// badUnexported is a field whose methods fmt cannot call.
func badUnexported(ctx context.Context) {
	log.Printf("%+v", struct{ token Secret }{Secret(password(ctx))}) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badConverted(ctx context.Context) {
	s := Secret(password(ctx))
	log.Print(string(s))            // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print("token " + string(s)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodConcatenated is a Secret still.
func goodConcatenated(ctx context.Context) {
	log.Print("token " + Secret(password(ctx)))
}

func badStringerJSON(ctx context.Context) error {
	return json.NewEncoder(os.Stdout).Encode(Secret(password(ctx))) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodOpaque(ctx context.Context) error {
	o := Opaque{text: password(ctx)}
	log.Print(o)
	log.Printf("%v %+v %#v %s", o, o, o, o)
	log.Printf("%+v", struct{ Token Opaque }{o})
	slog.Info("loaded", "token", o)
	return json.NewEncoder(os.Stdout).Encode(map[string]Opaque{"token": o})
}

func badOpaque(ctx context.Context) {
	o := Opaque{text: password(ctx)}
	log.Print(o.Reveal())                        // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(o.text)                            // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", struct{ token Opaque }{o}) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Account has a String that shows the user.
type Account struct {
	User     string
	Password string
}

// String implements fmt.Stringer for pointers alone.
func (a *Account) String() string { return a.User }

func goodPointerMethod(ctx context.Context) {
	a := &Account{User: "admin", Password: password(ctx)}
	log.Print(a)
	log.Printf("%+v", a)
}

// badPointerMethod shows a value, which does not have the method.
func badPointerMethod(ctx context.Context) {
	a := &Account{User: "admin", Password: password(ctx)}
	log.Print(*a)                    // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", []Account{*a}) // want "secret from secretsmanager.GetSecretValue is logged"
}

// DSN has a String that shows all.
type DSN struct{ User, Password, Host string }

// String implements fmt.Stringer.
func (d DSN) String() string { return fmt.Sprintf("postgres://%s:%s@%s", d.User, d.Password, d.Host) }

func badRevealing(ctx context.Context) {
	d := DSN{User: "admin", Password: password(ctx), Host: "db"}
	log.Print(d)                               // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("connecting to %s", &d)         // want "secret from secretsmanager.GetSecretValue is logged"
	slog.Info("connecting", "dsn", d.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Endpoint has a String that leaves out the password.
type Endpoint struct{ User, Password, Host string }

// String implements fmt.Stringer.
func (e Endpoint) String() string { return fmt.Sprintf("postgres://%s:***@%s", e.User, e.Host) }

func goodRevealing(ctx context.Context) {
	e := Endpoint{User: "admin", Password: password(ctx), Host: "db"}
	log.Print(e)
	log.Printf("connecting to %s", &e)
	slog.Info("connecting", "dsn", e.String())
}

// Formatted says itself how it is formatted.
type Formatted struct{ text string }

// Format implements fmt.Formatter.
func (Formatted) Format(f fmt.State, verb rune) { fmt.Fprint(f, "***") }

func goodFormatter(ctx context.Context) {
	v := Formatted{password(ctx)}
	log.Printf("%v %+v %#v %s %d", v, v, v, v, v)
}

// Text has a MarshalText, which encoding/json calls, and fmt does not.
type Text struct{ text string }

// MarshalText implements encoding.TextMarshaler.
func (Text) MarshalText() ([]byte, error) { return []byte("***"), nil }

func goodMarshalText(ctx context.Context) error {
	return json.NewEncoder(os.Stdout).Encode(Text{password(ctx)})
}

func badMarshalText(ctx context.Context) {
	log.Printf("%v", Text{password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Shown has a MarshalJSON that shows all.
type Shown struct{ text string }

// MarshalJSON implements json.Marshaler.
func (s Shown) MarshalJSON() ([]byte, error) { return json.Marshal(s.text) }

func badMarshalJSON(ctx context.Context) error {
	return json.NewEncoder(os.Stdout).Encode(Shown{password(ctx)}) // want "secret from secretsmanager.GetSecretValue is printed"
}

// Logged hides itself from slog alone.
type Logged string

// LogValue implements slog.LogValuer.
func (Logged) LogValue() slog.Value { return slog.StringValue("***") }

func goodLogged(ctx context.Context) {
	slog.Info("loaded", "token", Logged(password(ctx)))
}

func badLogged(ctx context.Context) {
	log.Print(Logged(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
	// slog asks the value, and not its fields.
	slog.Info("loaded", "config", struct{ Token Logged }{Logged(password(ctx))}) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Wrapper gets the String of what it embeds.
type Wrapper struct {
	Opaque
	Extra string
}

func goodPromoted(ctx context.Context) {
	log.Printf("%+v", Wrapper{Opaque: Opaque{text: password(ctx)}, Extra: password(ctx)})
}

// Plain has no methods.
type Plain string

func badPlain(ctx context.Context) {
	log.Print(Plain(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Holder is generic, and hides what it holds.
type Holder[T any] struct{ value T }

// String implements fmt.Stringer.
func (Holder[T]) String() string { return "***" }

// Get returns what it holds.
func (h Holder[T]) Get() T { return h.value }

func goodHolder(ctx context.Context) {
	log.Print(Holder[string]{password(ctx)})
}

func badHolder(ctx context.Context) {
	log.Print(Holder[string]{password(ctx)}.Get()) // want "secret from secretsmanager.GetSecretValue is logged"
}

// Masked shows the first two characters.
type Masked string

// String implements fmt.Stringer.
func (m Masked) String() string {
	if len(m) < 4 {
		return "***"
	}
	return string(m[:2]) + "***"
}

func goodMasked(ctx context.Context) {
	log.Print(Masked(password(ctx)))
}
