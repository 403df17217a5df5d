// Package klog is a slice of k8s.io/klog/v2.
package klog

import (
	"context"

	"github.com/go-logr/logr"
)

// Level is how much is logged.
type Level int32

// Logger is logr's.
type Logger = logr.Logger

// Verbose is what V returns.
type Verbose struct{ enabled bool }

func Background() Logger                                         { return logr.Discard() }
func FromContext(ctx context.Context) Logger                     { return logr.Discard() }
func LoggerWithValues(logger Logger, kv ...interface{}) Logger   { return logger.WithValues(kv...) }
func V(level Level) Verbose                                      { return Verbose{} }
func InfoS(msg string, keysAndValues ...interface{})             {}
func ErrorS(err error, msg string, keysAndValues ...interface{}) {}

func (v Verbose) Enabled() bool                                              { return v.enabled }
func (v Verbose) Info(args ...interface{})                                   {}
func (v Verbose) Infoln(args ...interface{})                                 {}
func (v Verbose) Infof(format string, args ...interface{})                   {}
func (v Verbose) InfoS(msg string, keysAndValues ...interface{})             {}
func (v Verbose) ErrorS(err error, msg string, keysAndValues ...interface{}) {}

func Info(args ...interface{})                    {}
func Infoln(args ...interface{})                  {}
func Infof(format string, args ...interface{})    {}
func Warning(args ...interface{})                 {}
func Warningln(args ...interface{})               {}
func Warningf(format string, args ...interface{}) {}
func Error(args ...interface{})                   {}
func Errorln(args ...interface{})                 {}
func Errorf(format string, args ...interface{})   {}
func Fatal(args ...interface{})                   {}
func Fatalln(args ...interface{})                 {}
func Fatalf(format string, args ...interface{})   {}
func Exit(args ...interface{})                    {}
func Exitln(args ...interface{})                  {}
func Exitf(format string, args ...interface{})    {}
