package eval

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// usesWithin returns what a function does with a parameter: the same for each call of
// it, of which there can be several on one value's way.
func (e *Engine) usesWithin(p *ssa.Parameter) Uses {
	return e.uses.Get(p, func() Uses {
		u := &follower{e: e, seen: map[any]bool{}}
		u.follow(p)
		return u.uses
	})
}

// union returns the calls of both, each once: functions that call each other come to
// the same ones on many ways.
func union(a, b []ssaflow.Call) []ssaflow.Call {
	for _, c := range b {
		if !slices.ContainsFunc(a, func(d ssaflow.Call) bool { return c.Instr == d.Instr }) {
			a = append(a, c)
		}
	}
	return a
}
