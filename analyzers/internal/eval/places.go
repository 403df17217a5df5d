package eval

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// Callers returns the calls in the package whose callee is fn, and nothing else.
func (e *Engine) Callers(fn *ssa.Function) []ssa.CallInstruction { return e.index.calls[fn] }

// FieldReads returns where the package reads a field, or takes its address. That
// includes stores to it: see IsRead.
func (e *Engine) FieldReads(f *types.Var) []ssa.Value { return e.index.reads[f] }

// IsRead reports whether more is done with an address than to store something there.
func IsRead(addr ssa.Value) bool { return isRead(addr) }

// Loads returns where the package loads a variable of its own.
func (e *Engine) Loads(g *ssa.Global) []ssa.Value { return e.index.loads[g] }

// IsShared reports whether other packages can name what is declared.
func (e *Engine) IsShared(obj types.Object) bool { return e.isShared(obj) }

// A Stored is a value that was stored where something is loaded: the part of it at
// Path is what is found there.
type Stored struct {
	Val  ssa.Value
	Path string
	At   ssa.Instruction
}

// Stores returns what is stored in the part of v that path leads to, as far as at can
// see it. whole is false if there is more to it: what was there before, or what a call
// leaves there.
func (e *Engine) Stores(v ssa.Value, path string, at ssa.Instruction) (stored []Stored, whole bool) {
	loc := ssaflow.Of(v).Select(path)
	hits := e.index.hits(loc)
	initial := len(hits) == 0
	if !initial && localTo(loc, at, hits) {
		hits, initial = e.ask().reaching(loc, at, hits)
	}
	whole = !initial
	for _, h := range hits {
		switch {
		case h.ref != nil && e.keeps(h.ref.call, h.ref.arg):
		case h.ref != nil || h.below:
			whole = false
		default:
			stored = append(stored, Stored{h.write.val, h.rest, h.write.at})
		}
	}
	return stored, whole
}

// FieldStores returns what the package stores in a field.
func (e *Engine) FieldStores(f *types.Var) []Stored {
	var stored []Stored
	for _, w := range e.index.fields[f] {
		if w.loc.Fields()[0].Rest == "" {
			stored = append(stored, Stored{Val: w.val, At: w.at})
		}
	}
	return stored
}

// A Writer is an instruction that may change what v refers to: a store of Val there or
// below, or a call that is handed a reference as its argument Arg.
type Writer struct {
	At   ssa.Instruction
	Val  ssa.Value
	Call ssaflow.Call
	Arg  int
}

// Writers returns what may change the memory that v refers to, or any part of it,
// anywhere in the package.
func (e *Engine) Writers(v ssa.Value) []Writer {
	loc := ssaflow.Of(v)
	var writers []Writer
	for _, h := range e.index.hits(loc) {
		switch {
		case h.write != nil && h.below:
			writers = append(writers, Writer{At: h.write.at, Val: h.write.val})
		case h.ref != nil && !e.keeps(h.ref.call, h.ref.arg):
			writers = append(writers, Writer{At: h.ref.call.Instr, Call: h.ref.call, Arg: h.ref.arg})
		}
	}
	return writers
}

// keeps reports whether a call leaves as it is what it is handed as argument i: by the
// table of flows, or because it is a builtin that only reads it.
func (e *Engine) keeps(c ssaflow.Call, i int) bool {
	switch c.Builtin() {
	case "":
	case "copy", "clear":
		return i != 0
	default:
		return true
	}
	m, ok := e.model(c)
	return ok && m.verb != decrypts && (m.verb != into || m.dst != i)
}

// Passes says what a function that is not in view makes of argument i: whether its
// first result is made of it, and into which of its arguments it puts it, or -1. known
// is false if neither the table of flows nor a fact tells.
func (e *Engine) Passes(c ssaflow.Call, i int) (result bool, into int, known bool) {
	if m, ok := e.model(c); ok {
		return e.passesByModel(m, c, i)
	}
	for _, fn := range e.declared(c) {
		if e.fact(fn).Returns(i) {
			return true, -1, true
		}
	}
	return passesOn(c, 0), -1, passesOn(c, 0)
}

func (e *Engine) passesByModel(m model, c ssaflow.Call, i int) (result bool, dst int, known bool) {
	takes := m.all || slices.Contains(m.args, i) || m.verb == format && len(m.args) > 0 && i > m.args[0]
	switch m.verb {
	case nothing:
		return false, -1, true
	case into:
		if takes || len(m.args) > 0 && i > m.args[0] && c.Func.Signature().Variadic() {
			return false, m.dst, true
		}
	case concat, list:
		return true, -1, true
	case decrypts, env, environ, refers:
	default:
		if comparesText(match.Func(c.Func)) {
			return false, -1, true
		}
		return takes, -1, takes
	}
	return false, -1, false
}
