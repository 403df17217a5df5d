package eval

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// Uses says what becomes of a value.
type Uses struct {
	Decrypted bool            // it is handed to something that decrypts it
	LookedUp  bool            // something is looked up by it: it is the name of that
	Returned  bool            // the function returns it
	Puts      []ssaflow.Call  // calls that make it a variable of the environment
	Other     ssa.Instruction // something else is done with it; nil if nothing is
}

// Uses follows a value to all that is done with it in the package. Comparing it
// with a constant is no use, nor is looking something up by it: it is then the name
// of something. What leaves the package is put to another use. With callers, that a
// function returns it is no use but what its callers do with that.
func (e *Engine) Uses(v ssa.Value, callers bool) Uses {
	u := &follower{e: e, callers: callers, seen: map[any]bool{}}
	u.follow(v)
	return u.uses
}

// A follower walks from a value to its uses.
type follower struct {
	e       *Engine
	callers bool
	seen    map[any]bool
	uses    Uses
}

func (u *follower) other(at ssa.Instruction) {
	if u.uses.Other == nil {
		u.uses.Other = at
	}
}

func (u *follower) follow(v ssa.Value) {
	if v == nil || u.seen[v] || v.Referrers() == nil {
		return
	}
	u.seen[v] = true
	for _, r := range *v.Referrers() {
		u.use(v, r)
	}
}

func (u *follower) use(v ssa.Value, at ssa.Instruction) {
	switch at := at.(type) {
	case *ssa.DebugRef:
	case *ssa.Convert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Slice, *ssa.Phi, *ssa.TypeAssert:
		u.follow(at.(ssa.Value))
	case *ssa.Extract:
		if carriesData(at.Tuple.Type().(*types.Tuple), at.Index) {
			u.follow(at)
		}
	case *ssa.UnOp:
		u.follow(at)
	case *ssa.BinOp:
		if !comparesWithConstant(at) {
			u.other(at)
		}
	case *ssa.Store:
		if at.Val == v {
			u.store(at)
		}
	case *ssa.MakeClosure:
		u.captured(v, at)
	case ssa.CallInstruction:
		u.call(v, u.e.Resolve(at))
	case *ssa.Return:
		u.returned(at)
	case *ssa.FieldAddr, *ssa.IndexAddr:
		u.follow(at.(ssa.Value)) // of a local variable that has it
	default:
		u.other(at)
	}
}

func comparesWithConstant(b *ssa.BinOp) bool {
	_, x := b.X.(*ssa.Const)
	_, y := b.Y.(*ssa.Const)
	return b.Op != token.ADD && (x || y)
}

func (u *follower) captured(v ssa.Value, mc *ssa.MakeClosure) {
	for i, b := range mc.Bindings {
		if b == v {
			u.follow(mc.Fn.(*ssa.Function).FreeVars[i])
		}
	}
}

// store follows a value to the place where it is stored.
func (u *follower) store(s *ssa.Store) {
	switch addr := s.Addr.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		u.follow(addr)
		if fv, ok := addr.(*ssa.FreeVar); ok {
			u.follow(ssaflow.Binding(fv))
		}
	case *ssa.FieldAddr:
		u.field(addr, s)
	case *ssa.IndexAddr:
		u.follow(addr.X)
	case *ssa.Global:
		u.global(addr, s)
	default:
		u.other(s)
	}
}

// field follows what is stored in a struct's field to all reads of that field in
// the package. Nobody stores what nobody reads, so that without any there are some
// elsewhere.
func (u *follower) field(addr *ssa.FieldAddr, at ssa.Instruction) {
	owner := match.Named(addr.X.Type())
	f := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	switch {
	case owner != nil && isCiphertext(match.Type(owner), f.Name()):
		u.uses.Decrypted = true
	case owner != nil && isHandle(match.Type(owner), f.Name()):
		u.uses.LookedUp = true
	case f.Pkg() != u.e.pkg.Pkg:
		if owner == nil || !u.e.opened(owner, f) {
			u.other(at)
		}
	case !slices.ContainsFunc(u.e.index.reads[f], isRead):
		u.other(at)
	default:
		u.kept(f, u.e.index.reads[f], u.e.isShared(f), at)
	}
}

func (u *follower) global(g *ssa.Global, at ssa.Instruction) {
	isOurs := g.Pkg == u.e.pkg.Package
	if len(u.e.index.loads[g]) == 0 {
		u.other(at)
	}
	u.kept(g, u.e.index.loads[g], !isOurs || u.e.isShared(g.Object()), at)
}

// kept follows what is stored in one place. If others can read it there, too, then
// what the package itself does must tell what it is stored for: a package that only
// checks that its settings are there leaves their use to others.
func (u *follower) kept(place any, reads []ssa.Value, shared bool, at ssa.Instruction) {
	if u.seen[place] {
		return
	}
	before := u.uses
	u.uses = Uses{}
	u.through(place, reads)
	if inner := u.uses; shared && !inner.Decrypted && !inner.LookedUp {
		u.other(at)
	}
	u.uses = before.with(u.uses)
}

// with returns the uses of a value that is put to those of two.
func (u Uses) with(v Uses) Uses {
	if u.Other == nil {
		u.Other = v.Other
	}
	return Uses{
		Decrypted: u.Decrypted || v.Decrypted,
		LookedUp:  u.LookedUp || v.LookedUp,
		Returned:  u.Returned || v.Returned,
		Puts:      union(u.Puts, v.Puts),
		Other:     u.Other,
	}
}

