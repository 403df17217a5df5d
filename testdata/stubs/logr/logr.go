// Package logr is a slice of github.com/go-logr/logr.
package logr

import "context"

// Logger is what programs log with.
type Logger struct{ level int }

// Marshaler is implemented by what says itself how it is logged.
type Marshaler interface{ MarshalLog() any }

func Discard() Logger                                 { return Logger{} }
func FromContextOrDiscard(ctx context.Context) Logger { return Logger{} }
func FromContext(ctx context.Context) (Logger, error) { return Logger{}, nil }

func (l Logger) Info(msg string, keysAndValues ...any)             {}
func (l Logger) Error(err error, msg string, keysAndValues ...any) {}
func (l Logger) V(level int) Logger                                { return l }
func (l Logger) WithValues(keysAndValues ...any) Logger            { return l }
func (l Logger) WithName(name string) Logger                       { return l }
