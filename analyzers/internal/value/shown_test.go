package value_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

var modes = []value.Mode{value.Whole, value.Fmt, value.Syntax, value.JSON, value.Either}

func record(fields ...*value.Value) *value.Value {
	return value.Group(value.Record, 0, fields...)
}

func field(name, marks string, v *value.Value) *value.Value { return value.InField(name, marks, v) }

func box(v *value.Value, marks string) *value.Value { return value.Box(v, marks, nil) }

// seen returns what a reader sees of v.
func seen(v *value.Value, mode value.Mode) string {
	var s string
	for leaf := range v.ShownAs(mode) {
		if s != "" {
			s += " "
		}
		s += show(leaf)
	}
	return s
}

// TestReaders has what each reader sees: an answer for each mode, in the order of modes.
func TestReaders(t *testing.T) {
	const s = "secret(s3)"
	leaf := secret("s3")
	for _, test := range []struct {
		name                           string
		v                              *value.Value
		whole, fmt, syntax, json, both string
	}{
		{"a text", leaf, s, s, s, s, s},
		{"a pointer to a text", box(leaf, value.Address), s, "", "", s, s},
		{"a pointer to a struct", box(leaf, value.Pointer), s, s, s, s, s},
		{"a pointer within a list", list(box(leaf, value.Pointer)), s, "", "", s, s},
		{"a pointer within a map", table(text("k"), box(leaf, value.Pointer)), `"k" ` + s, `"k"`, `"k"`, `"k" ` + s, `"k" ` + s},
		{"a pointer within a field", record(field("F", "", box(leaf, value.Pointer))), s, "", "", s, s},
		{"a type with String", box(leaf, value.Stringer), s, "", s, s, ""},
		{"a type with String within a list", list(box(leaf, value.Stringer)), s, "", s, s, ""},
		{"a type with GoString", box(leaf, value.GoStringer), s, s, "", s, s},
		{"a type with MarshalJSON", box(leaf, value.Marshaler), s, s, s, "", ""},
		{"a type with LogValue", box(leaf, value.LogValuer), s, s, s, s, ""},
		{"a type with LogValue within a list", list(box(leaf, value.LogValuer)), s, s, s, s, s},
		{"a type with all of them", box(leaf, value.Stringer+value.GoStringer+value.Marshaler+value.LogValuer), s, "", "", "", ""},
		{"a field that is left out of JSON", record(field("f", value.Omitted, leaf)), s, s, s, "", s},
		{"a field that is a pointer", record(field("F", value.Address, leaf)), s, "", "", s, s},
		{"a field of a field", record(field("F", "", record(field("f", value.Omitted, leaf)))), s, s, s, "", s},
		{"some fields", record(field("F", value.Address, leaf), field("G", "", env("A"))), s + ` env("A")`, `env("A")`, `env("A")`, s + ` env("A")`, s + ` env("A")`},
		{"made of what is marked", value.From(box(leaf, value.Stringer), "hex", 1), s, "", s, s, ""},
		{"on its way", value.By(box(leaf, value.Address), "returned by f", 1), s, "", "", s, s},
		{"a member that says who", value.From(leaf, "json", 1).Select(".Username"), "", "", "", "", ""},
		{"a member that says what", value.From(leaf, "json", 1).Select(".Password"), s, s, s, s, s},
	} {
		want := []string{test.whole, test.fmt, test.syntax, test.json, test.both}
		var got []string
		for _, mode := range modes {
			got = append(got, seen(test.v, mode))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestMethodsShow: where a method shows a value, readers see what it returns, as it is.
func TestMethodsShow(t *testing.T) {
	hidden := value.Box(secret("s3"), value.Stringer, text("redacted"))
	other := value.Box(secret("s3"), value.Stringer, record(field("F", value.Address, env("A"))))
	for _, test := range []struct {
		v    *value.Value
		mode value.Mode
		want string
	}{
		{hidden, value.Fmt, `"redacted"`},
		{hidden, value.JSON, "secret(s3)"},
		{other, value.Fmt, `env("A")`}, // a text that the method made, whatever it made it of
		{value.Box(hidden, value.Marshaler, env("B")), value.JSON, `env("B")`},
		{value.Box(hidden, value.Marshaler, env("B")), value.Fmt, `"redacted"`},
	} {
		if got := seen(test.v, test.mode); got != test.want {
			t.Errorf("in mode %q: got %s, want %s", test.mode, got, test.want)
		}
	}
	if v := secret("s3"); value.Box(v, "", text("x")) != v {
		t.Error("a value without marks is boxed")
	}
}

// TestShow: once shown, a value is a text, and who shows that sees the same.
func TestShow(t *testing.T) {
	pointer := box(secret("s3"), value.Address)
	for _, test := range []struct {
		name string
		v    *value.Value
		mode value.Mode
		want string
	}{
		{"an address", value.Show(pointer, value.Fmt, 1), value.JSON, ""},
		{"JSON", value.Show(pointer, value.JSON, 1), value.Fmt, "secret(s3)"},
		{"JSON of an address", value.Show(value.Show(pointer, value.Fmt, 1), value.JSON, 2), value.Whole, ""},
		{"within a text", concat(text("a"), value.Show(pointer, value.Fmt, 1)), value.Whole, `"a"`},
		{"an address of a list", list(value.Show(pointer, value.JSON, 1)), value.Fmt, "secret(s3)"},
	} {
		if got := seen(test.v, test.mode); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	for _, v := range []*value.Value{secret("s3"), text("a"), env("A"), list(text("a")), concat(text("a"), env("B"))} {
		if value.Show(v, value.Fmt, 1) != v {
			t.Errorf("%s is shown as something else", show(v))
		}
	}
	// What a parameter is will be known by those who call.
	shown := value.Show(param(1, 0, ""), value.Fmt, 1)
	called := shown.Subst(1, 2, func(int, string) *value.Value { return pointer })
	if got := seen(called, value.Whole); got != "" {
		t.Errorf("a parameter that turns out to be a pointer is shown as %s", got)
	}
	called = shown.Subst(1, 2, func(int, string) *value.Value { return secret("s3") })
	if got := seen(called, value.Whole); got != "secret(s3)" {
		t.Errorf("a parameter that turns out to be a text is shown as %q", got)
	}
}

func TestShownParts(t *testing.T) {
	shown := value.Show(record(field("F", "", secret("s3"))), value.Fmt, 1)
	if got := shown.Select(".G"); got != shown {
		t.Error("a part of a text is not the text")
	}
	marked := record(field("F", "", box(env("A"), value.Stringer)), field("G", "", secret("s3")))
	for path, want := range map[string]string{".F": `env("A")`, ".G": "secret(s3)", ".H": "zero", "[]": "zero"} {
		if got := show(marked.Select(path)); got != want {
			t.Errorf("at %s: got %s, want %s", path, got, want)
		}
	}
	if got := marked.Select(".F"); got.Kind == value.Boxed {
		t.Error("a field's marks are for those who see the struct")
	}
	if got := show(box(list(env("A")), value.Stringer).Select("[]")); got != `env("A")` {
		t.Errorf("an element of what is marked is %s", got)
	}
}

func TestRedacted(t *testing.T) {
	s := secret("s3")
	for _, test := range []struct {
		name      string
		text, out *value.Value
		want      string
	}{
		{"the secret in a message", concat(text("a"), s), s, `"a"`},
		{"an equal one", concat(text("a"), secret("s3")), s, `"a"`},
		{"another one", concat(text("a"), env("A")), s, `"a" env("A")`},
		{"one of two", concat(env("A"), text("-"), s), env("A"), `"-" secret(s3)`},
		{"a constant", concat(text("a"), s), text("\n"), `"a" secret(s3)`},
	} {
		if got := seen(value.Redacted(test.text, test.out, 1), value.Whole); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	if got := show(value.Redacted(text("a"), s, 1)); got != `"a"` {
		t.Errorf("a constant became %s", got)
	}
	if got := show(value.Redacted(value.None, s, 1)); got != "?" {
		t.Errorf("what is not known became %s", got)
	}
}

func TestNotes(t *testing.T) {
	s := secret("s3")
	for name, v := range map[string]*value.Value{
		"way": value.By(s, "x", 1), "box": box(s, value.Stringer), "shown": value.Show(box(s, value.Stringer), value.Fmt, 1).Inner(),
	} {
		if v.Inner() != s {
			t.Errorf("%s: within is %s", name, show(v.Inner()))
		}
	}
	if s.Inner() != nil || list(s).Inner() != nil {
		t.Error("there is something within what is no note")
	}
	if got := value.Guess(s, "stored in field F", 3).Trail(s); !got[len(got)-1].Guessed {
		t.Errorf("a guess is none in %v", got)
	}
	if got := value.By(s, "stored in field F", 3).Trail(s); got[len(got)-1].Guessed {
		t.Errorf("a way is a guess in %v", got)
	}
	if got := value.Guess(text("a"), "x", 1); got.Kind != value.Const {
		t.Errorf("a guess about a constant is %s", show(got))
	}
	if got := value.ReturnedBy(s, "f", 1); got.Path != value.Returned || got.Text != "returned by f" {
		t.Errorf("a result is %+v", got)
	}
}
