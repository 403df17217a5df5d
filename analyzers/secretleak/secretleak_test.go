package secretleak_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

func TestAnalyzer(t *testing.T) {
	checktest.Run(t, secretleak.New(), "./secretleak/...")
}
