package keyzero_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
)

// TestCorpus runs over every corpus that the default configuration is for.
func TestCorpus(t *testing.T) {
	t.Setenv("GOEXPERIMENT", "runtimesecret")
	dirs, err := os.ReadDir(filepath.Join(checktest.TestData(t), "keyzero"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, d := range dirs {
		if d.Name() != "configured" && d.Name() != "fix" {
			patterns = append(patterns, "./keyzero/"+d.Name()+"/...")
		}
	}
	checktest.Run(t, keyzero.Analyzer, patterns...)
}

func TestFixes(t *testing.T) {
	checktest.RunWithSuggestedFixes(t, keyzero.Analyzer, "./keyzero/fix")
}

// TestConfigured adds sources and a wiper as a user does.
func TestConfigured(t *testing.T) {
	a := keyzero.New()
	const base = "corpus.test/testdata/keyzero/configured/"
	for _, flag := range [][2]string{
		{"sources", base + "vault.(*Client).Unwrap"},
		{"sources", base + "vault.Lookup"},
		{"wipers", base + "hsm.Erase"},
	} {
		if err := a.Flags.Set(flag[0], flag[1]); err != nil {
			t.Fatal(err)
		}
	}
	checktest.Run(t, a, "./keyzero/configured/...")
}
