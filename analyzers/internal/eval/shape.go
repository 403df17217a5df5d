package eval

import (
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// A shape is what a type does to how its values are shown.
type shape struct {
	marks   string
	methods []display // what its own methods show
	elem    bool      // of the elements
}

// A display is a method that shows a value, and the mark for those who call it.
type display struct {
	mark string
	fn   *types.Func
}

// displays are the methods by which a value is shown. The first of those with one mark
// counts. Sources: the documentation of fmt, encoding/json and log/slog.
var displays = []struct{ name, mark string }{
	{"Format", value.Stringer}, {"Error", value.Stringer}, {"String", value.Stringer},
	{"Format", value.GoStringer}, {"GoString", value.GoStringer},
	{"MarshalJSON", value.Marshaler}, {"MarshalText", value.Marshaler},
	{"LogValue", value.LogValuer},
}

type shapeKey struct {
	t      types.Type
	nested bool
}

// shapeOf returns the shape of a type. Of what is nested in something else fmt shows
// no pointers.
func (e *Engine) shapeOf(t types.Type, nested bool) shape {
	if b, ok := types.Unalias(t).(*types.Basic); ok || b != nil {
		return shape{}
	}
	key := shapeKey{t, nested}
	s, ok := e.shapes[key]
	if !ok {
		s = newShape(t, nested)
		e.shapes[key] = s
	}
	return s
}

func newShape(t types.Type, nested bool) shape {
	s := shape{methods: showing(t)}
	if slices.ContainsFunc(s.methods, func(m display) bool { return m.mark == value.Stringer }) {
		return s
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		s.marks = value.Pointer
		if nested || !isComposite(u.Elem()) {
			s.marks = value.Address
		}
	case interface{ Elem() types.Type }: // of a slice, an array or a map
		if len(s.methods) == 0 {
			inner := newElemShape(u.Elem())
			s.marks, s.methods, s.elem = inner.marks, inner.methods, true
		}
	}
	return s
}

// newElemShape is the shape of elements. What they have themselves is not looked at.
func newElemShape(t types.Type) shape {
	s := shape{methods: showing(t)}
	s.methods = slices.DeleteFunc(s.methods, func(m display) bool { return m.mark == value.LogValuer }) // slog asks no elements
	if _, isPointer := t.Underlying().(*types.Pointer); isPointer && len(s.methods) == 0 {
		s.marks = value.Address
	}
	return s
}

func isComposite(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Map, *types.Slice, *types.Array:
		return true
	}
	return false
}

// showing returns the methods of t by which its values are shown.
func showing(t types.Type) []display {
	if match.Named(t) == nil {
		return nil
	}
	var methods []display
	for _, s := range displays {
		if slices.ContainsFunc(methods, func(m display) bool { return m.mark == s.mark }) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, false, nil, s.name)
		if fn, ok := obj.(*types.Func); ok {
			methods = append(methods, display{s.mark, fn})
		}
	}
	return methods
}

// boxed returns what is in an interface, with what its type shows of it.
func (q *query) boxed(mi *ssa.MakeInterface) *value.Value {
	v := q.value(mi.X, "", mi)
	if v == nil {
		return nil
	}
	return q.shaped(v, q.e.shapeOf(mi.X.Type(), false), func(path string) *value.Value { return q.value(mi.X, path, mi) })
}

// shaped returns v as a value of that shape; at returns parts of it.
func (q *query) shaped(v *value.Value, s shape, at func(path string) *value.Value) *value.Value {
	if v.Kind == value.Const || v.Kind == value.Zero {
		return v
	}
	v = value.Box(v, s.marks, nil)
	for _, m := range slices.Backward(s.methods) {
		var shown *value.Value
		if !s.elem {
			shown = q.shownBy(m.fn, at)
		}
		v = value.Box(v, m.mark, shown)
	}
	return v
}

// shownBy returns what a method returns for a receiver of which at returns parts; nil
// if nothing is known of the method.
func (q *query) shownBy(m *types.Func, at func(path string) *value.Value) *value.Value {
	receiver := func(index int, path string) *value.Value {
		if index > 0 {
			return value.None
		}
		return orNone(at(path))
	}
	if fn := q.e.pkg.Prog.FuncValue(m.Origin()); fn != nil && q.e.has(fn) {
		return orNone(q.e.result(fn, 0, "")).Subst(q.e.frames[fn], m.Pos(), receiver)
	}
	if f := q.e.fact(m.Origin()); f != nil {
		return orNone(f.Result(0, "")).Subst(0, m.Pos(), receiver)
	}
	if model, ok := q.e.models.find(m); ok && model.takes(0) {
		return value.From(receiver(0, ""), short(m), m.Pos())
	}
	return nil
}

// inField returns a field of a struct, with what readers of the struct see of it.
func (q *query) inField(loc ssaflow.Loc, f ssaflow.Field, at ssa.Instruction) *value.Value {
	return q.marked(orNone(q.memory(loc, at)), f, func(path string) *value.Value { return q.memory(loc.Select(path), at) })
}

// marked returns a field of which v is the content; at returns parts of that.
func (q *query) marked(v *value.Value, f ssaflow.Field, at func(path string) *value.Value) *value.Value {
	s := q.e.shapeOf(f.Var.Type(), true)
	marks := s.marks
	s.marks = ""
	if f.Var.Exported() {
		v = q.shaped(v, s, at)
	}
	if isOmitted(f) {
		marks += value.Omitted
	}
	return value.InField(f.Var.Name(), marks, v)
}

// isOmitted reports whether encoding/json leaves a field out. What YAML or XML leaves out
// is taken to be meant for all of them.
func isOmitted(f ssaflow.Field) bool {
	if !f.Var.Exported() && !f.Var.Embedded() {
		return true
	}
	tag := reflect.StructTag(f.Tag)
	if name, ok := tag.Lookup("json"); ok {
		return name == "-"
	}
	return tag.Get("yaml") == "-" || tag.Get("xml") == "-"
}
