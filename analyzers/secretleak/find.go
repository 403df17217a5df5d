package secretleak

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// own returns what fn itself hands to sinks.
func (c *checker) own(fn *ssa.Function) []effect {
	if fn.Name() == "LogValue" && fn.Signature.Recv() != nil {
		return nil // it is shown where the value is logged
	}
	var all []effect
	for _, b := range fn.Blocks {
		if isDead(b) {
			continue
		}
		for _, instr := range b.Instrs {
			switch i := instr.(type) {
			case ssa.CallInstruction:
				all = append(all, c.byTable(c.e.Resolve(i))...)
			case *ssa.Panic:
				if canBeSecret(i.X) {
					all = append(all, one("panicked", value.Show(c.e.Value(i.X, i), value.Fmt, i.Pos()), i))
				}
			case *ssa.Store:
				all = append(all, c.byStore(i)...)
			case *ssa.Return:
				all = append(all, append(c.byReply(i), c.byError(i)...)...)
			}
		}
	}
	return all
}

// byError returns what the errors tell that a function makes of a type in view, and returns.
func (c *checker) byError(ret *ssa.Return) []effect {
	var all []effect
	for _, v := range ret.Results {
		mi, ok := v.(*ssa.MakeInterface)
		if ok && match.IsError(v.Type()) && c.e.Method(mi.X.Type(), "Error") != nil {
			all = append(all, one("in-error", value.Show(c.e.Value(mi, ret), value.Fmt, ret.Pos()), ret))
		}
	}
	return all
}

func one(category string, v *value.Value, at ssa.Instruction) effect {
	return effect{category: category, val: v, at: at, node: new(node)}
}

// byTable returns what a call shows by the table of sinks.
func (c *checker) byTable(call ssaflow.Call) []effect {
	switch call.Builtin() {
	case "print", "println":
		return c.shown(sink{category: "printed", mode: text, args: []argument{{0, true}}}, call)
	}
	if isStreamSend(call) {
		return c.shown(sink{category: "in-response", mode: "json", args: []argument{{index: 0}}}, call)
	}
	var all []effect
	for _, name := range c.outside(call) {
		s, ok := c.table.sinks[name]
		if !ok || s.category == "in-error" && isDropped(call.Instr.Value()) {
			continue
		}
		for _, f := range c.shown(s, call) {
			if s.category == "" {
				if to := s.at(call, s.to); to < len(call.Args) {
					all = append(all, c.written(f, call.Args[to], "")...)
				}
				continue
			}
			all = append(all, f)
		}
	}
	return all
}

// outside returns the names of the functions not in view that a call may reach.
func (c *checker) outside(call ssaflow.Call) []string {
	switch {
	case call.Iface != nil:
		return append(c.methodsOf(call), match.Func(call.Func))
	case call.Func != nil:
		return []string{match.Func(call.Func)}
	case call.Fn != nil || call.Builtin() != "":
		return nil
	}
	var names []string
	for _, o := range c.e.Origins(call.Instr.Common().Value, "") {
		if fn, receiver := ssaflow.Callee(o.Value); fn != nil && receiver == nil {
			if obj, ok := fn.Object().(*types.Func); ok {
				names = append(names, match.Func(obj))
			}
		}
	}
	return names
}

// methodsOf returns the names of the methods that a call through an interface reaches, as
// far as it is in view what is in the interface.
func (c *checker) methodsOf(call ssaflow.Call) []string {
	var names []string
	for _, o := range c.e.Origins(call.Args[0], "") {
		if o.Path != "" || types.IsInterface(o.Value.Type()) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(o.Value.Type(), true, call.Func.Pkg(), call.Func.Name())
		if m, ok := obj.(*types.Func); ok && m != call.Func && !slices.Contains(names, match.Func(m)) {
			names = append(names, match.Func(m))
		}
	}
	return names
}

// isDropped reports whether nothing is done with an error but to compare it.
func isDropped(v ssa.Value) bool {
	if v == nil || v.Referrers() == nil {
		return true
	}
	return !slices.ContainsFunc(*v.Referrers(), func(r ssa.Instruction) bool {
		switch r.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
			return false
		}
		return true
	})
}

// at returns the place of an argument in a call, which has the receiver first.
func (s sink) at(call ssaflow.Call, i int) int {
	if call.Func != nil && call.Func.Signature().Recv() != nil {
		return i + 1
	}
	return max(i, 0)
}

// shown returns an effect for each thing that a call shows. Nothing is said of what
// cannot be a secret by its type.
func (c *checker) shown(s sink, call ssaflow.Call) []effect {
	var all []effect
	for _, a := range s.args {
		i := s.at(call, a.index)
		last := i
		if a.rest {
			last = len(call.Args) - 1
		}
		for ; i <= last && i < len(call.Args); i++ {
			for _, v := range c.handed(s, call, i) {
				f := one(s.category, value.Show(v, s.mode.shows(), call.Instr.Pos()), call.Instr)
				f.part = s.mode == part
				all = append(all, f)
			}
		}
	}
	return all
}

