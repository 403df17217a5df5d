package unit

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/fix"
)

// A result is what one analyzer said of the unit.
type result struct {
	analyzer    *analysis.Analyzer
	value       any
	diagnostics []analysis.Diagnostic
	err         error // the analyzer failed: what it would have said is unknown
	reported    bool  // the analyzer itself reported err, as a diagnostic
}

// analyze runs the analyzers, and before each what it requires, and returns
// their results in the same order.
//
// They run one after the other: the go command runs as many units at once as
// there are processors.
func analyze(c *cfg, t *typed, known *facts, analyzers []*analysis.Analyzer) []*result {
	done := make(map[*analysis.Analyzer]*result)
	var run func(*analysis.Analyzer) *result
	run = func(a *analysis.Analyzer) *result {
		if r, ok := done[a]; ok {
			return r
		}
		inputs := make(map[*analysis.Analyzer]any)
		r := &result{analyzer: a}
		for _, required := range a.Requires {
			in := run(required)
			if in.err != nil {
				r.err = in.err
			}
			inputs[required] = in.value
		}
		if r.err == nil {
			runOne(newPass(c, t, known, r, inputs), r)
		}
		done[a] = r
		return r
	}
	var results []*result
	for _, a := range analyzers {
		results = append(results, run(a))
	}
	return results
}

// runOne runs one pass. A panic, and a failure that the analyzer itself
// reports, become the error: a panic would take down every importer of this
// package with it.
func runOne(pass *analysis.Pass, r *result) {
	defer func() {
		if cause := recover(); cause != nil {
			if os.Getenv("SECRETLINT_DEBUG") != "" {
				debug.PrintStack()
			}
			r.err = fmt.Errorf("%v", cause)
		}
	}()
	r.value, r.err = r.analyzer.Run(pass)
	for _, d := range r.diagnostics {
		if d.Category == rule.InternalError {
			r.err, r.reported = errors.New(d.Message), true
		}
	}
}

func newPass(c *cfg, t *typed, known *facts, r *result, inputs map[*analysis.Analyzer]any) *analysis.Pass {
	pass := &analysis.Pass{
		Analyzer:     r.analyzer,
		Fset:         t.fset,
		Files:        t.files,
		OtherFiles:   c.NonGoFiles,
		IgnoredFiles: c.IgnoredFiles,
		Pkg:          t.pkg,
		TypesInfo:    t.info,
		TypesSizes:   t.sizes,
		ResultOf:     inputs,
		Module:       &analysis.Module{Path: c.ModulePath, Version: c.ModuleVersion, GoVersion: c.GoVersion},
		Report: func(d analysis.Diagnostic) {
			// A finding is worth more than its fix.
			d.SuggestedFixes = slices.DeleteFunc(d.SuggestedFixes, func(f analysis.SuggestedFix) bool {
				return fix.Check(t.fset, f) != nil
			})
			r.diagnostics = append(r.diagnostics, d)
		},
	}
	pass.ReadFile = func(name string) ([]byte, error) { return readOwn(pass, name) }
	known.bind(pass)
	return pass
}

// readOwn reads a file of the package and no other: what an analyzer says of a
// package is kept for as long as the package's files stay the same.
func readOwn(pass *analysis.Pass, name string) ([]byte, error) {
	own := slices.Contains(pass.OtherFiles, name) || slices.Contains(pass.IgnoredFiles, name)
	for _, f := range pass.Files {
		own = own || pass.Fset.File(f.FileStart).Name() == name
	}
	if !own {
		return nil, fmt.Errorf("%s is not a file of package %s", name, pass.Pkg.Path())
	}
	return os.ReadFile(name)
}

// forFacts returns the analyzers that can leave a fact behind, themselves or
// through one that they require.
func forFacts(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	return slices.DeleteFunc(slices.Clone(analyzers), func(a *analysis.Analyzer) bool {
		return len(a.FactTypes) == 0 && len(forFacts(a.Requires)) == 0
	})
}
