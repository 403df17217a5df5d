package ssaflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// An Exit is an edge out of a block: its index among the block's successors.
type Exit struct {
	Block *ssa.BasicBlock
	Succ  int
}

// ZeroLoops finds the loops of fn that store zero over the whole of a slice or
// array, and returns what each has overwritten on the edge by which it ends.
//
// A loop counts when an index runs from 0 to the length or back, every
// iteration stores to that index, and nothing else leaves the loop.
func ZeroLoops(fn *ssa.Function) map[Exit]ssa.Value {
	loops := map[Exit]ssa.Value{}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			store, ok := instr.(*ssa.Store)
			if !ok || !isZero(store.Val) {
				continue
			}
			addr, ok := store.Addr.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			if exit, ok := FullLoop(addr, b); ok {
				loops[exit] = addr.X
			}
		}
	}
	return loops
}

// isZero reports whether v is zero, of a basic type or of a type parameter's.
func isZero(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		n, ok := intConst(v)
		return v.Value == nil || ok && n == 0
	case *ssa.UnOp:
		fresh, ok := v.X.(*ssa.Alloc)
		return ok && v.Op == token.MUL && len(*fresh.Referrers()) == 1
	case *ssa.BinOp:
		return v.Op == token.XOR && sameElement(v.X, v.Y)
	}
	return false
}

// sameElement reports whether x and y were loaded from one element of a slice.
func sameElement(x, y ssa.Value) bool {
	a, okA := ElementAddr(x)
	b, okB := ElementAddr(y)
	return okA && okB && a.Index == b.Index && Of(a.X) == Of(b.X)
}

// ElementAddr returns the address of the element that v was loaded from.
func ElementAddr(v ssa.Value) (*ssa.IndexAddr, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil, false
	}
	addr, ok := load.X.(*ssa.IndexAddr)
	return addr, ok
}

// FullLoop returns the exit of the loop in which addr, used in body, walks over
// all of addr.X.
func FullLoop(addr *ssa.IndexAddr, body *ssa.BasicBlock) (Exit, bool) {
	index, ok := addr.Index.(ssa.Instruction)
	if !ok {
		return Exit{}, false
	}
	header := index.Block()
	phi := inductionVar(addr.Index)
	if phi == nil || phi.Block() != header || len(phi.Edges) != 2 {
		return Exit{}, false
	}
	// Loops test at their head, but for those over an integer, which test at the
	// end of each turn, with what the index will be next.
	for _, at := range []*ssa.BasicBlock{header, header.Preds[1]} {
		test, ok := at.Instrs[len(at.Instrs)-1].(*ssa.If)
		if ok && coversAll(addr, phi, test) && everyIteration(header, body, at) {
			return Exit{at, 1}, true
		}
	}
	return Exit{}, false
}

// inductionVar returns the phi that index is, or is one more than.
func inductionVar(index ssa.Value) *ssa.Phi {
	if b, ok := index.(*ssa.BinOp); ok && b.Op == token.ADD && isOne(b.Y) {
		index = b.X
	}
	phi, _ := index.(*ssa.Phi)
	return phi
}

func isOne(v ssa.Value) bool {
	n, ok := intConst(v)
	return ok && n == 1
}

// coversAll reports whether the index of addr runs over all of addr.X: from
// first by one while the test at the loop's head holds.
func coversAll(addr *ssa.IndexAddr, phi *ssa.Phi, test *ssa.If) bool {
	cond, ok := indexFirst(test.Cond, phi)
	if !ok {
		return false
	}
	first, next := phi.Edges[0], phi.Edges[1]
	atEnd := cond.X == next && addr.Index == phi
	step, ok := next.(*ssa.BinOp)
	if !ok || step.X != phi || !isOne(step.Y) || cond.X != addr.Index && !atEnd {
		return false
	}
	start, known := intConst(first)
	switch {
	case step.Op == token.ADD:
		// A range loop starts at -1 and adds before it tests.
		fromZero := known && (start == 0 && addr.Index == phi || start == -1 && addr.Index == next)
		return fromZero && endsAtLength(cond, addr.X)
	case step.Op == token.SUB && addr.Index == phi:
		return endsAtZero(cond) && isLastIndex(first, addr.X)
	}
	return false
}

// indexFirst returns a loop's condition with what derives from its index on the
// left.
func indexFirst(v ssa.Value, index *ssa.Phi) (cond *ssa.BinOp, ok bool) {
	b, ok := v.(*ssa.BinOp)
	if !ok {
		return nil, false
	}
	if inductionVar(b.Y) == index {
		return &ssa.BinOp{X: b.Y, Op: mirrored(b.Op), Y: b.X}, true
	}
	return b, true
}

// endsAtZero reports whether cond holds while an index that counts down is not
// negative.
func endsAtZero(cond *ssa.BinOp) bool {
	n, ok := intConst(cond.Y)
	return ok && (cond.Op == token.GEQ && n == 0 || cond.Op == token.GTR && n == -1)
}

// endsAtLength reports whether cond holds while an index that counts up from 0
// is within x.
func endsAtLength(cond *ssa.BinOp, x ssa.Value) bool {
	switch cond.Op {
	case token.LSS, token.NEQ:
		return isLength(cond.Y, x)
	case token.LEQ:
		return isLastIndex(cond.Y, x)
	}
	return false
}

// isLastIndex reports whether v is len(x)-1.
func isLastIndex(v, x ssa.Value) bool {
	if n, ok := intConst(v); ok {
		return n == ArrayLen(x.Type())-1
	}
	b, ok := v.(*ssa.BinOp)
	return ok && b.Op == token.SUB && isOne(b.Y) && isLength(b.X, x)
}

// everyIteration reports whether each turn of the loop at header passes through
// body, and no edge leaves the loop but from exit.
func everyIteration(header, body, exit *ssa.BasicBlock) bool {
	loop := map[*ssa.BasicBlock]bool{header: true}
	var pending []*ssa.BasicBlock
	for _, p := range header.Preds {
		if header.Dominates(p) {
			if !body.Dominates(p) {
				return false
			}
			pending = append(pending, p)
		}
	}
	for len(pending) > 0 {
		b := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if loop[b] {
			continue
		}
		loop[b] = true
		pending = append(pending, b.Preds...)
	}
	for b := range loop {
		for _, s := range b.Succs {
			if b != exit && !loop[s] {
				return false
			}
		}
	}
	return loop[body]
}
