package keyzero

import (
	_ "embed"
	"go/ast"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
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

// Analyzer is keyzero with its default configuration, until its flags are set.
var (
	shared   = new(checker)
	Analyzer = shared.analyzer()
)

// Relevant reports whether Analyzer can say anything about a package of these
// files: whether it imports what deals in keys, imports a package with facts, or
// has a function that may wipe a slice that it is given. It looks at syntax
// alone, for it decides whether types are needed at all.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return shared.isRelevant(files, importedFacts)
}

// New returns a keyzero of its own, with flags of its own: -sources and -wipers
// each add a line to what it knows of functions, in the form of summary.Table.
func New() *analysis.Analyzer { return new(checker).analyzer() }

func (c *checker) analyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "keyzero",
		Doc:        Rule.Page,
		URL:        Rule.URL,
		Run:        c.run,
		Requires:   []*analysis.Analyzer{ssaflow.Analyzer},
		ResultType: reflect.TypeFor[*rule.Result](),
		FactTypes:  []analysis.Fact{new(summary.Func), new(summary.Wiped)},
	}
	a.Flags.Var(lines{c, "source"}, "sources", "a `function` whose first result is a key, or a Type.Field that carries one, as import/path.Name; may be repeated")
	a.Flags.Var(lines{c, "zero 0"}, "wipers", "a `function` that overwrites its first parameter, as import/path.Name; may be repeated")
	return a
}

// A checker is an analyzer's configuration.
type checker struct {
	extra []string // lines of summary.Table
	table sync.Once
	known *summary.Table
	err   error
}

// lines is a flag that adds a line to a checker's table each time it is set.
type lines struct {
	c    *checker
	verb string
}

func (l lines) String() string { return "" }

// Set takes one function or field by its name, or a line of summary.Table.
func (l lines) Set(s string) error {
	line := strings.TrimSpace(s)
	if len(strings.Fields(line)) == 1 {
		line += " " + l.verb
	}
	if _, err := summary.NewTable(line); err != nil {
		return err
	}
	l.c.extra = append(l.c.extra, line)
	return nil
}

func (c *checker) load() (*summary.Table, error) {
	c.table.Do(func() {
		texts := append([]string{awsapi.AWS, awsapi.Std, awsapi.Libraries}, c.extra...)
		c.known, c.err = summary.NewTable(texts...)
	})
	return c.known, c.err
}

func (c *checker) run(pass *analysis.Pass) (any, error) {
	if isOpaque(pass.Pkg) || !c.isRelevant(pass.Files, hasFacts(pass)) {
		return new(rule.Result), nil
	}
	table, err := c.load()
	if err != nil {
		return nil, err
	}
	result := new(rule.Result)
	program := pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Program)
	rule.Guard(pass, func() {
		program.With(func(pkg *ssaflow.Package) { check(newEngine(pass, pkg, table), result) })
	})
	return result, nil
}

func check(e *engine, result *rule.Result) {
	result.Add(e.pass, e.check())
	e.export()
	result.Settles = slices.Sorted(maps.Keys(e.wipedHere))
}

// hasFacts reports whether anything that the package imports has facts.
func hasFacts(pass *analysis.Pass) bool {
	return len(pass.AllObjectFacts()) > 0 || len(pass.AllPackageFacts()) > 0
}
