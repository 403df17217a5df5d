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
	Compared  bool            // it is compared, or its length is asked for
	Put       bool            // it becomes a variable of the environment
	Other     ssa.Instruction // something else is done with it; nil if nothing is
}

// Uses follows a value to all that is done with it in the package. What leaves
// the package is put to another use.
func (e *Engine) Uses(v ssa.Value) Uses {
	u := &follower{e: e, seen: map[any]bool{}}
	u.follow(v)
	return u.uses
}

// A follower walks from a value to its uses.
type follower struct {
	e    *Engine
	seen map[any]bool
	uses Uses
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
		if at.Index == 0 {
			u.follow(at)
		}
	case *ssa.UnOp:
		u.follow(at)
	case *ssa.BinOp:
		if at.Op == token.ADD {
			u.other(at)
		}
		u.uses.Compared = true
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
		u.global(addr)
	default:
		u.other(s)
	}
}

// field follows what is stored in a struct's field to all reads of that field in
// the package.
func (u *follower) field(addr *ssa.FieldAddr, at ssa.Instruction) {
	owner := match.Named(addr.X.Type())
	f := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	if owner != nil && isCiphertext(match.Type(owner), f.Name()) {
		u.uses.Decrypted = true
		return
	}
	if f.Pkg() != u.e.pkg.Pkg {
		u.other(at)
		return
	}
	u.reads(f)
}

func (u *follower) reads(f *types.Var) {
	if u.seen[f] {
		return
	}
	u.seen[f] = true
	for _, v := range u.e.index.reads[f] {
		u.follow(v)
	}
}

func (u *follower) global(g *ssa.Global) {
	if u.seen[g] {
		return
	}
	u.seen[g] = true
	for _, v := range u.e.index.loads[g] {
		u.follow(v)
	}
}

// returned follows what a function returns to its callers in the package. A
// function without any is somebody else's to call.
func (u *follower) returned(r *ssa.Return) {
	fn := r.Parent()
	if u.seen[fn] {
		return
	}
	u.seen[fn] = true
	calls := u.e.index.calls[fn]
	if len(calls) == 0 || isExported(fn) {
		u.other(r)
	}
	for _, c := range calls {
		if v := c.Value(); v != nil {
			u.follow(v)
		}
	}
}

func isExported(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Object().Exported() && fn.Pkg.Pkg.Name() != "main"
}

func (u *follower) call(v ssa.Value, c ssaflow.Call) {
	if b := c.Builtin(); b != "" {
		u.builtin(b, c)
		return
	}
	if decryptsByName(c) {
		u.uses.Decrypted = true
		return
	}
	for i, arg := range c.Args {
		if arg == v {
			u.argument(c, i)
		}
	}
}

func (u *follower) builtin(name string, c ssaflow.Call) {
	if name == "len" || name == "cap" {
		u.uses.Compared = true
		return
	}
	u.other(c.Instr)
}

// argument follows a value into what is called with it.
func (u *follower) argument(c ssaflow.Call, i int) {
	if m, ok := u.e.model(c); ok {
		u.byModel(m, c, i)
		return
	}
	callees := u.e.callees(c)
	for _, fn := range callees {
		if i < len(fn.Params) {
			u.follow(fn.Params[i])
		}
	}
	if len(callees) > 0 {
		return
	}
	switch {
	case c.Func != nil && isSetenv(match.Func(c.Func)):
		u.uses.Put = true
	case passesOn(c, 0):
		u.follow(c.Instr.Value())
	case c.Func != nil && isComparison(match.Func(c.Func)):
		u.uses.Compared = true
	default:
		u.other(c.Instr)
	}
}

func (u *follower) byModel(m model, c ssaflow.Call, i int) {
	switch {
	case m.verb == decrypts:
		u.uses.Decrypted = true
	case m.verb == nothing:
	case isComparison(match.Func(c.Func)):
		u.uses.Compared = true
	case m.verb == same || m.verb == from:
		if m.all || slices.Contains(m.args, i) {
			u.follow(c.Instr.Value())
		}
	default:
		u.other(c.Instr)
	}
}

// isSetenv reports whether a function puts its second argument into the
// environment.
func isSetenv(name string) bool { return name == "os.Setenv" || name == "syscall.Setenv" }

var comparisons = []string{
	"strings.EqualFold", "strings.HasPrefix", "strings.HasSuffix", "strings.Contains", "strings.Compare",
	"bytes.Equal", "crypto/subtle.ConstantTimeCompare", "crypto/hmac.Equal", "strconv.ParseBool",
}

func isComparison(name string) bool { return slices.Contains(comparisons, name) }

// decryptsByName reports whether what is called says that it decrypts what it is
// given. Names are all there is to tell by where the decryption is somebody
// else's, and there are many.
func decryptsByName(c ssaflow.Call) bool {
	if c.Func == nil {
		return false
	}
	name := strings.ToLower(c.Func.Name())
	return strings.Contains(name, "decrypt") || strings.Contains(name, "decipher") || strings.Contains(name, "unseal")
}

// isCiphertext reports whether a field is where a request to decrypt has the
// ciphertext.
func isCiphertext(owner, field string) bool {
	return field == "CiphertextBlob" && strings.Contains(owner, "/service/kms.")
}
