package envelope

import (
	_ "embed"
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/span"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

//go:embed doc.go
var docgo string

// Rule describes envelope.
var Rule = rule.Rule{
	Name:  "envelope",
	Title: "Envelope encryption used wrongly",
	CWE:   "CWE-310",
	URL:   "https://github.com/seed-38a4765b/secretlint/blob/main/docs/envelope.md",
	Page:  rule.Page(docgo),
	Categories: []rule.Category{
		{Name: "key-lost", Title: "the encrypted data key is thrown away", Severity: rule.Critical},
		{Name: "plain-key-stored", Title: "the plaintext data key is written beside what it encrypts", Severity: rule.Critical},
		{Name: "nonce", Title: "a nonce under a data key is constant or used again", Severity: rule.Critical},
		{Name: "weak-mode", Title: "a data key is used in ECB, or in a mode that does not authenticate", Severity: rule.High},
		{Name: "too-long", Title: "kms.Encrypt is given more than it takes", Severity: rule.High},
		{Name: "plain-parameter", Title: "a secret is put into Parameter Store in the clear", Severity: rule.High},
		{Name: "context-mismatch", Title: "the encryption contexts of encryption and decryption differ", Severity: rule.High},
		{Name: "not-decrypted", Title: "a secret parameter is fetched without decryption and used", Severity: rule.Medium},
		{Name: "key-reuse", Title: "a data key encrypts messages without a limit", Severity: rule.Medium},
		{Name: "unbounded", Title: "kms.Encrypt is given what can be of any size", Severity: rule.Low},
		{Name: "no-context", Title: "there is no encryption context", Severity: rule.Info},
		{Name: "no-key-id", Title: "kms.Decrypt is not told which key to use", Severity: rule.Info},
	},
}

// Analyzer is envelope with its default configuration, until its flags are set.
var (
	shared   = new(config)
	Analyzer = shared.analyzer()
)

// New returns an envelope of its own, with flags of its own.
func New() *analysis.Analyzer { return new(config).analyzer() }

// Relevant reports whether Analyzer can say anything about a package of these files, by
// their syntax alone.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return eval.Relevant(files, importedFacts) || importsCipher(files)
}

// A config is what an analyzer's flags say.
type config struct {
	names []string
}

func (conf *config) analyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "envelope",
		Doc:        Rule.Page,
		URL:        Rule.URL,
		Run:        conf.run,
		Requires:   []*analysis.Analyzer{eval.Analyzer},
		ResultType: reflect.TypeFor[*rule.Result](),
		FactTypes:  []analysis.Fact{new(Fact)},
	}
	a.Flags.Var((*lines)(conf), "names", "a `line` of what names of parameters say, such as \"secret acme pin\" or \"plain public token\"; may be repeated")
	return a
}

// lines is a flag that adds a line to what names say each time it is set.
type lines config

func (l *lines) String() string { return "" }

// Set takes a line in the form of package setting's table.
func (l *lines) Set(line string) error {
	if _, err := setting.NewNames(line); err != nil {
		return err
	}
	l.names = append(l.names, line)
	return nil
}

// A checker checks one package.
type checker struct {
	pass    *analysis.Pass
	e       *eval.Engine
	t       *table
	names   *setting.Names
	spans   *span.Files
	calls   []apiCall
	said    map[verb]bool // whether the package calls what the table says that of
	counted *bool         // whether anything in it counts, or looks at the time
	filled  map[ssa.Value]bool
	changed map[ssa.Value][]ssa.Instruction
	caches  []cacheEntry
	reports []rule.Report
	divert  func(finding) // takes findings in place of reports
}

func (conf *config) run(pass *analysis.Pass) (any, error) {
	result := new(rule.Result)
	program := pass.ResultOf[eval.Analyzer].(*eval.Shared)
	if eval.IsOpaque(pass) || !Relevant(pass.Files, len(pass.AllObjectFacts()) > 0) {
		return result, nil
	}
	c := &checker{pass: pass}
	if !usesService(pass.Pkg) && !importsCipher(pass.Files) && !c.hasFacts() {
		return result, nil
	}
	t, err := known()
	if err != nil {
		return nil, err
	}
	names, err := setting.NewNames(conf.names...)
	if err != nil {
		return nil, err
	}
	rule.Guard(pass, func() {
		err = program.With(func(e *eval.Engine) {
			c = &checker{pass: pass, e: e, t: t, names: names, spans: span.New(pass.Files), said: map[verb]bool{}, filled: map[ssa.Value]bool{}, changed: map[ssa.Value][]ssa.Instruction{}}
			c.check()
			c.export()
			result.Add(pass, c.reports)
		})
	})
	return result, err
}

// usesService reports whether a package imports KMS's or Parameter Store's client, or
// something that does: values of their types come from nowhere else.
func usesService(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool {
		return isService(p) || slices.ContainsFunc(p.Imports(), isService)
	})
}

func isService(pkg *types.Package) bool {
	path := match.Path(pkg)
	return match.IsUnder(path, awsapi.SDKPaths) && (strings.Contains(path, "/service/kms") || strings.Contains(path, "/service/ssm"))
}

func (c *checker) check() {
	c.calls = c.apiCalls()
	c.checkLimits()
	c.checkParameters()
	c.checkContexts()
	c.checkKeys()
}
