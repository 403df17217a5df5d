package envelope_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/envelope"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

func TestCorpus(t *testing.T) {
	checktest.Run(t, envelope.New(), "./envelope/...")
}
