package eval

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// maxRounds bounds how often what was found in fields is looked for in others: what a
// constructor was given may be a field of something else.
const maxRounds = 3

// WithFields returns v, a value of fn, with what the package stores in the fields that it
// reads from parameters: a method of a struct that a constructor has filled knows no more
// of its receiver than that. What is stored there is one of the things that it can be.
// What a constructor was given is what its callers in the package gave it, and what a
// function is given that is a value is what those give it to whom it is handed.
func (e *Engine) WithFields(v *value.Value, fn *ssa.Function) *value.Value {
	for range maxRounds {
		before := v
		for _, frame := range framesIn(v, true) {
			of := e.pkg.Functions[frame-1]
			v = v.Subst(frame, token.NoPos, func(index int, path string) *value.Value {
				return e.storedInField(of, index, path)
			})
		}
		for _, frame := range framesIn(v, false) {
			v = e.withGiven(v, e.pkg.Functions[frame-1], fn)
		}
		if v == before {
			break
		}
	}
	return v
}

// framesIn returns the frames of the parameters in v: of those of which it has parts, or
// of all.
func framesIn(v *value.Value, parts bool) []int {
	var frames []int
	for leaf := range v.Leaves() {
		if leaf.Kind == value.Param && leaf.Frame > 0 && (leaf.Path != "" || !parts) && !slices.Contains(frames, leaf.Frame) {
			frames = append(frames, leaf.Frame)
		}
	}
	return frames
}

// storedInField returns what is stored in one of the fields that a path leads through,
// or nil if that is nothing of this package: the nearest to the value first.
func (e *Engine) storedInField(fn *ssa.Function, param int, path string) *value.Value {
	if path == "" || param >= len(fn.Params) {
		return nil
	}
	for _, f := range (ssaflow.Loc{Root: fn.Params[param], Path: path}).Fields() {
		var parts []*value.Value
		for _, w := range e.index.fields[f.Var] {
			if rest, ok := strings.CutPrefix(f.Rest, w.loc.Fields()[0].Rest); ok {
				parts = append(parts, e.At(w.val, rest, w.at))
			}
		}
		if len(parts) > 0 {
			return value.Guess(value.OneOf(parts...), "stored in field "+f.Var.Name(), f.Var.Pos())
		}
	}
	return nil
}

// maxCallers bounds the calls of a function that are looked at for what it is given.
const maxCallers = 16

// withGiven returns v with the parameters of a function replaced by what the package
// gives it. Who calls fn, of which v is a value, judges for himself.
func (e *Engine) withGiven(v *value.Value, of, fn *ssa.Function) *value.Value {
	calls := e.index.calls[of]
	if len(calls) > maxCallers || isAround(of, fn) {
		calls = nil
	}
	if len(calls)+len(e.index.taken[of]) == 0 {
		return v
	}
	return v.Subst(e.frames[of], token.NoPos, func(index int, path string) *value.Value {
		parts := []*value.Value{e.given(of, index, path)}
		for _, call := range calls {
			if v := e.Arguments(e.Resolve(call))(index, path); v != value.None {
				parts = append(parts, value.By(v, "given to "+of.Name(), call.Pos()))
			}
		}
		if parts[0] == nil && len(parts) == 1 {
			return nil
		}
		return value.OneOf(parts...)
	})
}

// isAround reports whether inner is outer, or a closure in it.
func isAround(outer, inner *ssa.Function) bool {
	for ; inner != nil; inner = inner.Parent() {
		if inner == outer {
			return true
		}
	}
	return false
}
