package hardcoded

import (
	_ "embed"
	"go/ast"
	"reflect"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

//go:embed doc.go
var docgo string

// Rule describes hardcoded.
var Rule = rule.Rule{
	Name:  "hardcoded",
	Title: "Secret in source code",
	CWE:   "CWE-798",
	URL:   "https://github.com/seed-38a4765b/secretlint/blob/main/docs/hardcoded.md",
	Page:  rule.Page(docgo),
	Categories: []rule.Category{
		{Name: specific, Title: "a constant has the form of a known kind of secret", Severity: rule.Critical},
		{Name: sdkField, Title: "a constant is given to AWS as a secret", Severity: rule.Critical},
		{Name: embedded, Title: "a file with a secret is built into the program", Severity: rule.Critical},
		{Name: cryptoKey, Title: "a constant is used as a key", Severity: rule.High},
		{Name: connection, Title: "a connection string has a password in it", Severity: rule.High},
		{Name: generic, Title: "a constant is called a secret and looks like one", Severity: rule.High},
	},
}

// The categories.
const (
	specific   = "literal"
	sdkField   = "sdk-field"
	embedded   = "embedded-file"
	cryptoKey  = "crypto-key"
	connection = "connection-string"
	generic    = "generic"
)

// Analyzer is hardcoded with its default configuration, until its flags are set.
var (
	shared   = new(checker)
	Analyzer = shared.analyzer()
)

// Relevant reports whether Analyzer can say anything about a package of these
// files, by its syntax: whether a string in them could be a secret, or a constant
// is given to what takes one. Facts do not matter to it.
func Relevant(files []*ast.File, _ bool) bool {
	return shared.isRelevant(files)
}

// Configured returns what is wrong with the files that Analyzer's flags name, in a
// line that says which, and of the rule where it is about one.
func Configured() error {
	_, err := shared.loadScanner()
	return err
}

// Check returns what is wrong with a file of gitleaks' own, a configuration or a list
// of fingerprints, as Configured does.
func Check(file string) error {
	o := literal.Options{Config: file}
	if !strings.HasSuffix(file, ".toml") {
		o = literal.Options{Ignore: file}
	}
	_, err := literal.New(o)
	return err
}

// New returns a hardcoded of its own, with flags of its own.
func New() *analysis.Analyzer { return new(checker).analyzer() }

func (c *checker) analyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "hardcoded",
		Doc:        Rule.Page,
		URL:        Rule.URL,
		Run:        c.run,
		ResultType: reflect.TypeFor[*rule.Result](),
	}
	a.Flags.StringVar(&c.options.Config, "gitleaks", "", "gitleaks' configuration, a `file` such as .gitleaks.toml")
	a.Flags.StringVar(&c.options.Ignore, "gitleaksignore", "", "a `file` of gitleaks' fingerprints of findings to leave out, such as .gitleaksignore")
	a.Flags.BoolVar(&c.tests, "tests", false, "check test files and packages that support tests, too")
	return a
}

// A checker is an analyzer's configuration, and what it needs only where there is
// something to judge.
type checker struct {
	options literal.Options
	tests   bool

	scan    sync.Once
	scanner *literal.Scanner
	err     error

	read  sync.Once
	names *setting.Names
}

func (c *checker) loadScanner() (*literal.Scanner, error) {
	c.scan.Do(func() { c.scanner, c.err = literal.New(c.options) })
	return c.scanner, c.err
}

// meaning returns what a name says.
func (c *checker) meaning(name string) setting.Meaning {
	c.read.Do(func() { c.names, _ = setting.NewNames() }) // only lines of a user's own fail
	return c.names.Of(name)
}

func (c *checker) run(pass *analysis.Pass) (any, error) {
	result := new(rule.Result)
	if !c.tests && isTestSupport(pass) {
		return result, nil
	}
	files := c.files(pass)
	scanner, err := c.loadScanner()
	if err != nil {
		return nil, err
	}
	rule.Guard(pass, func() {
		if !c.isRelevant(files) {
			return
		}
		p := newPackage(c, pass, scanner)
		for _, f := range files {
			p.checkFile(f)
		}
		result.Add(pass, p.reports())
	})
	return result, nil
}
