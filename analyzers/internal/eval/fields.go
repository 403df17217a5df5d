package eval

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// WithFields returns v with what the package stores in the fields that it reads from
// parameters: a method of a struct that a constructor has filled knows no more of its
// receiver than that. What is stored there is one of the things that it can be.
func (e *Engine) WithFields(v *value.Value) *value.Value {
	for _, frame := range framesIn(v) {
		fn := e.pkg.Functions[frame-1]
		v = v.Subst(frame, token.NoPos, func(index int, path string) *value.Value {
			return e.storedInField(fn, index, path)
		})
	}
	return v
}

// framesIn returns the frames of the parameters of which v has parts.
func framesIn(v *value.Value) []int {
	var frames []int
	for leaf := range v.Leaves() {
		if leaf.Kind == value.Param && leaf.Path != "" && leaf.Frame > 0 && !slices.Contains(frames, leaf.Frame) {
			frames = append(frames, leaf.Frame)
		}
	}
	return frames
}

// storedInField returns what is stored in the field that a path ends with, or nil if
// that is nothing of this package.
func (e *Engine) storedInField(fn *ssa.Function, param int, path string) *value.Value {
	if path == "" || param >= len(fn.Params) {
		return nil
	}
	fields := ssaflow.Loc{Root: fn.Params[param], Path: path}.Fields()
	if len(fields) == 0 {
		return nil
	}
	var parts []*value.Value
	for _, w := range e.index.fields[fields[0].Var] {
		if rest, ok := strings.CutPrefix(fields[0].Rest, w.loc.Fields()[0].Rest); ok {
			parts = append(parts, e.At(w.val, rest, w.at))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return value.By(value.OneOf(parts...), "stored in field "+fields[0].Var.Name(), fields[0].Var.Pos())
}
