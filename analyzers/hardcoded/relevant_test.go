package hardcoded_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/hardcoded"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// TestRelevant: a file that has an expectation is relevant by itself, and one that
// has none, because all in it is right, needs no types.
func TestRelevant(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(checktest.TestData(t), "hardcoded", "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if base := filepath.Base(name); strings.HasSuffix(base, "_test.go") || base == "test_helpers.go" || filepath.Base(filepath.Dir(name)) == "configured" {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if want := hasExpectation(f); hardcoded.Relevant([]*ast.File{f}, false) != want {
			t.Errorf("%s: Relevant is %v", name, !want)
		}
	}
}

func hasExpectation(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(strings.TrimLeft(c.Text, "/* "), "want ") {
				return true
			}
		}
	}
	return false
}

// TestRelevantSources looks at statements one by one: most of a corpus is relevant
// for many reasons at once.
func TestRelevantSources(t *testing.T) {
	const id = `"AKIAQYLPMN5HHHFPZAM2"`
	for _, test := range []struct {
		imports, code string
		want          bool
	}{
		{"", `const c = "colour"`, false},
		{"", `const c = ` + id, true},
		{"", "const p = \"AKIA\"\nconst c = p + \"QYLPMN5HHHFPZAM2\"", true},
		{"", "const p = p + p\nconst q = q", false},
		{"", "type t struct { f int `key:\"AKIAQYLPMN5HHHFPZAM2\"` }", false},
		{"", `var _ = f("q8Zt3VnK7wLp2XsR9dYb")`, true}, // of a parameter that may be called a token
		{"", `var _ = f("https://example.com/api/v1/tokens?page=2")`, false},
		{"", `var contextKey = "aws:x-amz-cek-alg"`, false},
		{"", `var _ = "postgres://app:Tr0ub4dor3@db/orders"`, true},
		{"", `var _ = g("DB_PASSWORD", "Tr0ub4dor3")`, true},
		{"", `func f() { var x T; x.Password = "Tr0ub4dor3" }`, true},
		{`import _ "embed"`, "//go:embed key.pem\nvar key []byte", true},
		{`import _ "embed"`, "//go:embed sample.conf\nvar sample string", false},
		{`import _ "embed"`, "//go:embed sql/*.sql\nvar queries string", false},
		{`import "embed"`, "//go:embed key.pem\nvar files embed.FS", false},
		{`import _ "embed"`, ``, false},
		{`import "crypto/aes"`, `var _, _ = aes.NewCipher([]byte("sixteen byte key"))`, true},
		{`import "crypto/aes"`, `func f(key []byte) { aes.NewCipher(key) }`, false},
		{`import "crypto/aes"`, `var k = []byte{1, 2, 3, 4, 5, 6, 7, 8}`, true},
		{``, `var k = []byte{1, 2, 3, 4, 5, 6, 7, 8}`, false},
		{`import "github.com/aws/aws-sdk-go-v2/service/secretsmanager"`, `var _ = secretsmanager.CreateSecretInput{SecretString: aws.String("open sesame")}`, true},
		{`import "github.com/aws/aws-sdk-go-v2/service/secretsmanager"`, `var _ = secretsmanager.CreateSecretInput{Name: aws.String("open sesame")}`, false},
		{`import "github.com/aws/aws-sdk-go-v2/service/secretsmanager"`, `func f(in *T, s string) { in.SecretString = aws.String(s) }`, false},
		{`import "github.com/aws/aws-sdk-go-v2/service/secretsmanager"`, `func f(in *T) { in.SecretString = aws.String("open sesame") }`, true},
		{`import "github.com/aws/aws-sdk-go/service/secretsmanager"`, `func f(in *T) { in.SetSecretString("open sesame") }`, true},
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "p.go", "package p\n"+test.imports+"\n"+test.code, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if got := hardcoded.Relevant([]*ast.File{f}, false); got != test.want {
			t.Errorf("%s; %s: Relevant is %v", test.imports, test.code, got)
		}
	}
}
