// Package zerolog is a slice of github.com/rs/zerolog.
package zerolog

import (
	"fmt"
	"io"
)

// LogObjectMarshaler is implemented by what says itself how it is logged.
type LogObjectMarshaler interface {
	MarshalZerologObject(e *Event)
}

// Event is one line.
type Event struct{ buf []byte }

// Context is what a child logger begins with.
type Context struct{ l Logger }

// Logger writes lines.
type Logger struct{ w io.Writer }

func New(w io.Writer) Logger { return Logger{w: w} }
func Dict() *Event           { return &Event{} }

func (l Logger) With() Context             { return Context{l: l} }
func (l Logger) Output(w io.Writer) Logger { return Logger{w: w} }
func (c Context) Logger() Logger           { return c.l }
func (c Context) Timestamp() Context       { return c }

func (l *Logger) Print(v ...interface{})                 {}
func (l *Logger) Printf(format string, v ...interface{}) {}
func (l *Logger) Trace() *Event                          { return &Event{} }
func (l *Logger) Debug() *Event                          { return &Event{} }
func (l *Logger) Info() *Event                           { return &Event{} }
func (l *Logger) Warn() *Event                           { return &Event{} }
func (l *Logger) Error() *Event                          { return &Event{} }
func (l *Logger) Fatal() *Event                          { return &Event{} }
func (l *Logger) Panic() *Event                          { return &Event{} }
func (l *Logger) Log() *Event                            { return &Event{} }
func (l *Logger) Err(err error) *Event                   { return &Event{} }

func (e *Event) Msg(msg string)                       {}
func (e *Event) Msgf(format string, v ...interface{}) {}
func (e *Event) MsgFunc(createMsg func() string)      {}
func (e *Event) Send()                                {}

func (e *Event) Str(key, val string) *Event                       { return e }
func (e *Event) Strs(key string, vals []string) *Event            { return e }
func (e *Event) Bytes(key string, val []byte) *Event              { return e }
func (e *Event) Hex(key string, val []byte) *Event                { return e }
func (e *Event) RawJSON(key string, b []byte) *Event              { return e }
func (e *Event) AnErr(key string, err error) *Event               { return e }
func (e *Event) Err(err error) *Event                             { return e }
func (e *Event) Bool(key string, b bool) *Event                   { return e }
func (e *Event) Int(key string, i int) *Event                     { return e }
func (e *Event) Any(key string, i interface{}) *Event             { return e }
func (e *Event) Interface(key string, i interface{}) *Event       { return e }
func (e *Event) Fields(fields interface{}) *Event                 { return e }
func (e *Event) Type(key string, val interface{}) *Event          { return e }
func (e *Event) Stringer(key string, val fmt.Stringer) *Event     { return e }
func (e *Event) Dict(key string, dict *Event) *Event              { return e }
func (e *Event) Object(key string, obj LogObjectMarshaler) *Event { return e }

func (c Context) Str(key, val string) Context                       { return c }
func (c Context) Strs(key string, vals []string) Context            { return c }
func (c Context) Bytes(key string, val []byte) Context              { return c }
func (c Context) Hex(key string, val []byte) Context                { return c }
func (c Context) RawJSON(key string, b []byte) Context              { return c }
func (c Context) AnErr(key string, err error) Context               { return c }
func (c Context) Err(err error) Context                             { return c }
func (c Context) Bool(key string, b bool) Context                   { return c }
func (c Context) Int(key string, i int) Context                     { return c }
func (c Context) Any(key string, i interface{}) Context             { return c }
func (c Context) Interface(key string, i interface{}) Context       { return c }
func (c Context) Fields(fields interface{}) Context                 { return c }
func (c Context) Type(key string, val interface{}) Context          { return c }
func (c Context) Stringer(key string, val fmt.Stringer) Context     { return c }
func (c Context) Dict(key string, dict *Event) Context              { return c }
func (c Context) Object(key string, obj LogObjectMarshaler) Context { return c }
