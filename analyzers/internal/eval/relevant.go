package eval

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// Relevant reports whether a package of these files can matter to those who ask about
// secrets or the environment: whether it has a function that can pass on what it is
// given, or, as importedFacts tells, imports anything that has facts. It looks at syntax
// alone. A getter matters as much as what fetches the secret, wherever it is declared.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return importedFacts || slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Decls, func(d ast.Decl) bool {
			switch d := d.(type) {
			case *ast.FuncDecl:
				return d.Body != nil
			case *ast.GenDecl:
				return d.Tok == token.VAR
			}
			return false
		})
	})
}

// IsOpaque reports whether a package is the standard library's or the SDK's own:
// tables say what those do.
func IsOpaque(pass *analysis.Pass) bool {
	return ssaflow.IsStd(pass) || match.IsUnder(pass.Pkg.Path(), awsapi.SDKPaths)
}
