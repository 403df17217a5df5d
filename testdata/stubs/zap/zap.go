// Package zap is a slice of go.uber.org/zap.
package zap

import (
	"fmt"

	"go.uber.org/zap/zapcore"
)

// Field is one pair of a key and a value.
type Field = zapcore.Field

// An Option configures a Logger.
type Option interface{ apply(*Logger) }

// A Logger logs fields.
type Logger struct{ fields []Field }

// A SugaredLogger logs anything.
type SugaredLogger struct{ base *Logger }

func NewProduction(options ...Option) (*Logger, error) { return &Logger{}, nil }
func NewNop() *Logger                                  { return &Logger{} }
func L() *Logger                                       { return &Logger{} }
func S() *SugaredLogger                                { return L().Sugar() }

func (log *Logger) Sugar() *SugaredLogger        { return &SugaredLogger{base: log} }
func (log *Logger) Named(s string) *Logger       { return log }
func (log *Logger) With(fields ...Field) *Logger { return &Logger{fields: fields} }
func (log *Logger) Sync() error                  { return nil }
func (log *Logger) Check(lvl zapcore.Level, msg string) *zapcore.CheckedEntry {
	return &zapcore.CheckedEntry{Message: msg}
}
func (log *Logger) Log(lvl zapcore.Level, msg string, fields ...Field) {}
func (log *Logger) Debug(msg string, fields ...Field)                  {}
func (log *Logger) Info(msg string, fields ...Field)                   {}
func (log *Logger) Warn(msg string, fields ...Field)                   {}
func (log *Logger) Error(msg string, fields ...Field)                  {}
func (log *Logger) Panic(msg string, fields ...Field)                  {}
func (log *Logger) Fatal(msg string, fields ...Field)                  {}

func (s *SugaredLogger) Desugar() *Logger                                { return s.base }
func (s *SugaredLogger) With(args ...interface{}) *SugaredLogger         { return s }
func (s *SugaredLogger) Debug(args ...interface{})                       {}
func (s *SugaredLogger) Info(args ...interface{})                        {}
func (s *SugaredLogger) Warn(args ...interface{})                        {}
func (s *SugaredLogger) Error(args ...interface{})                       {}
func (s *SugaredLogger) Panic(args ...interface{})                       {}
func (s *SugaredLogger) Fatal(args ...interface{})                       {}
func (s *SugaredLogger) Debugf(template string, args ...interface{})     {}
func (s *SugaredLogger) Infof(template string, args ...interface{})      {}
func (s *SugaredLogger) Warnf(template string, args ...interface{})      {}
func (s *SugaredLogger) Errorf(template string, args ...interface{})     {}
func (s *SugaredLogger) Panicf(template string, args ...interface{})     {}
func (s *SugaredLogger) Fatalf(template string, args ...interface{})     {}
func (s *SugaredLogger) Debugw(msg string, keysAndValues ...interface{}) {}
func (s *SugaredLogger) Infow(msg string, keysAndValues ...interface{})  {}
func (s *SugaredLogger) Warnw(msg string, keysAndValues ...interface{})  {}
func (s *SugaredLogger) Errorw(msg string, keysAndValues ...interface{}) {}
func (s *SugaredLogger) Panicw(msg string, keysAndValues ...interface{}) {}
func (s *SugaredLogger) Fatalw(msg string, keysAndValues ...interface{}) {}
func (s *SugaredLogger) Debugln(args ...interface{})                     {}
func (s *SugaredLogger) Infoln(args ...interface{})                      {}
func (s *SugaredLogger) Warnln(args ...interface{})                      {}
func (s *SugaredLogger) Errorln(args ...interface{})                     {}
func (s *SugaredLogger) Panicln(args ...interface{})                     {}
func (s *SugaredLogger) Fatalln(args ...interface{})                     {}

func Any(key string, value interface{}) Field              { return Field{Key: key, Interface: value} }
func Binary(key string, val []byte) Field                  { return Field{Key: key, Interface: val} }
func ByteString(key string, val []byte) Field              { return Field{Key: key, Interface: val} }
func Dict(key string, val ...Field) Field                  { return Field{Key: key, Interface: val} }
func Error(err error) Field                                { return Field{Key: "error", Interface: err} }
func Inline(val zapcore.ObjectMarshaler) Field             { return Field{Interface: val} }
func Int(key string, val int) Field                        { return Field{Key: key, Integer: int64(val)} }
func NamedError(key string, err error) Field               { return Field{Key: key, Interface: err} }
func Object(key string, val zapcore.ObjectMarshaler) Field { return Field{Key: key, Interface: val} }
func Reflect(key string, val interface{}) Field            { return Field{Key: key, Interface: val} }
func String(key string, val string) Field                  { return Field{Key: key, String: val} }
func Stringer(key string, val fmt.Stringer) Field          { return Field{Key: key, Interface: val} }
func Stringp(key string, val *string) Field                { return Field{Key: key, Interface: val} }
func Strings(key string, ss []string) Field                { return Field{Key: key, Interface: ss} }
func Bool(key string, val bool) Field                      { return Field{Key: key} }
