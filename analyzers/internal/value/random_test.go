package value_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// maxSize is what a tree is bounded to.
const maxSize = 400

func size(v *value.Value) int {
	n := 1
	for _, p := range v.Parts {
		n += size(p)
	}
	return n
}

// A grower makes random trees. Constants that name nothing are canaries.
type grower struct{ *rand.Rand }

func newGrower(seed uint64) grower { return grower{rand.New(rand.NewPCG(seed, 1))} }

func (g grower) leaf() *value.Value {
	switch g.IntN(7) {
	case 0:
		return value.None
	case 1:
		return zero
	case 2:
		return param(g.IntN(3), g.IntN(4), []string{"", ".F", value.Called + "#0"}[g.IntN(3)])
	case 3:
		return &value.Value{Kind: value.Param, Frame: value.Args, Index: g.IntN(2)}
	case 4:
		return &value.Value{Kind: value.Secret, Text: fmt.Sprint("s", g.IntN(30)), Pos: 1}
	case 5:
		return env(fmt.Sprint("NAME", g.IntN(30)))
	}
	return text(fmt.Sprint(canary, g.IntN(30)))
}

func (g grower) some(depth int) []*value.Value {
	parts := make([]*value.Value, 1+g.IntN(5))
	for i := range parts {
		parts[i] = g.tree(depth - 1)
	}
	return parts
}

// tree returns a tree that the package's own functions made.
func (g grower) tree(depth int) *value.Value {
	if depth == 0 {
		return g.leaf()
	}
	parts := g.some(depth)
	first := parts[0]
	switch g.IntN(15) {
	case 0:
		return either(parts...)
	case 1:
		return concat(parts...)
	case 2:
		return list(parts...)
	case 3:
		return table(text("KEY"), first, text("OTHER"), parts[len(parts)-1])
	case 4:
		return record(field("F", value.Address, first), field("G", "", parts[len(parts)-1]))
	case 5:
		return value.Overlay(first, []*value.Value{field("F", value.Omitted, parts[len(parts)-1])}, 1)
	case 6:
		return value.Box(first, value.Stringer, parts[len(parts)-1])
	case 7:
		return value.Show(first, modes[g.IntN(len(modes))], 1)
	case 8:
		return value.From(first, "hex", 1)
	case 9:
		return value.ReturnedBy(first, "f", 1)
	case 10:
		return value.Guess(first, "stored in field F", 1)
	case 11:
		return value.Redacted(first, parts[len(parts)-1], 1)
	case 12:
		return value.Apply(first, parts)
	case 13:
		return concat(text("NAME="), first)
	}
	return value.Entry(first, 1)
}

// TestRandomTrees asks all that can be asked of trees: nothing fails, what is shared
// stays as it was, and nothing grows without end.
func TestRandomTrees(t *testing.T) {
	for seed := range uint64(1000) {
		g := newGrower(seed)
		v, arg := g.tree(1+g.IntN(7)), g.tree(3)
		before := show(v)
		made := map[string]*value.Value{
			"one of":  either(v, arg),
			"text":    concat(v, arg),
			"list":    list(v, arg),
			"struct":  record(field("F", "", v), field("G", "", arg)),
			"fact":    v.Portable(1),
			"called":  v.Subst(1, 7, func(_ int, path string) *value.Value { return arg.Select(path) }),
			"applied": value.Apply(v, []*value.Value{arg}),
		}
		for _, path := range []string{".F", "[]", "{}", value.Called + "#0", ".F[].G"} {
			v.Select(path)
		}
		for _, mode := range modes {
			seen(v, mode)
		}
		for name, w := range made {
			// A note about a tree is no more than one node.
			if n := size(w); n > maxSize+20 {
				t.Errorf("seed %d: %s has %d nodes", seed, name, n)
			}
		}
		if after := show(v); after != before {
			t.Fatalf("seed %d: %s became %s", seed, before, after)
		}
	}
}

// TestPortableTrees: of a constant that names nothing no text is left in a fact, and
// drivers that save facts get back what was exported.
func TestPortableTrees(t *testing.T) {
	withCanary := 0
	for seed := range uint64(2000) {
		v := newGrower(seed).tree(4)
		if strings.Contains(checktest.Show(v), canary) {
			withCanary++
		}
		fact := &value.Func{
			Results: []value.Part{{Value: v.Portable(1)}}, Stores: []value.Part{{Path: ".F", Value: v.Portable(1)}},
			Calls: []value.Call{{Param: 1, Args: []*value.Value{v.Portable(1)}}},
		}
		var data bytes.Buffer
		if err := gob.NewEncoder(&data).Encode(fact); err != nil {
			t.Fatal(err)
		}
		if i := strings.Index(data.String(), canary); i >= 0 {
			t.Fatalf("seed %d: the fact of %s has a constant", seed, checktest.Show(v))
		}
		back := new(value.Func)
		if err := gob.NewDecoder(&data).Decode(back); err != nil {
			t.Fatal(err)
		}
		if !back.Results[0].Value.Equal(fact.Results[0].Value) {
			t.Fatalf("seed %d: a fact came back as %v", seed, back)
		}
		requirePortable(t, seed, v.Portable(1))
	}
	if withCanary < 300 {
		t.Errorf("only %d trees have a constant", withCanary)
	}
}

// requirePortable checks that nothing in v means something in its own package alone.
func requirePortable(t *testing.T, seed uint64, v *value.Value) {
	t.Helper()
	if v.Pos != 0 || v.Kind == value.Param && v.Frame != 0 && v.Frame != value.Args {
		t.Fatalf("seed %d: %+v is in a fact", seed, v)
	}
	for _, p := range v.Parts {
		requirePortable(t, seed, p)
	}
}

