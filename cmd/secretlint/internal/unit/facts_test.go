package unit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
)

// A world is a set of packages that are checked in order, each with the facts
// that those before it left.
type world struct {
	t     *testing.T
	pkgs  map[string]*types.Package
	facts map[string][]byte
}

func newWorld(t *testing.T) *world {
	registerFacts([]*analysis.Analyzer{newToy()})
	return &world{t, make(map[string]*types.Package), make(map[string][]byte)}
}

// Import implements types.Importer.
func (w *world) Import(path string) (*types.Package, error) {
	if p := w.pkgs[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

// add checks a package and returns the facts that its imports left.
func (w *world) add(path, src string) *facts {
	w.t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", src, 0)
	if err != nil {
		w.t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: w}).Check(path, fset, []*ast.File{file}, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	w.pkgs[path] = pkg
	known, err := decodeFacts(pkg,
		func(path string) ([]byte, error) { return w.facts[path], nil },
		func(path string) *types.Package { return w.pkgs[path] })
	if err != nil {
		w.t.Fatal(err)
	}
	return known
}

// leave encodes the facts of a package for those after it.
func (w *world) leave(s *facts) {
	w.t.Helper()
	data, err := s.encode()
	if err != nil {
		w.t.Fatal(err)
	}
	w.facts[s.pkg.Path()] = data
}

// list returns the facts in words.
func (s *facts) list() []string {
	var out []string
	for key, fact := range s.m {
		what := key.pkg.Path()
		if key.obj != nil {
			what += "." + key.obj.Name()
		}
		out = append(out, what+": "+fact.(*marked).String())
	}
	return slices.Sorted(slices.Values(out))
}

const low = `package low
type T struct{ Field int; hidden int }
func (*T) Method() {}
func (*T) unexported() {}
func Func(param int) {}
var Var int
func internal() { local := 0; _ = local }
`

// markLow adds facts about everything in package low that can have one.
func markLow(s *facts) {
	scope := s.pkg.Scope()
	named := scope.Lookup("T").Type().(*types.Named)
	for i, obj := range []types.Object{
		scope.Lookup("T"),
		scope.Lookup("Func"),
		scope.Lookup("Var"),
		named.Method(0),
		named.Method(1),
		named.Underlying().(*types.Struct).Field(0),
		scope.Lookup("Func").(*types.Func).Signature().Params().At(0),
	} {
		s.exportFact(obj, &marked{fmt.Sprint(i)})
	}
	s.exportFact(nil, &marked{"package"})
}

func TestFactsRoundTrip(t *testing.T) {
	w := newWorld(t)
	s := w.add("low", low)
	markLow(s)
	w.leave(s)
	high := w.add("high", `package high; import "low"; var X low.T`)
	if diff := cmp.Diff(s.list(), high.list()); diff != "" {
		t.Error(diff)
	}
	obj := w.pkgs["low"].Scope().Lookup("Func")
	got := new(marked)
	if !high.importFact(obj.Pkg(), obj, got) || got.By != "1" {
		t.Errorf("fact about Func: %v", got)
	}
	if high.importFact(w.pkgs["high"], nil, got) {
		t.Errorf("fact about package high: %v", got)
	}
}

// TestFactsPassedOn: a package that does not import low, but uses its types
// through one that does, knows what is reached without an import.
func TestFactsPassedOn(t *testing.T) {
	w := newWorld(t)
	s := w.add("low", low)
	markLow(s)
	w.leave(s)
	w.leave(w.add("middle", `package middle; import "low"; func New() *low.T { return nil }`))
	high := w.add("high", `package high; import "middle"; var X = middle.New()`)
	want := []string{
		"low.Field: marked by 5",
		"low.Method: marked by 3",
		"low.T: marked by 0",
		"low.param: marked by 6",
		"low.unexported: marked by 4",
	}
	if diff := cmp.Diff(want, high.list()); diff != "" {
		t.Error(diff)
	}
}

func TestFactsOfUnseenPackage(t *testing.T) {
	w := newWorld(t)
	s := w.add("low", low)
	markLow(s)
	w.leave(s)
	w.leave(w.add("middle", `package middle; import "low"; func New() *low.T { return nil }`))
	delete(w.pkgs, "low")
	if got := w.add("high", `package high; import _ "middle"`).list(); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

// TestFactsDeterminism: the go command compares what units leave behind.
func TestFactsDeterminism(t *testing.T) {
	var src strings.Builder
	src.WriteString("package many\n")
	for i := range 100 {
		fmt.Fprintf(&src, "func F%d() {}\n", i)
	}
	var first []byte
	for run := range 10 {
		w := newWorld(t)
		s := w.add("many", src.String())
		for _, name := range s.pkg.Scope().Names() {
			s.exportFact(s.pkg.Scope().Lookup(name), &marked{name})
		}
		w.leave(s)
		if data := w.facts["many"]; run == 0 {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Fatal("two runs leave different bytes")
		}
	}
}

func TestNoFacts(t *testing.T) {
	w := newWorld(t)
	s := w.add("low", low)
	if data, err := s.encode(); err != nil || data != nil {
		t.Errorf("got %q, %v, want nothing", data, err)
	}
	s.exportFact(s.pkg.Scope().Lookup("internal").(*types.Func).Scope().Lookup("local"), &marked{"x"})
	if data, err := s.encode(); err != nil || data != nil {
		t.Errorf("of a local variable: got %q, %v, want nothing", data, err)
	}
}

func TestVetx(t *testing.T) {
	w := newWorld(t)
	pkg := w.add("low", low).pkg
	for name, test := range map[string]struct {
		pkg   *types.Package
		facts string
	}{
		"nothing": {nil, ""},
		"facts":   {nil, "some facts"},
		"types":   {pkg, ""},
		"both":    {pkg, "some facts"},
	} {
		data, err := encodeVetx(token.NewFileSet(), test.pkg, []byte(test.facts))
		if err != nil {
			t.Fatal(err)
		}
		if empty := test.pkg == nil && test.facts == ""; empty != (len(data) == 0) {
			t.Errorf("%s: %d bytes", name, len(data))
		}
		file := writeFile(t, string(data))
		got, err := readVetx(file)
		if err != nil || string(got) != test.facts {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
		if has := hasFacts(map[string]string{"p": file}); has != (test.facts != "") {
			t.Errorf("%s: hasFacts = %t", name, has)
		}
	}
}

func TestBadVetx(t *testing.T) {
	for _, data := range []string{"v", "vetx", "xxxx\x00\x00\x00\x00\x00\x00\x00\x00", "vetx\x01\x00\x00\x00\x01\x00\x00\x00x"} {
		file := writeFile(t, data)
		if got, err := readVetx(file); err == nil {
			t.Errorf("%q: got %q, want an error", data, got)
		}
		if !hasFacts(map[string]string{"p": file}) {
			t.Errorf("%q: hasFacts = false", data)
		}
	}
}
