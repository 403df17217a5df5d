package eval

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// maxGlimpse is how many characters of a text tell nothing of it: programs show as many
// to say which secret they use.
const maxGlimpse = 4

// isGlimpse reports whether a slice of a text is so short: s[:4], or s[len(s)-4:].
func isGlimpse(s *ssa.Slice) bool {
	if high, ok := intConst(s.High); ok {
		low, _ := intConst(s.Low)
		return (s.Low == nil || isConst(s.Low)) && high-low <= maxGlimpse
	}
	from, ok := s.Low.(*ssa.BinOp)
	if !ok || s.High != nil || from.Op != token.SUB || !isLength(from.X, s.X) {
		return false
	}
	n, ok := intConst(from.Y)
	return ok && n <= maxGlimpse
}

func isConst(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

func intConst(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return c.Int64(), true
}

// isLength reports whether v is len(of).
func isLength(v, of ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) != 1 || ssaflow.Of(call.Call.Args[0]) != ssaflow.Of(of) {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}
