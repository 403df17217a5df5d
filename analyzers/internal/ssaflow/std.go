package ssaflow

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// stdRoots are the first elements of the standard library's import paths.
var stdRoots = strings.Fields(`
	archive bufio builtin bytes cmp compress container context crypto database
	debug embed encoding errors expvar flag fmt go hash html image index internal
	io iter log maps math mime net os path plugin reflect regexp runtime slices
	sort strconv strings structs sync syscall testing text time unicode unique
	unsafe vendor weak cmd`)

// IsStd reports whether the pass's package is the standard library's, by its
// import path: it belongs to no module, or to one that no other can be named as.
func IsStd(pass *analysis.Pass) bool {
	if pass.Module != nil && pass.Module.Path != "" && pass.Module.Path != "std" {
		return false
	}
	root, _, _ := strings.Cut(pass.Pkg.Path(), "/")
	return slices.Contains(stdRoots, root)
}

// IsTest reports whether what is at pos is in a test file.
func IsTest(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}
