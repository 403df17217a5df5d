package value

import (
	"go/token"
	"strings"
)

// Args is the frame of the parameters of a function that is not known yet: that of an
// Applied.
const Args = -1

// Apply returns what a function returns to a call with these arguments, in whose place
// the result has parameters of the frame Args.
func Apply(result *Value, args []*Value) *Value {
	if result.isCalled() {
		return bounded(&Value{Kind: Applied, Parts: append([]*Value{result}, args...)})
	}
	if !result.Mentions(Args) {
		return result
	}
	return result.Subst(Args, token.NoPos, func(index int, path string) *Value {
		if index >= len(args) {
			return None
		}
		return args[index].Select(path)
	})
}

// isCalled reports whether a part of v is what a parameter returns.
func (v *Value) isCalled() bool {
	for leaf := range v.Leaves() {
		if leaf.Kind == Param && strings.Contains(leaf.Path, Called) {
			return true
		}
	}
	return false
}
