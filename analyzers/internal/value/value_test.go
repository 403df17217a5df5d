package value_test

import (
	"fmt"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

var show = checktest.Show

func text(s string) *value.Value { return value.Of(s, token.NoPos) }

func param(frame, index int, path string) *value.Value {
	return &value.Value{Kind: value.Param, Frame: frame, Index: index, Path: path}
}

func env(name string) *value.Value {
	return &value.Value{Kind: value.Env, Parts: []*value.Value{text(name)}}
}

func secret(operation string) *value.Value { return &value.Value{Kind: value.Secret, Text: operation} }

func unknown(call string) *value.Value { return &value.Value{Kind: value.Unknown, Text: call} }

func list(parts ...*value.Value) *value.Value { return value.Group(value.List, token.NoPos, parts...) }

func table(parts ...*value.Value) *value.Value {
	return value.Group(value.Table, token.NoPos, parts...)
}

func either(parts ...*value.Value) *value.Value { return value.OneOf(parts...) }

func concat(parts ...*value.Value) *value.Value { return value.Concat(token.NoPos, parts...) }

var zero = &value.Value{Kind: value.Zero}

func TestMaking(t *testing.T) {
	many := make([]*value.Value, 40)
	for i := range many {
		many[i] = text(fmt.Sprint(i))
	}
	for _, test := range []struct {
		name string
		got  *value.Value
		want string
	}{
		{"one of nothing", either(), "?"},
		{"one of nil", either(nil, nil), "?"},
		{"one of one", either(text("a")), `"a"`},
		{"what is there twice", either(text("a"), text("b"), text("a")), `("a"|"b")`},
		{"what got there twice", either(env("A"), value.By(env("A"), "returned by f", 1)), `env("A")`},
		{"what partly got there twice", either(env("A"), value.By(either(env("A"), env("B")), "returned by f", 1)), `(env("A")|<returned by f env("B")>)`},
		{"a guess is something else", either(env("A"), value.Guess(env("A"), "stored in field F", 1)), `(env("A")|<stored in field F env("A")>)`},
		{"what is there twice as a tree", either(list(env("A")), list(env("A"))), "[env(\"A\")]"},
		{"parts of the same kind are no duplicates", either(env("A"), env("B")), `(env("A")|env("B"))`},
		{"zero says nothing", either(zero, text("a")), `"a"`},
		{"unknown says nothing", either(value.None, text("a")), `"a"`},
		{"unknown with a name says something", either(unknown("f"), text("a")), `(?f|"a")`},
		{"zero where nobody says more", either(nil, zero), "zero"},
		{"alternatives of alternatives", either(text("a"), either(text("b"), text("c"))), `("a"|"b"|"c")`},
		{"of many alternatives those that matter", either(append(many, secret("s3"), env("A"))...),
			`("0"|"1"|"2"|"3"|"4"|"5"|"6"|"7"|"8"|"9"|"10"|"11"|secret(s3)|env("A"))`},

		{"constants in a row", concat(text("a"), text("b"), param(1, 0, ""), text("c"), text("d")), `"ab"+param0+"cd"`},
		{"all constants", concat(text("a"), text("b")), `"ab"`},
		{"a string of strings", concat(concat(text("a"), env("A")), text("b")), `"a"+env("A")+"b"`},
		{"constants meet where strings do", concat(concat(env("A"), text("a")), concat(text("b"), env("B"))), `env("A")+"ab"+env("B")`},
		{"one part", concat(nil, secret("s3")), "secret(s3)"},

		{"made of unknown", value.From(value.None, "base64", 1), "?"},
		{"made of zero", value.From(zero, "base64", 1), "zero"},
		{"made of a secret", value.From(secret("s3"), "base64", 1), "base64(secret(s3))"},
		{"a constant on its way", value.By(text("a"), "returned by f", 1), `"a"`},
		{"a secret on its way", value.By(secret("s3"), "returned by f", 1), "<returned by f secret(s3)>"},
		{"an entry keeps its place", value.Entry(text("a"), 1), `<kept in a map "a">`},
	} {
		if got := show(test.got); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// TestSharedValuesStay: values are shared, so what is made of them leaves them as
// they were.
func TestSharedValuesStay(t *testing.T) {
	parts := []*value.Value{text("a"), param(1, 0, ".Name"), env("A")}
	whole := []*value.Value{
		concat(parts...), either(parts...), list(parts...),
		{Kind: value.Table, Parts: parts}, value.From(list(parts...), "json", 1), value.By(list(parts...), "returned by f", 1),
	}
	for _, v := range whole {
		before := show(v)
		concat(v, text("b"))
		either(v, text("b"))
		v.Select(value.Elem)
		v.Portable(1)
		v.Subst(1, 7, func(int, string) *value.Value { return secret("s3") })
		if after := show(v); after != before {
			t.Errorf("%s became %s", before, after)
		}
	}
}

// TestBounds: a value that is too large keeps what a reader would miss.
func TestBounds(t *testing.T) {
	large := func(middle *value.Value) *value.Value {
		v := list(text("a"))
		for range 250 {
			v = list(v, text("b"), middle)
		}
		return v
	}
	if got := show(large(text("c"))); strings.Count(got, `"b"`) > 400 {
		t.Errorf("size is not bounded: %d bytes", len(got))
	}
	if got := large(secret("s3")); !got.Has(value.Secret) {
		t.Errorf("the secret is gone: %s", show(got))
	}
	wide := make([]*value.Value, 5000)
	for i := range wide {
		wide[i] = text(fmt.Sprint(i))
	}
	if got := list(wide...); len(got.Parts) > 500 {
		t.Errorf("a list has %d parts", len(got.Parts))
	}
	deep := param(1, 0, "")
	for i := range 2000 {
		deep = value.By(value.From(deep, "hex", 1), fmt.Sprint("returned by f", i), 1)
	}
	if got := either(deep, text("a")); strings.Count(show(got), "hex") > 400 {
		t.Error("depth is not bounded")
	}
}

func TestSelect(t *testing.T) {
	entries := table(text("A"), env("X"), text("B"), text("b"))
	for _, test := range []struct {
		v          *value.Value
		path, want string
	}{
		{list(text("a"), env("A")), "[]", `("a"|env("A"))`},
		{list(list(text("a")), list(text("b"))), "[][]", `("a"|"b")`},
		{list(text("a")), ".Name", "?"},
		{list(), "[]", "?"},
		{entries, "[]", `(env("X")|"b")`},
		{entries, "{}", `("A"|"B")`},
		{entries, ".Name", "?"},
		{param(1, 0, ".Env"), "[].Name", "param0.Env[].Name"},
		{either(list(text("a")), list(text("b"))), "[]", `("a"|"b")`},
		{secret("s3"), ".A[].B", "secret(s3)"},
		{env("A"), "[]", `env("A")`},
		{zero, ".A.B", "zero"},
		{text("abc"), "[]", "?"},
		{unknown("f"), ".Name", "?"},
		{value.From(secret("s3"), "json", 1), ".Password", "json(secret(s3))"},
		{value.From(param(1, 0, ""), "json", 1), ".Password", "json(param0)"},
		{value.By(list(text("a")), "returned by f", 1), "[]", `"a"`},
		{value.By(list(env("A")), "returned by f", 1), "[]", `<returned by f env("A")>`},
		{text("a"), "", `"a"`},
	} {
		if got := show(test.v.Select(test.path)); got != test.want {
			t.Errorf("%s at %q: got %s, want %s", show(test.v), test.path, got, test.want)
		}
	}
}

func TestElements(t *testing.T) {
	for _, test := range []struct {
		v    *value.Value
		want []string
	}{
		{list(text("a"), text("b")), []string{`"a"`, `"b"`}},
		{zero, nil},
		{either(list(text("a")), param(1, 0, "")), []string{`"a"`, "param0[]"}},
		{param(1, 0, ".Env"), []string{"param0.Env[]"}},
		{value.None, []string{"?"}},
		{value.By(list(env("A"), env("B")), "returned by f", 1), []string{`<returned by f (env("A")|env("B"))>`}},
	} {
		var got []string
		for _, e := range test.v.Elements() {
			got = append(got, show(e))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("elements of %s (-want +got):\n%s", show(test.v), diff)
		}
	}
}

func TestSubst(t *testing.T) {
	args := func(index int, path string) *value.Value {
		switch index {
		case 0:
			return list(text("A")).Select(path)
		case 1:
			return text("b" + path)
		}
		return nil
	}
	for _, test := range []struct {
		v    *value.Value
		want string
	}{
		{param(1, 1, ""), `"b"`},
		{param(1, 1, ".Name"), `"b.Name"`},
		{param(1, 0, "[]"), `"A"`},
		{param(1, 2, ""), "param2"}, // nothing is known of that one
		{param(2, 1, ""), "param1"}, // of another function
		{concat(text("a"), param(1, 1, ""), text("c")), `"abc"`},
		{either(text("b"), param(1, 1, "")), `"b"`},
		{&value.Value{Kind: value.Env, Parts: []*value.Value{param(1, 1, "")}}, `env("b")`},
		{table(param(1, 1, ""), param(2, 1, "")), `{"b" param1}`},
		{value.By(param(1, 1, ""), "returned by f", 1), `"b"`}, // constants have no way
	} {
		if got := show(test.v.Subst(1, 7, args)); got != test.want {
			t.Errorf("%s: got %s, want %s", show(test.v), got, test.want)
		}
	}
}

// TestSubstPlaces: what comes from a fact is where it is called, and what is of this
// package stays where it was.
func TestSubstPlaces(t *testing.T) {
	none := func(int, string) *value.Value { return nil }
	fact := &value.Value{Kind: value.Env, Parts: []*value.Value{text("A")}}
	if got := fact.Subst(0, 7, none); got.Pos != 7 || got.Parts[0].Pos != 7 {
		t.Errorf("at %d and %d, want 7", got.Pos, got.Parts[0].Pos)
	}
	here := &value.Value{Kind: value.Env, Parts: []*value.Value{value.Of("A", 3)}, Pos: 4}
	if got := here.Subst(0, 7, none); got != here {
		t.Errorf("at %d, want it unchanged at 4", got.Pos)
	}
}

func TestConstants(t *testing.T) {
	for _, test := range []struct {
		v    *value.Value
		one  string
		isIt bool
		all  []string
	}{
		{text("a"), "a", true, []string{"a"}},
		{text(""), "", true, []string{""}},
		{value.Entry(text("a"), 1), "a", true, []string{"a"}},
		{either(text("a"), text("b"), param(1, 0, "")), "", false, []string{"a", "b"}},
		{concat(text("a"), param(1, 0, "")), "", false, nil},
		{secret("s3"), "", false, nil},
		{zero, "", false, nil},
	} {
		one, ok := test.v.Constant()
		if one != test.one || ok != test.isIt {
			t.Errorf("%s: the constant is %q, %v", show(test.v), one, ok)
		}
		if diff := cmp.Diff(test.all, test.v.Constants()); diff != "" {
			t.Errorf("constants of %s (-want +got):\n%s", show(test.v), diff)
		}
	}
}

func TestQuestions(t *testing.T) {
	inName := &value.Value{Kind: value.Env, Parts: []*value.Value{param(1, 0, "")}}
	v := table(text("A"), either(inName, secret("s3")))
	if !v.Has(value.Secret) || v.Has(value.Param) {
		t.Error("leaves are not those that a reader sees: the name of a variable is none")
	}
	if !v.Mentions(1) || v.Mentions(2) {
		t.Error("a parameter in a variable's name is mentioned")
	}
	if got := len(v.Variables()); got != 1 {
		t.Errorf("%d variables, want 1", got)
	}
	if v.HasWholeEnvironment() || !list(v, &value.Value{Kind: value.Env}).HasWholeEnvironment() {
		t.Error("the whole environment is Env without a name")
	}
}

func TestTrail(t *testing.T) {
	leaf := &value.Value{Kind: value.Secret, Text: "s3", Pos: 1}
	other := &value.Value{Kind: value.Secret, Text: "s3", Pos: 9}
	v := value.By(list(other, value.Concat(3, text("a"), value.From(leaf, "base64", 2))), "returned by f", 4)
	want := []value.Step{{Pos: 1}, {Pos: 2, Text: "through base64"}, {Pos: 3, Text: "becomes part of a string"}, {Pos: 4, Text: "returned by f"}}
	if diff := cmp.Diff(want, v.Trail(leaf)); diff != "" {
		t.Errorf("trail (-want +got):\n%s", diff)
	}
	if got := v.Trail(secret("s3")); got != nil {
		t.Errorf("a leaf of another tree has the trail %v", got)
	}
	if diff := cmp.Diff([]value.Step{{Pos: 9}, {Pos: 4, Text: "returned by f"}}, v.Trail(other)); diff != "" {
		t.Errorf("trail of the other (-want +got):\n%s", diff)
	}
}
