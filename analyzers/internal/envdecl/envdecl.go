// Package envdecl finds the environment variables that a package tells a
// library to read: in struct tags, in the flags of command lines, and in calls.
// Libraries are known by their import paths; none is needed to look.
//
// A package is looked at by itself. A key that is asked of viper or koanf counts
// only where the same package lets them look at the environment; and of a struct
// that another package hands to a library, the tags alone are known.
package envdecl

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

// A Decl is an environment variable that a library is told to read.
type Decl struct {
	// Pos and End are those of the tag, or of the string that names the
	// variable; of a field without a tag, those of its name.
	Pos, End token.Pos
	// Name is that of the variable, as far as the package tells. A prefix that
	// is only known when the program runs is left out.
	Name string
	// Library is the import path of the library, or "" where the tag of a
	// struct is all that tells.
	Library string
	// Field is what the variable is read into, or nil if that is no field.
	Field *types.Var
	// What says what has the variable: "field Password", "flag token", "key db.password".
	What string
	// Path is set if the library takes the variable's value for the name of a
	// file, and reads that.
	Path bool
}

// Find returns the declarations in all files of a package, tests included, in
// the order of their positions, and those at one position by name.
func Find(pass *analysis.Pass) []Decl {
	f := &finder{pass: pass, imports: imports(pass.Pkg)}
	f.readStructs()
	f.readCalls()
	slices.SortStableFunc(f.decls, func(a, b Decl) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Name, b.Name))
	})
	return slices.CompactFunc(f.decls, func(a, b Decl) bool { return a.Pos == b.Pos && a.Name == b.Name })
}

type finder struct {
	pass    *analysis.Pass
	imports map[string]bool
	decls   []Decl
}

func imports(pkg *types.Package) map[string]bool {
	paths := map[string]bool{}
	for _, p := range pkg.Imports() {
		paths[match.Path(p)] = true
	}
	return paths
}

// first returns the first of these that the package imports, or "".
func (f *finder) first(paths []string) string {
	for _, path := range paths {
		if f.imports[path] {
			return path
		}
	}
	return ""
}

// declare adds a declaration by an expression whose value is the name.
func (f *finder) declare(at ast.Node, name, library, what string) {
	if isName(name) {
		f.decls = append(f.decls, Decl{Pos: at.Pos(), End: at.End(), Name: name, Library: library, What: what})
	}
}

// text returns the value of a constant string.
func (f *finder) text(e ast.Expr) (string, bool) {
	v := f.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// isName reports whether a shell could set a variable of this name.
func isName(s string) bool {
	for i, c := range s {
		isLetter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
		if !isLetter && (i == 0 || c < '0' || '9' < c) {
			return false
		}
	}
	return s != ""
}

// isUpperName reports whether s is written as variables usually are.
func isUpperName(s string) bool {
	for _, c := range s {
		if 'a' <= c && c <= 'z' {
			return false
		}
	}
	return isName(s)
}
