package driver

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// guard changes the analyzers so that one that fails on a package reports that
// as the package's one diagnostic. To the checker an error in a package is one
// in all that import it, and a panic is the end.
//
// The checker also starts every package that it can at once. Running as many as
// there are processors keeps few of them in memory in SSA form together. A pass
// runs once those that it depends on have, so it never waits for one in here.
func guard(analyzers []*analysis.Analyzer) {
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for a := range withRequired(analyzers) {
		a.Run = guarded(a, a.Run, free)
	}
}

// withRequired returns the analyzers and all that they require.
func withRequired(analyzers []*analysis.Analyzer) map[*analysis.Analyzer]bool {
	all := make(map[*analysis.Analyzer]bool)
	var add func([]*analysis.Analyzer)
	add = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if !all[a] {
				all[a] = true
				add(a.Requires)
			}
		}
	}
	add(analyzers)
	return all
}

func guarded(a *analysis.Analyzer, run func(*analysis.Pass) (any, error), free chan struct{}) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		free <- struct{}{}
		defer func() {
			<-free
			cause := recover()
			if cause == nil && err != nil {
				cause = err
			}
			if cause != nil {
				result, err = zero(a.ResultType), nil
				pass.Report(failure(pass, cause))
			}
		}()
		return run(pass)
	}
}

func failure(pass *analysis.Pass, cause any) analysis.Diagnostic {
	message := fmt.Sprintf("internal error: %s: %v: please report it", pass.Analyzer.Name, cause)
	d := analysis.Diagnostic{
		Category: rule.InternalError,
		Message:  strings.Join(strings.Fields(message), " "),
	}
	if len(pass.Files) > 0 {
		d.Pos = pass.Files[0].Package
	}
	return d
}

func zero(t reflect.Type) any {
	if t == nil {
		return nil
	}
	return reflect.Zero(t).Interface()
}
