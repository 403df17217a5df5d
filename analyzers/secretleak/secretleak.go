package secretleak

import (
	_ "embed"
	"go/ast"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/span"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

//go:embed doc.go
var docgo string

// Rule describes secretleak.
var Rule = rule.Rule{
	Name:  "secretleak",
	Title: "Secret leaves the program",
	CWE:   "CWE-532",
	URL:   "https://github.com/seed-38a4765b/secretlint/blob/main/docs/secretleak.md",
	Page:  rule.Page(docgo),
	Categories: []rule.Category{
		{Name: "logged", Title: "a secret is logged", Severity: rule.High},
		{Name: "printed", Title: "a secret is printed", Severity: rule.Medium},
		{Name: "panicked", Title: "a secret becomes part of a panic", Severity: rule.Medium},
		{Name: "in-error", Title: "a secret becomes part of an error", Severity: rule.Medium},
		{Name: "in-response", Title: "a secret is sent in a response", Severity: rule.High},
		{Name: "in-file", Title: "a secret is written to a file in the clear", Severity: rule.High},
		{Name: "in-argument", Title: "a secret becomes an argument of a command", Severity: rule.High},
		{Name: "in-url", Title: "a secret becomes part of a URL", Severity: rule.Medium},
		{Name: "in-telemetry", Title: "a secret is recorded in telemetry", Severity: rule.High},
		{Name: "unfinished", Title: "what is shown could not be followed to its end", Severity: rule.Info},
	},
}

// Analyzer is secretleak with its default configuration, until its flags are set.
var Analyzer = (&config{sources: eval.Default}).analyzer(eval.Analyzer)

// New returns a secretleak of its own, with flags of its own.
func New() *analysis.Analyzer {
	conf := &config{sources: eval.NewSources()}
	return conf.analyzer(eval.NewAnalyzer(conf.sources))
}

// Relevant reports whether Analyzer can say anything about a package of these files, by
// their syntax alone.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return eval.Relevant(files, importedFacts)
}

func (conf *config) analyzer(values *analysis.Analyzer) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "secretleak",
		Doc:        Rule.Page,
		URL:        Rule.URL,
		Run:        func(pass *analysis.Pass) (any, error) { return conf.run(pass, values) },
		Requires:   []*analysis.Analyzer{values},
		ResultType: reflect.TypeFor[*rule.Result](),
		FactTypes:  []analysis.Fact{new(Fact)},
	}
	conf.flags(&a.Flags)
	return a
}

// A checker checks one package.
type checker struct {
	pass        *analysis.Pass
	e           *eval.Engine
	names       *setting.Names
	table       *table
	credentials []string
	handlers    map[*ssa.Function]bool
	found       *eval.Memo[*ssa.Function, found]
	facts       map[*types.Func]*Fact // of other packages' functions
	methods     *eval.Methods         // those of them that are methods
	spans       *span.Files
}

func (conf *config) run(pass *analysis.Pass, values *analysis.Analyzer) (any, error) {
	result := new(rule.Result)
	program := pass.ResultOf[values].(*eval.Shared)
	if !program.Relevant {
		return result, nil
	}
	names, err := setting.NewNames(conf.names...)
	if err != nil {
		return nil, err
	}
	table, err := sinks()
	if err != nil {
		return nil, err
	}
	rule.Guard(pass, func() {
		err = program.With(func(e *eval.Engine) {
			c := &checker{
				pass: pass, e: e, names: names, table: table, credentials: conf.credentials,
				found: eval.NewMemo[*ssa.Function, found](), facts: map[*types.Func]*Fact{},
				methods: eval.NewMethods(), spans: span.New(pass.Files),
			}
			c.importFacts()
			c.handlers = c.findHandlers()
			result.Add(pass, c.check())
			c.export()
		})
	})
	return result, err
}

func (c *checker) importFacts() {
	for _, f := range c.pass.AllObjectFacts() {
		fn, isFunc := f.Object.(*types.Func)
		fact, isOurs := f.Fact.(*Fact)
		if isFunc && isOurs && fn.Pkg() != c.pass.Pkg {
			c.facts[fn] = fact
			c.methods.Add(fn)
		}
	}
}
