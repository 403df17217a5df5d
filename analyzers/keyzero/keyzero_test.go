package keyzero_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
)

func TestCorpus(t *testing.T) {
	analysistest.Run(t, "../../testdata", keyzero.Analyzer, "./keyzero/...")
}
