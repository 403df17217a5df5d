package driver

import (
	"fmt"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// guard changes the analyzers so that one that fails on a package reports that
// as the package's one diagnostic. To the checker an error in a package is one
// in all that import it, and a panic is the end.
func guard(analyzers []*analysis.Analyzer) {
	for _, a := range analyzers {
		a.Run = guarded(a, a.Run)
	}
}

func guarded(a *analysis.Analyzer, run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		defer func() {
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
