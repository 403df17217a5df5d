package eval

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// Handed returns what a call hands over as its argument i, where it is interesting: each
// one, if that stands for any number of them.
func (e *Engine) Handed(c ssaflow.Call, i int, interesting func(ssa.Value) bool) []*value.Value {
	vals := []ssa.Value{c.Args[i]}
	if c.Func != nil && c.Func.Signature().Variadic() && i == len(c.Args)-1 {
		elems, ok := literal(c.Args[i])
		if !ok {
			return []*value.Value{e.At(c.Args[i], value.Elem, c.Instr)}
		}
		vals = elems
	}
	var parts []*value.Value
	for _, v := range vals {
		if interesting(v) {
			parts = append(parts, e.Value(v, c.Instr))
		}
	}
	return parts
}

// Formatted returns what a call puts into a text by the format in argument i: its
// arguments as package fmt shows them, save those of which it shows no more than the type
// or the address.
func (e *Engine) Formatted(c ssaflow.Call, i int) []*value.Value {
	q := e.ask()
	layout, ok := q.arg(c, i, "").Constant()
	if !ok {
		return append(q.shown(q.rest(c, i+1), c.Instr.Pos()), q.arg(c, i, ""))
	}
	return slices.DeleteFunc(q.filled(c, i, directives(layout)), func(v *value.Value) bool { return v.Kind == value.Const })
}

// maxOrigins bounds the steps of Origins.
const maxOrigins = 40

// Origins returns the values that v can be, as instructions make them: it looks through
// variables, fields and branches. A parameter is one, and so is what is read from where
// nothing in view stores.
func (e *Engine) Origins(v ssa.Value) []ssa.Value {
	o := &origins{e: e, seen: map[ssa.Value]bool{}}
	o.add(v)
	return o.found
}

type origins struct {
	e     *Engine
	seen  map[ssa.Value]bool
	found []ssa.Value
}

func (o *origins) add(v ssa.Value) {
	if o.seen[v] || len(o.seen) > maxOrigins {
		return
	}
	o.seen[v] = true
	switch x := v.(type) {
	case *ssa.MakeInterface:
		o.add(x.X)
	case *ssa.ChangeInterface:
		o.add(x.X)
	case *ssa.ChangeType:
		o.add(x.X)
	case *ssa.TypeAssert:
		o.add(x.X)
	case *ssa.Phi:
		for _, edge := range x.Edges {
			o.add(edge)
		}
	case *ssa.UnOp, *ssa.Field, *ssa.FreeVar, *ssa.Lookup, *ssa.Extract, *ssa.Index:
		o.stored(v)
	default:
		o.found = append(o.found, v)
	}
}

// stored adds what is stored where v is read.
func (o *origins) stored(v ssa.Value) {
	loc := ssaflow.Of(v)
	before := len(o.seen)
	for _, h := range o.e.index.hits(loc) {
		if h.write != nil && !h.below && h.rest == "" {
			o.add(h.write.val)
		}
	}
	if _, isParam := loc.Root.(*ssa.Parameter); isParam && len(o.seen) == before {
		if fields := loc.Fields(); len(fields) > 0 && fields[0].Rest == "" {
			for _, w := range o.e.index.fields[fields[0].Var] {
				o.add(w.val)
			}
		}
	}
	if len(o.seen) == before {
		if loc.Path == "" && loc.Root != v {
			o.add(loc.Root)
		} else {
			o.found = append(o.found, v)
		}
	}
}
