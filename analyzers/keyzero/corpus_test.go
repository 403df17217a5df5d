package keyzero_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
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
	all := checktest.NewFacts()
	for _, p := range pkgs {
		r := checktest.RunPass(t, keyzero.Analyzer, p.Fset, p.Syntax, p.Types, p.TypesInfo, all)
		details := r.Details()
		if len(details) != len(r.Diagnostics) {
			t.Fatalf("%v: %d details for %d findings", p, len(details), len(r.Diagnostics))
		}
		for i, d := range r.Diagnostics {
			lines = append(lines, checktest.Text(p.Fset, d)+fmt.Sprintf("%+v", details[i]))
		}
		lines = append(lines, fmt.Sprintf("%s: settles %v", p.ID, r.Result.(*rule.Result).Settles))
	}
	for _, f := range all.Objects() {
		requireUseful(t, f.Object, f.Fact)
		lines = append(lines, fmt.Sprintf("%v: %v", f.Object, f.Fact))
	}
	for _, f := range all.Packages() {
		lines = append(lines, fmt.Sprintf("%v: %v", f.Package.Path(), f.Fact))
	}
	slices.Sort(lines)
	return lines
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
