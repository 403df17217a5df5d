// Package probe has each way that a secret takes to a log once, and three that it seems to take.
package probe

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"

	"corpus.test/testdata/secretleak/probe/store"
)

var client *secretsmanager.Client

var input = &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")}

// secret is the source of most of what follows.
func secret(ctx context.Context) string {
	out, err := client.GetSecretValue(ctx, input)
	if err != nil {
		return ""
	}
	return aws.ToString(out.SecretString)
}

func badDirect(ctx context.Context) error {
	out, err := client.GetSecretValue(ctx, input)
	if err != nil {
		return err
	}
	log.Print(*out.SecretString) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func emit(s string) { log.Print(s) }

func badHelper(ctx context.Context) {
	emit(secret(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badDefer(ctx context.Context) {
	s := secret(ctx)
	defer log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func emitAny[T any](v T) { log.Print(v) }

func badGeneric(ctx context.Context) {
	emitAny(secret(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badRange(ctx context.Context) {
	for _, s := range []string{"a", secret(ctx)} {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func badClosureParam(ctx context.Context) {
	f := func(s string) { log.Print(s) }
	f(secret(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFuncVar(ctx context.Context) {
	f := emit
	f(secret(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badGetenv() {
	log.Print(os.Getenv("DB_PASSWORD")) // want "secret from environment variable DB_PASSWORD is logged"
}

type holder struct{ id, value string }

func wrap(h holder, s string) holder {
	h.value = s
	return h
}

func badStructByValue(ctx context.Context) {
	h := wrap(holder{id: "a"}, secret(ctx))
	log.Print(h.value) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badMap(ctx context.Context) {
	m := map[string]string{"a": secret(ctx)}
	log.Print(m["a"]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badChannel(ctx context.Context) {
	ch := make(chan string, 1)
	ch <- secret(ctx)
	log.Print(<-ch) // want "secret from secretsmanager.GetSecretValue is logged"
}

var kept string

func keep(ctx context.Context) { kept = secret(ctx) }

func badPackageVariable() {
	log.Print(kept) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badCrossPackage(ctx context.Context) {
	log.Print(store.Fetch(ctx, client, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badDecoded(ctx context.Context) error {
	var v struct{ Password string }
	if err := json.NewDecoder(strings.NewReader(secret(ctx))).Decode(&v); err != nil {
		return err
	}
	log.Print(v.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badMapKey(ctx context.Context) {
	m := map[string]int{secret(ctx): 1}
	for k := range m {
		log.Print(k) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func (h *holder) Set(s string) { h.value = s }
func (h *holder) Get() string  { return h.value }

func badSetterGetter(ctx context.Context) {
	h := &holder{id: "a"}
	h.Set(secret(ctx))
	log.Print(h.Get()) // want "secret from secretsmanager.GetSecretValue is logged"
}

type sink interface{ Emit(s string) }

type logSink struct{}

func (logSink) Emit(s string) { log.Print(s) }

func badInterface(ctx context.Context) {
	var k sink = logSink{}
	k.Emit(secret(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodOverwritten(ctx context.Context) {
	s := secret(ctx)
	s = "redacted"
	log.Print(s)
}

func goodDiscarded(ctx context.Context) {
	log.Print(store.Discard(secret(ctx)))
}

func goodLength(ctx context.Context) {
	log.Print(len(secret(ctx)))
}
