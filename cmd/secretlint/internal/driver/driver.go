// Package driver is secretlint as a command: it loads the packages that the
// user names, from source, and takes of everything else the types alone, from
// the compiler's export data.
//
// Facts come from source too. The packages that those named depend on are
// therefore loaded from source where they are the user's own, or belong to a
// module that the configuration calls deep. This is what `go vet` learns as
// well, so both find the same.
package driver

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

// Options say what to check.
type Options struct {
	Analyzers []*analysis.Analyzer
	Rules     []*rule.Rule // those that the analyzers check
	Patterns  []string     // as of the go command
	Tags      string       // build tags, separated by commas
	Deep      []string     // modules to read from source

	// Tests adds the packages' tests. Findings in what a package and its test
	// variant share are reported once.
	Tests bool

	// Progress, if set, is told what is being done.
	Progress func(string)
}

// ErrNothing is the error when there is nothing to check: no package matches,
// or there is no module here.
var ErrNothing = errors.New("nothing to check")

// gcPercent trades memory for time: most of what is loaded stays until the end,
// so that early collections find little.
const gcPercent = 400

// What is built while packages are checked does not stay, and need not be kept in
// hand: beyond this, or three times what was loaded, it is collected.
const memoryLimit = 1 << 30

func limitMemory() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetMemoryLimit(max(memoryLimit, 3*int64(m.HeapAlloc)))
}

// Run checks the packages and hands what it finds to h, unsorted and without
// flushing it. What could not be checked becomes a problem and does not keep
// the rest from being checked. The error wraps ErrNothing when nothing was.
func Run(o Options, h finding.Handler) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	o.progress("loading packages")
	loaded, err := o.load()
	if err != nil {
		return err
	}
	limitMemory()
	o.progress(fmt.Sprintf("checking %d packages", len(loaded.named)))
	run := &run{
		rules:    byName(o.Rules),
		named:    loaded.named,
		problems: loaded.problems(),
	}
	if err := run.analyze(o.Analyzers, loaded.sound()); err != nil {
		return err
	}
	return finding.Hand(run.findings, run.problems, h)
}

func (o Options) progress(what string) {
	if o.Progress != nil {
		o.Progress(what)
	}
}

func byName(rules []*rule.Rule) map[string]*rule.Rule {
	m := make(map[string]*rule.Rule)
	for _, r := range rules {
		m[r.Name] = r
	}
	return m
}

// relative returns the name that findings have for a file: relative to the
// working directory, with forward slashes.
func relative(file string) string {
	cwd, err := os.Getwd()
	if err != nil || !filepath.IsAbs(file) {
		return filepath.ToSlash(file)
	}
	if rel, err := filepath.Rel(cwd, file); err == nil {
		file = rel
	}
	return filepath.ToSlash(file)
}

// A run collects what the analyzers say.
type run struct {
	rules    map[string]*rule.Rule
	named    map[*packages.Package]bool // others are analyzed for their facts
	settled  map[string]bool            // what packages settle for others
	findings []*finding.Finding
	problems []*finding.Problem
}

func (r *run) analyze(analyzers []*analysis.Analyzer, pkgs []*packages.Package) error {
	if len(pkgs) == 0 || len(analyzers) == 0 {
		return nil
	}
	guard(analyzers)
	graph, err := checker.Analyze(analyzers, pkgs, nil)
	if err != nil {
		return fmt.Errorf("analyze: %w", err)
	}
	r.settled = settled(graph)
	for act := range graph.All() {
		r.add(act)
	}
	return nil
}

// settled returns what the analyzed packages settle for each other.
func settled(graph *checker.Graph) map[string]bool {
	names := map[string]bool{}
	for act := range graph.All() {
		if result, ok := act.Result.(*rule.Result); ok {
			for _, name := range result.Settles {
				names[name] = true
			}
		}
	}
	return names
}

// add collects what one analyzer said of one package: of those that the user
// did not name, only that the analyzer failed.
func (r *run) add(act *checker.Action) {
	if act.Err != nil {
		r.problems = append(r.problems, &finding.Problem{Package: act.Package.PkgPath, Message: act.Err.Error()})
		return
	}
	checked := r.rules[act.Analyzer.Name]
	if checked == nil {
		return // a pass that rules share
	}
	result, _ := act.Result.(*rule.Result)
	if result == nil {
		result = new(rule.Result)
	}
	pass := finding.Pass{
		Rule:        checked,
		Package:     act.Package.PkgPath,
		Fset:        act.Package.Fset,
		Files:       act.Package.Syntax,
		Diagnostics: act.Diagnostics,
		Details:     result.Details,
		Settled:     r.settled,
		Name:        relative,
	}
	findings, problems := pass.Findings()
	if r.named[act.Package] {
		r.findings = append(r.findings, findings...)
	}
	r.problems = append(r.problems, problems...)
}
