package envelope

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// An origin is where a value comes from, as far back as it can be followed: v itself
// shows no more of that.
type origin struct {
	v    ssa.Value
	at   ssa.Instruction   // where it is used
	up   []ssa.Instruction // the calls that hand it down to where it is asked about, the lowest first
	down []ssa.Instruction // those by which functions that return it are called
	via  []ssa.Value       // the values by which it got there

	derived bool // what it became is made of it, and may have another length

	entry *entry // how what uses it was reached, if by a call: it is handed down by the same
}

// A search looks for origins, backwards.
type search struct {
	c     *checker
	seen  map[ssa.Value]bool
	found []origin
}

// Bounds of a search.
const (
	maxOrigins = 60
	maxUp      = 3
)

// origins returns where v comes from that at uses: through variables, fields, functions
// in view and callers in view.
func (c *checker) origins(v ssa.Value, at ssa.Instruction) []origin {
	s := &search{c: c, seen: map[ssa.Value]bool{}}
	s.back(origin{v: v, at: at})
	return s.found
}

// originsIn is origins for what is used in a function that was entered by a call.
func (c *checker) originsIn(v ssa.Value, at ssa.Instruction, in *entry) []origin {
	s := &search{c: c, seen: map[ssa.Value]bool{}}
	s.back(origin{v: v, at: at, entry: in})
	return s.found
}

// fieldOrigins is origins for a field of what v points to.
func (c *checker) fieldOrigins(v ssa.Value, field string, at ssa.Instruction) []origin {
	s := &search{c: c, seen: map[ssa.Value]bool{}}
	for _, o := range c.origins(v, at) {
		stored, _ := c.e.Stores(o.v, "."+field, o.site(at))
		for _, st := range stored {
			if st.Path == "" {
				s.back(origin{v: st.Val, at: st.At, up: o.up})
			}
		}
	}
	return s.found
}

// user returns the instruction that uses what comes from the origin, in the uppermost
// function that it is handed down from: at itself, or a call that leads there.
func (o origin) user(at ssa.Instruction) ssa.Instruction {
	if len(o.up) > 0 {
		return o.up[len(o.up)-1]
	}
	return at
}

// site returns an instruction in the origin's own function, at which it is as it is used.
func (o origin) site(at ssa.Instruction) ssa.Instruction {
	if len(o.up) > 0 {
		return o.up[len(o.up)-1]
	}
	if len(o.down) > 0 {
		return o.at
	}
	return at
}

func (s *search) back(o origin) {
	if s.seen[o.v] || len(s.found) >= maxOrigins {
		return
	}
	s.seen[o.v] = true
	o.via = append(slices.Clip(o.via), o.v)
	switch v := o.v.(type) {
	case *ssa.Convert:
		s.from(o, v.X)
	case *ssa.ChangeType:
		s.from(o, v.X)
	case *ssa.MakeInterface:
		s.from(o, v.X)
	case *ssa.ChangeInterface:
		s.from(o, v.X)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			s.from(o, edge)
		}
	case *ssa.Parameter:
		s.parameter(o, v)
	case *ssa.FreeVar, *ssa.UnOp:
		s.loaded(o, v)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		if !ok || !s.results(o, call, v.Index) {
			s.found = append(s.found, o)
		}
	case *ssa.Call:
		if !s.results(o, v, 0) {
			s.found = append(s.found, o)
		}
	default:
		s.found = append(s.found, o)
	}
}

func (s *search) from(o origin, v ssa.Value) {
	o.v = v
	s.back(o)
}

func (s *search) parameter(o origin, p *ssa.Parameter) {
	i := slices.Index(p.Parent().Params, p)
	if n := len(o.down); n > 0 { // of a function that was entered by a call on the way
		call, ok := o.down[n-1].(ssa.CallInstruction)
		if ok {
			if args := s.c.e.Resolve(call).Args; i < len(args) {
				s.back(origin{v: args[i], at: call, up: o.up, down: o.down[:n-1], via: o.via, derived: o.derived, entry: o.entry})
				return
			}
		}
	}
	calls, outer := s.c.e.Callers(p.Parent()), (*entry)(nil)
	if o.entry != nil && slices.Contains(s.c.e.Callees(s.c.e.Resolve(o.entry.call)), p.Parent()) {
		calls, outer = []ssa.CallInstruction{o.entry.call}, o.entry.outer
	}
	if len(calls) == 0 || len(o.up) == maxUp {
		s.found = append(s.found, o)
		return
	}
	for _, call := range calls {
		if args := s.c.e.Resolve(call).Args; i < len(args) {
			s.back(origin{v: args[i], at: call, up: append(slices.Clip(o.up), call), via: o.via, derived: o.derived, entry: outer})
		}
	}
}

func (s *search) loaded(o origin, v ssa.Value) {
	at := o.at
	if load, ok := v.(*ssa.UnOp); ok {
		if load.Op != token.MUL {
			s.found = append(s.found, o)
			return
		}
		at = load
	}
	stored, whole := s.c.e.Stores(v, "", at)
	if !whole || len(stored) == 0 {
		s.found = append(s.found, o)
	}
	if len(stored) == 0 {
		for _, f := range fieldsOf(v) {
			stored = append(stored, s.c.e.FieldStores(f)...)
		}
	}
	for _, st := range stored {
		if st.Path == "" {
			s.back(origin{v: st.Val, at: st.At, up: o.up, down: o.down, via: o.via, derived: o.derived, entry: o.entry})
		}
	}
}

// fieldsOf returns the field that v is loaded from, if it is one of this package's.
func fieldsOf(v ssa.Value) []*types.Var {
	fields := ssaflow.Of(v).Fields()
	if len(fields) == 0 || fields[0].Rest != "" {
		return nil
	}
	return []*types.Var{fields[0].Var}
}

// results goes on with what functions in view return.
func (s *search) results(o origin, call *ssa.Call, index int) bool {
	callees := s.c.e.Callees(s.c.e.Resolve(call))
	for _, fn := range callees {
		for _, b := range fn.Blocks {
			if len(b.Instrs) == 0 {
				continue
			}
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) {
				s.back(origin{v: ret.Results[index], at: ret, up: o.up, down: append(slices.Clip(o.down), call), via: o.via, derived: o.derived, entry: o.entry})
			}
		}
	}
	if arg, ok := s.c.onlyArgument(s.c.e.Resolve(call)); ok && len(callees) == 0 && index == 0 {
		s.back(origin{v: arg, at: call, up: o.up, down: o.down, via: o.via, derived: true, entry: o.entry})
	}
	return len(callees) > 0
}

// onlyArgument returns the one argument that the result of a call is made of.
func (c *checker) onlyArgument(call ssaflow.Call) (arg ssa.Value, ok bool) {
	for i := range call.Args {
		if result, _, _ := c.e.Passes(call, i); !result {
			continue
		}
		if ok {
			return nil, false
		}
		arg, ok = call.Args[i], true
	}
	return arg, ok
}
