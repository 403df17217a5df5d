package summary_test

import (
	"go/types"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

var (
	p0, p1 = summary.ParamAt(0), summary.ParamAt(1)
	r0     = summary.ResultAt(0)
)

func TestFuncString(t *testing.T) {
	for want, f := range map[string]*summary.Func{
		"":              {},
		"zeroes param0": {Zeroes: []summary.Place{p0}},
		"zeroes param1.next.key; key param0; blocks; exits": {
			Zeroes: []summary.Place{{Index: 1, Path: ".next.key"}}, Keys: []summary.Place{p0}, Blocks: true, Exits: true,
		},
		"alias param0 -> example.com/box.cache[]; copy param1 -> result0; text param0 -> result1": {
			Moves: []summary.Move{
				{From: p0, To: summary.Place{Kind: summary.Global, Var: "example.com/box.cache", Path: "[]"}, Manner: summary.Alias},
				{From: p1, To: r0, Manner: summary.Copy},
				{From: p0, To: summary.ResultAt(1), Manner: summary.Text},
			},
		},
		"gives result0 of kms.Decrypt": {Gives: []summary.Gift{{At: r0, Weak: true, What: "kms.Decrypt"}}},
	} {
		if got := f.String(); got != want {
			t.Errorf("String = %q, want %q", got, want)
		}
		if f.IsZero() != (want == "") {
			t.Errorf("%q: IsZero = %t", want, f.IsZero())
		}
	}
	w := &summary.Wiped{Fields: []string{"a.b", "a.c"}, ByMethod: []string{"a.T.d"}}
	if got, want := w.String(), "wipes a.b, a.c, a.T.d"; got != want {
		t.Errorf("String = %q, want %q", got, want)
	}
}

// TestMerge has a caller who does not know which of two functions it calls: both
// must wipe for the key to be wiped, and one that leaks is enough.
func TestMerge(t *testing.T) {
	a := &summary.Func{
		Zeroes: []summary.Place{p0, p1}, Keys: []summary.Place{p0}, Exits: true,
		Moves: []summary.Move{{From: p0, To: r0}},
		Gives: []summary.Gift{{At: r0, What: "x"}},
	}
	b := &summary.Func{
		Zeroes: []summary.Place{p1}, Keys: []summary.Place{p0, p1}, Blocks: true,
		Moves: []summary.Move{{From: p0, To: r0}, {From: p0, To: r0, Manner: summary.Copy}},
	}
	want := &summary.Func{
		Zeroes: []summary.Place{p1}, Keys: []summary.Place{p0, p1}, Blocks: true,
		Moves: b.Moves, Gives: a.Gives,
	}
	if diff := cmp.Diff(want, summary.Merge(a, b)); diff != "" {
		t.Errorf("Merge (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, summary.Merge(b, a)); diff != "" {
		t.Errorf("Merge the other way round (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(a, summary.Merge(a, a)); diff != "" {
		t.Errorf("Merge of one with itself (-want +got):\n%s", diff)
	}
}

// TestMergeLeavesItsArgumentsAlone: they are facts, and shared.
func TestMergeLeavesItsArgumentsAlone(t *testing.T) {
	keys := append(make([]summary.Place, 0, 8), p0)
	a := &summary.Func{Keys: keys}
	summary.Merge(a, &summary.Func{Keys: []summary.Place{p1}})
	if got := keys[:2][1]; got == p1 {
		t.Error("Merge wrote into the slice of its first argument")
	}
}

func TestTable(t *testing.T) {
	pkg := types.NewPackage("example.com/hsm", "hsm")
	named := types.NewNamed(types.NewTypeName(0, pkg, "Client", nil), types.NewStruct(nil, nil), nil)
	function := types.NewFunc(0, pkg, "Do", types.NewSignatureType(nil, nil, nil, nil, nil, false))
	method := types.NewFunc(0, pkg, "Do", types.NewSignatureType(
		types.NewVar(0, pkg, "c", types.NewPointer(named)), nil, nil, nil, nil, false))
	other := types.NewFunc(0, types.NewPackage("example.com/other", "hsm"), "Do", function.Signature())

	for _, test := range []struct {
		line, want string
		fn         *types.Func
	}{
		{"example.com/hsm.Do zero 0", "zeroes param0", function},
		{"  example.com/hsm.Do   zero 0\n", "zeroes param0", function},
		{"example.com/hsm.Do key 2.next.raw", "key param2.next.raw", function},
		{"example.com/hsm.Do key 1[].raw", "key param1[].raw", function},
		{"example.com/hsm.Do copy 0 -> result", "copy param0 -> result0", function},
		{"example.com/hsm.Do alias 0.key -> result2.raw", "alias param0.key -> result2.raw", function},
		{"example.com/hsm.Do text 1 -> 0", "text param1 -> param0", function},
		{"example.com/hsm.Do blocks", "blocks", function},
		{"example.com/hsm.Do exits", "exits", function},
		{"example.com/hsm.Do source", "gives result0 of hsm.Do", function},
		{"example.com/hsm.Do source weak", "gives result0 of hsm.Do", function},
		{"example.com/hsm.Client.Do zero 0", "zeroes param1", method},
		{"example.com/hsm.Client.Do zero recv", "zeroes param0", method},
		{"example.com/hsm.(*Client).Do zero 0", "zeroes param1", method},
		{"example.com/hsm.(Client).Do zero recv.key", "zeroes param0.key", method},
		{"example.com/hsm.Client.Do alias 1 -> recv.keys[]", "alias param2 -> param0.keys[]", method},
		{"example.com/hsm.Client.Do copy recv -> result", "copy param0 -> result0", method},
		{"example.com/hsm.Client.Do source", "gives result0 of hsm.Client.Do", method},
		{"# example.com/hsm.Do zero 0", "nothing", function},
		{"", "nothing", function},
		{"example.com/hsm.Do zero 0", "nothing", method},
		{"example.com/hsm.Client.Do zero 0", "nothing", function},
		{"example.com/hsm.Do zero 0", "nothing", other},
	} {
		table, err := summary.NewTable(test.line)
		if err != nil {
			t.Errorf("NewTable(%q): %v", test.line, err)
			continue
		}
		got := "nothing"
		if f := table.Func(test.fn); f != nil {
			got = f.String()
		}
		if got != test.want {
			t.Errorf("%q says of %v: %q, want %q", test.line, test.fn, got, test.want)
		}
	}
}

// TestTableAddsUp: a function may have several lines, in several texts, and
// asking for it twice is no different from asking once.
func TestTableAddsUp(t *testing.T) {
	pkg := types.NewPackage("example.com/hsm", "hsm")
	named := types.NewNamed(types.NewTypeName(0, pkg, "Client", nil), types.NewStruct(nil, nil), nil)
	method := types.NewFunc(0, pkg, "Do", types.NewSignatureType(types.NewVar(0, pkg, "c", named), nil, nil, nil, nil, false))
	table, err := summary.NewTable("example.com/hsm.Client.Do zero 0\nexample.com/hsm.Client.Do blocks\n", "example.com/hsm.Client.Do key 1\n")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got, want := table.Func(method).String(), "zeroes param1; key param2; blocks"; got != want {
			t.Errorf("Func = %q, want %q", got, want)
		}
	}
}

func TestFields(t *testing.T) {
	table, err := summary.NewTable(`
example.com/hsm.KeyOutput.Plain source
example.com/hsm.KeyOutput.Text source weak
`)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][]summary.Field{
		"example.com/hsm":                        {{Name: "Plain", What: "hsm.Key"}, {Name: "Text", Weak: true, What: "hsm.Key"}},
		"example.com/app/vendor/example.com/hsm": {{Name: "Plain", What: "hsm.Key"}, {Name: "Text", Weak: true, What: "hsm.Key"}},
		"example.com/other":                      nil,
	} {
		pkg := types.NewPackage(path, "hsm")
		named := types.NewNamed(types.NewTypeName(0, pkg, "KeyOutput", nil), types.NewStruct(nil, nil), nil)
		if diff := cmp.Diff(want, table.Fields(named)); diff != "" {
			t.Errorf("fields of the type in %s (-want +got):\n%s", path, diff)
		}
	}
}
