package shapes

import (
	"context"
	"log"
	"slices"
	"sync"
)

func badCaptured(ctx context.Context) {
	s := password(ctx)
	show := func() { log.Print(s) } // want "secret from secretsmanager.GetSecretValue is logged"
	show()
}

func goodCaptured(ctx context.Context) {
	s := password(ctx)
	show := func() { log.Print(len(s)) }
	show()
}

func badAssignedInClosure(ctx context.Context) {
	var s string
	set := func() { s = password(ctx) }
	set()
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodAssignedInClosure(ctx context.Context) error {
	var s, v string
	set := func() { s, v = password(ctx), version(ctx) }
	set()
	log.Print(v)
	return connect(s)
}

func badReturnedByClosure(ctx context.Context) {
	get := func() string { return password(ctx) }
	log.Print(get()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodReturnedByClosure(ctx context.Context) {
	get := func() int { return len(password(ctx)) }
	log.Print(get())
}

// with calls fn with the secret.
func with(ctx context.Context, fn func(s string) error) error {
	s, err := fetch(ctx, manager, "orders/db")
	if err != nil {
		return err
	}
	return fn(s)
}

func badCallback(ctx context.Context) error {
	return with(ctx, func(s string) error { log.Print(s); return nil }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCallback(ctx context.Context) error {
	return with(ctx, func(s string) error { return connect(s) })
}

func goodCallbackOfOther(ctx context.Context) error {
	return with(ctx, func(s string) error { log.Print("connecting"); return connect(s) })
}

// apply calls fn with what it is given.
func apply(s string, fn func(string)) { fn(s) }

func badApplied(ctx context.Context) {
	apply(password(ctx), func(s string) { log.Print(s) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodApplied(ctx context.Context) {
	apply("starting", func(s string) { log.Print(s) })
	apply(password(ctx), func(s string) { _ = connect(s) })
}

// supplier returns a function that returns the secret.
func supplier(ctx context.Context) func() (string, error) {
	return func() (string, error) { return fetch(ctx, manager, "orders/db") }
}

// constant returns a function that returns s.
func constant(s string) func() string { return func() string { return s } }

func badSupplier(ctx context.Context) error {
	s, err := supplier(ctx)()
	if err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodSupplier(ctx context.Context) error {
	get := supplier(ctx)
	log.Print("fetching")
	s, err := get()
	log.Print(err)
	return connect(s)
}

func badConstant(ctx context.Context) {
	get := constant(password(ctx))
	log.Print(get()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodConstant(ctx context.Context) {
	get, other := constant(password(ctx)), constant("orders")
	log.Print(other())
	_ = connect(get())
}

// printer returns a function that logs s.
func printer(s string) func() { return func() { log.Print(s) } }

func badPrinter(ctx context.Context) {
	defer printer(password(ctx))() // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodPrinter(ctx context.Context) error {
	defer printer("connected")()
	return connect(password(ctx))
}

// call takes a function from its caller.
func call(get func() string) { log.Print(get()) }

func badFunctionArgument(ctx context.Context) {
	call(func() string { return password(ctx) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFunctionArgument(ctx context.Context) {
	call(func() string { return version(ctx) })
}

// handler holds functions in fields.
type handler struct {
	source func(context.Context) string
	sink   func(string)
	skip   func(string)
}

func newHandler() *handler {
	return &handler{source: password, sink: func(s string) { log.Print(s) }, skip: func(string) {}}
}

func badFieldSource(ctx context.Context) {
	h := newHandler()
	log.Print(h.source(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFieldSource(ctx context.Context) {
	h := &handler{source: version}
	log.Print(h.source(ctx))
}

func badFieldSink(ctx context.Context) {
	h := newHandler()
	h.sink(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFieldSink(ctx context.Context) {
	h := newHandler()
	h.skip(password(ctx))
	h.sink(version(ctx))
}

var sinks = map[string]func(string){
	"log":  func(s string) { log.Print(s) },
	"none": func(string) {},
}

func badTable(ctx context.Context, name string) {
	sinks[name](password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFunctionList(ctx context.Context) {
	for _, fn := range []func(string){traceTwice, logString} {
		fn(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func logString(s string) { log.Print(s) }

func goodFunctionList(ctx context.Context) {
	for _, fn := range []func(string) error{connect} {
		_ = fn(password(ctx))
	}
}

// wrap is a decorator.
func wrap(fn func(string)) func(string) {
	return func(s string) {
		log.Print("calling")
		fn(s)
	}
}

func missedDecorated(ctx context.Context) {
	wrap(logString)(password(ctx))
}

func goodDecorated(ctx context.Context) {
	wrap(func(s string) { _ = connect(s) })(password(ctx))
}

func badDeferredClosure(ctx context.Context) error {
	var s string
	defer func() {
		log.Print("used ", s) // want "secret from secretsmanager.GetSecretValue is logged"
	}()
	s = password(ctx)
	return connect(s)
}

func goodDeferredClosure(ctx context.Context) error {
	s := password(ctx)
	defer func() {
		s = ""
		log.Print("used ", s)
	}()
	return connect(s)
}

func badWaitGroup(ctx context.Context) {
	var wg sync.WaitGroup
	list := make([]string, 2)
	for i := range list {
		wg.Add(1)
		go func() {
			defer wg.Done()
			list[i] = password(ctx)
		}()
	}
	wg.Wait()
	log.Print(list[0]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodWaitGroup(ctx context.Context) {
	var wg sync.WaitGroup
	list, sizes := make([]string, 2), make([]int, 2)
	for i := range list {
		wg.Add(1)
		go func() {
			defer wg.Done()
			list[i] = password(ctx)
			sizes[i] = len(list[i])
		}()
	}
	wg.Wait()
	log.Print(sizes[0])
}

func badMutex(ctx context.Context) {
	var mu sync.Mutex
	var s string
	locked := func(fn func()) {
		mu.Lock()
		defer mu.Unlock()
		fn()
	}
	locked(func() { s = password(ctx) })
	locked(func() { log.Print(s) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMutex(ctx context.Context) {
	var mu sync.Mutex
	var s, name string
	locked := func(fn func()) {
		mu.Lock()
		defer mu.Unlock()
		fn()
	}
	locked(func() { s, name = password(ctx), "orders" })
	locked(func() { log.Print(name, len(s)) })
}

func badIterator(ctx context.Context) {
	each := func(yield func(string) bool) {
		_ = yield("admin") && yield(password(ctx))
	}
	for s := range each {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodIterator(ctx context.Context) {
	each := func(yield func(int, string) bool) { yield(1, password(ctx)) }
	for i := range each {
		log.Print(i)
	}
}

func missedSorted(ctx context.Context) {
	list := []string{password(ctx), "a"}
	slices.SortFunc(list, func(a, b string) int {
		log.Print("comparing ", a, b)
		return len(a) - len(b)
	})
}

func goodSorted(ctx context.Context) {
	list := []string{password(ctx), "a"}
	calls := 0
	slices.SortFunc(list, func(a, b string) int {
		calls++
		return len(a) - len(b)
	})
	log.Print(calls)
}

func badImmediate(ctx context.Context) {
	func(s string) { log.Print(s) }(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodImmediate(ctx context.Context) {
	func(s string) { log.Print(len(s)) }(password(ctx))
}

func badCurried(ctx context.Context) {
	join := func(a string) func(string) string { return func(b string) string { return a + b } }
	log.Print(join("postgres://")(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCurried(ctx context.Context) {
	second := func(a string) func(string) string { return func(b string) string { return b } }
	log.Print(second(password(ctx))("orders"))
}

// badLoopClosure runs after the loop has left the secret in the variable.
func badLoopClosure(ctx context.Context) {
	var fns []func()
	for _, s := range []string{"a", password(ctx)} {
		fns = append(fns, func() { log.Print(s) }) // want "secret from secretsmanager.GetSecretValue is logged"
	}
	for _, fn := range fns {
		fn()
	}
}

func goodLoopClosure(ctx context.Context) {
	var fns []func() int
	for _, s := range []string{"a", password(ctx)} {
		fns = append(fns, func() int { return len(s) })
	}
	for _, fn := range fns {
		log.Print(fn())
	}
}
