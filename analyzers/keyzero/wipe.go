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
			ws = append(ws, e.loopWipes(fn)[ssaflow.Exit{Block: b, Succ: succ}]...)
		}
	}
	return ws
}

// loopWipes returns what the loops of fn have overwritten when they end: a slice,
// byte by byte, or all elements of a collection.
func (e *engine) loopWipes(fn *ssa.Function) map[ssaflow.Exit][]wipe {
	loops, ok := e.loops[fn]
	if ok {
		return loops
	}
	loops = map[ssaflow.Exit][]wipe{}
	e.loops[fn] = loops
	for exit, v := range ssaflow.ZeroLoops(fn) {
		if match.IsSequence(v.Type()) {
			loops[exit] = append(loops[exit], wipeOf(v))
		}
	}
	for _, c := range e.callsIn(fn) {
		for i, arg := range c.Args {
			addr, isElement := ssaflow.ElementAddr(arg)
			if !isElement || !e.wipesArg(c, i) {
				continue
			}
			if exit, ok := ssaflow.FullLoop(addr, c.Instr.Block()); ok {
				loops[exit] = append(loops[exit], wipe{loc: ssaflow.Of(arg)})
			}
		}
	}
	return loops
}

func (e *engine) wipesArg(c ssaflow.Call, i int) bool {
	for _, w := range e.wipesBy(c) {
		if w.loc == ssaflow.Of(c.Args[i]) && w.part.IsWhole() {
			return true
		}
	}
	return false
}

func wipeOf(v ssa.Value) wipe {
	return wipe{ssaflow.Of(v), ssaflow.PartOf(v)}
}

// wipesBy returns what a call overwrites.
func (e *engine) wipesBy(c ssaflow.Call) []wipe {
	if overwrites(c) >= 0 {
		return []wipe{wipeOf(c.Args[overwrites(c)])}
	}
	ws := e.cleanupBy(c)
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
		if match.IsSequence(c.Args[0].Type()) {
			return 0
		}
	case "copy":
		if isZeros(c.Args[1], c.Args[0]) {
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

// minZeros is the length from which a buffer of zeros is taken to cover a key of
// unknown length: that of AES-256, the largest that KMS makes unless asked.
const minZeros = 32

// isZeros reports whether v is a slice of zeros, made here and never written,
// that is as long as dst.
func isZeros(v, dst ssa.Value) bool {
	switch root := ssaflow.Of(v).Root.(type) {
	case *ssa.MakeSlice:
		return ssaflow.IsLength(root.Len, dst, minZeros) && !isWritten(root)
	case *ssa.Alloc, *ssa.Global:
		return ssaflow.ArrayLen(root.Type()) >= needed(dst) && !isWritten(root)
	case *ssa.Call:
		fn := root.Call.StaticCallee()
		return fn != nil && fn.String() == "bytes.Repeat"
	}
	return false
}

// needed returns how many zeros cover dst.
func needed(dst ssa.Value) int64 {
	if n := ssaflow.ArrayLen(ssaflow.Of(dst).Root.Type()); n > 0 {
		return n
	}
	return minZeros
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

// cleanupBy recognises the call of a function that came along with a key:
//
//	key, cleanup, err := dataKey(ctx)
//	…
//	defer cleanup()
func (e *engine) cleanupBy(c ssaflow.Call) []wipe {
	result, ok := c.Instr.Common().Value.(*ssa.Extract)
	if !ok || c.Fn != nil || len(c.Args) > 0 {
		return nil
	}
	call, ok := result.Tuple.(*ssa.Call)
	if !ok {
		return nil
	}
	var ws []wipe
	for _, k := range e.keysOf(call) {
		ws = append(ws, wipe{loc: k.home})
	}
	return ws
}
