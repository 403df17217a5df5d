package summary_test

import (
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

func TestEmbeddedTablesParse(t *testing.T) {
	if _, err := summary.NewTable(awsapi.AWS, awsapi.Std, awsapi.Libraries); err != nil {
		t.Fatal(err)
	}
}

func TestBadLinesAreNamed(t *testing.T) {
	for line, want := range map[string]string{
		"aes.NewCipher":                  "what it does",
		"NewCipher key 0":                "import/path.Name",
		"crypto/aes.NewCipher key":       "want 1 words",
		"crypto/aes.NewCipher key first": `"first" is no parameter`,
		"crypto/aes.NewCipher burns 0":   `unknown verb "burns"`,
		"bytes.Clone copy 0 result":      "want FROM -> TO",
		"a.B source strong":              "only be followed by weak",
	} {
		_, err := summary.NewTable(line)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("NewTable(%q) = %v, want an error with %q", line, err, want)
		}
	}
}
