// Package log is a slice of github.com/rs/zerolog/log.
package log

import (
	"context"
	"os"

	"github.com/rs/zerolog"
)

// Logger is the global logger.
var Logger = zerolog.New(os.Stderr)

func With() zerolog.Context                   { return Logger.With() }
func Ctx(ctx context.Context) *zerolog.Logger { return &Logger }
func Err(err error) *zerolog.Event            { return Logger.Err(err) }
func Print(v ...interface{})                  {}
func Printf(format string, v ...interface{})  {}
func Trace() *zerolog.Event                   { return Logger.Trace() }
func Debug() *zerolog.Event                   { return Logger.Debug() }
func Info() *zerolog.Event                    { return Logger.Info() }
func Warn() *zerolog.Event                    { return Logger.Warn() }
func Error() *zerolog.Event                   { return Logger.Error() }
func Fatal() *zerolog.Event                   { return Logger.Fatal() }
func Panic() *zerolog.Event                   { return Logger.Panic() }
func Log() *zerolog.Event                     { return Logger.Log() }
