package secretleak

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// isDead reports whether a block is never reached, because a condition is constant.
func isDead(b *ssa.BasicBlock) bool {
	for cond, truth := range conditions(b) {
		if c, ok := cond.(*ssa.Const); ok && c.Value != nil && constant.BoolVal(c.Value) != truth {
			return true
		}
	}
	return false
}

// isEmpty reports whether a text is known to be empty in a block.
func isEmpty(v ssa.Value, b *ssa.BasicBlock) bool {
	for cond, truth := range conditions(b) {
		cmp, ok := cond.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ || truth != (cmp.Op == token.EQL) {
			continue
		}
		if isZero(cmp.Y) && (isSame(cmp.X, v) || isLengthOf(cmp.X, v)) {
			return true
		}
	}
	return false
}

// isSame reports whether two values are read from one place.
func isSame(v, w ssa.Value) bool { return v == w || ssaflow.Of(v) == ssaflow.Of(w) }

// isListed reports whether it is known at an instruction that a parameter of Parameter
// Store is no SecureString: by a branch on its type, there or at all calls of the function.
func (c *checker) isListed(at ssa.Instruction) bool {
	if isListed(at.Block()) {
		return true
	}
	fn := at.Parent()
	return c.e.IsOnlyCalled(fn) && !slices.ContainsFunc(c.e.Callers(fn), func(call ssa.CallInstruction) bool {
		return !isListed(call.Block())
	})
}

// isListed reports whether that is known in a block. Source: "Parameter" in the Systems
// Manager API reference.
func isListed(b *ssa.BasicBlock) bool {
	for cond, truth := range conditions(b) {
		cmp, ok := cond.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
			continue
		}
		c, ok := cmp.Y.(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.String {
			continue
		}
		is := truth == (cmp.Op == token.EQL)
		switch constant.StringVal(c.Value) {
		case "SecureString":
			if !is {
				return true
			}
		case "StringList":
			if is {
				return true
			}
		}
	}
	return false
}

// isFailed reports whether v is a result of a call of which it is known in a block that it
// failed: then there is no result.
func isFailed(v ssa.Value, b *ssa.BasicBlock) bool {
	call, ok := ssaflow.Of(v).Root.(*ssa.Call)
	if !ok {
		return false
	}
	for cond, truth := range conditions(b) {
		cmp, ok := cond.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ || truth != (cmp.Op == token.NEQ) {
			continue
		}
		x, ok := cmp.X.(*ssa.Extract)
		if c, isConst := cmp.Y.(*ssa.Const); ok && isConst && c.IsNil() && x.Tuple == call && match.IsError(x.Type()) {
			return true
		}
	}
	return false
}

func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil {
		return false
	}
	switch c.Value.Kind() {
	case constant.String:
		return constant.StringVal(c.Value) == ""
	case constant.Int:
		return c.Int64() == 0
	}
	return false
}

func isLengthOf(v, of ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) != 1 || !isSame(call.Call.Args[0], of) {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

// conditions yields the conditions of which it is known in a block whether they are true.
func conditions(b *ssa.BasicBlock) func(yield func(ssa.Value, bool) bool) {
	return func(yield func(ssa.Value, bool) bool) {
		for d := b; d != nil; d = d.Idom() {
			if len(d.Preds) != 1 {
				continue
			}
			p := d.Preds[0]
			branch, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If)
			if ok && p.Succs[0] != p.Succs[1] && !yield(branch.Cond, p.Succs[0] == d) {
				return
			}
		}
	}
}
