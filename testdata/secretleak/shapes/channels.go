package shapes

import (
	"context"
	"log"
	"time"
)

func badChannel(ctx context.Context) {
	ch := make(chan string)
	go func() { ch <- password(ctx) }()
	log.Print(<-ch) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodChannel(ctx context.Context) {
	ch := make(chan string)
	go func() { ch <- version(ctx) }()
	log.Print(<-ch)
}

func badBuffered(ctx context.Context) {
	ch := make(chan string, 1)
	ch <- password(ctx)
	s := <-ch
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBuffered(ctx context.Context) error {
	ch := make(chan string, 1)
	ch <- password(ctx)
	log.Print(len(ch), cap(ch))
	return connect(<-ch)
}

func badClosed(ctx context.Context) {
	ch := make(chan string, 2)
	ch <- "admin"
	ch <- password(ctx)
	close(ch)
	for s := range ch {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodClosed(ctx context.Context) {
	ch := make(chan string, 2)
	ch <- password(ctx)
	close(ch)
	n := 0
	for range ch {
		n++
	}
	log.Print(n)
}

func badCommaOK(ctx context.Context) {
	ch := make(chan string, 1)
	ch <- password(ctx)
	if s, ok := <-ch; ok {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodCommaOK(ctx context.Context) {
	ch := make(chan string, 1)
	ch <- password(ctx)
	_, ok := <-ch
	log.Print(ok)
}

func badSelect(ctx context.Context) {
	ch := make(chan string, 1)
	ch <- password(ctx)
	select {
	case s := <-ch:
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	case <-time.After(time.Second):
		log.Print("too late")
	}
}

func goodSelect(ctx context.Context, names chan string) error {
	ch := make(chan string, 1)
	ch <- password(ctx)
	select {
	case s := <-ch:
		return connect(s)
	case name := <-names:
		log.Print(name)
	}
	return nil
}

func badSelectSend(ctx context.Context) {
	ch := make(chan string, 1)
	select {
	case ch <- password(ctx):
	default:
	}
	log.Print(<-ch) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSelectSend(ctx context.Context, names chan string) {
	ch := make(chan string, 1)
	select {
	case ch <- password(ctx):
	case names <- "orders":
	}
	log.Print(<-names)
}

// result is what a worker sends.
type result struct {
	name, value string
	err         error
}

func fetchAll(ctx context.Context, names []string) <-chan result {
	out := make(chan result, len(names))
	for _, name := range names {
		go func() {
			s, err := fetch(ctx, manager, name)
			out <- result{name: name, value: s, err: err}
		}()
	}
	return out
}

func badResult(ctx context.Context) {
	r := <-fetchAll(ctx, []string{"orders/db"})
	log.Print(r.value) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodResult(ctx context.Context) error {
	r := <-fetchAll(ctx, []string{"orders/db"})
	log.Print(r.name, r.err)
	return connect(r.value)
}

// worker logs all that it receives.
func worker(jobs <-chan string) {
	for job := range jobs {
		log.Print("working on ", job)
	}
}

func badWorker(ctx context.Context) {
	jobs := make(chan string, 1)
	jobs <- password(ctx)
	go worker(jobs) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodWorker(ctx context.Context) error {
	jobs := make(chan string, 1)
	go worker(jobs)
	jobs <- version(ctx)
	return connect(password(ctx))
}

// produce sends a secret.
func produce(ctx context.Context, out chan<- string) { out <- password(ctx) }

func badProduced(ctx context.Context) {
	ch := make(chan string)
	go produce(ctx, ch)
	log.Print(<-ch) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodProduced(ctx context.Context) error {
	secrets, names := make(chan string), make(chan string, 1)
	go produce(ctx, secrets)
	names <- "orders"
	log.Print(<-names)
	return connect(<-secrets)
}

// hub holds channels in fields.
type hub struct{ secrets, names chan string }

func badHub(ctx context.Context) {
	h := hub{secrets: make(chan string, 1), names: make(chan string, 1)}
	h.secrets <- password(ctx)
	log.Print(<-h.secrets) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodHub(ctx context.Context) {
	h := hub{secrets: make(chan string, 1), names: make(chan string, 1)}
	h.secrets <- password(ctx)
	h.names <- "orders"
	log.Print(<-h.names)
}
