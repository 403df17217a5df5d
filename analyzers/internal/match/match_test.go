package match_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

func TestPath(t *testing.T) {
	for path, want := range map[string]string{
		"crypto/aes": "crypto/aes",
		"example.com/app/vendor/golang.org/x/crypto": "golang.org/x/crypto",
		"vendor/golang.org/x/crypto/cryptobyte":      "golang.org/x/crypto/cryptobyte",
		"a/vendor/b/vendor/c":                        "c",
		"example.com/vendors/x":                      "example.com/vendors/x",
		"example.com/myvendor/x":                     "example.com/myvendor/x",
	} {
		if got := match.Path(types.NewPackage(path, "p")); got != want {
			t.Errorf("Path(%s) = %s, want %s", path, got, want)
		}
	}
	if got := match.Path(nil); got != "" {
		t.Errorf("Path(nil) = %q", got)
	}
}

const source = `package p

type (
	T       struct{}
	G[E any] struct{}
	I       interface{ M() }
	Alias   = T
	Bytes   []byte
	Array   [32]byte
	MyByte  byte
	Pointer *[]byte
	Octets  interface{ ~[]byte }
	Slices  interface{ ~[]int | ~[]string }
	Mixed   interface{ ~[]int | ~map[int]int }
)

func F()          {}
func (T) V()      {}
func (*T) P()     {}
func (*G[E]) Q()  {}
func (Alias) A()  {}

func params[B Octets, S Slices, M Mixed, E any, L ~[]E](
	bytes []byte, named Bytes, array [32]byte, namedArray Array, pointer *[]byte, arrayPointer *[32]byte, pointerPointer **[]byte,
	uint8s []uint8, myBytes []MyByte, ints []int, text string, one byte, m map[string]byte, any any, err error,
	octets B, slices S, mixed M, list L, e E, namedPointer Pointer,
) {
}
`

func check(t *testing.T) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("example.com/p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

func TestFunc(t *testing.T) {
	scope := check(t).Scope()
	for _, test := range []struct{ typ, name, want string }{
		{"", "F", "example.com/p.F"},
		{"T", "V", "example.com/p.T.V"},
		{"T", "P", "example.com/p.T.P"},
		{"T", "A", "example.com/p.T.A"},
		{"G", "Q", "example.com/p.G.Q"},
		{"I", "M", "example.com/p.I.M"},
	} {
		obj := scope.Lookup(test.name)
		if test.typ != "" {
			obj, _, _ = types.LookupFieldOrMethod(scope.Lookup(test.typ).Type(), true, scope.Lookup("F").Pkg(), test.name)
		}
		if got := match.Func(obj.(*types.Func)); got != test.want {
			t.Errorf("Func = %s, want %s", got, test.want)
		}
	}
	errorMethod, _, _ := types.LookupFieldOrMethod(types.Universe.Lookup("error").Type(), false, nil, "Error")
	if got, want := match.Func(errorMethod.(*types.Func)), ".error.Error"; got != want {
		t.Errorf("Func = %s, want %s", got, want)
	}
}

// TestFuncOfAnInstance names it as its declaration.
func TestFuncOfAnInstance(t *testing.T) {
	scope := check(t).Scope()
	inst, err := types.Instantiate(nil, scope.Lookup("G").Type(), []types.Type{types.Typ[types.Int]}, true)
	if err != nil {
		t.Fatal(err)
	}
	obj, _, _ := types.LookupFieldOrMethod(inst, true, scope.Lookup("F").Pkg(), "Q")
	if got, want := match.Func(obj.(*types.Func)), "example.com/p.G.Q"; got != want {
		t.Errorf("Func = %s, want %s", got, want)
	}
	if got, want := match.Type(inst.(*types.Named)), "example.com/p.G"; got != want {
		t.Errorf("Type = %s, want %s", got, want)
	}
}

func TestNamed(t *testing.T) {
	scope := check(t).Scope()
	typ := scope.Lookup("T").Type()
	for _, test := range []struct {
		t    types.Type
		want types.Type
	}{
		{typ, typ},
		{types.NewPointer(typ), typ},
		{scope.Lookup("Alias").Type(), typ},
		{types.NewPointer(scope.Lookup("Alias").Type()), typ},
		{types.NewPointer(types.NewPointer(typ)), nil},
		{types.NewSlice(typ), nil},
		{types.Typ[types.Int], nil},
	} {
		named := match.Named(test.t)
		if test.want == nil && named != nil || test.want != nil && types.Type(named) != test.want {
			t.Errorf("Named(%v) = %v, want %v", test.t, named, test.want)
		}
	}
}

func TestKinds(t *testing.T) {
	type kinds struct{ bytes, sequence, byteArray, isError bool }
	want := map[string]kinds{
		"bytes":        {bytes: true, sequence: true},
		"named":        {bytes: true, sequence: true},
		"uint8s":       {bytes: true, sequence: true},
		"myBytes":      {bytes: true, sequence: true},
		"array":        {bytes: true, sequence: true, byteArray: true},
		"namedArray":   {bytes: true, sequence: true, byteArray: true},
		"pointer":      {bytes: true},
		"namedPointer": {bytes: true},
		"arrayPointer": {bytes: true, sequence: true},
		"ints":         {sequence: true},
		"octets":       {sequence: true},
		"slices":       {sequence: true},
		"list":         {sequence: true},
		"err":          {isError: true},
		"any":          {}, "text": {}, "one": {}, "m": {}, "mixed": {}, "e": {}, "pointerPointer": {},
	}
	params := check(t).Scope().Lookup("params").Type().(*types.Signature).Params()
	for v := range params.Variables() {
		w, ok := want[v.Name()]
		if !ok {
			t.Errorf("nothing expected of %s", v.Name())
		}
		got := kinds{match.IsBytes(v.Type()), match.IsSequence(v.Type()), match.IsByteArray(v.Type()), match.IsError(v.Type())}
		if got != w {
			t.Errorf("%v: got %+v, want %+v", v, got, w)
		}
	}
}
