package keyzero

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/flow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// successors returns the points that follow block b in state s.
func (m *machine) successors(b *ssa.BasicBlock, s state) []flow.Point[state] {
	var points []flow.Point[state]
	branch, isIf := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	for i, succ := range b.Succs {
		t, ok := s, true
		if isIf {
			t, ok = m.assume(s, branch.Cond, i == 0)
		}
		if !ok {
			continue
		}
		for _, w := range m.e.loopWipes(b.Parent())[ssaflow.Exit{Block: b, Succ: i}] {
			t = m.wipe(t, w)
		}
		points = append(points, flow.Point[state]{Node: succ.Index, State: m.phis(b, i, t)})
	}
	return points
}

// phis assigns the phis of b's i-th successor, all at once.
func (m *machine) phis(b *ssa.BasicBlock, i int, s state) state {
	succ := b.Succs[i]
	pred := predIndex(b, i)
	out := s
	for _, instr := range succ.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		out = m.assign(s, out, ssaflow.Of(phi), phi.Edges[pred], false)
	}
	return out
}

// predIndex returns the index among the predecessors of b's i-th successor of
// the edge to it: an If may have the same block twice.
func predIndex(b *ssa.BasicBlock, i int) int {
	nth := 0
	for _, s := range b.Succs[:i] {
		if s == b.Succs[i] {
			nth++
		}
	}
	for j, p := range b.Succs[i].Preds {
		if p == b {
			if nth == 0 {
				return j
			}
			nth--
		}
	}
	return 0
}

// assume returns the state on the branch where cond is value, and false where
// there is none.
func (m *machine) assume(s state, cond ssa.Value, value bool) (state, bool) {
	atom, same := ssaflow.Condition(cond)
	truth := value == same
	s, feasible := m.atoms.assume(s, atom, truth)
	if !feasible {
		return s, false
	}
	if s.status == live && m.refutes(s, atom, truth) {
		s = state{mask: s.mask, true_: s.true_, defers: s.defers}
	}
	return s, true
}

// refutes reports whether an atom's truth means that there is no key.
func (m *machine) refutes(s state, atom ssaflow.Atom, truth bool) bool {
	if l, ok := atom.Nil(); ok && truth && m.k.holders.holdsUnder(s.holds, l) {
		return true
	}
	for i := range m.errs {
		f := m.k.fails[i]
		if f.atom.Op == atom.Op && atom.Y.Root == nil && atom.Lit == "" && f.when == truth && m.errs[i].holdsAt(s.errs[i], atom.X) {
			return true
		}
		if truth && m.errs[i].holdsAt(s.errs[i], inspectedError(atom)) {
			return true
		}
	}
	return false
}

// inspectedError returns the place of the error that errors.Is or errors.As was
// asked about.
func inspectedError(atom ssaflow.Atom) ssaflow.Loc {
	call, ok := atom.X.Root.(*ssa.Call)
	if !ok || call.Call.StaticCallee() == nil {
		return ssaflow.Loc{}
	}
	if fn, ok := call.Call.StaticCallee().Object().(*types.Func); ok {
		switch match.Func(fn) {
		case "errors.Is", "errors.As", "errors.AsType":
			return ssaflow.Of(call.Call.Args[0])
		}
	}
	return ssaflow.Loc{}
}
