package eval

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
)

// sourcePackages are import paths whose importers can get at secrets or at the
// environment.
var sourcePackages = []string{"os", "os/exec", "syscall"}

// Relevant reports whether a package of these files can matter to those who ask
// about secrets or the environment. It looks at syntax alone. importedFacts tells
// whether anything that the package imports has facts.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return importedFacts || slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool {
			path, err := strconv.Unquote(s.Path.Value)
			return err == nil && (slices.Contains(sourcePackages, path) || isSDK(path))
		})
	})
}

// IsOpaque reports whether a package is the SDK's own: tables say what it does.
func IsOpaque(pkg *types.Package) bool { return isSDK(pkg.Path()) }

func isSDK(path string) bool {
	return slices.ContainsFunc(awsapi.SDKPaths, func(sdk string) bool {
		return path == sdk || strings.HasPrefix(path, sdk+"/")
	})
}
