package secretleak

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// An effect is one thing that a function does with a value that may be a secret, in
// terms of its parameters: it hands it to a sink.
type effect struct {
	category string // of the sink; "" while a parameter decides, to which it writes
	to       int    // that parameter
	toPath   string // below it
	part     bool   // what is seen is a part of a longer text
	guessed  bool   // a call on the way may reach other functions
	listed   bool   // parameters of Parameter Store are known to be no secure strings here
	val      *value.Value
	at       ssa.Instruction // in this function: the sink, or the call of what leads there
	line     token.Pos       // the same, in a function of another package
	of       string          // the name of that function
	end      string          // of another package: the function that shows it, if it is not that one
	inner    []step          // how it goes on from there, in functions that are called
	node     *node
}

// A node is an effect's place on the way that leads from a sink to those who call.
type node struct {
	below   *effect // of what is called
	settled bool    // a caller is known to give a secret
	guessed bool    // the secret is known by what fields hold
}

type step struct {
	pos  token.Pos
	text string
}

// pos is where the effect stands in its function.
func (f effect) pos() token.Pos { return f.at.Pos() }

// from is where it goes on from a call of that function.
func (f effect) from() token.Pos {
	if f.at != nil {
		return f.pos()
	}
	return f.line
}

func (f effect) equal(g effect) bool {
	return f.category == g.category && f.to == g.to && f.toPath == g.toPath && f.part == g.part && f.listed == g.listed && f.val.Equal(g.val)
}

// found are the effects of a function, and those of them that concern its callers.
type found struct {
	all, open []effect
	sum       string // what open says, for whatever parameters and constants
}

// maxOpen bounds how many effects a function passes on to each of its callers.
const maxOpen = 24

func (c *checker) effects(fn *ssa.Function) found {
	return c.found.Get(fn, func() found { return c.find(fn) })
}

func (c *checker) find(fn *ssa.Function) found {
	all := c.own(fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				all = append(all, c.byCall(c.e.Resolve(call))...)
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		all = append(all, c.ofParent(fn, anon)...)
	}
	open := c.openAmong(all, fn)
	return found{all, open, sumOf(open)}
}

func (c *checker) openAmong(all []effect, fn *ssa.Function) []effect {
	var open []effect
	for _, f := range all {
		if len(open) < maxOpen && c.isOpen(f, fn) && !slices.ContainsFunc(open, f.equal) {
			open = append(open, f)
		}
	}
	return open
}

func sumOf(open []effect) string {
	var sum strings.Builder
	for _, f := range open {
		fmt.Fprintf(&sum, "%s %d%s %t %t %v\n", f.category, f.to, f.toPath, f.part, f.listed, f.val)
	}
	return sum.String()
}

// isOpen reports whether what there is to say of f depends on who calls fn.
func (c *checker) isOpen(f effect, fn *ssa.Function) bool {
	return f.category == "" || f.val.Mentions(c.e.Frame(fn)) && c.sure(f).leaf == nil
}

// ofParent returns the effects of a closure that depend on the parameters of the
// function around it.
func (c *checker) ofParent(fn, anon *ssa.Function) []effect {
	var all []effect
	for _, f := range c.effects(anon).all {
		if f.category != "" && c.isOpen(f, fn) && !c.isOpen(f, anon) {
			all = append(all, f)
		}
	}
	return all
}

// byCall returns the effects of what a call reaches that depend on its arguments.
func (c *checker) byCall(call ssaflow.Call) []effect {
	var all []effect
	for _, t := range c.targets(call) {
		for _, f := range t.open {
			all = append(all, c.lift(f, t, call, c.e.Arguments(call))...)
		}
	}
	for _, h := range c.e.Handings(call) {
		t := c.inView(h.Fn)
		for _, f := range t.open {
			if f.category != "" {
				all = append(all, c.lift(f, t, call, h.Argument)...)
			}
		}
	}
	return all
}

// A target is a function that a call reaches.
type target struct {
	name  string
	frame int
	open  []effect
}

// maxTargets bounds how many functions of those that a call through an interface may reach
// are looked at. What the others show is not found out.
const maxTargets = 12

// targets returns the functions that a call reaches and of which something is known.
func (c *checker) targets(call ssaflow.Call) []target {
	var all []target
	seen := map[string]bool{}
	for _, fn := range c.callees(call) {
		if sum := c.effects(fn).sum; sum != "" && !seen[sum] { // of those that do the same, one
			seen[sum] = true
			all = append(all, c.inView(fn))
		}
	}
	for _, m := range c.known(call) {
		all = append(all, target{nameOf(m), 0, c.facts[m].effects(nameOf(m), c.pass.Fset.File(m.Pos()))})
	}
	if len(all) > maxTargets {
		cut := effect{category: "logged", val: value.Unfinished, at: call.Instr, node: new(node)}
		all = append(all[:maxTargets], target{open: []effect{cut}})
	}
	return all
}

// nameOf returns the name of a function of another package: with its package, and its type.
func nameOf(m *types.Func) string {
	name := match.Func(m)
	return name[strings.LastIndexByte(name, '/')+1:]
}

func (c *checker) inView(fn *ssa.Function) target {
	return target{fn.Name(), c.e.Frame(fn), c.effects(fn).open}
}

// callees returns the functions in view that a call may reach, be it through a field.
func (c *checker) callees(call ssaflow.Call) []*ssa.Function {
	if call.Fn != nil || call.Iface != nil || call.Builtin() != "" {
		return c.e.Callees(call)
	}
	var fns []*ssa.Function
	for _, o := range c.e.Origins(call.Instr.Common().Value, "") {
		if fn, receiver := ssaflow.Callee(o.Value); fn != nil && receiver == nil && c.e.Frame(fn) != 0 {
			fns = append(fns, fn)
		}
	}
	return fns
}

// known returns the functions of other packages that a call may reach and of which
// there are facts.
func (c *checker) known(call ssaflow.Call) []*types.Func {
	if call.Iface == nil {
		if _, ok := c.facts[call.Func]; ok {
			return []*types.Func{call.Func}
		}
		return nil
	}
	return c.methods.Reached(call)
}

// lift returns an effect of what is called as one of the call that gives it such
// arguments.
func (c *checker) lift(f effect, t target, call ssaflow.Call, args func(index int, path string) *value.Value) []effect {
	g := f
	g.at = call.Instr
	g.val = f.val.Subst(t.frame, call.Instr.Pos(), args)
	g.inner, g.line, g.end = inner(f, t), token.NoPos, ""
	g.guessed = f.guessed || call.Iface != nil
	g.listed = f.listed || f.at != nil && c.isListed(f.at)
	g.node = &node{below: &f}
	switch {
	case f.category != "":
		return []effect{g}
	case f.to >= len(call.Args):
		return nil
	}
	return c.written(g, call.Args[f.to], f.toPath)
}

// inner returns how an effect goes on from a call of what has it.
func inner(f effect, t target) []step {
	switch {
	case f.end != "":
		return append([]step{{f.from(), "on to " + t.name + ", and " + deeds[f.category] + " in " + f.end}}, f.inner...)
	case len(f.inner) > 0 || f.category == "":
		return append([]step{{f.from(), "on to " + t.name}}, f.inner...)
	}
	return []step{{f.from(), deeds[f.category] + " in " + t.name}}
}