func (c *checker) handed(s sink, call ssaflow.Call, i int) []*value.Value {
	b := call.Instr.Block()
	interesting := func(v ssa.Value) bool {
		return canBeSecret(v) && !isEmpty(inside(v), b) && !isFailed(inside(v), b)
	}
	if s.mode == format {
		return c.e.Formatted(call, i, interesting)
	}
	return c.e.Handed(call, i, interesting)
}

// inside returns what is in an interface.
func inside(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

// canBeSecret reports whether the type of v lets it be, or hold, a text.
func canBeSecret(v ssa.Value) bool {
	v = inside(v)
	if _, ok := v.(*ssa.Const); ok {
		return false
	}
	t := v.Type()
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Info()&types.IsString != 0
	}
	return !match.IsError(t)
}

// byStore returns what a store to a field shows to those who see the field.
func (c *checker) byStore(store *ssa.Store) []effect {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok || !canBeSecret(store.Val) {
		return nil
	}
	owner := match.Named(addr.X.Type())
	if owner == nil {
		return nil
	}
	s, ok := c.table.holds[match.Type(owner)+"."+ssaflow.FieldOf(addr.X.Type(), addr.Field).Name()]
	if !ok {
		return nil
	}
	f := one(s.category, value.Show(c.e.Value(store.Val, store), s.mode.shows(), store.Pos()), store)
	f.part = s.mode == part
	return []effect{f}
}

// written returns the effect of writing to what path leads to from w: none, if others do
// not read there.
func (c *checker) written(f effect, w ssa.Value, path string) []effect {
	var all []effect
	for _, o := range c.ends(w, path) {
		g := f
		g.node = &node{below: f.node.below}
		if g.category = c.category(o); g.category == "" {
			p, ok := o.Value.(*ssa.Parameter)
			if !ok || p.Parent() != f.at.Parent() {
				continue
			}
			g.to, g.toPath = slices.Index(p.Parent().Params, p), o.Path
		}
		if !slices.ContainsFunc(all, g.equal) {
			all = append(all, g)
		}
	}
	return all
}

// maxWraps bounds how often what is written to can write to something else.
const maxWraps = 4

// ends returns where what is written to w ends up: it looks through buffers and encoders.
func (c *checker) ends(w ssa.Value, path string) []eval.Origin {
	all := c.e.Origins(w, path)
	for range maxWraps {
		var next []eval.Origin
		for _, o := range all {
			if inner, below, ok := c.wrapped(o.Value); ok {
				next = append(next, c.e.Origins(inner, below)...)
			} else {
				next = append(next, o)
			}
		}
		if slices.Equal(next, all) {
			break
		}
		all = next
	}
	return all
}

// wrapped returns what v writes to, if a call made it that the table knows: each of
// several.
func (c *checker) wrapped(v ssa.Value) (inner ssa.Value, path string, ok bool) {
	call, ok := made(v)
	if !ok {
		return nil, "", false
	}
	resolved := c.e.Resolve(call)
	if resolved.Func == nil {
		return nil, "", false
	}
	i, ok := c.table.wraps[match.Func(resolved.Func)]
	if i = (sink{}).at(resolved, i); !ok || i >= len(resolved.Args) {
		return nil, "", false
	}
	if resolved.Func.Signature().Variadic() && i == len(resolved.Args)-1 {
		path = value.Elem
	}
	return resolved.Args[i], path, true
}

// category returns the category of what is written to o, or "".
func (c *checker) category(o eval.Origin) string {
	if g, ok := o.Value.(*ssa.Global); ok {
		if kind, ok := c.table.kinds[g.Pkg.Pkg.Path()+"."+g.Name()]; ok {
			return kind
		}
	}
	if call, ok := made(o.Value); ok {
		if fn := c.e.Resolve(call).Func; fn != nil && c.table.kinds[match.Func(fn)] != "" {
			return c.table.kinds[match.Func(fn)]
		}
	}
	return c.ofType((ssaflow.Loc{Root: o.Value, Path: o.Path}).Type())
}

// ofType returns the category of what is written to a value of a type, or "": that of
// what a struct embeds is the struct's.
func (c *checker) ofType(t types.Type) string {
	if t == nil {
		return ""
	}
	if named := match.Named(t); named != nil {
		if kind := c.table.kinds[match.Type(named)]; kind != "" {
			return kind
		}
	}
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for f := range s.Fields() {
		named := match.Named(f.Type())
		if f.Embedded() && named != nil && c.table.kinds[match.Type(named)] != "" {
			return c.table.kinds[match.Type(named)]
		}
	}
	return ""
}

// made returns the call that v is a result of.
func made(v ssa.Value) (*ssa.Call, bool) {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	return call, ok
}
