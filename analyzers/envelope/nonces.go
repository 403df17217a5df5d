package envelope

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// A use is a nonce in the hands of the cipher, as the function sees it that has the
// nonce: at is the call that seals, or that leads there.
type use struct {
	e      encounter
	at     ssa.Instruction
	origin origin
	base   ssa.Value
}

// checkNonces reports nonces that are constant, or used for more than one message.
func (t *trip) checkNonces() {
	var uses []use
	for _, e := range t.met {
		if e.line.verb != seals && e.line.verb != stream {
			continue
		}
		nonce := e.line.other(e.call, nonceWord(e.line))
		if nonce == nil {
			continue
		}
		for _, o := range t.c.originsIn(nonce, e.at, e.it.entry) {
			if t.call == nil && len(o.up) > depthOf(e.it.entry) {
				continue // from a caller of the function that the trip begins in
			}
			u := use{e: e, at: o.user(e.at), origin: o, base: base(o.v)}
			if t.c.isConstant(u) {
				t.reportNonce(u, "is constant")
			} else if e.line.verb == seals {
				uses = append(uses, u)
			}
		}
	}
	t.checkRepeated(uses)
}

// depthOf returns how many calls led to where an item is.
func depthOf(in *entry) (n int) {
	for ; in != nil; in = in.outer {
		n++
	}
	return n
}

// nonceWord returns which word of a line names the nonce.
func nonceWord(l line) int {
	if l.verb == seals {
		return 1
	}
	return 0
}

func (t *trip) reportNonce(u use, how string) {
	related := append(trail(u.e.it), t.c.way(u.origin, "the nonce is made here")...)
	if u.at != u.e.at {
		related = append(related, note(u.e.at.Pos(), "it is used here"))
	}
	t.c.report(finding{
		category: "nonce", at: u.at, what: t.source.key.operation, confidence: t.nonceConfidence(u.e),
		message: "nonce under a data key " + how + ": make a new one for each message",
		related: related,
	})
}

// nonceConfidence returns how sure it is that a nonce does harm: it does none as long as
// its key seals one message and no other, which is what such a design is about.
func (t *trip) nonceConfidence(e encounter) rule.Confidence {
	if t.isNew() && t.sealsOnce() && !t.isHeld(e.it) && !t.isRepeated(e) {
		return rule.Possible
	}
	return rule.Certain
}

// sealsOnce reports whether the key seals at one place only.
func (t *trip) sealsOnce() bool {
	n := 0
	for _, e := range t.met {
		if e.line.verb == seals || e.line.verb == stream {
			n++
		}
	}
	return n == 1
}

// isHeld reports whether an item was found in a field or a package variable.
func (t *trip) isHeld(it *item) bool {
	for ; it != nil; it = it.from {
		if strings.HasPrefix(it.text, keptIn) {
			return true
		}
	}
	return false
}

// isRepeated reports whether something is sealed again under the key, which is made in
// the same function.
func (t *trip) isRepeated(e encounter) bool {
	for at := range t.sites(e) {
		if at.Parent() == t.call.Parent() && reachable(at, map[ssa.Instruction]bool{t.call: true})[at] {
			return true
		}
	}
	return false
}

// base returns what a slice is a part of.
func base(v ssa.Value) ssa.Value {
	for {
		s, ok := v.(*ssa.Slice)
		if !ok {
			return v
		}
		v = s.X
	}
}

// isConstant reports whether a nonce is the same at each run: a constant, or memory that
// nothing fills but constants.
func (c *checker) isConstant(u use) bool {
	switch v := u.base.(type) {
	case *ssa.Const:
		return v.Value != nil
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.Global:
	default:
		return false
	}
	for _, place := range append(u.origin.via, u.base) {
		if c.isFilled(place) {
			return false
		}
	}
	return true
}

// isFilled reports whether anything that is not constant is written where v leads.
func (c *checker) isFilled(v ssa.Value) bool {
	filled, known := c.filled[v]
	if !known {
		filled = slices.ContainsFunc(c.e.Writers(v), func(w eval.Writer) bool { return c.fills(w, 0) }) ||
			slices.ContainsFunc(fieldsOf(v), c.isFieldFilled)
		c.filled[v] = filled
	}
	return filled
}

// isFieldFilled reports whether what a field refers to is handed to something that fills
// it, anywhere in the package.
func (c *checker) isFieldFilled(field *types.Var) bool {
	return slices.ContainsFunc(c.e.FieldReads(field), func(read ssa.Value) bool {
		return slices.ContainsFunc(c.e.Writers(read), func(w eval.Writer) bool { return w.Val == nil && c.fills(w, 0) })
	})
}

