package shapes

import (
	"context"
	"log"
)

func logAny[T any](v T) { log.Printf("%v", v) }

func first[T any](list []T) T { return list[0] }

func mapped[A, B any](list []A, fn func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, v := range list {
		out = append(out, fn(v))
	}
	return out
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func ptr[T any](v T) *T { return &v }

func deref[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

func badGeneric(ctx context.Context) {
	logAny(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badGenericInstance(ctx context.Context) {
	show := logAny[string]
	show(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodGenericInstance(ctx context.Context) {
	show := logAny[int]
	show(len(password(ctx)))
}

func goodGeneric(ctx context.Context) {
	logAny(len(password(ctx)))
	logAny(version(ctx))
}

func badFirst(ctx context.Context) {
	log.Print(first([]string{password(ctx)})) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFirst(ctx context.Context) error {
	log.Print(first([]string{"orders"}))
	return connect(first([]string{password(ctx)}))
}

func badMapped(ctx context.Context) {
	lines := mapped([]string{password(ctx)}, func(s string) string { return "password=" + s })
	log.Print(lines[0]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapped(ctx context.Context) {
	sizes := mapped([]string{password(ctx)}, func(s string) int { return len(s) })
	log.Print(sizes)
}

func badMust(ctx context.Context) {
	log.Print(must(fetch(ctx, manager, "orders/db"))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMust(ctx context.Context) error {
	s := must(fetch(ctx, manager, "orders/db"))
	log.Print(must(len(s), nil))
	return connect(s)
}

func badPointers(ctx context.Context) {
	log.Print(deref(ptr(password(ctx)))) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodPointer logs an address.
func goodPointer(ctx context.Context) {
	log.Print(ptr(password(ctx)))
}

// box holds anything.
type box[T any] struct {
	name  string
	value T
}

func newBox[T any](name string, v T) *box[T] { return &box[T]{name: name, value: v} }

func (b *box[T]) Set(v T)      { b.value = v }
func (b *box[T]) Get() T       { return b.value }
func (b *box[T]) Name() string { return b.name }
func (b *box[T]) Log()         { log.Print(b.value) }

func badBox(ctx context.Context) {
	b := newBox("db", password(ctx))
	log.Print(b.Get()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBox(ctx context.Context) {
	b := newBox("db", password(ctx))
	log.Print(b.Name())
}

func badBoxSet(ctx context.Context) {
	var b box[string]
	b.Set(password(ctx))
	log.Print(b.value) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBoxSet(ctx context.Context) {
	var secrets, names box[string]
	secrets.Set(password(ctx))
	names.Set("orders")
	log.Print(names.value)
}

func badBoxMethod(ctx context.Context) {
	b := newBox("db", password(ctx))
	b.Log() // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBoxMethod(ctx context.Context) {
	secrets, names := newBox("db", password(ctx)), newBox("db", "orders")
	names.Log()
	_ = connect(secrets.Get())
}

// list is a linked list.
type list[T any] struct {
	value T
	next  *list[T]
}

func (l *list[T]) push(v T) *list[T] { return &list[T]{value: v, next: l} }

func (l *list[T]) each(fn func(T)) {
	for n := l; n != nil; n = n.next {
		fn(n.value)
	}
}

func badList(ctx context.Context) {
	var l *list[string]
	l = l.push("admin").push(password(ctx))
	for n := l; n != nil; n = n.next {
		log.Print(n.value) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func badListEach(ctx context.Context) {
	var l *list[string]
	l.push(password(ctx)).each(func(s string) { log.Print(s) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodList(ctx context.Context) {
	var l *list[string]
	n := 0
	l.push(password(ctx)).each(func(string) { n++ })
	log.Print(n)
}

// cache is what services keep secrets in.
type cache[K comparable, V any] struct {
	entries map[K]V
	load    func(context.Context, K) (V, error)
}

func (c *cache[K, V]) get(ctx context.Context, k K) (V, error) {
	if v, ok := c.entries[k]; ok {
		return v, nil
	}
	v, err := c.load(ctx, k)
	if err == nil {
		c.entries[k] = v
	}
	return v, err
}

func (c *cache[K, V]) size() int { return len(c.entries) }

func newSecretCache() *cache[string, string] {
	return &cache[string, string]{
		entries: map[string]string{},
		load: func(ctx context.Context, id string) (string, error) {
			return fetch(ctx, manager, id)
		},
	}
}

func badCache(ctx context.Context) error {
	s, err := newSecretCache().get(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodCache(ctx context.Context) error {
	c := newSecretCache()
	s, err := c.get(ctx, "orders/db")
	if err != nil {
		return err
	}
	log.Print(c.size())
	return connect(s)
}

// number is a constraint.
type number interface{ ~int | ~int64 }

func sum[T number](list ...T) (n T) {
	for _, v := range list {
		n += v
	}
	return n
}

func goodSum(ctx context.Context) {
	log.Print(sum(len(password(ctx)), 1))
}

// text is a constraint of strings.
type text interface{ ~string | ~[]byte }

func quote[T text](v T) string { return `"` + string(v) + `"` }

func badQuoted(ctx context.Context) {
	log.Print(quote([]byte(password(ctx)))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodQuoted(ctx context.Context) {
	log.Print(quote(version(ctx)), len(quote(password(ctx))))
}
