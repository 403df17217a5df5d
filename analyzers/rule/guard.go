package rule

import (
	"bytes"
	"fmt"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
)

// Guard runs a pass's work and turns a panic into a diagnostic of category
// InternalError: under `go vet`, a pass that fails on one package takes every
// package that imports it down.
func Guard(pass *analysis.Pass, work func()) {
	defer func() {
		if r := recover(); r != nil && len(pass.Files) > 0 {
			pass.Report(analysis.Diagnostic{
				Pos:      pass.Files[0].Package,
				Category: InternalError,
				Message:  fmt.Sprintf("internal error: %v at %s: please report it", r, panicSite(debug.Stack())),
			})
		}
	}()
	work()
}

// panicSite returns the place in this module where the panic began, from the
// text of a stack: the first frame below that of the panic itself.
func panicSite(stack []byte) string {
	_, after, _ := bytes.Cut(stack, []byte("panic("))
	for line := range bytes.Lines(after) {
		if i := bytes.LastIndex(line, []byte("analyzers/")); i >= 0 && line[0] == '\t' {
			site, _, _ := bytes.Cut(line[i:], []byte(" "))
			return string(site)
		}
	}
	return "an unknown place"
}
