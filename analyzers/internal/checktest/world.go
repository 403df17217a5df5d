package checktest

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
)

// A Fake is a package that tests in memory may import. Only its signatures matter:
// passes read no bodies but those of the package at hand.
type Fake struct{ Path, Source string }

// A World holds packages in memory and the facts that passes left of them. Tests of
// many small programs need neither files nor the go command.
type World struct {
	Fset *token.FileSet

	pkgs  map[string]*types.Package
	facts []byte // of all packages added, as a driver saves them
}

// NewWorld returns a world of fakes, each of which imports only those before it.
func NewWorld(tb testing.TB, fakes []Fake) *World {
	tb.Helper()
	w := &World{Fset: token.NewFileSet(), pkgs: map[string]*types.Package{}}
	for _, f := range fakes {
		w.pkgs[f.Path] = w.Compile(tb, f.Path, f.Source).Pkg
	}
	return w
}

// Import makes a World an importer of its packages.
func (w *World) Import(path string) (*types.Package, error) {
	if p, ok := w.pkgs[path]; ok {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s in memory", path)
}

// A Unit is a package with its syntax, ready for passes over it.
type Unit struct {
	Source string
	File   *ast.File
	Pkg    *types.Package
	Info   *types.Info
}

// Compile type-checks a package of one file, and fails the test if that fails.
func (w *World) Compile(tb testing.TB, path, source string) *Unit {
	tb.Helper()
	u := &Unit{Source: source, Info: &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Instances:    map[*ast.Ident]types.Instance{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		Scopes:       map[ast.Node]*types.Scope{},
		FileVersions: map[*ast.File]string{},
	}}
	file, err := parser.ParseFile(w.Fset, path+"/x.go", source, parser.SkipObjectResolution)
	if err != nil {
		tb.Fatalf("parse %s: %v\n%s", path, err, Numbered(source))
	}
	u.File = file
	var failed error
	conf := types.Config{
		Importer: w, GoVersion: "go1.26",
		Error: func(err error) {
			// Fakes have no bodies, and small tests import more than they use.
			var of types.Error
			if errors.As(err, &of) && !of.Soft && !strings.Contains(err.Error(), "missing function body") {
				failed = cmp.Or(failed, err)
			}
		},
	}
	u.Pkg, _ = conf.Check(path, w.Fset, []*ast.File{file}, u.Info)
	if failed != nil {
		tb.Fatalf("type-check %s: %v\n%s", path, failed, Numbered(source))
	}
	return u
}

// Numbered returns a source with the numbers of its lines, the first few of many.
func Numbered(source string) string {
	var b strings.Builder
	for i, line := range strings.Split(source, "\n") {
		if i == 300 {
			b.WriteString("…\n")
			break
		}
		fmt.Fprintf(&b, "%4d  %s\n", i+1, line)
	}
	return b.String()
}

// Add compiles a package, runs a over it, and lets later ones import it. They get of
// it what drivers that work package by package have: export data, and gobs.
func (w *World) Add(tb testing.TB, a *analysis.Analyzer, path, source string) (*Unit, Outcome) {
	tb.Helper()
	u := w.Compile(tb, path, source)
	r := w.Analyze(tb, a, u)
	var data bytes.Buffer
	if err := gcexportdata.Write(&data, w.Fset, u.Pkg); err != nil {
		tb.Fatalf("write export data of %s: %v", path, err)
	}
	p, err := gcexportdata.Read(&data, w.Fset, w.pkgs, path)
	if err != nil {
		tb.Fatalf("read export data of %s: %v", path, err)
	}
	w.pkgs[path] = p
	w.facts = r.Facts.save(tb)
	return u, r
}

// Analyze runs a over a unit. It may be called again for the same unit.
func (w *World) Analyze(tb testing.TB, a *analysis.Analyzer, u *Unit) Outcome {
	tb.Helper()
	facts := NewFacts()
	facts.load(tb, w.facts, a, u.Pkg)
	return RunPass(tb, a, w.Fset, []*ast.File{u.File}, u.Pkg, u.Info, facts)
}

// AnalyzeWithin fails the test when a takes longer than limit. The pass itself cannot
// be stopped: the process ends with the test.
func (w *World) AnalyzeWithin(tb testing.TB, a *analysis.Analyzer, u *Unit, limit time.Duration) Outcome {
	tb.Helper()
	done := make(chan Outcome, 1)
	go func() { done <- w.Analyze(tb, a, u) }()
	select {
	case r := <-done:
		return r
	case <-time.After(limit):
		tb.Fatalf("no result after %v\n%s", limit, Numbered(u.Source))
		return Outcome{}
	}
}

// RequireInside checks that whatever a diagnostic points to is in the unit's file.
func (u *Unit) RequireInside(tb testing.TB, d analysis.Diagnostic) {
	tb.Helper()
	if d.Pos < u.File.FileStart || d.Pos >= u.File.FileEnd || d.End.IsValid() && d.End < d.Pos {
		tb.Fatalf("%q is not in the file: [%d, %d)\n%s", d.Message, d.Pos, d.End, Numbered(u.Source))
	}
	for _, step := range d.Related {
		if step.Pos < u.File.FileStart || step.Pos > u.File.FileEnd {
			tb.Fatalf("step %q of %q is not in the file\n%s", step.Message, d.Message, Numbered(u.Source))
		}
	}
}
