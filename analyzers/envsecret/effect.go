package envsecret

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// A kind says what a function does with a variable of the environment.
type kind uint8

const (
	read kind = iota
	put
)

func (k kind) String() string { return [...]string{"read", "put there"}[k] }

// An effect is one thing that a function does with the environment, in terms of
// its parameters.
type effect struct {
	kind     kind
	name     *value.Value
	val      *value.Value    // what is put there
	result   ssa.Value       // what is read from there, where it is in this function
	used     bool            // what is read is used in the clear by a function that is called
	at       ssa.Instruction // in this function: what does it, or the call of what does
	pos      token.Pos
	deployed bool
	entry    bool   // val is a whole entry, NAME=value, of which no part is known to be the name
	inner    []step // where it happens, if in a function that is called
}

type step struct {
	pos  token.Pos
	text string
}

// effects returns what fn does with the environment, by itself and by what it
// calls. It is nil while that is being found out.
func (c *checker) effects(fn *ssa.Function) []effect {
	return c.found.Get(fn, func() found { return c.find(fn) }).all
}

// found are the effects of a function, and those of them that concern its callers.
type found struct{ all, open []effect }

// maxOpen bounds how many effects a function passes on to each of its callers: in
// programs where everything calls everything there would be one for each way.
const maxOpen = 32

// open returns the effects of fn that depend on its parameters.
func (c *checker) open(fn *ssa.Function) []effect {
	return c.found.Get(fn, func() found { return c.find(fn) }).open
}

func (c *checker) openAmong(all []effect, frame int) []effect {
	var open []effect
	for _, f := range all {
		if len(open) < maxOpen && !slices.ContainsFunc(open, f.equal) && c.isOpen(f, frame) {
			open = append(open, f)
		}
	}
	return open
}

func (f effect) equal(g effect) bool {
	return f.kind == g.kind && f.deployed == g.deployed && f.entry == g.entry && f.used == g.used && f.result == g.result &&
		f.name.Equal(g.name) && f.val.Equal(g.val)
}

func (c *checker) find(fn *ssa.Function) found {
	all := append(c.readsOf(fn), c.putsOf(fn)...)
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
	return found{all, c.openAmong(all, c.e.Frame(fn))}
}

// byCall returns the effects of a call that depend on its arguments: the callee
// has reported the others.
func (c *checker) byCall(call ssaflow.Call) []effect {
	var all []effect
	for _, fn := range c.e.Callees(call) {
		for _, f := range c.open(fn) {
			all = append(all, c.at(f, call, c.e.Frame(fn), fn.Name()).split()...)
		}
	}
	for _, m := range c.known(call) {
		for _, f := range c.facts[m].effects() {
			all = append(all, c.at(f, call, 0, m.Pkg().Name()+"."+m.Name()).split()...)
		}
	}
	return all
}

// known returns the functions of other packages that a call may reach and of which
// there are facts. Most calls reach none, and few functions have any.
func (c *checker) known(call ssaflow.Call) []*types.Func {
	if call.Iface == nil {
		if _, ok := c.facts[call.Func]; ok {
			return []*types.Func{call.Func}
		}
		return nil
	}
	var reached []*types.Func
	for _, m := range c.methods[call.Func.Name()] {
		if eval.Reaches(call, m) {
			reached = append(reached, m)
		}
	}
	return reached
}

// isOpen reports whether what there is to say of f depends on the parameters that
// frame names.
func (c *checker) isOpen(f effect, frame int) bool {
	if f.kind == read {
		used, returned := c.used(f)
		return f.name.Mentions(frame) && (used || returned)
	}
	return (f.name.Mentions(frame) || f.val.Mentions(frame)) && len(c.judge(f)) == 0
}

// used reports whether a function uses in the clear what it reads, and whether it
// returns it.
func (c *checker) used(f effect) (used, returned bool) {
	if f.used || f.result == nil {
		return f.used, false
	}
	u := c.e.Uses(f.result, false)
	return u.Other != nil || len(u.Puts) > 0, u.Returned
}

// at returns an effect of a callee as one of the call.
func (c *checker) at(f effect, call ssaflow.Call, frame int, callee string) effect {
	args := c.e.Arguments(call)
	g := f
	if f.kind == read {
		g.used, _ = c.used(f)
	}
	g.name = f.name.Subst(frame, call.Instr.Pos(), args)
	if f.val != nil {
		g.val = f.val.Subst(frame, call.Instr.Pos(), args)
	}
	g.at, g.pos, g.result = call.Instr, call.Instr.Pos(), nil
	if v := call.Instr.Value(); v != nil {
		g.result = v
	}
	if f.pos.IsValid() {
		g.inner = append([]step{{f.pos, f.kind.String() + " in " + callee}}, f.inner...)
	}
	return g
}

// split returns the effects that a whole entry turns out to be, now that more is known
// of it.
func (f effect) split() []effect {
	if !f.entry {
		return []effect{f}
	}
	var all []effect
	for _, alt := range alternatives(f.val) {
		g := f
		g.name, g.val, g.entry = cutEntry(alt)
		all = append(all, g)
	}
	return all
}

// ofParent returns the effects of a closure that depend on the parameters of the
// function around it.
func (c *checker) ofParent(fn, anon *ssa.Function) []effect {
	var all []effect
	for _, f := range c.effects(anon) {
		if c.isOpen(f, c.e.Frame(fn)) && !c.isOpen(f, c.e.Frame(anon)) {
			all = append(all, f)
		}
	}
	return all
}

// A Fact is what importers need to know of a function that reads variables or puts
// them into an environment that its parameters name or carry.
type Fact struct {
	Effects []Effect
}

// An Effect is an effect in the form that facts have.
type Effect struct {
	Put       bool
	Deployed  bool
	Entry     bool
	Used      bool // of a read: it is used in the clear, and not only returned
	Name, Val *value.Value
}

// AFact makes a Fact a fact about a types.Func.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	s := ""
	for _, e := range f.Effects {
		if s != "" {
			s += "; "
		}
		if e.Put {
			s += "puts " + e.Name.String() + "=" + e.Val.String()
		} else {
			s += "reads " + e.Name.String()
		}
	}
	return s
}

func (f *Fact) effects() []effect {
	var all []effect
	if f == nil {
		return nil
	}
	for _, e := range f.Effects {
		g := effect{kind: read, name: e.Name, val: e.Val, deployed: e.Deployed, entry: e.Entry, used: e.Used}
		if e.Put {
			g.kind = put
		}
		all = append(all, g)
	}
	return all
}

// export leaves facts about the functions whose effects depend on parameters.
func (c *checker) export() {
	for _, fn := range c.e.Functions() {
		obj, ok := eval.Exported(fn)
		if !ok {
			continue
		}
		fact := new(Fact)
		frame := c.e.Frame(fn)
		for _, f := range c.open(fn) {
			if len(fact.Effects) == maxEffects {
				break
			}
			e := Effect{Put: f.kind == put, Deployed: f.deployed, Entry: f.entry, Name: f.name.PortableName(frame)}
			if f.val != nil {
				e.Val = f.val.Portable(frame)
			} else {
				e.Used, _ = c.used(f)
			}
			fact.Effects = append(fact.Effects, e)
		}
		if len(fact.Effects) > 0 {
			c.pass.ExportObjectFact(obj, fact)
		}
	}
}

// maxEffects bounds a fact. A function with more is a table of settings, and its
// callers gain nothing by it.
const maxEffects = 16
