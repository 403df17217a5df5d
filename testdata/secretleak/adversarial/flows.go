package adversarial

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"sync"
)

func missedPointerToPointer(ctx context.Context) {
	s := ""
	p := &s
	pp := &p
	**pp = password(ctx)
	log.Print(s)
}

func goodPointerToPointer(ctx context.Context) error {
	s, t := "", "none"
	p := &s
	pp := &p
	**pp = password(ctx)
	*pp = &t
	log.Print(**pp)
	return connect(s)
}

// pair returns functions that share a variable.
func pair() (set func(string), get func() string) {
	var v string
	return func(s string) { v = s }, func() string { return v }
}

func missedPair(ctx context.Context) {
	set, get := pair()
	set(password(ctx))
	log.Print(get())
}

func goodPair(ctx context.Context) error {
	set, get := pair()
	_, other := pair()
	set(password(ctx))
	log.Print(other())
	return connect(get())
}

// box is a setter behind an interface.
type box interface {
	Put(s string)
	Get() string
}

type memory struct{ text string }

func (m *memory) Put(s string) { m.text = s }
func (m *memory) Get() string  { return m.text }

func badBox(ctx context.Context) {
	var b box = &memory{}
	b.Put(password(ctx))
	log.Print(b.Get()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBox(ctx context.Context) {
	var secrets, names box = &memory{}, &memory{}
	secrets.Put(password(ctx))
	names.Put("orders")
	log.Print(names.Get())
}

// tree is walked by recursion.
type tree struct {
	text        string
	left, right *tree
}

func (t *tree) visit(fn func(string)) {
	if t == nil {
		return
	}
	t.left.visit(fn)
	fn(t.text)
	t.right.visit(fn)
}

func missedTree(ctx context.Context) {
	t := &tree{text: "root", left: &tree{text: password(ctx)}}
	t.visit(func(s string) { log.Print(s) })
}

func goodTree(ctx context.Context) {
	t := &tree{text: "root", left: &tree{text: password(ctx)}}
	n := 0
	t.visit(func(s string) { n += len(s) })
	log.Print(n)
}

func badChannelOfChannels(ctx context.Context) {
	outer, inner := make(chan chan string, 1), make(chan string, 1)
	outer <- inner
	inner <- password(ctx)
	log.Print(<-<-outer) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badChannelOfFunctions(ctx context.Context) {
	ch := make(chan func() string, 1)
	ch <- func() string { return password(ctx) }
	log.Print((<-ch)()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodChannelOfFunctions(ctx context.Context) {
	ch := make(chan func() int, 1)
	ch <- func() int { return len(password(ctx)) }
	log.Print((<-ch)())
}

func badChannelOfPointers(ctx context.Context) {
	ch := make(chan *memory, 1)
	m := &memory{}
	ch <- m
	m.text = password(ctx)
	log.Print((<-ch).text) // want "secret from secretsmanager.GetSecretValue is logged"
}

// badRoundTrip encodes, and decodes into another type.
func badRoundTrip(ctx context.Context) error {
	data, err := json.Marshal(struct{ Host, Password string }{"db", password(ctx)})
	if err != nil {
		return err
	}
	var v struct{ Host, Password string }
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	log.Print(v.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodRoundTrip(ctx context.Context) error {
	data, err := json.Marshal(struct{ Host, Password string }{"db", password(ctx)})
	if err != nil {
		return err
	}
	var v struct{ Host, Password string }
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	log.Print(v.Host)
	return connect(v.Password)
}

func missedPipe(ctx context.Context) error {
	r, w := io.Pipe()
	go func() {
		fmt.Fprintln(w, password(ctx))
		w.Close()
	}()
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		log.Print(lines.Text())
	}
	return lines.Err()
}

// fill writes to a builder of its caller.
func fill(ctx context.Context, b *strings.Builder) { b.WriteString(password(ctx)) }

func badFilled(ctx context.Context) {
	var b strings.Builder
	fill(ctx, &b)
	log.Print(b.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFilled(ctx context.Context) {
	var b, other strings.Builder
	fill(ctx, &b)
	other.WriteString("orders")
	log.Print(other.String(), b.Len())
}

func badFallthrough(ctx context.Context, n int) {
	s := "none"
	switch n {
	case 1:
		s = password(ctx)
		fallthrough
	case 2:
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodSwitchCases(ctx context.Context, n int) error {
	s := "none"
	switch n {
	case 1:
		s = password(ctx)
	case 2:
		log.Print(s)
	}
	return connect(s)
}

func badContinue(ctx context.Context, ids []string) {
	var last string
outer:
	for _, id := range ids {
		for range id {
			last = password(ctx)
			continue outer
		}
		last = ""
	}
	log.Print(last) // want "secret from secretsmanager.GetSecretValue is logged"
}

// badDeferLoop logs each when the function is done.
func badDeferLoop(ctx context.Context) {
	for _, s := range []string{"a", password(ctx)} {
		defer log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

// group is what runs functions side by side.
type group struct {
	wg  sync.WaitGroup
	mu  sync.Mutex
	err error
}

func (g *group) Go(fn func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := fn(); err != nil {
			g.mu.Lock()
			g.err = errors.Join(g.err, err)
			g.mu.Unlock()
		}
	}()
}

func (g *group) Wait() error {
	g.wg.Wait()
	return g.err
}

func badGroup(ctx context.Context) error {
	var g group
	var user, pass string
	g.Go(func() error { user = "admin"; return nil })
	g.Go(func() (err error) { pass, err = fetch(ctx, manager, "orders/db"); return err })
	if err := g.Wait(); err != nil {
		return err
	}
	log.Printf("%s %s", user, pass) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodGroup(ctx context.Context) error {
	var g group
	var user, pass string
	g.Go(func() error { user = "admin"; return nil })
	g.Go(func() (err error) { pass, err = fetch(ctx, manager, "orders/db"); return err })
	if err := g.Wait(); err != nil {
		log.Print(err)
		return err
	}
	log.Print(user)
	return connect(pass)
}

// badNestedAny is deep in values of any type.
func badNestedAny(ctx context.Context) {
	v := map[string]any{"db": []any{map[string]any{"password": password(ctx)}}}
	log.Print(v["db"].([]any)[0].(map[string]any)["password"]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodNestedAny(ctx context.Context) {
	v := map[string]any{"db": []any{map[string]any{"password": password(ctx), "host": "db"}}}
	log.Print(v["db"].([]any)[0].(map[string]any)["host"])
}

// stage is a step of a pipeline.
type stage func(<-chan string) <-chan string

func upper(in <-chan string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for s := range in {
			out <- strings.ToUpper(s)
		}
	}()
	return out
}

func pipeline(in <-chan string, stages ...stage) <-chan string {
	for _, s := range stages {
		in = s(in)
	}
	return in
}

func badPipeline(ctx context.Context) {
	in := make(chan string, 1)
	in <- password(ctx)
	close(in)
	for s := range pipeline(in, upper, upper) {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

// wrongZeroed is cleared before it is shown.
func wrongZeroed(ctx context.Context) {
	b := []byte(password(ctx))
	_ = connect(string(b))
	b = b[:0]
	b = append(b, "cleared"...)
	log.Print(string(b)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badAliased(ctx context.Context) {
	a := make([]byte, 64)
	b := a[:32]
	copy(a, password(ctx))
	log.Print(string(b)) // want "secret from secretsmanager.GetSecretValue is logged"
}
