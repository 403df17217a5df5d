// Package audit logs, and writes, for others.
package audit

import (
	"fmt"
	"io"
	"log"
	"os"
)

// Event logs what happened.
func Event(what string, args ...any) { log.Printf("audit: "+what, args...) }

// Value logs a value.
func Value(name, value string) { log.Printf("%s=%s", name, value) }

// Set logs that there is a value, not the value.
func Set(name, value string) { log.Printf("%s is set: %t", name, value != "") }

// Debug is two calls away from the log.
func Debug(s string) { Value("debug", s) }

// Write writes to w.
func Write(w io.Writer, s string) { fmt.Fprintln(w, s) }

// Save writes a file.
func Save(path, s string) error { return os.WriteFile(path, []byte(s), 0o600) }

// Sink takes events.
type Sink interface{ Emit(s string) }

// Log is a Sink.
type Log struct{ Prefix string }

// Emit implements Sink.
func (l Log) Emit(s string) { log.Print(l.Prefix, s) }

// Null is a Sink that drops what it gets.
type Null struct{}

// Emit implements Sink.
func (Null) Emit(string) {}

// New returns a Sink.
func New(prefix string) Sink { return &Log{Prefix: prefix} }

// Entry is what is logged at once.
type Entry struct{ Name, Value string }

// Log logs the whole entry.
func (e *Entry) Log() { log.Print(e.Name, e.Value) }

// LogName logs the name.
func (e *Entry) LogName() { log.Print(e.Name) }

// Each calls fn with each value.
func Each(values []string, fn func(string)) {
	for _, v := range values {
		fn(v)
	}
}

// Any logs whatever it is.
func Any[T any](v T) T {
	log.Print(v)
	return v
}
