package envelope

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// weakMode is the category of what checkModes reports.
const weakMode = "weak-mode"

// checkModes reports that a data key is used in a mode that shows what is encrypted, or
// lets others change it.
func (t *trip) checkModes() {
	for _, e := range t.met {
		switch {
		case e.line.verb == block && isECB(e):
			t.reportMode(e, "block by block (ECB), so that equal blocks look equal: use AES-GCM")
		case e.line.verb == stream && !t.c.authenticates():
			t.reportMode(e, "in "+e.line.words[len(e.line.words)-1]+" mode, which does not authenticate: use AES-GCM")
		}
	}
}

func (t *trip) reportMode(e encounter, how string) {
	t.c.report(finding{
		category: weakMode, at: e.at, what: t.source.key.operation, confidence: rule.Certain,
		message: "data key is used " + how,
		related: trail(e.it),
	})
}

// authenticates reports whether anything in the package makes or checks a MAC or a
// signature.
func (c *checker) authenticates() bool {
	return c.calling(tags)
}

// calling reports whether the package calls a function of which the table says that.
func (c *checker) calling(v verb) bool {
	said, known := c.said[v]
	if !known {
		said = slices.ContainsFunc(c.e.Functions(), func(fn *ssa.Function) bool {
			return containsInstr(fn, func(instr ssa.Instruction) bool {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					return false
				}
				_, found := c.t.find(c.e.Resolve(call), v)
				return found
			})
		})
		c.said[v] = said
	}
	return said
}

// containsInstr reports whether is does of any instruction of fn.
func containsInstr(fn *ssa.Function, is func(ssa.Instruction) bool) bool {
	for _, b := range fn.Blocks {
		if slices.ContainsFunc(b.Instrs, is) {
			return true
		}
	}
	return false
}

// isECB reports whether a block cipher encrypts one block of the data after the other:
// in a loop that moves along them, and that combines them with nothing.
func isECB(e encounter) bool {
	loop := loopOf(e.at.Block())
	args := e.call.Args
	if len(loop) == 0 || len(args) < 3 {
		return false
	}
	return moves(args[2], loop) && !combines(loop)
}

// moves reports whether v is a part of something that begins elsewhere in each round.
func moves(v ssa.Value, loop map[*ssa.BasicBlock]bool) bool {
	for {
		switch x := v.(type) {
		case *ssa.Slice:
			if x.Low != nil && !isConst(x.Low) && loop[x.Block()] {
				return true
			}
			v = x.X
		case *ssa.Phi:
			return loop[x.Block()]
		default:
			return false
		}
	}
}

// combines reports whether a loop computes an exclusive or, or calls what does: blocks
// are then chained, or a key stream is made.
func combines(loop map[*ssa.BasicBlock]bool) bool {
	for b := range loop {
		for _, instr := range b.Instrs {
			switch i := instr.(type) {
			case *ssa.BinOp:
				if i.Op == token.XOR {
					return true
				}
			case *ssa.Call:
				if fn := i.Call.StaticCallee(); fn != nil && containsXOR(fn.Name()) {
					return true
				}
			}
		}
	}
	return false
}

// loopOf returns the blocks of the loop that b is in: those that it leads to and that
// lead to it.
func loopOf(b *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	ahead, behind := map[*ssa.BasicBlock]bool{}, map[*ssa.BasicBlock]bool{}
	reach(b, ahead, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Succs })
	if !ahead[b] {
		return nil
	}
	reach(b, behind, func(b *ssa.BasicBlock) []*ssa.BasicBlock { return b.Preds })
	loop := map[*ssa.BasicBlock]bool{}
	for x := range ahead {
		if behind[x] {
			loop[x] = true
		}
	}
	return loop
}

func reach(b *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool, next func(*ssa.BasicBlock) []*ssa.BasicBlock) {
	for _, n := range next(b) {
		if !seen[n] {
			seen[n] = true
			reach(n, seen, next)
		}
	}
}
func containsXOR(name string) bool { return strings.Contains(strings.ToLower(name), "xor") }
