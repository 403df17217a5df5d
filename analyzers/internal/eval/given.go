package eval

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// maxHanded bounds the calls that are known of one parameter that is a function.
const maxHanded = 8

// A paramKey names a parameter.
type paramKey struct {
	fn    *ssa.Function
	param int
}

// hands returns the arguments with which a function calls one of its parameters, by
// itself or by what it hands it on to, in terms of its parameters.
func (e *Engine) hands(fn *ssa.Function, param int) [][]*value.Value {
	if param >= len(fn.Params) {
		return nil
	}
	return e.handed.Get(paramKey{fn, param}, func() [][]*value.Value { return e.findHands(fn, param) })
}

func (e *Engine) findHands(fn *ssa.Function, param int) [][]*value.Value {
	var all [][]*value.Value
	p := fn.Params[param]
	for _, call := range e.index.dynamic[p] {
		if len(all) < maxHanded {
			all = append(all, e.values(e.Resolve(call)))
		}
	}
	for _, ref := range e.index.asArg[p] {
		for _, args := range e.handsOf(ref) {
			if len(all) < maxHanded {
				all = append(all, args)
			}
		}
	}
	return all
}

func (e *Engine) values(c ssaflow.Call) []*value.Value {
	args := make([]*value.Value, len(c.Args))
	for i, arg := range c.Args {
		args[i] = e.Value(arg, c.Instr)
	}
	return args
}

// handsOf returns the arguments with which what is called calls the function that it is
// handed, in terms of the caller's parameters.
func (e *Engine) handsOf(ref reference) [][]*value.Value {
	var all [][]*value.Value
	add := func(frame int, args []*value.Value) {
		here := make([]*value.Value, len(args))
		for i, v := range args {
			here[i] = v.Subst(frame, ref.call.Instr.Pos(), e.Arguments(ref.call))
		}
		all = append(all, here)
	}
	for _, fn := range e.callees(ref.call) {
		for _, args := range e.hands(fn, ref.arg) {
			add(e.frames[fn], args)
		}
	}
	for _, m := range e.declared(ref.call) {
		for _, call := range e.fact(m).Calls {
			if call.Param == ref.arg {
				add(0, call.Args)
			}
		}
	}
	return all
}

// A Handing is a function in view that a call hands over, and the arguments with which
// what is called calls it.
type Handing struct {
	Fn   *ssa.Function
	Args []*value.Value
}

// Argument returns a part of an argument, for value.Subst.
func (h Handing) Argument(index int, path string) *value.Value {
	if index >= len(h.Args) {
		return value.None
	}
	return h.Args[index].Select(path)
}

// Handings returns the named functions that a call hands over: what becomes of closures
// is said where they are.
func (e *Engine) Handings(c ssaflow.Call) []Handing {
	var all []Handing
	for i, arg := range c.Args {
		if _, ok := arg.Type().Underlying().(*types.Signature); !ok {
			continue
		}
		fn, receiver := ssaflow.Callee(arg)
		if fn == nil || receiver != nil || fn.Parent() != nil || !e.has(fn) {
			continue
		}
		for _, args := range e.handsOf(reference{call: c, arg: i}) {
			all = append(all, Handing{fn, args})
		}
	}
	return all
}

// given returns what a function is given by those that it is handed to, or nil.
func (e *Engine) given(fn *ssa.Function, index int, path string) *value.Value {
	var parts []*value.Value
	for _, v := range e.index.taken[fn] {
		for _, ref := range e.index.asArg[v] {
			for _, args := range e.handsOf(ref) {
				if index < len(args) {
					v := args[index].Select(path)
					parts = append(parts, value.By(v, "handed to a function", ref.call.Instr.Pos()))
				}
			}
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return value.OneOf(parts...)
}

// calls returns what importers need to know of the calls of a function's parameters.
func (e *Engine) calls(fn *ssa.Function) []value.Call {
	var all []value.Call
	for i := range fn.Params {
		for _, args := range e.hands(fn, i) {
			c := value.Call{Param: i}
			tells := false
			for _, v := range args {
				tells = tells || telling(v)
				c.Args = append(c.Args, v.Portable(e.frames[fn]))
			}
			if tells {
				all = append(all, c)
			}
		}
	}
	return all
}
