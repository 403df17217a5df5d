package shapes

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sort"
)

type reporter interface{ Report(s string) }

type loud struct{ prefix string }

func (l loud) Report(s string) { log.Print(l.prefix, s) }

type counter struct{ n int }

func (c *counter) Report(s string) { c.n += len(s) }

// pick returns one of the implementations in view.
func pick(verbose bool) reporter {
	if verbose {
		return loud{prefix: "> "}
	}
	return &counter{}
}

func badDispatch(ctx context.Context, r reporter) {
	r.Report(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badPicked(ctx context.Context, verbose bool) {
	pick(verbose).Report(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodPicked knows which one it has.
func goodPicked(ctx context.Context) {
	var r reporter = &counter{}
	r.Report(password(ctx))
}

func goodDispatch(ctx context.Context, r reporter) error {
	r.Report("connecting")
	return connect(password(ctx))
}

// quiet has implementations that leak nothing.
type quiet interface{ Note(s string) }

type dropped struct{}

func (dropped) Note(string) {}

type measured struct{ total int }

func (m *measured) Note(s string) { m.total += len(s); log.Print(m.total) }

func goodQuiet(ctx context.Context, q quiet) {
	q.Note(password(ctx))
}

// source has an implementation that fetches.
type source interface {
	Get(ctx context.Context) (string, error)
	Name() string
}

type managed struct{ id string }

func (m managed) Get(ctx context.Context) (string, error) { return fetch(ctx, manager, m.id) }
func (m managed) Name() string                            { return m.id }

type static struct{ text string }

func (s static) Get(context.Context) (string, error) { return s.text, nil }
func (s static) Name() string                        { return "static" }

func badSource(ctx context.Context, src source) error {
	s, err := src.Get(ctx)
	if err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodSource(ctx context.Context, src source) error {
	s, err := src.Get(ctx)
	if err != nil {
		return err
	}
	log.Print(src.Name())
	return connect(s)
}

// goodStatic knows that this source has a text of its own.
func goodStatic(ctx context.Context) {
	var src source = static{text: "none"}
	s, _ := src.Get(ctx)
	log.Print(s)
}

func badAssertion(ctx context.Context) {
	var v any = password(ctx)
	if s, ok := v.(string); ok {
		log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodAssertion(ctx context.Context) {
	var v any = password(ctx)
	_, ok := v.(string)
	log.Print(ok)
}

func badBoxed(ctx context.Context) {
	var v any = password(ctx)
	log.Print(v) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBoxed(ctx context.Context) {
	var v any = password(ctx)
	log.Printf("%T %t", v, v == nil)
}

func badTypeSwitch(ctx context.Context) {
	var v any = password(ctx)
	switch x := v.(type) {
	case int:
		log.Print(x)
	case string:
		log.Print(x) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

// goodTypeSwitch logs what is no string.
func goodTypeSwitch(ctx context.Context) {
	var v any = password(ctx)
	switch x := v.(type) {
	case int:
		log.Print(x)
	case error:
		log.Print(x)
	case string:
		_ = connect(x)
	}
}

// show logs strings, and counts what is in lists.
func show(v any) {
	switch x := v.(type) {
	case string:
		log.Print(x)
	case []string:
		log.Print(len(x))
	}
}

func badShown(ctx context.Context) {
	show(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func wrongShown(ctx context.Context) {
	show([]string{password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badStructAsserted(ctx context.Context) {
	var v any = load(ctx)
	log.Print(v.(credentials).Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodStructAsserted(ctx context.Context) {
	var v any = load(ctx)
	log.Print(v.(credentials).User)
}

// key is a key of a context.
type key struct{}

func missedContextValue(ctx context.Context) {
	ctx = context.WithValue(ctx, key{}, password(ctx))
	log.Print(ctx.Value(key{}))
}

func missedContextString(ctx context.Context) {
	inner := context.WithValue(ctx, key{}, password(ctx))
	if s, ok := inner.Value(key{}).(string); ok {
		log.Print(s)
	}
}

type otherKey struct{}

func goodContextValue(ctx context.Context) {
	ctx = context.WithValue(ctx, otherKey{}, "r-1")
	log.Print(ctx.Value(otherKey{}), len(password(ctx)))
}

// embedded interfaces.
type readWriter interface {
	source
	reporter
}

type both struct {
	managed
	loud
}

func badEmbeddedInterface(ctx context.Context, rw readWriter) error {
	s, err := rw.Get(ctx)
	if err != nil {
		return err
	}
	rw.Report(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

var _ readWriter = both{}

func goodEmbeddedInterface(ctx context.Context, rw readWriter) error {
	if _, err := rw.Get(ctx); err != nil {
		return err
	}
	rw.Report(rw.Name())
	return nil
}

// keeper keeps interfaces in fields.
type keeper struct {
	src source
	out reporter
}

func (k *keeper) run(ctx context.Context) error {
	s, err := k.src.Get(ctx)
	if err != nil {
		return err
	}
	k.out.Report(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func runKeeper(ctx context.Context) error {
	k := &keeper{src: managed{id: "orders/db"}, out: loud{}}
	return k.run(ctx)
}

// byText sorts, and logs what it compares.
type byText []string

func (b byText) Len() int           { return len(b) }
func (b byText) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
func (b byText) Less(i, j int) bool { return b[i] < b[j] }

func badSortedInterface(ctx context.Context) {
	b := byText{password(ctx), "a"}
	sort.Sort(b)
	log.Print(b[0]) // want "secret from secretsmanager.GetSecretValue is logged"
}

// failure is an error that keeps what failed to itself.
type failure struct{ name, secret string }

func (f *failure) Error() string { return "cannot use " + f.name }

func goodErrorType(ctx context.Context) error {
	err := error(&failure{name: "orders", secret: password(ctx)})
	log.Print(err)
	return fmt.Errorf("connect: %w", err)
}

// exposed is an error that tells.
type exposed struct{ secret string }

func (e *exposed) Error() string { return "cannot use " + e.secret }

func badErrorType(ctx context.Context) {
	log.Print(&exposed{secret: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodErrorAs(ctx context.Context, err error) error {
	var f *failure
	if errors.As(err, &f) {
		log.Print(f.name)
	}
	return connect(password(ctx))
}
