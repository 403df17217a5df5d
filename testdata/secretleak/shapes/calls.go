package shapes

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var db = &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")}

func badDirect(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	log.Printf("fetched %s", *out.SecretString) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodDirect(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	log.Printf("fetched %s", *out.Name)
	return connect(*out.SecretString)
}

func badHelper(ctx context.Context, client *secretsmanager.Client) error {
	s, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	log.Println("password:", s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodHelper(ctx context.Context, client *secretsmanager.Client) error {
	s, err := fetch(ctx, client, "orders/db")
	if err != nil {
		log.Println("cannot fetch:", err)
		return err
	}
	return connect(s)
}

// trace is what this package logs with.
func trace(what, value string) { log.Printf("%s=%s", what, value) }

// tracef hands all that it is given on.
func tracef(format string, args ...any) { log.Printf("[db] "+format, args...) }

// traceTwice is a wrapper of a wrapper.
func traceTwice(value string) { trace("value", value) }

func badWrapper(ctx context.Context) {
	trace("password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badWrapperOfWrapper(ctx context.Context) {
	s := password(ctx)
	traceTwice(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFormatWrapper(ctx context.Context) {
	tracef("connecting with %q", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodWrapper(ctx context.Context) {
	trace("version", version(ctx))
	tracef("connecting with version %q", version(ctx))
}

// announce ignores its second argument.
func announce(what, value string) { log.Printf("%s was set", what) }

func goodIgnored(ctx context.Context) {
	announce("password", password(ctx))
}

func goodOtherParameter(ctx context.Context, other string) {
	swapped := func(a, b string) { log.Print(b) }
	swapped(password(ctx), other)
}

func badOtherParameter(ctx context.Context, other string) {
	swapped := func(a, b string) { log.Print(b) }
	swapped(other, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// logAll is variadic.
func logAll(values ...string) {
	for i, v := range values {
		log.Printf("%d: %s", i, v)
	}
}

func logFirst(values ...string) { log.Print(values[0]) }

func badVariadic(ctx context.Context) {
	logAll("host", "port", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badVariadicFirst(ctx context.Context) {
	logFirst(password(ctx), "host") // want "secret from secretsmanager.GetSecretValue is logged"
}

func wrongVariadicFirst(ctx context.Context) {
	logFirst("host", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodVariadicCount(ctx context.Context) {
	count := func(values ...string) { log.Print(len(values)) }
	count(password(ctx), password(ctx))
}

// named has named results.
func named(ctx context.Context) (user, secret string, err error) {
	user = "admin"
	secret, err = fetch(ctx, manager, "orders/db")
	return
}

func badNamedResult(ctx context.Context) error {
	_, s, err := named(ctx)
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return err
}

func goodNamedResult(ctx context.Context) error {
	user, s, err := named(ctx)
	if err != nil {
		return err
	}
	log.Print(user)
	return connect(s)
}

// badNamedDeferred logs what it returns, on its way out.
func badNamedDeferred(ctx context.Context) (s string, err error) {
	defer func() { log.Printf("returning %s, %v", s, err) }() // want "secret from secretsmanager.GetSecretValue is logged"
	s, err = fetch(ctx, manager, "orders/db")
	return s, err
}

func goodNamedDeferred(ctx context.Context) (s string, err error) {
	defer func() { log.Printf("returning %v", err) }()
	s, err = fetch(ctx, manager, "orders/db")
	return s, err
}

func badDefer(ctx context.Context) error {
	s := password(ctx)
	defer log.Println("done with", s) // want "secret from secretsmanager.GetSecretValue is logged"
	return connect(s)
}

func badDeferHelper(ctx context.Context) error {
	s := password(ctx)
	defer trace("done with", s) // want "secret from secretsmanager.GetSecretValue is logged"
	return connect(s)
}

// goodDefer evaluates the argument before there is a secret in it.
func goodDefer(ctx context.Context) error {
	s := "none"
	defer log.Println("began with", s)
	s = password(ctx)
	return connect(s)
}

func badGo(ctx context.Context) {
	go trace("password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badGoClosure(ctx context.Context) {
	s := password(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}()
	<-done
}

func goodGo(ctx context.Context) {
	s := password(ctx)
	go announce("password", s)
	go func() { _ = connect(s) }()
}

// countdown logs in its last step.
func countdown(n int, s string) {
	if n == 0 {
		log.Print(s)
		return
	}
	countdown(n-1, s)
}

func badRecursion(ctx context.Context) {
	countdown(3, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// even and odd hand it to each other.
func even(n int, s string) {
	if n == 0 {
		log.Print(s)
		return
	}
	odd(n-1, s)
}

func odd(n int, s string) {
	if n > 0 {
		even(n-1, s)
	}
}

func badMutualRecursion(ctx context.Context) {
	odd(7, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// depth looks no further than the number of steps.
func depth(n int, s string) int {
	if n == 0 {
		return len(s)
	}
	return depth(n-1, s)
}

func goodRecursion(ctx context.Context) {
	log.Print(depth(3, password(ctx)))
}

// retry calls itself until there is an answer.
func retry(ctx context.Context, left int) (string, error) {
	s, err := fetch(ctx, manager, "orders/db")
	if err != nil && left > 0 {
		return retry(ctx, left-1)
	}
	return s, err
}

func badRecursiveSource(ctx context.Context) error {
	s, err := retry(ctx, 3)
	fmt.Fprintln(os.Stderr, s) // want "secret from secretsmanager.GetSecretValue is printed"
	return err
}

func goodRecursiveSource(ctx context.Context) error {
	s, err := retry(ctx, 3)
	fmt.Fprintln(os.Stderr, err)
	return errors.Join(err, connect(s))
}

// pass returns its argument.
func pass(s string) string { return s }

// either returns one of its arguments.
func either(cond bool, a, b string) string {
	if cond {
		return a
	}
	return b
}

func badPassed(ctx context.Context) {
	log.Print(pass(pass(password(ctx)))) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodPassed calls the same function with something else.
func goodPassed(ctx context.Context) error {
	log.Print(pass("starting"))
	return connect(pass(password(ctx)))
}

func badEither(ctx context.Context, local bool) {
	log.Print(either(local, "none", password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

// second returns the one that is not secret.
func second(a, b string) string { return b }

func goodSecond(ctx context.Context) {
	log.Print(second(password(ctx), "host"))
}
