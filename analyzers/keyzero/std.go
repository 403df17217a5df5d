package keyzero

import (
	"slices"
	"strings"
)

// stdRoots are the first elements of the standard library's import paths.
var stdRoots = strings.Fields(`
	archive bufio builtin bytes cmp compress container context crypto database
	debug embed encoding errors expvar flag fmt go hash html image index internal
	io iter log maps math mime net os path plugin reflect regexp runtime slices
	sort strconv strings structs sync syscall testing text time unicode unique
	unsafe vendor weak cmd`)

// isStd reports whether a package that belongs to no module is the standard
// library's, by its import path.
func isStd(path string) bool {
	root, _, _ := strings.Cut(path, "/")
	return slices.Contains(stdRoots, root)
}
