package eval

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// An index finds what a package stores, by where it stores it.
type index struct {
	writes  map[ssa.Value][]write                    // by the root of the place
	passed  map[ssa.Value][]reference                // calls that are handed a reference to something below a root
	fields  map[*types.Var][]write                   // by the field that is stored to
	reads   map[*types.Var][]ssa.Value               // by the field that is read, or whose address is taken
	loads   map[*ssa.Global][]ssa.Value              // by the variable that is loaded
	calls   map[*ssa.Function][]ssa.CallInstruction  // by what is called
	taken   map[*ssa.Function][]ssa.Value            // functions as values, by the function
	asArg   map[ssa.Value][]reference                // calls that are handed a function
	dynamic map[*ssa.Parameter][]ssa.CallInstruction // calls of parameters
}

// A write stores val at loc; in a map, under key.
type write struct {
	loc ssaflow.Loc
	key ssa.Value
	val ssa.Value
	at  ssa.Instruction
}

// A reference is what refers to a place that a call is handed.
type reference struct {
	loc  ssaflow.Loc
	call ssaflow.Call
	arg  int
}

func newIndex(pkg *ssaflow.Package) *index {
	x := &index{
		writes:  map[ssa.Value][]write{},
		passed:  map[ssa.Value][]reference{},
		fields:  map[*types.Var][]write{},
		reads:   map[*types.Var][]ssa.Value{},
		loads:   map[*ssa.Global][]ssa.Value{},
		calls:   map[*ssa.Function][]ssa.CallInstruction{},
		taken:   map[*ssa.Function][]ssa.Value{},
		asArg:   map[ssa.Value][]reference{},
		dynamic: map[*ssa.Parameter][]ssa.CallInstruction{},
	}
	for _, fn := range pkg.Functions {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				x.add(pkg, instr)
			}
		}
	}
	return x
}

func (x *index) add(pkg *ssaflow.Package, instr ssa.Instruction) {
	switch i := instr.(type) {
	case *ssa.Store:
		x.write(write{loc: ssaflow.Of(i.Addr), val: i.Val, at: i})
	case *ssa.MapUpdate:
		x.write(write{loc: ssaflow.Of(i.Map).Select("[]"), key: i.Key, val: i.Value, at: i})
	case *ssa.Send:
		x.write(write{loc: ssaflow.Of(i.Chan).Select("[]"), val: i.X, at: i})
	case *ssa.Select:
		for _, state := range i.States {
			if state.Dir == types.SendOnly {
				x.write(write{loc: ssaflow.Of(state.Chan).Select("[]"), val: state.Send, at: i})
			}
		}
	case *ssa.MakeClosure:
		x.taken[i.Fn.(*ssa.Function)] = append(x.taken[i.Fn.(*ssa.Function)], i)
	case *ssa.FieldAddr:
		f := ssaflow.FieldOf(i.X.Type(), i.Field)
		x.reads[f] = append(x.reads[f], i)
	case *ssa.Field:
		f := ssaflow.FieldOf(i.X.Type(), i.Field)
		x.reads[f] = append(x.reads[f], i)
	case *ssa.UnOp:
		if g, ok := i.X.(*ssa.Global); ok {
			x.loads[g] = append(x.loads[g], i)
		}
	case ssa.CallInstruction:
		c := pkg.Resolver.Resolve(i)
		if c.Fn != nil {
			x.calls[c.Fn] = append(x.calls[c.Fn], i)
		}
		x.pass(c)
		if p, ok := called(c); ok {
			x.dynamic[p] = append(x.dynamic[p], i)
		}
	}
}

// called returns the parameter that a call calls.
func called(c ssaflow.Call) (*ssa.Parameter, bool) {
	if c.Fn != nil || c.Iface != nil || c.Builtin() != "" {
		return nil, false
	}
	loc := ssaflow.Of(c.Instr.Common().Value)
	p, ok := loc.Root.(*ssa.Parameter)
	return p, ok && loc.Path == ""
}

func (x *index) write(w write) {
	x.writes[w.loc.Root] = append(x.writes[w.loc.Root], w)
	if fields := w.loc.Fields(); len(fields) > 0 && (fields[0].Rest == "" || fields[0].Rest == "[]") {
		x.fields[fields[0].Var] = append(x.fields[fields[0].Var], w)
	}
}

// pass adds what a call is handed: to a variadic parameter each one, too.
func (x *index) pass(c ssaflow.Call) {
	for i, arg := range c.Args {
		x.passOne(c, i, arg)
		if c.Instr.Common().Signature().Variadic() && i == len(c.Args)-1 {
			elems, _ := literal(arg)
			for _, e := range elems {
				x.passOne(c, i, e)
			}
		}
	}
}

func (x *index) passOne(c ssaflow.Call, i int, arg ssa.Value) {
	if canBeWritten(inside(arg).Type()) {
		loc := ssaflow.Of(arg)
		x.passed[loc.Root] = append(x.passed[loc.Root], reference{loc, c, i})
	}
	if _, ok := arg.Type().Underlying().(*types.Signature); ok {
		if fn, ok := ssaflow.Of(arg).Root.(*ssa.Function); ok && !slices.Contains(x.taken[fn], ssa.Value(fn)) {
			x.taken[fn] = append(x.taken[fn], fn)
		}
		loc := ssaflow.Of(arg)
		if loc.Path == "" {
			x.asArg[loc.Root] = append(x.asArg[loc.Root], reference{call: c, arg: i})
		}
	}
}

// inside returns what is in an interface: nobody writes to a text that is in one.
func inside(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

// canBeWritten reports whether who is handed a value of that type can store
// something where the caller sees it.
func canBeWritten(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Interface, *types.Chan:
		return true
	case *types.Basic:
		return u.Kind() == types.UnsafePointer
	}
	return false
}
