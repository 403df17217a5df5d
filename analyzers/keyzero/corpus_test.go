package keyzero_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// maxFact bounds what every importer of a package reads for one function: some
// twice of the largest in the corpus. What makes facts larger should be worth it.
const maxFact = 900

// TestCorpusIsStable runs over all corpora ten times: no run may differ from the
// first, fail, or export a fact that is empty or huge.
func TestCorpusIsStable(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the corpora from source")
	}
	t.Setenv("GOEXPERIMENT", "runtimesecret")
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: checktest.TestData(t), Tests: true}, "./keyzero/...")
	if err != nil {
		t.Fatal(err)
	}
	pkgs = corpora(pkgs)
	first := analyzeAll(t, pkgs)
	if len(first) < 200 {
		t.Fatalf("only %d findings and facts in the corpora", len(first))
	}
	for run := range 9 {
		if diff := cmp.Diff(first, analyzeAll(t, pkgs)); diff != "" {
			t.Fatalf("run %d differs from the first (-first +this):\n%s", run+2, diff)
		}
	}
}

// corpora returns the corpora's own packages, importers after what they import.
func corpora(roots []*packages.Package) (pkgs []*packages.Package) {
	packages.Visit(roots, nil, func(p *packages.Package) {
		if strings.HasPrefix(p.PkgPath, "corpus.test/testdata/keyzero/") {
			pkgs = append(pkgs, p)
		}
	})
	return pkgs
}

// analyzeAll returns the findings and facts of a run as text, sorted.
func analyzeAll(t *testing.T, pkgs []*packages.Package) []string {
	t.Helper()
	var lines []string
	all := newResult()
	for _, p := range pkgs {
		r := run(t, p.Fset, p.Syntax, p.Types, p.TypesInfo, all)
		if len(r.details) != len(r.diagnostics) {
			t.Fatalf("%v: %d details for %d findings", p, len(r.details), len(r.diagnostics))
		}
		for i, d := range r.diagnostics {
			lines = append(lines, diagnosticText(p.Fset, d)+fmt.Sprintf("%+v", r.details[i]))
		}
		lines = append(lines, fmt.Sprintf("%s: settles %v", p.ID, r.settles))
	}
	for o, f := range all.objectFacts {
		requireUseful(t, o, f)
		lines = append(lines, fmt.Sprintf("%v: %v", o, f))
	}
	for o, f := range all.pkgFacts {
		lines = append(lines, fmt.Sprintf("%v: %v", o.Path(), f))
	}
	slices.Sort(lines)
	return lines
}

func diagnosticText(fset *token.FileSet, d analysis.Diagnostic) string {
	text := fmt.Sprintf("%v-%v: %s: %s", fset.Position(d.Pos), fset.Position(d.End), d.Category, d.Message)
	for _, step := range d.Related {
		text += fmt.Sprintf("\n\t%v-%v: %s", fset.Position(step.Pos), fset.Position(step.End), step.Message)
	}
	for _, fix := range d.SuggestedFixes {
		text += "\n\tfix: " + fix.Message
		for _, edit := range fix.TextEdits {
			text += fmt.Sprintf(" %v %q", fset.Position(edit.Pos), edit.NewText)
		}
	}
	return text + "\n\t"
}

func requireUseful(t *testing.T, o types.Object, f analysis.Fact) {
	t.Helper()
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(f); err != nil {
		t.Errorf("fact of %v: %v", o, err)
	}
	if data.Len() > maxFact {
		t.Errorf("fact of %v has %d bytes: %v", o, data.Len(), f)
	}
	if fn, ok := f.(*summary.Func); ok && fn.IsZero() {
		t.Errorf("fact of %v says nothing", o)
	}
}
