package keyzero

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// A usage tells from where in a nest a key is still going to be used, so that a
// wait before its wipe can be told from one that the work needs.
type usage struct {
	e     *engine
	n     *nest
	uses  map[ssa.Instruction]bool
	later map[*ssa.BasicBlock]bool // whether a use is reachable from the block's end
	open  bool                     // whether uses may come at any time: from a goroutine, or a callback
}

// usageOf finds the uses of k: calls that take it or something that may have
// kept it, reads of its bytes, and returns of it.
func (e *engine) usageOf(n *nest, k *key) *usage {
	u := &usage{e: e, n: n, uses: map[ssa.Instruction]bool{}, later: map[*ssa.BasicBlock]bool{}}
	keepers := []holders{k.holders}
	for _, fn := range n.fns {
		for _, c := range e.callsIn(fn) {
			if kept, ok := e.keeper(c, &k.holders); ok {
				keepers = append(keepers, n.holdersOf(kept))
			}
		}
	}
	for _, fn := range n.fns {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for i := range keepers {
					if e.isUse(instr, &keepers[i]) {
						u.uses[instr] = true
					}
				}
			}
		}
	}
	for known := -1; known != len(u.uses); { // closures run within closures
		known = len(u.uses)
		u.liftFromClosures()
	}
	for _, fn := range n.fns {
		u.spread(fn)
	}
	return u
}

// keeper returns the result of a call that is given the key and may keep it. Of
// functions in this package, the summary tells what they keep, but for what they
// start: a channel or function that they return may stand for work under way.
func (e *engine) keeper(c ssaflow.Call, h *holders) (ssaflow.Loc, bool) {
	call := c.Instr.Value()
	if call == nil || c.Builtin() != "" || !takes(c, h) || c.Func != nil && e.table.Func(c.Func) != nil {
		return ssaflow.Loc{}, false
	}
	ts := results(call)
	if len(ts) == 0 {
		return ssaflow.Loc{}, false
	}
	switch ts[0].Underlying().(type) {
	case *types.Chan, *types.Signature:
		return ssaflow.ResultAt(call, 0), true
	case *types.Pointer, *types.Interface, *types.Struct:
		return ssaflow.ResultAt(call, 0), !e.isDeclaredHere(c.Fn)
	}
	return ssaflow.Loc{}, false
}

func takes(c ssaflow.Call, h *holders) bool {
	for _, arg := range c.Args {
		if h.has(ssaflow.Of(arg)) {
			return true
		}
	}
	return false
}

func (e *engine) isUse(instr ssa.Instruction, h *holders) bool {
	switch i := instr.(type) {
	case *ssa.Defer:
		return false
	case ssa.CallInstruction:
		c := e.resolver.Resolve(i)
		if name := c.Builtin(); name == "len" || name == "cap" {
			return false
		}
		return takes(c, h) && len(e.wipesBy(c)) == 0
	case *ssa.UnOp:
		_, isElement := i.X.(*ssa.IndexAddr)
		return (isElement || i.Op == token.ARROW) && h.has(parentOf(ssaflow.Of(i.X)))
	case *ssa.Convert:
		return h.has(ssaflow.Of(i.X))
	case *ssa.Send:
		return h.has(ssaflow.Of(i.X))
	case *ssa.Select:
		return slices.ContainsFunc(i.States, func(s *ssa.SelectState) bool {
			return s.Send != nil && h.has(ssaflow.Of(s.Send))
		})
	case *ssa.Return:
		for _, v := range i.Results {
			if h.has(ssaflow.Of(v)) {
				return true
			}
		}
	}
	return false
}

// parentOf returns the collection that l is an element of.
func parentOf(l ssaflow.Loc) ssaflow.Loc {
	if n := len(l.Path) - len("[]"); n >= 0 && l.Path[n:] == "[]" {
		l.Path = l.Path[:n]
	}
	return l
}

// liftFromClosures makes the calls that run a closure with uses uses too.
func (u *usage) liftFromClosures() {
	inside := map[*ssa.Function]bool{}
	for instr := range u.uses {
		inside[instr.Parent()] = true
	}
	for _, fn := range u.n.fns {
		for _, c := range u.e.callsIn(fn) {
			if _, isDefer := c.Instr.(*ssa.Defer); isDefer {
				continue
			}
			_, isGo := c.Instr.(*ssa.Go)
			for _, closure := range u.e.resolver.Closures(c) {
				if inside[closure] {
					u.uses[c.Instr] = true
					u.open = u.open || isGo || c.Fn != closure
				}
			}
		}
	}
}

// spread finds the blocks of fn from whose end a use is reachable.
func (u *usage) spread(fn *ssa.Function) {
	var pending []*ssa.BasicBlock
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if u.uses[instr] {
				pending = append(pending, b.Preds...)
				break
			}
		}
	}
	for len(pending) > 0 {
		b := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if !u.later[b] {
			u.later[b] = true
			pending = append(pending, b.Preds...)
		}
	}
}

// after reports whether the key is used at instr or after it.
func (u *usage) after(instr ssa.Instruction) bool {
	b := instr.Block()
	if u.open || u.later[b] || u.uses[instr] {
		return true
	}
	seen := false
	for _, i := range b.Instrs {
		if seen && u.uses[i] {
			return true
		}
		seen = seen || i == instr
	}
	return u.afterCallsOf(instr.Parent())
}

func (u *usage) afterCallsOf(fn *ssa.Function) bool {
	if fn == u.n.root {
		return false
	}
	for _, c := range u.e.callsIn(fn.Parent()) {
		_, isDefer := c.Instr.(*ssa.Defer)
		if !isDefer && slices.Contains(u.e.resolver.Closures(c), fn) && u.after(c.Instr) {
			return true
		}
	}
	return false
}

// wait notes that the key is kept waiting by instr, if nothing uses it any more.
func (m *machine) wait(instr ssa.Instruction, s state) state {
	if m.uses == nil || s.status != live || s.blockedAt != 0 || m.uses.after(instr) {
		return s
	}
	s.blockedAt = m.blocked(instr) + 1
	return s
}

// blocked returns the number of instr among those that keep the key waiting.
func (m *machine) blocked(instr ssa.Instruction) int16 {
	n, ok := m.blockN[instr]
	if !ok {
		n = int16(len(m.blocks))
		m.blockN[instr] = n
		m.blocks = append(m.blocks, instr)
	}
	return n
}
