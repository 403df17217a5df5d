package envsecret_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

func TestCorpus(t *testing.T) {
	checktest.Run(t, envsecret.New(), "./envsecret/...")
}
