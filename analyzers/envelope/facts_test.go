package envelope_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/envelope"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

func TestFactCodec(t *testing.T) {
	checktest.FactCodec(t, &envelope.Fact{Weak: []envelope.Weakness{{Param: 1, Category: "nonce", Text: "nonce is constant"}}})
}
