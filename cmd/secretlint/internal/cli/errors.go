package cli

import (
	"errors"
	"fmt"
)

// An exitError ends the program with a status. Its text, if any, is printed
// first.
type exitError struct {
	status int
	err    error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// The ways in which a run can end, other than well. They are printed as what
// they are about, findings or problems, and have no text of their own.
var (
	// errFindings: something was found, and everything was looked at.
	errFindings = &exitError{status: 1}

	// errIncomplete: something could not be looked at. There may be findings
	// too: whoever reads only the status must not take silence for safety.
	errIncomplete = &exitError{status: 3}
)

// usageError returns an error of who calls the program: arguments or
// configuration that are wrong, or nothing that could be checked.
func usageError(err error) error {
	return &exitError{status: 2, err: err}
}

func usagef(format string, args ...any) error {
	return usageError(fmt.Errorf(format, args...))
}

// status returns the exit status for an error. One that is no exitError is of
// the system, a full disk or a closed pipe: then the output is incomplete.
func status(err error) int {
	var exit *exitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.status
	}
	return errIncomplete.status
}