// TestPortableKeepsWhatTells: secrets and variables by name, marks and modes, and the
// arguments of what is not known yet are there for importers.
func TestPortableKeepsWhatTells(t *testing.T) {
	called := &value.Value{Kind: value.Param, Frame: value.Args, Index: 1, Path: ".F"}
	for _, v := range []*value.Value{
		record(field("F", value.Address+value.Omitted, secret("s3")), field("G", "", env("A"))),
		value.Overlay(param(1, 0, ""), []*value.Value{field("F", value.Address, secret("s3"))}, 1),
		value.Box(secret("s3"), value.Stringer, env("A")),
		value.Show(param(1, 0, ".F"), value.JSON, 1),
		value.Redacted(concat(env("A"), secret("s3")), env("A"), 1),
		value.Apply(param(1, 0, value.Called+"#0"), []*value.Value{param(1, 1, "")}),
		value.Guess(secret("s3"), "stored in field F", 1),
		{Kind: value.Secret, Text: "lambda.Environment", Path: value.Environment},
		called,
	} {
		p := v.Portable(1)
		if p.Kind != v.Kind || p.Text != v.Text || p.Path != v.Path || len(p.Parts) != len(v.Parts) {
			t.Errorf("%s became %+v", show(v), p)
		}
		for _, mode := range modes {
			if got, want := seen(p, mode), seen(v, mode); got != want {
				t.Errorf("in mode %q a reader of %s sees %s, want %s", mode, show(p), got, want)
			}
		}
	}
	if p := called.Portable(1); p.Frame != value.Args {
		t.Errorf("an argument of what is called is %+v", p)
	}
}

// TestNewFactsAreConcrete has every field of these set: gob says nothing of a field that
// it did not have to encode.
func TestNewFactsAreConcrete(t *testing.T) {
	v := &value.Value{Kind: value.Applied, Text: "t", Frame: value.Args, Index: 3, Path: ".P", Pos: 4, Parts: []*value.Value{{Kind: value.Field, Text: "F", Path: "*-"}}}
	parts := []value.Part{{Index: 1, Path: ".Name", Value: v, Marks: "*-"}}
	checktest.FactCodec(t,
		&value.Var{Parts: parts},
		&value.Func{Results: parts, Stores: parts, Opened: []int{1}, Calls: []value.Call{{Param: 2, Args: []*value.Value{v, v}}}},
	)
}

func TestVar(t *testing.T) {
	v := &value.Var{Parts: []value.Part{
		{Path: ".Password", Value: secret("s3"), Marks: value.Address},
		{Path: ".Env", Value: table(text("K"), env("A"))},
	}}
	for path, want := range map[string]string{
		".Password": "secret(s3)", ".Env[]": `env("A")`, ".Env{}": `"K"`, ".Pass": "nil", ".Password2": "nil", ".Other": "nil",
	} {
		if got := show(v.At(path)); got != want {
			t.Errorf("at %s: got %s, want %s", path, got, want)
		}
	}
	whole := v.At("")
	if whole == nil || whole.Kind != value.Record {
		t.Fatalf("the whole is %s, want a struct", show(whole))
	}
	if got := seen(whole, value.Fmt); strings.Contains(got, "s3") {
		t.Errorf("a pointer's mark is lost: %s", got)
	}
	if got := seen(whole, value.JSON); !strings.Contains(got, "s3") {
		t.Errorf("JSON does not show the field: %s", got)
	}
}

func TestFactTexts(t *testing.T) {
	f := &value.Func{Calls: []value.Call{{Param: 1, Args: []*value.Value{secret("s3")}}}}
	if got, want := f.String(), "param1 is called with [secret(s3)]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	v := &value.Var{Parts: []value.Part{{Path: ".F", Value: secret("s3")}}}
	if got, want := v.String(), "var.F is secret(s3)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSecretsSurviveBounds: a tree that is too large has its secret still, or says that
// something is missing.
func TestSecretsSurviveBounds(t *testing.T) {
	large := func(n int) *value.Value {
		parts := make([]*value.Value, n)
		for i := range parts {
			parts[i] = concat(env("A"), text(fmt.Sprint(i)), param(1, i, ""))
		}
		return &value.Value{Kind: value.Built, Parts: parts}
	}
	texts := make([]*value.Value, 500)
	for i := range texts {
		texts[i] = text(fmt.Sprint(i))
	}
	for name, v := range map[string]*value.Value{
		"text":                  concat(large(90), secret("s3")),
		"alternatives":          either(large(60), large(61), secret("s3")),
		"many alternatives":     either(append(texts[:300:300], secret("s3"))...),
		"first of a list":       list(append([]*value.Value{secret("s3")}, texts...)...),
		"last of a list":        list(append(texts[:500:500], secret("s3"))...),
		"behind a large field":  record(field("F", "", large(120)), field("G", "", secret("s3"))),
		"behind a large entry":  table(text("A"), large(120), text("B"), secret("s3")),
		"marked":                value.Box(concat(large(60), secret("s3")), value.Stringer, large(60)),
		"field of what is more": value.Overlay(param(1, 0, ""), []*value.Value{field("F", "", large(80)), field("G", "", large(40)), field("H", "", secret("s3"))}, 1),
		"applied":               value.Apply(param(1, 0, value.Called), []*value.Value{large(80), large(40), secret("s3")}),
	} {
		if n := size(v); n > maxSize {
			t.Errorf("%s: %d nodes", name, n)
		}
		if !v.Has(value.Secret) && !v.IsUnfinished() {
			t.Errorf("%s: the secret is gone, and nothing says so", name)
		}
	}
}
