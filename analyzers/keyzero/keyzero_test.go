package keyzero_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
)

func TestCorpus(t *testing.T) {
	checktest.Run(t, keyzero.Analyzer, "./keyzero/...")
}
