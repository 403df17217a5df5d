package keyzero

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// A nest is a function with the closures that run within its calls. They share
// variables, so they are analysed as one.
type nest struct {
	root    *ssa.Function
	fns     []*ssa.Function
	inside  map[*ssa.Function]bool
	assigns []ssaflow.Assign
	copies  []copying
	copied  map[ssa.Value][]int // indices of copies by the root of their source
	at      map[ssa.Instruction][]ssaflow.Assign
	from    map[ssa.Value][]int // indices of assigns by the root of their source
	into    map[ssa.Value][]int // and of their destination
}

// A copying makes bytes or text of its own from what is at src.
type copying struct {
	at       ssa.Instruction
	src, dst ssaflow.Loc
	manner   summary.Manner
}

// nestOf returns the nest that fn is the root of.
func (e *engine) nestOf(fn *ssa.Function) *nest {
	if n, ok := e.nests[fn]; ok {
		return n
	}
	n := &nest{
		root:   fn,
		inside: map[*ssa.Function]bool{},
		at:     map[ssa.Instruction][]ssaflow.Assign{},
		from:   map[ssa.Value][]int{},
		copied: map[ssa.Value][]int{},
		into:   map[ssa.Value][]int{},
	}
	e.nests[fn] = n
	n.add(e, fn)
	for i, c := range n.copies {
		n.copied[c.src.Root] = append(n.copied[c.src.Root], i)
	}
	for i, a := range n.assigns {
		n.at[a.At] = append(n.at[a.At], a)
		n.from[a.Src.Root] = append(n.from[a.Src.Root], i)
		n.into[a.Dst.Root] = append(n.into[a.Dst.Root], i)
	}
	return n
}

// rootOf returns the outermost function within whose calls fn runs.
func (e *engine) rootOf(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil && e.runsIn(fn.Parent(), fn) {
		fn = fn.Parent()
	}
	return fn
}

// runsIn reports whether a call in parent runs the closure, or is handed it.
func (e *engine) runsIn(parent, closure *ssa.Function) bool {
	ran, ok := e.runs[parent]
	if !ok {
		ran = map[*ssa.Function]bool{}
		e.runs[parent] = ran
		for _, c := range e.callsIn(parent) {
			for _, fn := range e.resolver.Closures(c) {
				ran[fn] = true
			}
		}
	}
	return ran[closure]
}

func (n *nest) add(e *engine, fn *ssa.Function) {
	if n.inside[fn] {
		return
	}
	n.inside[fn] = true
	n.fns = append(n.fns, fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			for _, a := range ssaflow.Assigns(instr) {
				n.assign(a)
			}
			switch i := instr.(type) {
			case ssa.CallInstruction:
				n.addCall(e, e.resolver.Resolve(i))
			case *ssa.Convert:
				n.addConversion(i)
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		if e.runsIn(fn, anon) {
			n.add(e, anon)
		}
	}
}

// addConversion records that bytes become a string, or a string bytes.
func (n *nest) addConversion(c *ssa.Convert) {
	switch {
	case isText(c.Type()) && match.IsBytes(c.X.Type()) && isKept(c):
		n.copies = append(n.copies, copying{c, ssaflow.Of(c.X), ssaflow.Of(c), summary.Text})
	case match.IsBytes(c.Type()) && isText(c.X.Type()):
		n.copies = append(n.copies, copying{c, ssaflow.Of(c.X), ssaflow.Of(c), summary.Copy})
	}
}

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isKept reports whether a string made from bytes lives on: the compiler makes
// none for a comparison or a look-up in a map.
func isKept(v *ssa.Convert) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef:
		case *ssa.BinOp:
			if r.Op == token.ADD {
				return true
			}
		case *ssa.Lookup:
			if r.Index != v {
				return true
			}
		case *ssa.Call:
			if _, ok := ssaflow.LenOf(r); !ok {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// assign records an assignment; one of an array makes a copy of its bytes.
func (n *nest) assign(a ssaflow.Assign) {
	if a.Array {
		n.copies = append(n.copies, copying{a.At, a.Src, a.Dst, summary.Copy})
		return
	}
	n.assigns = append(n.assigns, a)
}

func (n *nest) addCall(e *engine, c ssaflow.Call) {
	for _, fn := range e.resolver.Closures(c) {
		if fn == c.Fn {
			n.bind(c, fn)
		}
	}
	for _, m := range e.effect(c).Moves {
		src, ok1 := e.place(c, m.From)
		dst, ok2 := e.place(c, m.To)
		switch {
		case !ok1 || !ok2:
		case m.Manner == summary.Alias:
			n.assign(ssaflow.Assign{At: c.Instr, Dst: dst, Src: src, Shared: true})
		default:
			n.copies = append(n.copies, copying{c.Instr, src, dst, m.Manner})
		}
	}
}

// bind assigns a closure's parameters and the results of its call.
func (n *nest) bind(c ssaflow.Call, fn *ssa.Function) {
	for i, p := range fn.Params {
		if i < len(c.Args) {
			n.assignAll(ssaflow.Pass(c.Instr, ssaflow.Of(p), c.Args[i]))
		}
	}
	call := c.Instr.Value()
	if call == nil {
		return
	}
	eachReturn(fn, func(r *ssa.Return) {
		for i, v := range r.Results {
			n.assignAll(ssaflow.Pass(r, ssaflow.ResultAt(call, i), v))
		}
	})
}

func (n *nest) assignAll(as []ssaflow.Assign) {
	for _, a := range as {
		n.assign(a)
	}
}

func eachReturn(fn *ssa.Function, visit func(*ssa.Return)) {
	for _, b := range fn.Blocks {
		if r, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			visit(r)
		}
	}
}
