package eval

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// maxCallees bounds the functions that one call may reach of which it is asked what they
// return.
const maxCallees = 12

// call returns what a call's result can be at path.
func (q *query) call(instr *ssa.Call, index int, path string) *value.Value {
	c := q.e.Resolve(instr)
	if c.Builtin() != "" {
		return q.builtin(c, path)
	}
	if name, ok := q.e.returnsSecret(c.Func); ok && index == 0 {
		return &value.Value{Kind: value.Secret, Text: name, Pos: instr.Pos()}
	}
	if v, ok := q.modelled(c, index, path); ok {
		return v
	}
	var parts []*value.Value
	callees := q.e.callees(c)
	if len(callees) > maxCallees {
		callees, parts = callees[:maxCallees], append(parts, value.Unfinished)
	}
	for _, fn := range callees {
		parts = append(parts, q.returned(c, fn, index, path))
	}
	for _, m := range q.e.declared(c) {
		parts = append(parts, q.known(c, m, index, path))
	}
	if len(parts) > 0 {
		return value.OneOf(parts...)
	}
	switch {
	case passesOn(c, index):
		return q.value(c.Args[0], path, instr)
	case c.Func == nil && c.Fn == nil:
		result := orNone(q.value(instr.Call.Value, fmt.Sprintf("%s#%d%s", value.Called, index, path), instr))
		return value.Apply(result, q.each(c))
	}
	return &value.Value{Kind: value.Unknown, Text: calleeName(c), Path: path, Pos: instr.Pos()}
}

// each returns a call's arguments.
func (q *query) each(c ssaflow.Call) []*value.Value {
	args := make([]*value.Value, len(c.Args))
	for i := range args {
		args[i] = q.arg(c, i, "")
	}
	return args
}

// called returns what a function value returns to a call that is not in view: whatever it
// is called with is in the frame value.Args.
func (q *query) called(v ssa.Value, path string) *value.Value {
	fn, receiver := ssaflow.Callee(v)
	if fn == nil || !q.e.has(fn) {
		return nil
	}
	index, rest := resultIndex(path)
	found := orNone(q.e.result(fn, index, rest)).Subst(q.e.frames[fn], v.Pos(), func(i int, path string) *value.Value {
		if i == 0 && receiver != nil {
			return orNone(q.value(receiver, path, nil))
		}
		if receiver != nil {
			i--
		}
		return &value.Value{Kind: value.Param, Frame: value.Args, Index: i, Path: path}
	})
	return value.ReturnedBy(found, fn.Name(), v.Pos())
}

func calleeName(c ssaflow.Call) string {
	if c.Func == nil {
		return ""
	}
	return match.Func(c.Func)
}

// callees returns the functions in view that a call may reach.
func (e *Engine) callees(c ssaflow.Call) []*ssa.Function {
	if c.Fn != nil {
		if e.has(c.Fn) {
			return []*ssa.Function{c.Fn}
		}
		return nil
	}
	here, _ := e.Implementations(c)
	return here
}

// declared returns the functions of other packages that a call may reach and of
// which something is known.
func (e *Engine) declared(c ssaflow.Call) []*types.Func {
	if c.Iface != nil {
		_, elsewhere := e.Implementations(c)
		return elsewhere
	}
	if c.Func != nil && !e.has(c.Fn) && e.fact(c.Func) != nil {
		return []*types.Func{c.Func}
	}
	return nil
}

// returned returns what a function in view returns to this call.
func (q *query) returned(c ssaflow.Call, fn *ssa.Function, index int, path string) *value.Value {
	v := q.e.result(fn, index, path)
	if v == nil {
		return nil
	}
	v = v.Subst(q.e.frames[fn], c.Instr.Pos(), q.arguments(c))
	return returnedBy(c, v, fn.Name())
}

// known returns what a function of another package returns to this call.
func (q *query) known(c ssaflow.Call, fn *types.Func, index int, path string) *value.Value {
	v := q.e.fact(fn).Result(index, path)
	if v == nil {
		return nil
	}
	v = v.Subst(0, c.Instr.Pos(), q.arguments(c))
	return returnedBy(c, v, fn.Pkg().Name()+"."+fn.Name())
}

// returnedBy returns v as what a function of that name returns to a call, which may reach
// others if it goes through an interface.
func returnedBy(c ssaflow.Call, v *value.Value, name string) *value.Value {
	if c.Iface != nil {
		return value.MaybeReturnedBy(v, name, c.Instr.Pos())
	}
	return value.ReturnedBy(v, name, c.Instr.Pos())
}

// arguments returns what Subst needs to put a call's arguments in the place of
// the callee's parameters.
func (q *query) arguments(c ssaflow.Call) func(index int, path string) *value.Value {
	return func(index int, path string) *value.Value {
		if index >= len(c.Args) {
			return value.None
		}
		return orNone(q.value(c.Args[index], path, c.Instr))
	}
}

// Arguments returns what puts the arguments of a call in the place of the
// parameters of what it calls, for value.Subst.
func (e *Engine) Arguments(c ssaflow.Call) func(index int, path string) *value.Value {
	return func(index int, path string) *value.Value {
		if index >= len(c.Args) {
			return value.None
		}
		return e.At(c.Args[index], path, c.Instr)
	}
}

// passesOn reports whether a function of which no more than its type is known can
// return nothing but its argument: func(T) *T, func(*T) T, func(T) T, where T is
// a type parameter or text.
func passesOn(c ssaflow.Call, index int) bool {
	if c.Func == nil || index != 0 || len(c.Args) != 1 {
		return false
	}
	sig := c.Func.Signature()
	if sig.Results().Len() != 1 || sig.Recv() != nil || sig.Variadic() {
		return false
	}
	from, to := sig.Params().At(0).Type(), sig.Results().At(0).Type()
	_, isPointer := to.(*types.Pointer)
	_, wasPointer := from.(*types.Pointer)
	if isPointer == wasPointer || !types.Identical(deref(from), deref(to)) {
		return false
	}
	_, generic := types.Unalias(deref(from)).(*types.TypeParam)
	return generic || isText(deref(from))
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func (q *query) builtin(c ssaflow.Call, path string) *value.Value {
	switch c.Builtin() {
	case "append":
		if strings.HasPrefix(path, value.Elem) {
			return value.OneOf(q.value(c.Args[0], path, c.Instr), q.value(c.Args[1], path, c.Instr))
		}
		elems := append(q.elements(c.Args[0], c.Instr), q.elements(c.Args[1], c.Instr)...)
		return value.Group(value.List, c.Instr.Pos(), elems...)
	case "min", "max":
		var parts []*value.Value
		for _, arg := range c.Args {
			parts = append(parts, q.value(arg, path, c.Instr))
		}
		return value.OneOf(parts...)
	}
	return nil
}

// elements returns the elements of a slice, as far as they are known one by one.
func (q *query) elements(v ssa.Value, at ssa.Instruction) []*value.Value {
	if isText(v.Type()) { // append([]byte, string...)
		return []*value.Value{orNone(q.value(v, "", at))}
	}
	return orNone(q.value(v, "", at)).Elements()
}
