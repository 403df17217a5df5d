package ssaflow

import (
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// A Part says how much of the memory at its Loc a value covers.
type Part struct {
	// Low and High are the bounds where only one of them cuts something off,
	// as text that is equal for equal bounds: "16", "t5".
	Low, High string
	Unknown   bool // cut in a way that Low and High do not tell
}

// IsWhole reports whether the part is all of it.
func (p Part) IsWhole() bool { return p == Part{} }

// PartOf returns how much of the memory at Of(v) v covers.
func PartOf(v ssa.Value) Part {
	var part Part
	for {
		if s, ok := v.(*ssa.Slice); ok {
			cut := cutOf(s)
			if !cut.IsWhole() {
				if !part.IsWhole() {
					cut.Unknown = true
				}
				part = cut
			}
		}
		x, sel := up(v)
		if x == nil || sel != "" {
			return part
		}
		if _, isPhi := x.(*ssa.Phi); isPhi {
			return part
		}
		v = x
	}
}

func cutOf(s *ssa.Slice) Part {
	low, high := boundText(s.Low), boundText(s.High)
	if low == "0" {
		low = ""
	}
	if isLength(s.High, s.X) {
		high = ""
	}
	return Part{Low: low, High: high, Unknown: low != "" && high != ""}
}

func boundText(v ssa.Value) string {
	if v == nil {
		return ""
	}
	if n, ok := intConst(v); ok {
		return strconv.FormatInt(n, 10)
	}
	return v.Name()
}

// IsLength reports whether bound is the length of x, or a constant that is at
// least n.
func IsLength(bound, x ssa.Value, n int64) bool {
	c, ok := intConst(bound)
	return ok && c >= n || isLength(bound, x)
}

// isLength reports whether bound is the length of x.
func isLength(bound, x ssa.Value) bool {
	if bound == nil {
		return true
	}
	if arg, ok := LenOf(bound); ok {
		return Of(arg) == Of(x) && PartOf(arg) == PartOf(x)
	}
	n, ok := intConst(bound)
	return ok && n == ArrayLen(x.Type())
}

// ArrayLen returns the length of the array that t is or points to, or -1.
func ArrayLen(t types.Type) int64 {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if a, ok := t.Underlying().(*types.Array); ok {
		return a.Len()
	}
	return -1
}
