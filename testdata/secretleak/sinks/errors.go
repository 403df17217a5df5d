package sinks

import (
	"context"
	"errors"
	"fmt"

	pkgerrors "github.com/pkg/errors"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func badErrorf(ctx context.Context) error {
	return fmt.Errorf("cannot connect with %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func badErrorsNew(ctx context.Context) error {
	return errors.New("cannot connect with " + password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func badWrappedError(ctx context.Context) error {
	s := password(ctx)
	if err := connect(s); err != nil {
		return fmt.Errorf("connect %s: %w", s, err) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return nil
}

func goodWrappedError(ctx context.Context) error {
	s := password(ctx)
	if err := connect(s); err != nil {
		return fmt.Errorf("connect with version %s: %w", version(ctx), err)
	}
	return nil
}

func badStatus(ctx context.Context) error {
	return status.Error(codes.Internal, "bad credentials "+password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func badStatusf(ctx context.Context) error {
	return status.Errorf(codes.Unauthenticated, "bad credentials %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func badStatusNew(ctx context.Context) error {
	return status.New(codes.Internal, password(ctx)).Err() // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func goodStatus(ctx context.Context) error {
	if connect(password(ctx)) != nil {
		return status.Error(codes.Internal, "bad credentials")
	}
	return nil
}

func badPkgErrors(ctx context.Context, err error) error {
	s := password(ctx)
	switch {
	case s == "a":
		return pkgerrors.Wrap(err, "connect with "+s) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	case s == "b":
		return pkgerrors.Wrapf(err, "connect with %s", s) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	case s == "c":
		return pkgerrors.Errorf("connect with %s", s) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return pkgerrors.WithMessagef(err, "connect with %s", s) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func goodPkgErrors(ctx context.Context) error {
	return pkgerrors.Wrapf(connect(password(ctx)), "connect with version %s", version(ctx))
}

// invalid is a helper that makes errors.
func invalid(what, value string) error { return fmt.Errorf("invalid %s: %q", what, value) }

func badErrorHelper(ctx context.Context) error {
	return invalid("password", password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

func goodErrorHelper(ctx context.Context) error {
	if password(ctx) == "" {
		return invalid("version", version(ctx))
	}
	return nil
}

func badPanic(ctx context.Context) {
	panic("cannot connect with " + password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of a panic"
}

func badPanicf(ctx context.Context) {
	panic(fmt.Sprintf("cannot connect with %s", password(ctx))) // want "secret from secretsmanager.GetSecretValue becomes part of a panic"
}

func goodPanic(ctx context.Context) {
	if err := connect(password(ctx)); err != nil {
		panic(err)
	}
}

// check panics with what it is given.
func check(ok bool, what string) {
	if !ok {
		panic(what)
	}
}

func badPanicHelper(ctx context.Context) {
	s := password(ctx)
	check(s != "", "connecting with "+s) // want "secret from secretsmanager.GetSecretValue becomes part of a panic"
}

func goodPanicHelper(ctx context.Context) {
	check(password(ctx) != "", "there is no password")
}

// credentialError keeps the password for its text.
type credentialError struct{ user, pass string }

func (e *credentialError) Error() string { return e.user + ":" + e.pass + " was refused" }

func badErrorValue(ctx context.Context) error {
	return fmt.Errorf("connect: %w", &credentialError{"admin", password(ctx)}) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

// refusedError tells who was refused.
type refusedError struct{ user, pass string }

func (e *refusedError) Error() string { return e.user + " was refused" }

func goodErrorValue(ctx context.Context) error {
	return fmt.Errorf("connect: %w", &refusedError{"admin", password(ctx)})
}