// maxFill bounds the calls through which a nonce is followed to what fills it.
const maxFill = 3

func (c *checker) fills(w eval.Writer, depth int) bool {
	if w.Val != nil {
		return !isConst(w.Val)
	}
	if w.Call.Builtin() == "copy" {
		return !isConstantText(w.Call.Args[1])
	}
	for _, v := range []verb{seals, stream, shows} {
		if _, ok := c.t.find(w.Call, v); ok {
			return false
		}
	}
	callees := c.e.Callees(w.Call)
	for _, fn := range callees {
		if depth == maxFill || w.Arg >= len(fn.Params) {
			return true
		}
		for _, inner := range c.e.Writers(fn.Params[w.Arg]) {
			if c.fills(inner, depth+1) {
				return true
			}
		}
	}
	return len(callees) == 0
}

func isConstantText(v ssa.Value) bool {
	if convert, ok := v.(*ssa.Convert); ok {
		v = convert.X
	}
	return isConst(v)
}

// maxUses bounds the nonces of one key that are compared with each other.
const maxUses = 200

// checkRepeated reports nonces with which a message is sealed after another one, with
// nothing between that changes them.
func (t *trip) checkRepeated(uses []use) {
	uses = uses[:min(len(uses), maxUses)]
	again := map[ssa.Instruction]bool{}
	for _, first := range uses {
		own := first.own()
		if own == nil {
			continue
		}
		after := reachable(first.at, t.barriers(first))
		for _, second := range uses {
			if second.own() == own && after[second.at] && !again[second.at] {
				again[second.at] = true
				t.reportNonce(second, "is used again")
			}
		}
	}
}

// own returns where the function that uses a nonce has it from: memory of its own, or
// what a call returned. It is nil if that is something of which changes are not in view.
func (u use) own() ssa.Value {
	var own ssa.Value
	for _, v := range u.origin.via {
		if v = base(v); v.Parent() == u.at.Parent() {
			own = v
		}
	}
	switch own.(type) {
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.Call, *ssa.Extract, *ssa.Parameter:
		return own
	}
	return nil
}

// barriers are the instructions after which a nonce is another one, or the key is.
func (t *trip) barriers(u use) map[ssa.Instruction]bool {
	stops := map[ssa.Instruction]bool{t.call: true}
	if made, ok := u.own().(ssa.Instruction); ok {
		stops[made] = true
	}
	if x, ok := u.own().(*ssa.Extract); ok {
		if call, ok := x.Tuple.(*ssa.Call); ok {
			stops[call] = true
		}
	}
	for it := u.e.it; it != nil; it = it.from {
		if made, ok := it.v.(*ssa.Call); ok { // of a cipher, or of the key
			stops[made] = true
		}
	}
	for _, place := range append(u.origin.via, u.base) {
		for _, at := range t.c.changes(place) {
			stops[at] = true
		}
	}
	return stops
}

// changes returns the instructions that change what is where v leads.
func (c *checker) changes(v ssa.Value) []ssa.Instruction {
	all, known := c.changed[v]
	if !known {
		for _, w := range c.e.Writers(v) {
			if w.Val != nil || c.fills(w, 0) {
				all = append(all, w.At)
			}
		}
		c.changed[v] = all
	}
	return all
}

// reachable returns the instructions that a function can get to after one of them: those
// at which it stops, and none after these.
func reachable(from ssa.Instruction, stops map[ssa.Instruction]bool) map[ssa.Instruction]bool {
	reached := map[ssa.Instruction]bool{}
	seen := make([]bool, len(from.Parent().Blocks))
	blocks := []*ssa.BasicBlock{}
	walk := func(b *ssa.BasicBlock, instrs []ssa.Instruction) {
		for _, instr := range instrs {
			if _, ok := instr.(ssa.CallInstruction); ok {
				reached[instr] = true
			}
			if stops[instr] {
				return
			}
		}
		for _, next := range b.Succs {
			if !seen[next.Index] {
				seen[next.Index] = true
				blocks = append(blocks, next)
			}
		}
	}
	b := from.Block()
	walk(b, b.Instrs[slices.Index(b.Instrs, from)+1:])
	for len(blocks) > 0 {
		b, blocks = blocks[len(blocks)-1], blocks[:len(blocks)-1]
		walk(b, b.Instrs)
	}
	return reached
}
