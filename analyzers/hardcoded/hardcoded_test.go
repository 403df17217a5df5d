package hardcoded_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/hardcoded"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// TestCorpus runs over every corpus that the default configuration is for, and
// tests that each category is found in one.
func TestCorpus(t *testing.T) {
	dirs, err := os.ReadDir(filepath.Join(checktest.TestData(t), "hardcoded"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, d := range dirs {
		if d.Name() != "configured" {
			patterns = append(patterns, "./hardcoded/"+d.Name()+"/...")
		}
	}
	found := make(map[string]bool)
	for _, r := range checktest.Run(t, hardcoded.Analyzer, patterns...) {
		details := r.Result.(*rule.Result).Details
		if len(details) != len(r.Diagnostics) {
			t.Errorf("%v: %d details for %d findings", r.Pass.Pkg, len(details), len(r.Diagnostics))
		}
		for i, d := range r.Diagnostics {
			found[d.Category] = true
			requireNoText(t, d.Message+details[i].What)
		}
	}
	for _, c := range hardcoded.Rule.Categories {
		if !found[c.Name] {
			t.Errorf("no corpus has a finding of category %s", c.Name)
		}
	}
	if len(found) != len(hardcoded.Rule.Categories) {
		t.Errorf("categories %v, and the rule declares %d", found, len(hardcoded.Rule.Categories))
	}
}

// requireNoText: what is said of a secret has none of its text. These are parts of
// those in the corpora.
func requireNoText(t *testing.T, said string) {
	t.Helper()
	for _, text := range []string{"AKIA", "QYLPMN5", "Tr0ub4dor", "q8Zt3", "a8f5f", "hunter2", "sesame", "sixteen byte", "0123456789", "k3yk3y"} {
		if strings.Contains(said, text) {
			t.Errorf("%q has text of a secret", said)
		}
	}
}

// TestConfigured runs with gitleaks' own files, as a user has them.
func TestConfigured(t *testing.T) {
	a := hardcoded.New()
	dir := filepath.Join(checktest.TestData(t), "hardcoded", "configured")
	for flag, name := range map[string]string{"gitleaks": "gitleaks.toml", "gitleaksignore": "gitleaksignore"} {
		if err := a.Flags.Set(flag, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	checktest.Run(t, a, "./hardcoded/configured")
}

// TestTests: the flag makes test files and packages for tests as good as others.
func TestTests(t *testing.T) {
	a := hardcoded.New()
	if err := a.Flags.Set("tests", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./hardcoded/configured/withtests/...")
}

// TestBadConfiguration: a configuration that cannot be read is an error of the pass,
// of one line that names the file and the rule.
func TestBadConfiguration(t *testing.T) {
	name := filepath.Join(t.TempDir(), ".gitleaks.toml")
	if err := os.WriteFile(name, []byte("[[rules]]\nid = \"own\"\nregex = '''a(b'''\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	a := hardcoded.New()
	if err := a.Flags.Set("gitleaks", name); err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", "package p", 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = a.Run(&analysis.Pass{Analyzer: a, Fset: fset, Files: []*ast.File{f}, Pkg: types.NewPackage("p", "p")})
	if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "rule own") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v, want a line with the file and the rule", err)
	}
}

// TestCategories: what is not set has no severity of its own.
func TestCategories(t *testing.T) {
	if slices.ContainsFunc(hardcoded.Rule.Categories, func(c rule.Category) bool { return c.Severity == "" || c.Title == "" }) {
		t.Error("a category without severity or title")
	}
}
