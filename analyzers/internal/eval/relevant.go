package eval

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// Relevant reports whether a package of these files can matter to those who ask
// about secrets or the environment: whether it imports what gives access to either,
// or, as importedFacts tells, anything that has facts. It looks at syntax alone.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return importedFacts || slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool {
			path, err := strconv.Unquote(s.Path.Value)
			return err == nil && (environmentPackages()[path] || match.IsUnder(path, awsapi.SDKPaths))
		})
	})
}

// environmentPackages are those that the table of environments names.
var environmentPackages = sync.OnceValue(func() map[string]bool {
	packages := map[string]bool{"os": true, "syscall": true, "os/exec": true}
	for line := range strings.Lines(awsapi.Environment) {
		name, _, _ := strings.Cut(line, " ")
		slash := strings.LastIndexByte(name, '/')
		if dot := strings.IndexByte(name[slash+1:], '.'); dot > 0 && name[0] != '#' {
			packages[name[:slash+1+dot]] = true
		}
	}
	return packages
})

// IsOpaque reports whether a package is the standard library's or the SDK's own:
// tables say what those do.
func IsOpaque(pass *analysis.Pass) bool {
	return ssaflow.IsStd(pass) || match.IsUnder(pass.Pkg.Path(), awsapi.SDKPaths)
}
