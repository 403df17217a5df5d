package ssaflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A Call is a call in one form for all that Go has: of functions, methods,
// closures, method values and interface methods.
type Call struct {
	Instr ssa.CallInstruction
	Fn    *ssa.Function // nil where the callee is not known
	Func  *types.Func   // what is called, if it was declared; for an interface method, that
	Args  []ssa.Value   // with the receiver first

	// Iface is the interface through which a call dispatches, or nil.
	Iface *types.Interface
}

// Builtin returns the name of the builtin that is called, or "".
func (c Call) Builtin() string {
	if b, ok := c.Instr.Common().Value.(*ssa.Builtin); ok {
		return b.Name()
	}
	return ""
}

// A Resolver finds the callees of calls in one package.
type Resolver struct {
	globals map[*ssa.Global]ssa.Value // the one value ever stored, or nil
}

// NewResolver returns a resolver for calls in functions of these.
func NewResolver(fns []*ssa.Function) *Resolver {
	r := &Resolver{globals: map[*ssa.Global]ssa.Value{}}
	for _, fn := range fns {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if s, ok := instr.(*ssa.Store); ok {
					r.stored(s)
				}
			}
		}
	}
	return r
}

func (r *Resolver) stored(s *ssa.Store) {
	g, ok := s.Addr.(*ssa.Global)
	if !ok {
		return
	}
	if _, again := r.globals[g]; again {
		r.globals[g] = nil
		return
	}
	r.globals[g] = s.Val
}

// Resolve returns the call that instr makes.
func (r *Resolver) Resolve(instr ssa.CallInstruction) Call {
	common := instr.Common()
	c := Call{Instr: instr, Args: common.Args}
	if common.IsInvoke() {
		c.Args = append([]ssa.Value{common.Value}, common.Args...)
		mi, ok := common.Value.(*ssa.MakeInterface)
		if !ok {
			return c.dispatching(common.Method)
		}
		c.Args[0] = mi.X // what is in the interface is known
		c.Fn = mi.Parent().Prog.LookupMethod(mi.X.Type(), common.Method.Pkg(), common.Method.Name())
		return c.declared()
	}
	switch v := r.function(common.Value).(type) {
	case *ssa.Function:
		c.Fn = v
	case *ssa.MakeClosure:
		c.Fn = v.Fn.(*ssa.Function)
		if isBound(c.Fn) {
			c.Args = append([]ssa.Value{v.Bindings[0]}, common.Args...)
			if m, ok := c.Fn.Object().(*types.Func); ok && types.IsInterface(m.Signature().Recv().Type()) {
				c.Fn = nil
				return c.dispatching(m)
			}
		}
	default:
		return c
	}
	return c.declared()
}

// declared returns c as a call of what was declared: neither an instance of a
// generic function nor a wrapper, which has no body worth reading.
func (c Call) declared() Call {
	if c.Fn == nil {
		return c
	}
	if o := c.Fn.Origin(); o != nil {
		c.Fn = o
	}
	c.Func, _ = c.Fn.Object().(*types.Func)
	if c.Fn.Synthetic != "" && c.Func != nil {
		if decl := c.Fn.Prog.FuncValue(c.Func); decl != nil {
			c.Fn = decl
		}
		c.Func = c.Func.Origin()
	}
	return c
}

// dispatching returns c as a call of an interface's method on its first argument.
func (c Call) dispatching(method *types.Func) Call {
	c.Func = method
	c.Iface, _ = c.Args[0].Type().Underlying().(*types.Interface)
	return c
}

// Callee returns the function that v is, as it was declared, and the receiver that it
// was bound to, if it was. fn is nil if v is something else.
func Callee(v ssa.Value) (fn *ssa.Function, receiver ssa.Value) {
	switch v := v.(type) {
	case *ssa.Function:
		return Call{Fn: v}.declared().Fn, nil
	case *ssa.MakeClosure:
		fn = v.Fn.(*ssa.Function)
		if !isBound(fn) {
			return fn, nil
		}
		return Call{Fn: fn}.declared().Fn, v.Bindings[0]
	}
	return nil, nil
}

func isBound(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Parent() == nil && len(fn.FreeVars) == 1
}

// function follows v to the function it must be: through variables that are
// assigned once.
func (r *Resolver) function(v ssa.Value) ssa.Value {
	for range 4 {
		if named, ok := v.(*ssa.ChangeType); ok {
			v = named.X
		}
		load, ok := v.(*ssa.UnOp)
		if !ok {
			return v
		}
		x := load.X
		if fv, ok := x.(*ssa.FreeVar); ok {
			x = Binding(fv)
		}
		switch x := x.(type) {
		case *ssa.Global:
			v = r.globals[x]
		case *ssa.Alloc:
			v = storedOnce(x)
		default:
			return v
		}
	}
	return v
}

// storedOnce returns the one value stored in a local variable, or nil.
func storedOnce(a *ssa.Alloc) (val ssa.Value) {
	for _, r := range *a.Referrers() {
		if s, ok := r.(*ssa.Store); ok && s.Addr == a {
			if val != nil {
				return nil
			}
			val = s.Val
		}
	}
	return val
}

// Closures returns the functions declared inside the caller that the call runs
// or is handed: the callee itself, or arguments of function type. They are
// taken to run during the call.
func (r *Resolver) Closures(c Call) []*ssa.Function {
	if c.Fn != nil && c.Fn.Parent() != nil {
		return []*ssa.Function{c.Fn}
	}
	var fns []*ssa.Function
	for _, arg := range c.Args {
		if fn := r.closure(arg); fn != nil {
			fns = append(fns, fn)
		}
	}
	return fns
}

func (r *Resolver) closure(v ssa.Value) *ssa.Function {
	if t, ok := v.(*ssa.ChangeType); ok {
		v = t.X
	}
	switch v := r.function(v).(type) {
	case *ssa.MakeClosure:
		if fn := v.Fn.(*ssa.Function); fn.Parent() != nil {
			return fn
		}
	case *ssa.Function:
		if v.Parent() != nil {
			return v
		}
	}
	return nil
}
