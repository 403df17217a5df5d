package envelope_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/envelope"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// TestCorpusIsStable runs over all corpora several times, with the files of each package
// in another order: no run may differ from the first.
func TestCorpusIsStable(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the corpora from source")
	}
	pkgs := corpora(t)
	first := analyzeAll(t, pkgs)
	if len(first) < 80 {
		t.Fatalf("only %d findings in the corpora", len(first))
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
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: checktest.TestData(t)}, "./envelope/...")
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(roots, nil, func(p *packages.Package) {
		if strings.HasPrefix(p.PkgPath, "corpus.test/testdata/envelope/") {
			pkgs = append(pkgs, p)
		}
	})
	return pkgs
}

// analyzeAll returns the findings of a run as text, sorted.
func analyzeAll(t *testing.T, pkgs []*packages.Package) []string {
	t.Helper()
	var lines []string
	facts, a := checktest.NewFacts(), envelope.New()
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
	slices.Sort(lines)
	return lines
}
