package envelope

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// keptIn begins the steps by which an item was found where something had stored it.
const keptIn = "kept in "

// store follows an item to where it is stored: to the part of what addr points to that
// path leads to.
func (w *walk) store(it *item, addr ssa.Value, path string, at ssa.Instruction) {
	if isDeep(path) {
		return
	}
	switch x := addr.(type) {
	case *ssa.FieldAddr:
		w.store(it, x.X, "."+ssaflow.FieldOf(x.X.Type(), x.Field).Name()+path, at)
	case *ssa.IndexAddr:
		w.store(it, x.X, "[]"+path, at)
	case *ssa.Slice:
		w.store(it, x.X, path, at)
	case *ssa.UnOp:
		w.through(it, x, path, at)
	case *ssa.MakeInterface:
		w.store(it, x.X, path, at)
	case *ssa.Convert:
		w.store(it, x.X, path, at)
	case *ssa.ChangeType:
		w.store(it, x.X, path, at)
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		w.to(it, x, path)
	case *ssa.FreeVar:
		w.to(it, x, path)
		if outer := ssaflow.Binding(x); outer != nil {
			w.store(it, outer, path, at)
		}
	case *ssa.Parameter:
		if w.to(it, x, path) {
			w.intoCallers(it, x, path, at)
		}
	case *ssa.Global:
		w.global(it, x, path, at)
	case *ssa.Phi:
		if w.to(it, x, path) {
			for _, edge := range x.Edges {
				w.store(it, edge, path, at)
			}
		}
	case *ssa.Const:
	default:
		w.to(it, x, path)
		w.shared(it, x, path, at)
	}
}

// through follows what is stored where a variable refers to: to all that it can refer to.
func (w *walk) through(it *item, load *ssa.UnOp, path string, at ssa.Instruction) {
	cell := load.X
	if fv, ok := cell.(*ssa.FreeVar); ok {
		cell = ssaflow.Binding(fv)
	}
	a, ok := cell.(*ssa.Alloc)
	if !ok || w.seen[seenKey{a, path, it.role, it.entry.instr()}] {
		w.store(it, load.X, path, at)
		return
	}
	w.store(it, load.X, path, at)
	for _, r := range *a.Referrers() {
		if s, ok := r.(*ssa.Store); ok && s.Addr == a {
			w.store(it, s.Val, path, at)
		}
	}
}

// intoCallers follows what is stored below a parameter to those who handed it over.
func (w *walk) intoCallers(it *item, p *ssa.Parameter, path string, at ssa.Instruction) {
	fn := p.Parent()
	for i, param := range fn.Params {
		if param != p {
			continue
		}
		calls, out, known := w.exits(it, fn)
		for _, call := range calls {
			if args := w.e.Resolve(call).Args; i < len(args) {
				w.store(&item{v: it.v, path: it.path, role: it.role, from: it, entry: out}, args[i], path, at)
			}
		}
		if known {
			return
		}
	}
	w.shared(it, p, path, at)
}

// exits returns the calls to which an item leaves a function: that by which it came, or
// else all in view; and how those were reached. known tells that there are no others.
func (w *walk) exits(it *item, fn *ssa.Function) (calls []ssa.CallInstruction, outer *entry, known bool) {
	if it.entry != nil && slices.Contains(w.e.Callees(w.e.Resolve(it.entry.call)), fn) {
		return []ssa.CallInstruction{it.entry.call}, it.entry.outer, true
	}
	if fn.Parent() != nil {
		outer = it.entry
	}
	calls = w.e.Callers(fn)
	return calls, outer, len(calls) > 0 && !w.e.IsShared(fn.Object())
}

func (w *walk) global(it *item, g *ssa.Global, path string, at ssa.Instruction) {
	for _, load := range w.e.Loads(g) {
		w.step(it, load, path, nil, at.Pos(), keptIn+"variable "+g.Name())
	}
	w.to(it, g, path)
	w.meet(&item{v: g, path: path, role: it.role, from: it}, meeting{kind: kept, at: at})
}

// shared follows an item that is stored where more than this function finds it: to all
// reads of the fields on the way.
func (w *walk) shared(it *item, root ssa.Value, path string, at ssa.Instruction) {
	w.throughFields(it, root, path, at.Pos())
	w.meet(&item{v: root, path: path, role: it.role, from: it}, meeting{kind: kept, at: at})
}

func (w *walk) throughFields(it *item, root ssa.Value, path string, pos token.Pos) {
	for _, f := range (ssaflow.Loc{Root: root, Path: path}).Fields() {
		if f.Var.Pkg() != w.pkg {
			continue // an SDK's, of which each answer has its own
		}
		for _, read := range w.e.FieldReads(f.Var) {
			if eval.IsRead(read) {
				w.step(it, read, f.Rest, nil, pos, keptIn+"field "+f.Var.Name())
			}
		}
	}
}
