package hardcoded_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

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
		for _, d := range r.Diagnostics {
			found[d.Category] = true
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

func TestPage(t *testing.T) {
	if slices.ContainsFunc(hardcoded.Rule.Categories, func(c rule.Category) bool { return c.Severity == "" || c.Title == "" }) {
		t.Error("a category without severity or title")
	}
}
