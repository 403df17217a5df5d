package eval

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// reaching returns those of the hits that at can see, and whether it can see what
// was at loc before all of them.
func (q *query) reaching(loc ssaflow.Loc, at ssa.Instruction, hits []hit) (seen []hit, initial bool) {
	w := newWalk(q, loc, at, hits)
	w.block(at.Block(), position(at))
	for len(w.next) > 0 {
		b := w.next[len(w.next)-1]
		w.next = w.next[:len(w.next)-1]
		w.block(b, len(b.Instrs))
	}
	for _, h := range hits {
		if w.found[h.at()] {
			seen = append(seen, h)
		}
	}
	return seen, w.initial
}

// A walk goes back from an instruction to hits. Most blocks have none, and are only gone
// through.
type walk struct {
	q       *query
	root    ssa.Value
	hits    map[ssa.Instruction][]hit
	stops   map[*ssa.BasicBlock]bool // those with a hit, or the root
	visited []bool                   // by the block's index
	next    []*ssa.BasicBlock
	found   map[ssa.Instruction]bool
	initial bool
}

func newWalk(q *query, loc ssaflow.Loc, at ssa.Instruction, hits []hit) *walk {
	w := &walk{
		q: q, root: loc.Root, hits: map[ssa.Instruction][]hit{}, stops: map[*ssa.BasicBlock]bool{},
		visited: make([]bool, len(at.Parent().Blocks)), found: map[ssa.Instruction]bool{},
	}
	for _, h := range hits {
		w.hits[h.at()] = append(w.hits[h.at()], h)
		w.stops[h.at().Block()] = true
	}
	if root, ok := loc.Root.(ssa.Instruction); ok {
		w.stops[root.Block()] = true
	}
	return w
}

// block goes back through the first n instructions of a block, and on to those before it.
func (w *walk) block(b *ssa.BasicBlock, n int) {
	if w.stops[b] && w.stop(b.Instrs[:n]) {
		return
	}
	if len(b.Preds) == 0 {
		w.initial = true
	}
	for _, p := range b.Preds {
		if p.Index < len(w.visited) && !w.visited[p.Index] {
			w.visited[p.Index] = true
			w.next = append(w.next, p)
		}
	}
}

// stop reports whether nothing before these instructions can be seen.
func (w *walk) stop(instrs []ssa.Instruction) bool {
	for _, instr := range slices.Backward(instrs) {
		for _, h := range w.hits[instr] {
			w.found[instr] = true
			if h.kills() || w.q.adds(h) {
				return true
			}
		}
		if v, ok := instr.(ssa.Value); ok && v == w.root {
			w.initial = true
			return true
		}
	}
	return false
}

func position(at ssa.Instruction) int {
	return slices.Index(at.Block().Instrs, at)
}
