// Package errors is a slice of github.com/pkg/errors.
package errors

import "fmt"

type withMessage struct {
	cause error
	msg   string
}

func (w *withMessage) Error() string { return w.msg + ": " + w.cause.Error() }
func (w *withMessage) Unwrap() error { return w.cause }

type fundamental struct{ msg string }

func (f *fundamental) Error() string { return f.msg }

func New(message string) error { return &fundamental{message} }
func Errorf(format string, args ...interface{}) error {
	return &fundamental{fmt.Sprintf(format, args...)}
}
func WithStack(err error) error            { return err }
func Wrap(err error, message string) error { return &withMessage{err, message} }
func Wrapf(err error, format string, args ...interface{}) error {
	return &withMessage{err, fmt.Sprintf(format, args...)}
}
func WithMessage(err error, message string) error { return &withMessage{err, message} }
func WithMessagef(err error, format string, args ...interface{}) error {
	return &withMessage{err, fmt.Sprintf(format, args...)}
}
func Cause(err error) error { return err }
