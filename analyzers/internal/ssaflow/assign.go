package ssaflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

// An Assign makes what is at Src be at Dst too.
type Assign struct {
	At       ssa.Instruction
	Dst, Src Loc

	// Shared tells that a reference is assigned: what is later stored below
	// Dst can also be read below Src.
	Shared bool

	// Array tells that the value is an array of bytes: Dst has bytes of its
	// own, and Src is where the array was loaded from.
	Array bool
}

// Assigns returns the assignments that instr makes by itself. What calls do is
// for the caller to say, who knows the callees.
func Assigns(instr ssa.Instruction) []Assign {
	switch i := instr.(type) {
	case *ssa.Store:
		return one(i, Of(i.Addr), i.Val)
	case *ssa.MapUpdate:
		return one(i, Of(i.Map).Select("[]"), i.Value)
	case *ssa.Send:
		return one(i, Of(i.Chan).Select("[]"), i.X)
	case *ssa.Phi:
		var as []Assign
		for _, e := range i.Edges {
			as = append(as, one(i, Of(i), e)...)
		}
		return as
	case *ssa.Select:
		var as []Assign
		for _, s := range i.States {
			if s.Send != nil {
				as = append(as, one(i, Of(s.Chan).Select("[]"), s.Send)...)
			}
		}
		return as
	}
	return nil
}

// Pass returns the assignment of an argument or result to a parameter or call.
func Pass(at ssa.Instruction, dst Loc, v ssa.Value) []Assign { return one(at, dst, v) }

func one(at ssa.Instruction, dst Loc, v ssa.Value) []Assign {
	if _, ok := v.(*ssa.Const); ok {
		return nil
	}
	if src, ok := loadedArray(v); ok {
		return []Assign{{At: at, Dst: dst, Src: src, Array: true}}
	}
	return []Assign{{At: at, Dst: dst, Src: Of(v), Shared: isReference(v.Type())}}
}

// loadedArray returns the place from which an array of bytes was loaded.
func loadedArray(v ssa.Value) (Loc, bool) {
	if !match.IsByteArray(v.Type()) {
		return Loc{}, false
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		return Of(v.X), true
	case *ssa.Field:
		return Of(v.X).Select("." + FieldOf(v.X.Type(), v.Field).Name()), true
	}
	return Loc{}, false
}

func isReference(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Chan, *types.Slice, *types.Interface:
		return true
	}
	return false
}
