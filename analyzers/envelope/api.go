package envelope

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// An apiCall is a call that asks AWS for something, or whose answer has a data key.
type apiCall struct {
	ssaflow.Call
	request
	input ssa.Value // nil if the request is not in view
	key   dataKey   // if the answer has one
	index int       // of the result that has it
}

// apiCalls returns the calls of the package that the table knows by the types of their
// arguments and results. A call of a function in view is none: what that calls is.
func (c *checker) apiCalls() []apiCall {
	var all []apiCall
	for _, fn := range c.e.Functions() {
		if ssaflow.IsTest(c.pass.Fset, fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if found, ok := c.apiCall(call); ok {
						all = append(all, found)
					}
				}
			}
		}
	}
	return all
}

func (c *checker) apiCall(instr ssa.CallInstruction) (apiCall, bool) {
	found := apiCall{Call: c.e.Resolve(instr)}
	if found.Fn != nil && len(c.e.Callees(found.Call)) > 0 || found.Builtin() != "" {
		return found, false
	}
	for _, arg := range found.Args {
		named := match.Named(arg.Type())
		if named == nil {
			continue
		}
		if r, ok := c.t.requests[match.Type(named)]; ok && c.answers(instr, r) {
			found.request, found.input = r, arg
		}
	}
	call, ok := instr.(*ssa.Call)
	if !ok {
		return found, found.input != nil
	}
	for i, t := range results(call) {
		named := match.Named(t)
		if named == nil {
			continue
		}
		if k, ok := c.t.keys[match.Type(named)]; ok {
			found.key, found.index = k, i
		}
	}
	return found, found.input != nil || found.key.plaintext != ""
}

// answers reports whether a call that is handed a request sends it, or makes something
// that does: it returns an answer, a paginator or a request to send.
func (c *checker) answers(instr ssa.CallInstruction, r request) bool {
	sig := instr.Common().Signature()
	operation := r.operation[strings.IndexByte(r.operation, '.')+1:]
	for v := range sig.Results().Variables() {
		if named := match.Named(v.Type()); named != nil && strings.HasPrefix(named.Obj().Name(), operation) {
			return true
		}
	}
	return false
}

// field returns what a field of the request can be.
func (a apiCall) field(c *checker, name string) *value.Value {
	return c.e.At(a.input, "."+name, a.Instr)
}

// isUnset reports whether a field of a request is known to be left out.
func isUnset(v *value.Value) bool { return v.Kind == value.Zero }

// A lift is a request as one caller makes it.
type lift struct {
	fn     *ssa.Function
	at     ssa.Instruction // the call by which that caller does
	values []*value.Value
	calls  []ssa.Instruction // from there down to the request
}

// Bounds of what a request is followed up to.
const (
	maxLift    = 3
	maxCallers = 40  // of one function
	maxLifts   = 200 // of one request
)

// nearest calls judge for a request as fn makes it, and where that returns false, as each
// caller in view does: with arguments in place of fn's parameters, as long as there are
// any.
func (c *checker) nearest(l lift, judge func(lift) bool) {
	level := []lift{l}
	for depth, made := 0, 0; depth <= maxLift && made < maxLifts; depth++ {
		var up []lift
		for _, l := range level {
			if made++; made < maxLifts && !judge(l) {
				up = append(up, c.callersOf(l)...)
			}
		}
		level = up
	}
}

// callersOf returns a request as each caller in view makes it, if what is asked depends
// on them.
func (c *checker) callersOf(l lift) []lift {
	frame := c.e.Frame(l.fn)
	calls := c.e.Callers(l.fn)
	if !mentions(l.values, frame) || len(calls) > maxCallers {
		return nil
	}
	var all []lift
	for _, call := range calls {
		if ssaflow.IsTest(c.pass.Fset, call.Pos()) {
			continue
		}
		args := c.e.Arguments(c.e.Resolve(call))
		up := lift{fn: call.Parent(), at: call, calls: append([]ssa.Instruction{l.at}, l.calls...)}
		for _, v := range l.values {
			up.values = append(up.values, v.Subst(frame, call.Pos(), args))
		}
		all = append(all, up)
	}
	return all
}

func mentions(vs []*value.Value, frame int) bool {
	for _, v := range vs {
		if v.Mentions(frame) {
			return true
		}
	}
	return false
}
