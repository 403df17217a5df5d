package keyzero

import (
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// A wipe overwrites what is at loc, or a part of it.
type wipe struct {
	loc  ssaflow.Loc
	part ssaflow.Part
}

// wipesIn returns every wipe in fn.
func (e *engine) wipesIn(fn *ssa.Function) []wipe {
	var ws []wipe
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch i := instr.(type) {
			case ssa.CallInstruction:
				ws = append(ws, e.wipesBy(e.resolver.Resolve(i))...)
			case *ssa.Store:
				if w, ok := storedZero(i); ok {
					ws = append(ws, w)
				}
			}
		}
		for succ := range b.Succs {
			if v, ok := e.zeroLoops(fn)[ssaflow.Exit{Block: b, Succ: succ}]; ok && match.IsBytes(v.Type()) {
				ws = append(ws, wipeOf(v))
			}
		}
	}
	return ws
}

func wipeOf(v ssa.Value) wipe {
	return wipe{ssaflow.Of(v), ssaflow.PartOf(v)}
}

// wipesBy returns what a call overwrites.
func (e *engine) wipesBy(c ssaflow.Call) []wipe {
	if overwrites(c) >= 0 {
		return []wipe{wipeOf(c.Args[overwrites(c)])}
	}
	var ws []wipe
	for _, p := range e.effect(c).Zeroes {
		if p.Kind == summary.Param && p.Index < len(c.Args) {
			w := wipeOf(c.Args[p.Index])
			if p.Path != "" {
				w = wipe{loc: w.loc.Select(p.Path)}
			}
			ws = append(ws, w)
		}
	}
	return ws
}

// overwrites returns the index of the argument that a call overwrites by virtue
// of its other arguments, or -1.
func overwrites(c ssaflow.Call) int {
	switch c.Builtin() {
	case "clear":
		if match.IsBytes(c.Args[0].Type()) {
			return 0
		}
	case "copy":
		if isZeros(c.Args[1]) {
			return 0
		}
	}
	if c.Func == nil {
		return -1
	}
	switch match.Func(c.Func) {
	case "crypto/subtle.XORBytes":
		k := ssaflow.Of(c.Args[0])
		if ssaflow.Of(c.Args[1]) == k && ssaflow.Of(c.Args[2]) == k {
			return 0
		}
	case "io.ReadFull":
		if g, ok := ssaflow.Of(c.Args[0]).Root.(*ssa.Global); ok && g.Name() == "Reader" && g.Pkg.Pkg.Path() == "crypto/rand" {
			return 1
		}
	}
	return -1
}

// isZeros reports whether v is a slice of zeros: made here and never written.
func isZeros(v ssa.Value) bool {
	switch root := ssaflow.Of(v).Root.(type) {
	case *ssa.MakeSlice:
		return !isWritten(root)
	case *ssa.Alloc:
		return match.IsBytes(root.Type()) && !isWritten(root)
	case *ssa.Global:
		return match.IsByteArray(deref(root.Type())) && !isWritten(root)
	case *ssa.Call:
		fn := root.Call.StaticCallee()
		return fn != nil && fn.String() == "bytes.Repeat"
	}
	return false
}

// isWritten reports whether anything but reads, slicing and being copied from is
// done with v. Package variables are taken to be as they were declared.
func isWritten(v ssa.Value) bool {
	if v.Referrers() == nil {
		return false
	}
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.Slice:
			if isWritten(r) {
				return true
			}
		case *ssa.Call:
			if b, ok := r.Call.Value.(*ssa.Builtin); !ok || b.Name() == "copy" && r.Call.Args[0] == v {
				return true
			}
		case *ssa.DebugRef, *ssa.Defer:
		default:
			return true
		}
	}
	return false
}

// storedZero recognises `key = [32]byte{}`.
func storedZero(s *ssa.Store) (wipe, bool) {
	c, ok := s.Val.(*ssa.Const)
	if !ok || !match.IsByteArray(c.Type()) {
		return wipe{}, false
	}
	return wipe{loc: ssaflow.Of(s.Addr)}, true
}
