package envsecret_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// maxFact bounds what every importer of a package reads for one function: some twice
// of the largest in the corpora.
const maxFact = 4000

// TestCorpusIsStable runs over all corpora several times, with the files of each
// package in another order: no run may differ from the first, or export a huge fact.
func TestCorpusIsStable(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the corpora from source")
	}
	pkgs := corpora(t)
	first := analyzeAll(t, pkgs)
	if len(first) < 300 {
		t.Fatalf("only %d findings and facts in the corpora", len(first))
	}
	for run := range 5 {
		for _, p := range pkgs {
			rand.Shuffle(len(p.Syntax), func(i, j int) { p.Syntax[i], p.Syntax[j] = p.Syntax[j], p.Syntax[i] })
		}
		if diff := cmp.Diff(first, analyzeAll(t, pkgs)); diff != "" {
			t.Fatalf("run %d differs from the first (-first +this):\n%s", run+2, diff)
		}
	}
}

// corpora returns the corpora's own packages, importers after what they import.
func corpora(t *testing.T) (pkgs []*packages.Package) {
	t.Helper()
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: checktest.TestData(t), Tests: true}, "./envsecret/...")
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(roots, nil, func(p *packages.Package) {
		if strings.HasPrefix(p.PkgPath, "corpus.test/testdata/envsecret/") {
			pkgs = append(pkgs, p)
		}
	})
	return pkgs
}

// analyzeAll returns the findings and facts of a run as text, sorted.
func analyzeAll(t *testing.T, pkgs []*packages.Package) []string {
	t.Helper()
	var lines []string
	facts, a := checktest.NewFacts(), envsecret.New()
	for _, p := range pkgs {
		r := checktest.RunPass(t, a, p.Fset, p.Syntax, p.Types, p.TypesInfo, facts)
		details := r.Details()
		if len(details) != len(r.Diagnostics) {
			t.Fatalf("%v: %d details for %d findings", p, len(details), len(r.Diagnostics))
		}
		for i, d := range r.Diagnostics {
			lines = append(lines, checktest.Text(p.Fset, d)+fmt.Sprintf("%+v", details[i]))
		}
	}
	for _, f := range facts.Objects() {
		var data bytes.Buffer
		if err := gob.NewEncoder(&data).Encode(f.Fact); err != nil || data.Len() > maxFact {
			t.Errorf("fact of %v has %d bytes, %v", f.Object, data.Len(), err)
		}
		lines = append(lines, fmt.Sprintf("%v: %v", f.Object, f.Fact))
	}
	for _, f := range facts.Packages() {
		lines = append(lines, fmt.Sprintf("%v: %v", f.Package.Path(), f.Fact))
	}
	slices.Sort(lines)
	return lines
}
