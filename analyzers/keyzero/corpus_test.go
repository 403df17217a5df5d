package keyzero_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/token"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
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
	first := analyzeAll(t, pkgs)
	if len(first) < 100 {
		t.Fatalf("only %d findings in the corpora", len(first))
	}
	for run := range 9 {
		if diff := cmp.Diff(first, analyzeAll(t, pkgs)); diff != "" {
			t.Fatalf("run %d differs from the first (-first +this):\n%s", run+2, diff)
		}
	}
}

// analyzeAll returns the findings and facts of a run as text, sorted.
func analyzeAll(t *testing.T, pkgs []*packages.Package) []string {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{keyzero.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for act := range graph.All() {
		if act.Err != nil {
			t.Errorf("%v: %v", act, act.Err)
			continue
		}
		fset := act.Package.Fset
		if act.IsRoot {
			result := act.Result.(*rule.Result)
			if len(result.Details) != len(act.Diagnostics) {
				t.Fatalf("%v: %d details for %d findings", act, len(result.Details), len(act.Diagnostics))
			}
			for i, d := range act.Diagnostics {
				lines = append(lines, diagnosticText(fset, d)+fmt.Sprintf("%+v", result.Details[i]))
			}
			lines = append(lines, fmt.Sprintf("%s: settles %v", act.Package.ID, result.Settles))
		}
		for _, f := range act.AllObjectFacts() {
			if f.Object.Pkg() == act.Package.Types {
				requireUseful(t, f)
				lines = append(lines, fmt.Sprintf("%s: %v: %v", act.Package.ID, f.Object, f.Fact))
			}
		}
		for _, f := range act.AllPackageFacts() {
			lines = append(lines, fmt.Sprintf("%s: %v: %v", act.Package.ID, f.Package.Path(), f.Fact))
		}
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

func requireUseful(t *testing.T, f analysis.ObjectFact) {
	t.Helper()
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(f.Fact); err != nil {
		t.Errorf("fact of %v: %v", f.Object, err)
	}
	if data.Len() > maxFact {
		t.Errorf("fact of %v has %d bytes: %v", f.Object, data.Len(), f.Fact)
	}
	if fn, ok := f.Fact.(*summary.Func); ok && fn.IsZero() {
		t.Errorf("fact of %v says nothing", f.Object)
	}
}
