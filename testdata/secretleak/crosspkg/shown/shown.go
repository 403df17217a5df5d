// Package shown has types that others print.
package shown

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
)

// Redacted hides its text from all.
type Redacted struct{ text string }

// New returns a Redacted.
func New(s string) Redacted { return Redacted{text: s} }

// String implements fmt.Stringer.
func (Redacted) String() string { return "***" }

// MarshalJSON implements json.Marshaler.
func (Redacted) MarshalJSON() ([]byte, error) { return []byte(`"***"`), nil }

// LogValue implements slog.LogValuer.
func (Redacted) LogValue() slog.Value { return slog.StringValue("***") }

// Reveal returns the text.
func (r Redacted) Reveal() string { return r.text }

// DSN shows its password.
type DSN struct{ Host, Password string }

// String implements fmt.Stringer.
func (d DSN) String() string { return d.Host + ":" + d.Password }

// Plain has no methods.
type Plain struct {
	Host string `json:"host"`
	Pass string `json:"-"`
}

// Hidden has a field that only this package sees.
type Hidden struct {
	Host string
	pass string
}

// NewHidden returns a Hidden.
func NewHidden(host, pass string) *Hidden { return &Hidden{Host: host, pass: pass} }

// Error tells what was refused.
type Error struct{ User, Pass string }

func (e *Error) Error() string { return fmt.Sprintf("%s with %s was refused", e.User, e.Pass) }

// Quiet tells who was refused.
type Quiet struct{ User, Pass string }

func (e *Quiet) Error() string { return e.User + " was refused" }

// Box holds anything.
type Box[T any] struct{ value T }

// Put returns a Box.
func Put[T any](v T) *Box[T] { return &Box[T]{value: v} }

// Take returns what is in the Box.
func (b *Box[T]) Take() T { return b.value }

// Map applies fn to what is in a Box.
func Map[A, B any](b *Box[A], fn func(A) B) *Box[B] { return Put(fn(b.value)) }

// Size returns how long the text of v is.
func Size[T any](v T) int { return len(fmt.Sprint(v)) }

// JSON writes v to w.
func JSON(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }

// Mask shows the first two characters.
func Mask(s string) string {
	if len(s) < 6 {
		return "***"
	}
	return s[:2] + "***"
}

// OrDefault returns s, or fallback.
func OrDefault(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// Runner runs steps.
type Runner struct{ steps []func(context.Context) error }

// Add adds a step.
func (r *Runner) Add(fn func(context.Context) error) { r.steps = append(r.steps, fn) }

// Run runs all.
func (r *Runner) Run(ctx context.Context) error {
	for _, s := range r.steps {
		if err := s(ctx); err != nil {
			return err
		}
	}
	return nil
}