// through follows what is stored in one place to all that read it there.
func (u *follower) through(place any, reads []ssa.Value) {
	if u.seen[place] {
		return
	}
	u.seen[place] = true
	for _, v := range reads {
		if isRead(v) {
			u.follow(v)
		}
	}
}

// isRead reports whether more is done with an address than to store something there.
func isRead(addr ssa.Value) bool {
	refs := addr.Referrers()
	return refs == nil || len(*refs) == 0 || slices.ContainsFunc(*refs, func(r ssa.Instruction) bool {
		s, ok := r.(*ssa.Store)
		return !ok || s.Addr != addr
	})
}

// returned follows what a function returns to its callers in the package. A
// function without any is somebody else's to call.
func (u *follower) returned(r *ssa.Return) {
	fn := r.Parent()
	u.uses.Returned = true
	if !u.callers || u.seen[fn] {
		return
	}
	u.seen[fn] = true
	calls := u.e.index.calls[fn]
	if len(calls) == 0 || u.e.isShared(fn.Object()) {
		u.other(r)
	}
	for _, c := range calls {
		if v := c.Value(); v != nil {
			u.follow(v)
		}
	}
}

// isShared reports whether other packages can name what is declared. Closures, and what
// only the compiler declares, have no object.
func (e *Engine) isShared(obj types.Object) bool {
	return obj != nil && obj.Exported() && e.pkg.Pkg.Name() != "main"
}

func (u *follower) call(v ssa.Value, c ssaflow.Call) {
	switch c.Builtin() {
	case "len", "cap":
		return
	case "":
	default:
		u.other(c.Instr)
		return
	}
	for i, arg := range c.Args {
		if arg == v {
			u.argument(c, i)
		}
	}
}

// argument follows a value into what is called with it.
func (u *follower) argument(c ssaflow.Call, i int) {
	if m, ok := u.e.model(c); ok {
		u.byModel(m, c, i)
		return
	}
	callees := u.e.callees(c)
	for _, fn := range callees {
		u.into(c, fn, i)
	}
	for _, fn := range u.e.declared(c) {
		u.intoDeclared(c, fn, i)
	}
	switch {
	case len(callees) > 0 || len(u.e.declared(c)) > 0:
	case c.Func != nil && isSetenv(match.Func(c.Func)):
		u.uses.Puts = append(u.uses.Puts, c)
	case c.Func != nil && looksUp(match.Func(c.Func), i):
		u.uses.LookedUp = true
	case passesOn(c, 0):
		u.follow(c.Instr.Value())
	case decryptsByName(c):
		u.uses.Decrypted = true
	default:
		u.other(c.Instr)
	}
}

// into follows an argument into a function in view. What the function returns of it
// is what the call returns.
func (u *follower) into(c ssaflow.Call, fn *ssa.Function, i int) {
	if i >= len(fn.Params) {
		u.other(c.Instr)
		return
	}
	got := u.e.usesWithin(fn.Params[i])
	if got.Other != nil {
		u.other(c.Instr)
	}
	if v := c.Instr.Value(); v != nil && got.Returned {
		u.follow(v)
	}
	got.Other, got.Returned = nil, false
	u.uses = u.uses.with(got)
}

// intoDeclared is into for a function of another package.
func (u *follower) intoDeclared(c ssaflow.Call, fn *types.Func, i int) {
	f := u.e.fact(fn)
	returned := f.Returns(i)
	if returned {
		u.follow(c.Instr.Value())
	}
	switch {
	case f.Opens(i):
		u.uses.Decrypted = true
	case !returned && decryptsByName(c):
		u.uses.Decrypted = true
	default:
		u.other(c.Instr)
	}
}

func (u *follower) byModel(m model, c ssaflow.Call, i int) {
	name := match.Func(c.Func)
	takes := m.all || slices.Contains(m.args, i)
	switch {
	case m.verb == decrypts && takes:
		u.uses.Decrypted = true
	case m.verb == env:
		u.uses.LookedUp = true
	case m.verb == nothing, comparesText(name) && hasConstant(c.Args):
	case (m.verb == same || m.verb == from) && takes && !comparesText(name):
		u.follow(c.Instr.Value())
	case m.verb == into && i == m.dst:
	case m.verb == into && takes:
		if isPartOfOther(c.Args[m.dst]) {
			u.other(c.Instr)
		}
		u.follow(c.Args[m.dst])
		u.follow(base(c.Args[m.dst]))
	default:
		u.other(c.Instr)
	}
}

// isPartOfOther reports whether v is in a parameter, or in a field of something: who else
// has that sees what is put there.
func isPartOfOther(v ssa.Value) bool {
	loc := ssaflow.Of(v)
	_, isParam := loc.Root.(*ssa.Parameter)
	return isParam || strings.Contains(loc.Path, ".")
}

// base returns what a slice is a part of, or what is in an interface.
func base(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.Slice:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.Convert:
			v = x.X
		default:
			return v
		}
	}
}

func hasConstant(args []ssa.Value) bool {
	return slices.ContainsFunc(args, func(v ssa.Value) bool {
		_, ok := v.(*ssa.Const)
		return ok
	})
}
