package eval

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// opensIn reports whether a value is decrypted and put to no other use.
func (e *Engine) opensIn(v ssa.Value) bool {
	u := e.Uses(v, false)
	return u.opens() && !u.Returned
}

// opens reports whether a value is decrypted, wherever it is, and nothing else.
func (u Uses) opens() bool { return u.Decrypted && u.Other == nil && len(u.Puts) == 0 }

// openedFields returns the exported fields of which that is true, for importers
// that fill them.
func (e *Engine) openedFields() []string {
	var fields []string
	scope := e.pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		s, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range s.Fields() {
			if f.Exported() && isTextual(f.Type()) && e.OpensField(f) {
				fields = append(fields, name+"."+f.Name())
			}
		}
	}
	return fields
}

// OpensField reports whether the package decrypts what is in a field, and does nothing
// else with it.
func (e *Engine) OpensField(f *types.Var) bool {
	reads := e.index.reads[f]
	if len(reads) == 0 {
		return false
	}
	u := &follower{e: e, callers: true, seen: map[any]bool{}}
	u.through(f, reads)
	return u.uses.opens()
}

// opened reports whether the package of a field of another package's type decrypts
// what is stored there, and does nothing else with it.
func (e *Engine) opened(owner *types.Named, f *types.Var) bool {
	fact := new(value.Opened)
	return f.Pkg() != nil && e.pass.ImportPackageFact(f.Pkg(), fact) &&
		slices.Contains(fact.Fields, owner.Obj().Name()+"."+f.Name())
}

// isTextual reports whether values of t are text, or bytes, or point to text.
func isTextual(t types.Type) bool { return isText(deref(t)) || match.IsBytes(t) }
