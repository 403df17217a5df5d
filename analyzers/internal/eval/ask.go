package eval

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// Callees returns the functions in view that a call may reach.
func (e *Engine) Callees(c ssaflow.Call) []*ssa.Function { return e.callees(c) }

// IsOnlyCalled reports whether the package calls a function by its name, and does
// nothing else with it.
func (e *Engine) IsOnlyCalled(fn *ssa.Function) bool {
	return len(e.index.calls[fn]) > 0 && len(e.index.taken[fn]) == 0
}

// Method returns the method of a type that is declared in the package, or nil.
func (e *Engine) Method(t types.Type, name string) *ssa.Function {
	obj, _, _ := types.LookupFieldOrMethod(t, true, e.pkg.Pkg, name)
	m, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	if fn := e.pkg.Prog.FuncValue(m.Origin()); fn != nil && e.has(fn) {
		return fn
	}
	return nil
}

// Reaches reports whether a call through an interface may reach a method.
func Reaches(c ssaflow.Call, m *types.Func) bool {
	return c.Iface != nil && m.Name() == c.Func.Name() && implements(m, c.Iface)
}

// A Read is a variable of the environment that an instruction reads.
type Read struct {
	Name   *value.Value
	Result ssa.Value // what is read; a tuple if it comes with more
}

// Reads returns the variables that an instruction reads: by the table of flows,
// through a parameter that stands for such a function, or out of the whole
// environment.
func (e *Engine) Reads(instr ssa.Instruction) []Read {
	switch i := instr.(type) {
	case *ssa.Call:
		return e.readByCall(e.Resolve(i), i)
	case *ssa.BinOp:
		return e.readByComparison(i)
	}
	return nil
}

func (e *Engine) readByCall(c ssaflow.Call, call *ssa.Call) []Read {
	m, ok := e.model(c)
	switch {
	case ok && m.verb == env:
		return []Read{{e.Value(c.Args[m.args[0]], call), call}}
	case ok && m.verb == expand:
		var reads []Read
		for _, name := range orNone(e.ask().expanded(c, m.args)).Variables() {
			reads = append(reads, Read{name, call})
		}
		return reads
	case ok:
		return e.readByPrefix(c, call)
	case c.Fn == nil && c.Iface == nil && len(c.Args) == 1 && e.standsForGetenv(call.Call.Value):
		return []Read{{e.Value(c.Args[0], call), call}}
	}
	return nil
}

// standsForGetenv reports whether v is a parameter for which a caller in the package
// gives a function that reads the environment, or a field that holds one.
func (e *Engine) standsForGetenv(v ssa.Value) bool {
	p, ok := v.(*ssa.Parameter)
	if !ok {
		fields := ssaflow.Of(v).Fields()
		return len(fields) > 0 && fields[0].Rest == "" && slices.ContainsFunc(e.index.fields[fields[0].Var], func(w write) bool {
			return e.isGetenv(w.val)
		})
	}
	i := slices.Index(p.Parent().Params, p)
	return slices.ContainsFunc(e.index.calls[p.Parent()], func(call ssa.CallInstruction) bool {
		args := e.Resolve(call).Args
		return i < len(args) && e.isGetenv(args[i])
	})
}

// readByPrefix returns what a call cuts from an entry of the environment that begins
// with "NAME=".
func (e *Engine) readByPrefix(c ssaflow.Call, call *ssa.Call) []Read {
	name := match.Func(c.Func)
	if name != "strings.TrimPrefix" && name != "strings.CutPrefix" {
		return nil
	}
	prefix, ok := stringConst(c.Args[1])
	if !ok || len(prefix) < 2 || prefix[len(prefix)-1] != '=' || !e.Value(c.Args[0], call).HasWholeEnvironment() {
		return nil
	}
	return []Read{{value.Of(prefix[:len(prefix)-1], call.Pos()), call}}
}

// readByComparison returns the variable whose name a program compares with what
// stands before "=" in an entry of the environment. What is read stands after it.
func (e *Engine) readByComparison(b *ssa.BinOp) []Read {
	x, isPart := b.X.(*ssa.Extract)
	name, isConst := stringConst(b.Y)
	if b.Op != token.EQL || !isPart || !isConst || x.Index != 0 {
		return nil
	}
	cut, ok := x.Tuple.(*ssa.Call)
	if !ok || calleeName(e.Resolve(cut)) != "strings.Cut" || !e.Value(cut.Call.Args[0], cut).HasWholeEnvironment() {
		return nil
	}
	for _, r := range *cut.Referrers() {
		if after, ok := r.(*ssa.Extract); ok && after.Index == 1 {
			return []Read{{value.Of(name, b.Pos()), after}}
		}
	}
	return nil
}

// Entries returns the entries of a map over which a loop ranges, of which k and v are
// key and value: keys that belong to values. ok is false if they are something else.
func (e *Engine) Entries(k, v ssa.Value) (entries *value.Value, ok bool) {
	key, isKey := k.(*ssa.Extract)
	val, isVal := v.(*ssa.Extract)
	if !isKey || !isVal || key.Tuple != val.Tuple || key.Index != 1 || val.Index != 2 {
		return nil, false
	}
	next, ok := key.Tuple.(*ssa.Next)
	if !ok {
		return nil, false
	}
	r, ok := next.Iter.(*ssa.Range)
	if !ok {
		return nil, false
	}
	return e.Value(r.X, next), true
}
