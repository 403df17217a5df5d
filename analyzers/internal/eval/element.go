package eval

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// sameElement drops the hits that store in another element of an array than at loads:
// places do not tell elements apart, and what a program writes down has constant indexes.
func sameElement(loc ssaflow.Loc, at ssa.Instruction, hits []hit) []hit {
	load, ok := at.(*ssa.UnOp)
	if !ok || strings.Count(loc.Path, "[]") != 1 {
		return hits
	}
	read, ok := element(load.X)
	if !ok {
		return hits
	}
	var same []hit
	for _, h := range hits {
		if h.write == nil || !isOther(h.write.at, read) {
			same = append(same, h)
		}
	}
	return same
}

func isOther(at ssa.Instruction, index int64) bool {
	store, ok := at.(*ssa.Store)
	if !ok {
		return false
	}
	written, ok := element(store.Addr)
	return ok && written != index
}

// element returns the index of the element of a local array that an address is in, if
// that is constant.
func element(addr ssa.Value) (int64, bool) {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			index, ok := intConst(a.Index)
			return index, ok && isWholeArray(a.X)
		default:
			return 0, false
		}
	}
}

// isWholeArray reports whether v is a local array, or a slice that begins where it does.
func isWholeArray(v ssa.Value) bool {
	if s, ok := v.(*ssa.Slice); ok && s.Low == nil {
		v = s.X
	}
	_, ok := v.(*ssa.Alloc)
	return ok
}
