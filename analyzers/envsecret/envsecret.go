package envsecret

import (
	"cmp"
	_ "embed"
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/envdecl"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/span"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

//go:embed doc.go
var docgo string

// Rule describes envsecret.
var Rule = rule.Rule{
	Name:  "envsecret",
	Title: "Secret in the environment in the clear",
	CWE:   "CWE-526",
	URL:   "https://github.com/seed-38a4765b/secretlint/blob/main/docs/envsecret.md",
	Page:  rule.Page(docgo),
	Categories: []rule.Category{
		{Name: "read", Title: "a secret is read from the environment in the clear", Severity: rule.Medium},
		{Name: "put-name", Title: "what is called a secret is put into an environment", Severity: rule.Medium},
		{Name: "put-secret", Title: "a secret that was fetched or decrypted is put into an environment", Severity: rule.High},
		{Name: "put-literal", Title: "a literal secret is put into an environment", Severity: rule.Critical},
		{Name: "aws-credentials", Title: "AWS's own credential variables are read or set", Severity: rule.Low},
		{Name: "deployed-literal", Title: "a file that deploys the program has a literal secret", Severity: rule.Critical},
		{Name: "deployed-name", Title: "a file that deploys the program has what is called a secret", Severity: rule.Medium},
		{Name: "deployed-copy", Title: "a secret is copied to where more can read it", Severity: rule.Info},
	},
}

// Analyzer is envsecret with its default configuration, until its flags are set.
var (
	shared   = new(config)
	Analyzer = shared.analyzer()
)

// New returns an envsecret of its own, with flags of its own.
func New() *analysis.Analyzer { return new(config).analyzer() }

// Relevant reports whether Analyzer can say anything about a package of these
// files, by their syntax alone.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return eval.Relevant(files, importedFacts) || envdecl.Relevant(files)
}

// Judge returns the judge of settings that Analyzer's flags configure, for the
// files that deploy a program.
func Judge() (*setting.Judge, error) { return shared.judge() }

func (conf *config) analyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "envsecret",
		Doc:        Rule.Page,
		URL:        Rule.URL,
		Run:        conf.run,
		Requires:   []*analysis.Analyzer{eval.Analyzer},
		ResultType: reflect.TypeFor[*rule.Result](),
		FactTypes:  []analysis.Fact{new(Fact)},
	}
	a.Flags.Var((*lines)(conf), "names", "a `line` of what names say, such as \"secret acme pin\" or \"plain public token\"; may be repeated")
	a.Flags.StringVar(&conf.gitleaks, "gitleaks", "", "a `file` of gitleaks rules to use in place of gitleaks' own")
	return a
}

// A checker checks one package.
type checker struct {
	pass    *analysis.Pass
	e       *eval.Engine
	judges  *setting.Judge
	sinks   map[string]sink
	found   *eval.Memo[*ssa.Function, found]
	facts   map[*types.Func]*Fact    // of other packages' functions
	methods map[string][]*types.Func // those of them that are methods, by name
	spans   *span.Files
}

func (conf *config) run(pass *analysis.Pass) (any, error) {
	result := new(rule.Result)
	program := pass.ResultOf[eval.Analyzer].(*eval.Shared)
	if !program.Relevant && !envdecl.Relevant(pass.Files) {
		return result, nil
	}
	judges, err := conf.judge()
	if err != nil {
		return nil, err
	}
	table, err := sinks()
	if err != nil {
		return nil, err
	}
	rule.Guard(pass, func() {
		decls := declared(pass, judges.Names)
		if !program.Relevant && len(decls) == 0 {
			return
		}
		err = program.With(func(e *eval.Engine) {
			c := &checker{
				pass: pass, e: e, judges: judges, sinks: table,
				found: eval.NewMemo[*ssa.Function, found](), facts: map[*types.Func]*Fact{},
				methods: map[string][]*types.Func{}, spans: span.New(pass.Files),
			}
			c.importFacts()
			c.run(decls, result)
		})
	})
	return result, err
}

func (c *checker) run(decls []envdecl.Decl, result *rule.Result) {
	result.Add(c.pass, append(c.check(), c.reportDeclared(decls)...))
	c.export()
}

func (c *checker) importFacts() {
	for _, f := range c.pass.AllObjectFacts() {
		fn, isFunc := f.Object.(*types.Func)
		fact, isOurs := f.Fact.(*Fact)
		if isFunc && isOurs && fn.Pkg() != c.pass.Pkg {
			c.facts[fn] = fact
			if fn.Signature().Recv() != nil {
				c.methods[fn.Name()] = append(c.methods[fn.Name()], fn)
			}
		}
	}
	for _, named := range c.methods {
		slices.SortFunc(named, func(a, b *types.Func) int { return cmp.Compare(a.FullName(), b.FullName()) })
	}
}
