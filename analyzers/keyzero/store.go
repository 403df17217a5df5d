package keyzero

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// store returns the field that holds what is at l: the last on the way there that
// is not one of the SDK's own outputs. Those have one field for every key there
// is, and what is done with one says nothing of another.
func (e *engine) store(l ssaflow.Loc) (f ssaflow.Field, ok bool) {
	for _, f := range l.Fields() {
		if f.Owner != nil && !e.isSource(f) {
			return f, true
		}
	}
	return ssaflow.Field{}, false
}

// isSource reports whether f is a field that carries a key when its struct is
// returned by a call.
func (e *engine) isSource(f ssaflow.Field) bool {
	for _, known := range e.table.Fields(f.Owner) {
		if known.Name == f.Var.Name() {
			return true
		}
	}
	return false
}

// storeName returns the name by which packages know the field or variable that
// holds what is at l, and "" where there is none.
func (e *engine) storeName(l ssaflow.Loc) string {
	if f, ok := e.store(l); ok {
		return match.Type(f.Owner) + "." + f.Var.Name() + f.Rest
	}
	if g, ok := l.Root.(*ssa.Global); ok && g.Pkg != nil {
		return match.Path(g.Pkg.Pkg) + "." + g.Name() + l.Path
	}
	return ""
}

// isOwnField reports whether l is in a field of the receiver of the method that
// it belongs to.
func (e *engine) isOwnField(l ssaflow.Loc) bool {
	f, ok := e.store(l)
	recv, isParam := l.Root.(*ssa.Parameter)
	if !ok || !isParam || recv.Parent().Signature.Recv() == nil || recv.Parent().Params[0] != recv {
		return false
	}
	named := match.Named(recv.Type())
	return named != nil && named.Obj() == f.Owner.Obj()
}

// describe names a place as a reader of the code would.
func (e *engine) describe(l ssaflow.Loc) string {
	kind := ""
	if strings.HasSuffix(l.Path, "[]") {
		kind = "a collection in "
	}
	if f, ok := e.store(l); ok {
		return fmt.Sprintf("%sfield %s.%s", kind, f.Owner.Obj().Name(), f.Var.Name())
	}
	if g, ok := l.Root.(*ssa.Global); ok {
		return kind + "package variable " + g.Name()
	}
	switch l.Root.Type().Underlying().(type) {
	case *types.Chan:
		return "channel " + l.Root.Name()
	case *types.Map:
		return "map " + l.Root.Name()
	}
	return "what " + l.Root.Name() + " refers to"
}
