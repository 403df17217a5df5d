package unit

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/fix"
)

// A result is what one analyzer said of the unit.
type result struct {
	analyzer    *analysis.Analyzer
	value       any
	diagnostics []analysis.Diagnostic
	failed      bool // what the analyzer would have said is unknown; a diagnostic says why
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
			if in.failed {
				r.fail(t, fmt.Errorf("%s, which it requires, failed", required.Name))
			}
			inputs[required] = in.value
		}
		if !r.failed {
			runOne(newPass(c, t, known, r, inputs), t, r)
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

// runOne runs one pass. A panic or an error becomes a diagnostic, as an analyzer
// reports a failure of which it knows: a panic would take down every importer of
// this package with it.
func runOne(pass *analysis.Pass, t *typed, r *result) {
	defer func() {
		if cause := recover(); cause != nil {
			r.fail(t, cause)
		}
	}()
	value, err := r.analyzer.Run(pass)
	if err != nil {
		r.fail(t, err)
	}
	r.value = value
	for _, d := range r.diagnostics {
		r.failed = r.failed || d.Category == rule.InternalError
	}
}

func (r *result) fail(t *typed, cause any) {
	r.failed = true
	message := fmt.Sprintf("internal error: %v: please report it", cause)
	r.diagnostics = append(r.diagnostics, analysis.Diagnostic{
		Pos:      t.files[0].Package,
		Category: rule.InternalError,
		Message:  strings.Join(strings.Fields(message), " "),
	})
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
