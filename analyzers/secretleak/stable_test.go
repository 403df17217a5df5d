package secretleak_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// maxFact bounds what every importer of a package reads for one function: some twice
// of the largest in the corpora.
const maxFact = 4000

// TestStable runs 50 times over some of the corpora: the findings are the same each time
// and come in the same order, and the facts are the same bytes. Now and then the files of
// a package come in another order, and with it the implementations of interfaces: another
// way to the same finding may then be the first.
func TestStable(t *testing.T) {
	if testing.Short() {
		t.Skip("loads corpora from source")
	}
	pkgs := corpora(t, "./secretleak/crosspkg/...", "./secretleak/whole", "./secretleak/idioms", "./secretleak/probe/...")
	first := analyzeAll(t, pkgs)
	if len(first.findings) < 100 || len(first.facts) < 20 {
		t.Fatalf("only %d findings and %d facts", len(first.findings), len(first.facts))
	}
	heads := first.heads()
	for n := range 49 {
		shuffled := n%7 == 6
		if shuffled {
			for _, p := range pkgs {
				rand.Shuffle(len(p.Syntax), func(i, j int) { p.Syntax[i], p.Syntax[j] = p.Syntax[j], p.Syntax[i] })
			}
		}
		again := analyzeAll(t, pkgs)
		if shuffled {
			if diff := cmp.Diff(heads, again.heads()); diff != "" {
				t.Fatalf("run %d, with files in another order, differs from the first (-first +this):\n%s", n+2, diff)
			}
			first = again
			continue
		}
		if diff := cmp.Diff(first.findings, again.findings); diff != "" {
			t.Fatalf("findings of run %d differ (-first +this):\n%s", n+2, diff)
		}
		if diff := cmp.Diff(first.facts, again.facts); diff != "" {
			t.Fatalf("facts of run %d differ (-first +this):\n%s", n+2, diff)
		}
	}
}

// corpora returns packages of the corpora, importers after what they import.
func corpora(t *testing.T, patterns ...string) (pkgs []*packages.Package) {
	t.Helper()
	roots, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: checktest.TestData(t)}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(roots, nil, func(p *packages.Package) {
		for _, err := range p.Errors {
			t.Error(err)
		}
		if slices.Contains(roots, p) {
			pkgs = append(pkgs, p)
		}
	})
	return pkgs
}

// An outcome is what a run found, in order, and the facts that it left, as bytes.
type outcome struct {
	findings []string
	facts    map[string]string
}

// heads returns the findings without the ways there, sorted.
func (o outcome) heads() []string {
	var heads []string
	for _, f := range o.findings {
		head, _, _ := strings.Cut(f, "\n")
		heads = append(heads, head)
	}
	slices.Sort(heads)
	return heads
}

func analyzeAll(t *testing.T, pkgs []*packages.Package) outcome {
	t.Helper()
	o := outcome{facts: map[string]string{}}
	facts, a := checktest.NewFacts(), secretleak.New()
	for _, p := range pkgs {
		r := checktest.RunPass(t, a, p.Fset, p.Syntax, p.Types, p.TypesInfo, facts)
		if failed := r.InternalErrors(); len(failed) > 0 {
			t.Fatalf("%v: %v", p, failed)
		}
		details := r.Details()
		if len(details) != len(r.Diagnostics) {
			t.Fatalf("%v: %d details for %d findings", p, len(details), len(r.Diagnostics))
		}
		for i, d := range r.Diagnostics {
			o.findings = append(o.findings, checktest.Text(p.Fset, d)+fmt.Sprintf("%+v", details[i]))
		}
	}
	for _, f := range facts.Objects() {
		o.facts[fmt.Sprintf("%v %T", f.Object, f.Fact)] = encoded(t, f.Fact)
	}
	for _, f := range facts.Packages() {
		o.facts[fmt.Sprintf("%v %T", f.Package, f.Fact)] = encoded(t, f.Fact)
	}
	return o
}

func encoded(t *testing.T, fact analysis.Fact) string {
	t.Helper()
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(fact); err != nil {
		t.Fatal(err)
	}
	return data.String()
}

// TestFactSizes measures the facts of the corpora. A gob names its types, some 250 bytes
// of each, which drivers write once for all facts of a package.
func TestFactSizes(t *testing.T) {
	if testing.Short() {
		t.Skip("loads corpora from source")
	}
	sizes := map[string][]int{}
	for about, data := range analyzeAll(t, corpora(t, "./secretleak/...")).facts {
		kind := about[strings.LastIndexByte(about, '*'):]
		sizes[kind] = append(sizes[kind], len(data))
		if len(data) > maxFact {
			t.Errorf("%s has %d bytes", about, len(data))
		}
	}
	for kind, all := range sizes {
		slices.Sort(all)
		sum := 0
		for _, n := range all {
			sum += n
		}
		t.Logf("%s: %d facts, %d bytes; median %d, largest %d", kind, len(all), sum, all[len(all)/2], all[len(all)-1])
	}
	if len(sizes["*secretleak.Fact"]) < 20 {
		t.Errorf("only %d facts", len(sizes["*secretleak.Fact"]))
	}
}
