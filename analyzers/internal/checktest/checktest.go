// Package checktest runs analyzers over the repository's corpora.
//
// The corpora are one module, testdata, whose dependencies are stubs in the same tree: tests need no network.
// analysistest does the work; what it only logs, or demands too early, is corrected here.
package checktest

import (
	"bytes"
	"encoding/gob"
	"go/token"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"
)

// TestData returns the folder of the module that holds the corpora.
func TestData(t testing.TB) string {
	t.Helper()
	_, file, _, ok := runtime.Caller(0)
	if !ok || !filepath.IsAbs(file) {
		t.Fatal("find testdata: the test binary was built with -trimpath")
	}
	return filepath.Join(filepath.Dir(file), "..", "..", "..", "testdata")
}

// Run checks that a reports on the packages what their `// want` comments say.
// Patterns are relative to the testdata module, as in "./keyzero/paths".
//
// A fact needs no expectation: facts are checked by what they do in the packages that import them.
// An expectation of a fact is checked all the same.
func Run(t *testing.T, a *analysis.Analyzer, patterns ...string) []*analysistest.Result {
	t.Helper()
	results := analysistest.Run(unexpectedFacts{t}, TestData(t), a, patterns...)
	requireCompiled(t, results)
	return results
}

// RunWithSuggestedFixes is Run, and compares the fixed files with their .golden files.
func RunWithSuggestedFixes(t *testing.T, a *analysis.Analyzer, patterns ...string) []*analysistest.Result {
	t.Helper()
	results := analysistest.RunWithSuggestedFixes(unexpectedFacts{t}, TestData(t), a, patterns...)
	requireCompiled(t, results)
	return results
}

// requireCompiled fails on what analysistest logs and go vet rejects.
// Without it a corpus that no longer compiles passes: no types, no findings, and `good` functions stay good.
func requireCompiled(t *testing.T, results []*analysistest.Result) {
	t.Helper()
	if len(results) == 0 {
		t.Error("no package was analysed")
	}
	var roots []*packages.Package
	for _, r := range results {
		roots = append(roots, r.Action.Package)
	}
	seen := make(map[string]bool)
	packages.Visit(roots, nil, func(pkg *packages.Package) {
		for _, err := range pkg.Errors {
			if msg := err.Error(); !seen[msg] {
				seen[msg] = true
				t.Errorf("corpus does not compile: %v", msg)
			}
		}
	})
}

// unexpectedFacts forgives a fact that no comment expects.
// The file would otherwise need one for every function that a summary is made of.
type unexpectedFacts struct{ testing.TB }

func (t unexpectedFacts) Errorf(format string, args ...any) {
	if format == "%v: unexpected %s: %v" && len(args) == 3 && args[1] == "fact" {
		if _, ok := args[0].(token.Position); ok {
			return
		}
	}
	t.Helper()
	t.TB.Errorf(format, args...)
}

// FactCodec checks that drivers which serialise facts get back what the analyzer exported:
// ten trips through gob, each of which must give an equal fact and the same bytes.
//
// It wants facts with every field set: gob says nothing of a field it did not have to encode.
func FactCodec(t *testing.T, facts ...analysis.Fact) {
	t.Helper()
	for _, fact := range facts {
		requireConcrete(t, reflect.TypeOf(fact), reflect.TypeOf(fact).String(), nil)
		first := encode(t, fact)
		for trip := range 10 {
			decoded := reflect.New(reflect.TypeOf(fact).Elem()).Interface().(analysis.Fact)
			if err := gob.NewDecoder(bytes.NewReader(first)).Decode(decoded); err != nil {
				t.Fatalf("decode %T: %v", fact, err)
			}
			if !reflect.DeepEqual(fact, decoded) {
				t.Fatalf("%T, trip %d: decoded %+v, want %+v", fact, trip, decoded, fact)
			}
			if again := encode(t, decoded); !bytes.Equal(first, again) {
				t.Fatalf("%T, trip %d: encodes to other bytes than before", fact, trip)
			}
			fact = decoded
		}
	}
}

func encode(t *testing.T, fact analysis.Fact) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(fact); err != nil {
		t.Fatalf("encode %T: %v", fact, err)
	}
	return buf.Bytes()
}

// requireConcrete rejects the field types that work until a driver serialises them, or encode in random order.
func requireConcrete(t *testing.T, typ reflect.Type, path string, above []reflect.Type) {
	t.Helper()
	for _, up := range above {
		if up == typ {
			return
		}
	}
	if typ.Implements(reflect.TypeFor[gob.GobEncoder]()) {
		return
	}
	above = append(above, typ)
	switch typ.Kind() {
	case reflect.Interface, reflect.Map, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		t.Errorf("%s: a fact must not hold a %s", path, typ.Kind())
	case reflect.Pointer, reflect.Slice, reflect.Array:
		requireConcrete(t, typ.Elem(), strings.TrimPrefix(path, "*"), above)
	case reflect.Struct:
		for i := range typ.NumField() {
			field := typ.Field(i)
			if !field.IsExported() {
				t.Errorf("%s.%s: gob drops unexported fields", path, field.Name)
				continue
			}
			requireConcrete(t, field.Type, path+"."+field.Name, above)
		}
	}
}
