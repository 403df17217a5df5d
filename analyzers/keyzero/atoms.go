package keyzero

import (
	"sort"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// An atomTable numbers the atoms whose truth is worth remembering along a path:
// those that branches test more than once, and those about variables, which
// assignments may have settled.
type atomTable struct {
	index map[ssaflow.Atom]int
	about map[ssa.Value][]ssaflow.Atom // by root
}

const maxAtoms = 64

func atomsOf(n *nest) atomTable {
	tests := map[ssaflow.Atom]int{}
	var order []ssaflow.Atom
	for _, fn := range n.fns {
		for _, b := range fn.Blocks {
			branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
			if !ok {
				continue
			}
			atom, _ := ssaflow.Condition(branch.Cond)
			if tests[atom] == 0 {
				order = append(order, atom)
			}
			tests[atom]++
			if isVariable(atom.X.Root) {
				tests[atom]++
			}
		}
	}
	sort.SliceStable(order, func(i, j int) bool { return tests[order[i]] > tests[order[j]] })
	t := atomTable{index: map[ssaflow.Atom]int{}, about: map[ssa.Value][]ssaflow.Atom{}}
	for _, atom := range order {
		if tests[atom] > 1 && len(t.index) < maxAtoms {
			t.add(atom)
			t.addSources(n, atom)
		}
	}
	return t
}

func (t *atomTable) add(atom ssaflow.Atom) {
	if _, ok := t.index[atom]; ok || len(t.index) >= maxAtoms {
		return
	}
	t.index[atom] = len(t.index)
	t.about[atom.X.Root] = append(t.about[atom.X.Root], atom)
	if atom.Y.Root != nil {
		t.about[atom.Y.Root] = append(t.about[atom.Y.Root], atom)
	}
}

// addSources adds the atoms about what is assigned to the variable that atom is
// about, so that what is known of one carries over to the other.
func (t *atomTable) addSources(n *nest, atom ssaflow.Atom) {
	if !isPlain(atom) {
		return
	}
	for _, i := range n.into[atom.X.Root] {
		if a := n.assigns[i]; a.Dst == atom.X {
			t.add(ssaflow.Atom{Op: atom.Op, X: a.Src})
		}
	}
}

func isVariable(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Phi, *ssa.Alloc:
		return true
	}
	return false
}

// isPlain reports whether an atom is about one place alone.
func isPlain(a ssaflow.Atom) bool { return a.Y.Root == nil && a.Lit == "" }

// assume adds what a branch says, and returns false if it contradicts what is
// known.
func (t *atomTable) assume(s state, atom ssaflow.Atom, truth bool) (state, bool) {
	i, ok := t.index[atom]
	if !ok {
		return s, true
	}
	known, was := s.mask&(1<<i) != 0, s.true_&(1<<i) != 0
	if known && was != truth {
		return s, false
	}
	return set(s, i, truth), true
}

func set(s state, i int, truth bool) state {
	s.mask |= 1 << i
	s.true_ &^= 1 << i
	if truth {
		s.true_ |= 1 << i
	}
	return s
}

// forget drops what is known of the value that instr makes anew.
func (t *atomTable) forget(s state, instr ssa.Instruction) state {
	if v, ok := instr.(ssa.Value); ok {
		for _, atom := range t.about[v] {
			s.mask &^= 1 << t.index[atom]
			s.true_ &^= 1 << t.index[atom]
		}
	}
	return s
}

// assign returns out with what is known of dst after v, as known in state s, was
// put there.
func (t *atomTable) assign(s, out state, dst ssaflow.Loc, v ssa.Value) state {
	for _, atom := range t.about[dst.Root] {
		i := t.index[atom]
		_, atX := atom.X.Under(dst)
		_, atY := atom.Y.Under(dst)
		if !atX && !atY {
			continue
		}
		out.mask &^= 1 << i
		out.true_ &^= 1 << i
		if atom.X == dst && isPlain(atom) {
			if truth, ok := t.known(s, atom, v); ok {
				out = set(out, i, truth)
			}
		}
	}
	return out
}

// known returns the truth of atom for v in its subject's place.
func (t *atomTable) known(s state, atom ssaflow.Atom, v ssa.Value) (truth, ok bool) {
	_, aboutNil := atom.Nil()
	if isNil, value, ok := ssaflow.Known(v); ok {
		return value, isNil == aboutNil
	}
	i, ok := t.index[ssaflow.Atom{Op: atom.Op, X: ssaflow.Of(v)}]
	if !ok || s.mask&(1<<i) == 0 {
		return false, false
	}
	return s.true_&(1<<i) != 0, true
}
