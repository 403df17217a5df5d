package eval

import (
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

// Formatted returns what a call puts into a text by the format in argument i: those of
// its arguments that are interesting, as package fmt shows them, save those of which it
// shows no more than the type or the address.
func (e *Engine) Formatted(c ssaflow.Call, i int, interesting func(ssa.Value) bool) []*value.Value {
	q := e.ask()
	layout, ok := q.arg(c, i, "").Constant()
	elems, listed := literal(c.Args[len(c.Args)-1])
	if !ok || !listed {
		return append(q.shown(q.rest(c, i+1), c.Instr.Pos()), q.arg(c, i, ""))
	}
	var parts []*value.Value
	for _, d := range directives(layout) {
		if d.verb == 0 || d.verb == 'T' || d.verb == 'p' || d.arg >= len(elems) || !interesting(elems[d.arg]) {
			continue
		}
		parts = append(parts, value.Show(e.Value(elems[d.arg], c.Instr), d.mode(), c.Instr.Pos()))
	}
	return parts
}

// maxOrigins bounds the steps of Origins.
const maxOrigins = 1000

// An Origin is a value as an instruction makes it, and the path to what is meant below it:
// none, unless it is a parameter.
type Origin struct {
	Value ssa.Value
	Path  string
}

// Origins returns the values that what path leads to from v can be: it looks through
// variables, fields and branches. A part of a parameter is whatever is stored in the field,
// if nobody in view calls the function.
func (e *Engine) Origins(v ssa.Value, path string) []Origin {
	key := Origin{v, path}
	found, ok := e.origins[key]
	if !ok {
		o := &origins{e: e, seen: map[Origin]bool{}}
		o.add(v, path)
		found = o.found
		e.origins[key] = found
	}
	return found
}

type origins struct {
	e     *Engine
	seen  map[Origin]bool
	found []Origin
}

func (o *origins) add(v ssa.Value, path string) {
	if o.seen[Origin{v, path}] || len(o.seen) > maxOrigins {
		return
	}
	o.seen[Origin{v, path}] = true
	switch x := v.(type) {
	case *ssa.MakeInterface:
		o.add(x.X, path)
	case *ssa.ChangeInterface:
		o.add(x.X, path)
	case *ssa.Phi:
		for _, edge := range x.Edges {
			o.add(edge, path)
		}
	default:
		o.stored(v, path)
	}
}

// stored adds what is stored where the path leads, or else that place itself.
func (o *origins) stored(v ssa.Value, path string) {
	loc := ssaflow.Of(v).Select(path)
	stored := false
	for _, h := range o.e.index.hits(loc) {
		if h.write != nil && !h.below {
			stored = true
			o.add(h.write.val, h.rest)
		}
	}
	p, isParam := loc.Root.(*ssa.Parameter)
	switch {
	case stored:
	case isParam && (loc.Path == "" || len(o.e.index.calls[p.Parent()]) > 0):
		o.found = append(o.found, Origin{p, loc.Path})
	case o.inField(loc):
	case isParam:
		o.found = append(o.found, Origin{p, loc.Path}) // those who call know
	case loc.Root != v && loc.Path == "":
		o.add(loc.Root, "")
	default:
		o.found = append(o.found, Origin{v, ""})
	}
}

// inField adds what is stored in the field that loc is, wherever that is.
func (o *origins) inField(loc ssaflow.Loc) bool {
	fields := loc.Fields()
	if len(fields) == 0 {
		return false
	}
	writes := o.e.index.fields[fields[0].Var]
	for _, w := range writes {
		o.add(w.val, fields[0].Rest)
	}
	return len(writes) > 0
}
