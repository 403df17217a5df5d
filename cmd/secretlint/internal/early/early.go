// Package early ends a unit of go vet that needs nothing, before the rest of the
// program is initialised.
//
// The go command starts this program once for each package in the closure, and
// nearly all of these processes leave an empty file of facts and end. What they
// cost is what the packages linked in do before main. Packages are initialised
// one by one, each time the first in the order of import paths whose own imports
// are done ("Program initialization" in the Go specification). This package is
// done early because it imports syscall, packages that syscall imports, and a
// package that imports only these: most of a program imports package os, and has
// to wait for that. One more import here, of strings say, would put it behind
// hundreds of others.
//
// Linux alone tells a process its arguments without package os. Elsewhere the
// same units end in package unit, by the same decision.
package early

import "github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/scope"

// A Unit is as much of the go command's description of a unit as it takes to
// decide what is done with it. The fields are those of the description unless
// they say otherwise.
type Unit struct {
	ImportPath    string
	ModulePath    string
	ModuleVersion string
	VetxOnly      bool
	VetxOutput    string

	Leaf     bool // imports nothing that has export data: only "unsafe" and "C" are in ImportMap
	Archives bool // PackageFile names files of compiled packages
}

// Ends reports whether the unit is done when it has left an empty file of facts.
// deep are the modules that are read although they are not the user's own, and
// goVersion is that of the go command, or empty if it is not known.
func (u *Unit) Ends(deep []string, goVersion string) bool {
	return !u.Read(deep) && u.Compiled() && !u.LeavesTypes(goVersion)
}

// Read reports whether the unit's source is looked at: always if the user named
// the package. The go command does not say which module is the main one before
// Go 1.27, but only that has no version: even a module that is replaced by a
// directory keeps the version that go.mod requires.
func (u *Unit) Read(deep []string) bool {
	m := scope.Module{Path: u.ModulePath, Main: u.ModuleVersion == ""}
	return !u.VetxOnly || scope.Read(u.ImportPath, m, deep)
}

// Compiled reports whether the go command compiled what the unit imports. As
// of Go 1.26 it always does.
func (u *Unit) Compiled() bool { return u.Leaf || u.Archives }

// LeavesTypes reports whether the unit's types belong into its file of facts.
// They are of use where the go command does not compile, and a leaf's own
// description does not tell whether it does.
func (u *Unit) LeavesTypes(goVersion string) bool { return u.Leaf && !compiles(goVersion) }

// lastCompiling is the minor version of the latest Go release whose vet command
// is known to compile all packages.
const lastCompiling = 26

// compiles reports whether vet compiles in this version of the go command, which
// is as in "go1.26.8".
func compiles(goVersion string) bool {
	const major = "go1."
	if len(goVersion) <= len(major) || goVersion[:len(major)] != major {
		return false
	}
	minor, digits := 0, 0
	for _, c := range []byte(goVersion[len(major):]) {
		if c < '0' || c > '9' || digits == 3 {
			break
		}
		minor, digits = 10*minor+int(c-'0'), digits+1
	}
	return digits > 0 && minor <= lastCompiling
}
