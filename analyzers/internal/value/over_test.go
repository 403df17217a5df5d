package value_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

func TestOverlay(t *testing.T) {
	a, b := field("A", "", text("a")), field("B", "", env("B"))
	later := field("A", "", secret("s3"))
	for _, test := range []struct {
		name   string
		base   *value.Value
		fields []*value.Value
		want   string
	}{
		{"nothing known before", value.None, []*value.Value{a}, `"a" zero`},
		{"zero before", zero, []*value.Value{a, b}, `"a" env("B")`},
		{"a field of a struct", record(a, b), []*value.Value{later}, `secret(s3) env("B")`},
		{"no field", record(a, b), nil, `"a" env("B")`},
		{"a field of a parameter", param(1, 0, ""), []*value.Value{a}, `"a" param0.B`},
		{"a field twice", value.Overlay(param(1, 0, ""), []*value.Value{a, b}, 1), []*value.Value{later}, `secret(s3) env("B")`},
		{"one of several", either(record(a), param(1, 0, "")), []*value.Value{b}, `("a"|param0.A) env("B")`},
		{"what a function returned", value.ReturnedBy(record(a, b), "f", 1), []*value.Value{later}, `<returned by f secret(s3)> <returned by f env("B")>`},
		{"what is marked", box(record(a, b), value.Stringer), []*value.Value{later}, `secret(s3) env("B")`},
		{"a secret as a whole", secret("s4"), []*value.Value{a}, `"a" secret(s4)`},
	} {
		base := show(test.base)
		v := value.Overlay(test.base, test.fields, 1)
		if got := show(v.Select(".A")) + " " + show(v.Select(".B")); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if got := show(test.base); got != base {
			t.Errorf("%s: what was there became %s", test.name, got)
		}
	}
}

// TestOverlayOfWhatIsCalled: a struct that a parameter was is known when it is.
func TestOverlayOfWhatIsCalled(t *testing.T) {
	v := value.Overlay(param(1, 0, ""), []*value.Value{field("A", "", text("a"))}, 1)
	v = v.Subst(1, 2, func(int, string) *value.Value {
		return record(field("A", "", secret("s3")), field("B", "", env("B")))
	})
	if v.Has(value.Secret) {
		t.Errorf("what was replaced is still there: %v", v)
	}
	if got := show(v.Select(".B")); got != `env("B")` {
		t.Errorf("the other field is %s", got)
	}
}

func TestApply(t *testing.T) {
	args := []*value.Value{secret("s3"), record(field("F", "", env("A")))}
	of := func(index int, path string) *value.Value {
		return &value.Value{Kind: value.Param, Frame: value.Args, Index: index, Path: path}
	}
	for _, test := range []struct {
		name   string
		result *value.Value
		want   string
	}{
		{"an argument", of(0, ""), "secret(s3)"},
		{"a part of one", of(1, ".F"), `env("A")`},
		{"one too many", of(2, ""), "?"},
		{"neither", text("a"), `"a"`},
		{"made of one", concat(text("a"), of(0, "")), `"a"+secret(s3)`},
		{"another function's", param(1, 0, ""), "param0"},
	} {
		if got := show(value.Apply(test.result, args)); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// TestApplyLater: what a parameter returns is known where it is known which function it is.
func TestApplyLater(t *testing.T) {
	called := value.Apply(param(1, 0, value.Called+"#0"), []*value.Value{param(1, 1, "")})
	if called.Kind != value.Applied {
		t.Fatalf("got %s, want what is not known yet", show(called))
	}
	same := &value.Value{Kind: value.Param, Frame: value.Args}
	got := called.Subst(1, 2, func(index int, _ string) *value.Value {
		return []*value.Value{same, secret("s3")}[index]
	})
	if show(got) != "secret(s3)" {
		t.Errorf("a function that returns its argument returns %s", show(got))
	}
	got = called.Subst(1, 2, func(index int, _ string) *value.Value {
		return []*value.Value{text("a"), secret("s3")}[index]
	})
	if show(got) != `"a"` {
		t.Errorf("a function that ignores its argument returns %s", show(got))
	}
	if got := show(called.Select(".F")); got != "param0()#0.F" {
		t.Errorf("a field of the result is %s", got)
	}
	if got := seen(called.Subst(1, 2, func(index int, path string) *value.Value {
		return []*value.Value{value.None, secret("s3")}[index]
	}), value.Whole); got != "?" {
		t.Errorf("of a function of which nothing is known a reader sees %s", got)
	}
}
