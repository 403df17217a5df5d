package driver

import (
	"errors"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

// A marked function is one whose name says so.
type marked struct{}

func (*marked) AFact() {}

var toyRule = &rule.Rule{Name: "toy"}

// newToy returns an analyzer that reports where marked functions are called. It
// panics on a package named boom, and fails on one named fail.
func newToy() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:      "toy",
		Doc:       "toy: report calls of marked functions",
		FactTypes: []analysis.Fact{new(marked)},
		Run:       runToy,
	}
}

func runToy(pass *analysis.Pass) (any, error) {
	for _, f := range pass.Files {
		for n := range ast.Preorder(f) {
			id, ok := n.(*ast.Ident)
			if !ok || !strings.HasPrefix(id.Name, "Mark") {
				continue
			}
			if def := pass.TypesInfo.Defs[id]; def != nil {
				pass.ExportObjectFact(def, new(marked))
			} else if pass.ImportObjectFact(pass.TypesInfo.Uses[id], new(marked)) {
				pass.Reportf(id.Pos(), "%s is marked", id.Name)
			}
		}
	}
	switch pass.Pkg.Name() {
	case "boom":
		panic("a toy breaks")
	case "fail":
		return nil, errors.New("a toy fails")
	}
	return nil, nil
}

// A recorder keeps events as text.
type recorder []string

func (r *recorder) Finding(f *finding.Finding) error {
	*r = append(*r, f.File+": "+f.Message)
	return nil
}

func (r *recorder) Problem(p *finding.Problem) error {
	*r = append(*r, "problem: "+p.String())
	return nil
}

func (r *recorder) Flush() error { return nil }

const toyModule = `
-- go.mod --
module example.com/m

go 1.26
-- low/low.go --
package low

func MarkLow() {}
-- high/high.go --
package high

import "example.com/m/low"

func f() { low.MarkLow() }
-- boom/boom.go --
package boom

func MarkBoom() {}
-- fail/fail.go --
package fail

func MarkFail() {}
-- onboom/onboom.go --
package onboom

import (
	"example.com/m/boom"
	"example.com/m/fail"
	"example.com/m/low"
)

func f() {
	boom.MarkBoom()
	fail.MarkFail()
	low.MarkLow()
}
`

// runToyOn runs the toy over a module and returns what it says, in order.
func runToyOn(t *testing.T, archive string, o Options) []string {
	t.Helper()
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOPROXY", "off")
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	o.Analyzers = []*analysis.Analyzer{newToy()}
	o.Rules = []*rule.Rule{toyRule}
	var r recorder
	if err := Run(o, &r); err != nil {
		t.Fatal(err)
	}
	slices.Sort(r)
	return r
}

func TestFactsOfUnnamed(t *testing.T) {
	got := runToyOn(t, toyModule, Options{Patterns: []string{"./high"}})
	if diff := cmp.Diff([]string{"high/high.go: MarkLow is marked"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestInternalErrors: an analyzer that fails on a package is a problem of that
// package. Its importers are checked.
func TestInternalErrors(t *testing.T) {
	for _, patterns := range [][]string{{"./onboom"}, {"./..."}} {
		got := runToyOn(t, toyModule, Options{Patterns: patterns})
		for _, want := range []string{
			"onboom/onboom.go: MarkLow is marked",
			"problem: example.com/m/boom: boom/boom.go:1: internal error: toy: a toy breaks: please report it",
			"problem: example.com/m/fail: fail/fail.go:1: internal error: toy: a toy fails: please report it",
		} {
			if !slices.Contains(got, want) {
				t.Errorf("%v: no %q in %q", patterns, want, got)
			}
		}
	}
}

func TestPosition(t *testing.T) {
	for pos, want := range map[string]finding.Problem{
		"":               {},
		"-":              {},
		"a.go":           {File: "a.go"},
		"a.go:3":         {File: "a.go", Line: 3},
		"a.go:3:4":       {File: "a.go", Line: 3, Column: 4},
		`c:\a:b.go:3:4`:  {File: `c:\a:b.go`, Line: 3, Column: 4},
		"/x/go.mod:12:1": {File: "/x/go.mod", Line: 12, Column: 1},
	} {
		var got finding.Problem
		got.File, got.Line, got.Column = position(pos)
		if got != want {
			t.Errorf("position(%q) = %+v", pos, got)
		}
	}
}
