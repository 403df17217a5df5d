// Package scope says which packages secretlint reads. It imports as little as
// package early, for which it decides before most packages are initialised.
package scope

import "slices"

// opaque are the modules of the AWS SDKs. Tables in the analyzers say what
// their functions do: their generated code reads every field of every result,
// so that what it would teach is wrong.
var opaque = []string{"github.com/aws/aws-sdk-go", "github.com/aws/aws-sdk-go-v2"}

// A Module is what a driver knows of a package's module.
type Module struct {
	Path string // empty for the standard library and for files named on a command line
	Main bool   // the main module, or one of the workspace
}

// Read reports whether a package's source is read for what its functions do
// with secrets when some checked package imports it. deep are the modules that
// the user wants read although they are not the user's own.
func Read(importPath string, m Module, deep []string) bool {
	if m.Path == "" || Opaque(importPath) {
		return false
	}
	return m.Main || slices.Contains(deep, m.Path)
}

// Opaque reports whether a package belongs to an AWS SDK.
func Opaque(importPath string) bool {
	return slices.ContainsFunc(opaque, func(module string) bool {
		n := len(module)
		return len(importPath) >= n && importPath[:n] == module && (len(importPath) == n || importPath[n] == '/')
	})
}
