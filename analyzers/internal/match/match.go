// Package match names types and functions by strings, as tables and users
// write them: "crypto/aes.NewCipher", "encoding/base64.Encoding.EncodeToString".
// A method is named by its receiver's type without the pointer, and a
// package by its import path without the directory that vendors it.
package match

import (
	"go/types"
	"strings"
)

// Path returns the import path by which p is known where it is not vendored.
// A nil package, which predeclared objects have, has the path "".
func Path(p *types.Package) string {
	if p == nil {
		return ""
	}
	if i := strings.LastIndex(p.Path(), "/vendor/"); i >= 0 {
		return p.Path()[i+len("/vendor/"):]
	}
	return strings.TrimPrefix(p.Path(), "vendor/")
}

// IsUnder reports whether an import path is one of these, or below one.
func IsUnder(path string, roots []string) bool {
	for _, root := range roots {
		if rest, ok := strings.CutPrefix(path, root); ok && (rest == "" || rest[0] == '/') {
			return true
		}
	}
	return false
}

// Func returns the name of a function or method.
func Func(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		if named := Named(recv.Type()); named != nil {
			return Type(named) + "." + name
		}
	}
	return Path(fn.Pkg()) + "." + name
}

// Type returns the name of a defined type, without type arguments.
func Type(t *types.Named) string {
	return Path(t.Obj().Pkg()) + "." + t.Obj().Name()
}

// Named returns the defined type that t is or points to, and nil if there is
// none.
func Named(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, _ := t.(*types.Named)
	return named
}

// IsBytes reports whether values of t hold bytes that a program can overwrite:
// slices and arrays of bytes, and pointers to them.
func IsBytes(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return isByte(u.Elem())
	case *types.Array:
		return isByte(u.Elem())
	case *types.Pointer:
		_, nested := u.Elem().Underlying().(*types.Pointer)
		return !nested && IsBytes(u.Elem())
	}
	return false
}

// IsSequence reports whether t is a slice, an array or a pointer to one, or a
// type parameter that stands for slices: what a loop or clear overwrites.
func IsSequence(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice, *types.Array:
		return true
	case *types.Pointer:
		_, ok := u.Elem().Underlying().(*types.Array)
		return ok
	case *types.Interface:
		return isSliceConstraint(u)
	}
	return false
}

func isSliceConstraint(u *types.Interface) bool {
	for i := range u.NumEmbeddeds() {
		union, ok := u.EmbeddedType(i).(*types.Union)
		if !ok || union.Len() == 0 {
			return false
		}
		for term := range union.Terms() {
			if _, ok := term.Type().Underlying().(*types.Slice); !ok {
				return false
			}
		}
	}
	return u.NumEmbeddeds() > 0
}

// IsByteArray reports whether t is an array of bytes, whose values are copied
// when they are assigned.
func IsByteArray(t types.Type) bool {
	a, ok := t.Underlying().(*types.Array)
	return ok && isByte(a.Elem())
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// IsError reports whether t is the predeclared type error.
func IsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}
