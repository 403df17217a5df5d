package envelope

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// An item is where something is that a walk follows: the part of v that path leads to,
// in the notation of ssaflow.Loc. The way there is that of from, and then text at pos.
type item struct {
	v    ssa.Value
	path string
	role role
	from *item
	pos  token.Pos
	text string

	entry *entry // how the walk got into the function, if by a call
}

// An entry is a call by which a walk got into a function: it leaves that by the same.
type entry struct {
	call  ssa.CallInstruction
	outer *entry
}

func (e *entry) instr() ssa.CallInstruction {
	if e == nil {
		return nil
	}
	return e.call
}

// A role is what an item is to the rule.
type role string

const (
	keyRole    role = "key"    // a plaintext data key
	blockRole  role = "block"  // a block cipher with the key
	aeadRole   role = "aead"   // an authenticated cipher with the key
	blobRole   role = "blob"   // the encrypted data key
	sealedRole role = "sealed" // what was encrypted under the key
	valueRole  role = "value"  // what a parameter holds
)

// A meeting is what happens to an item, beyond that it gets somewhere else.
type meeting struct {
	kind kind
	at   ssa.Instruction
	call ssaflow.Call // of a call
	arg  int
}

type kind uint8

const (
	called    kind = iota // handed to a function that is not in view, or to a builtin
	returned              // returned to callers that are not in view
	kept                  // stored where others find it
	compared              // compared, or computed with
	otherwise             // anything else
)

// A walk follows items through the package, forwards.
type walk struct {
	e     *eval.Engine
	pkg   *types.Package
	meet  func(*item, meeting) // is told of each meeting, and may follow more
	seen  map[seenKey]bool
	queue []*item
}

type seenKey struct {
	v    ssa.Value
	path string
	role role
	call ssa.CallInstruction
}

// Bounds of a walk.
const (
	maxItems     = 4000
	maxSelectors = 8
)

func (c *checker) newWalk(meet func(*item, meeting)) *walk {
	return &walk{e: c.e, pkg: c.pass.Pkg, meet: meet, seen: map[seenKey]bool{}}
}

// run follows all items to the end, the first first.
func (w *walk) run() {
	for n := 0; n < len(w.queue) && n < maxItems; n++ {
		it := w.queue[n]
		refs := it.v.Referrers()
		if refs == nil {
			continue
		}
		for _, r := range *refs {
			w.use(it, r)
		}
	}
}

// follow adds an item to those that are followed, and reports whether it is a new one.
func (w *walk) follow(it *item) bool {
	key := seenKey{it.v, it.path, it.role, it.entry.instr()}
	if it.v == nil || isDeep(it.path) || w.seen[key] {
		return false
	}
	w.seen[key] = true
	w.queue = append(w.queue, it)
	return true
}

func isDeep(path string) bool {
	return strings.Count(path, ".")+strings.Count(path, "[") > maxSelectors
}

// to follows what is in it to v.
func (w *walk) to(it *item, v ssa.Value, path string) bool {
	return w.follow(&item{v: v, path: path, role: it.role, from: it, entry: it.entry})
}

// step is to, with a note of how.
func (w *walk) step(it *item, v ssa.Value, path string, in *entry, pos token.Pos, text string) {
	w.follow(&item{v: v, path: path, role: it.role, from: it, entry: in, pos: pos, text: text})
}

func (w *walk) use(it *item, at ssa.Instruction) {
	switch at := at.(type) {
	case *ssa.DebugRef, *ssa.If:
	case *ssa.FieldAddr:
		w.selected(it, at, "."+ssaflow.FieldOf(at.X.Type(), at.Field).Name())
	case *ssa.Field:
		w.selected(it, at, "."+ssaflow.FieldOf(at.X.Type(), at.Field).Name())
	case *ssa.IndexAddr:
		w.element(it, at, at.X)
	case *ssa.Index:
		w.element(it, at, at.X)
	case *ssa.Lookup:
		w.element(it, at, at.X)
	case *ssa.Slice:
		if at.X == it.v {
			w.to(it, at, it.path)
		}
	case *ssa.Convert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Phi, *ssa.MultiConvert, *ssa.SliceToArrayPointer, *ssa.TypeAssert:
		w.to(it, at.(ssa.Value), it.path)
	case *ssa.Range:
		w.to(it, at, it.path)
	case *ssa.Next:
		w.to(it, at, it.path)
	case *ssa.UnOp:
		w.loaded(it, at)
	case *ssa.Extract:
		w.extracted(it, at)
	case *ssa.BinOp:
		w.computed(it, at)
	case *ssa.Store:
		if at.Val == it.v {
			w.store(it, at.Addr, it.path, at)
		}
	case *ssa.MapUpdate:
		if at.Value == it.v {
			w.store(it, at.Map, "[]"+it.path, at)
		}
	case *ssa.Send:
		if at.X == it.v {
			w.store(it, at.Chan, "[]"+it.path, at)
		}
	case *ssa.MakeClosure:
		for i, b := range at.Bindings {
			if b == it.v {
				w.to(it, at.Fn.(*ssa.Function).FreeVars[i], it.path)
			}
		}
	case *ssa.Return:
		w.returned(it, at)
	case ssa.CallInstruction:
		w.call(it, at)
	default:
		w.meet(it, meeting{kind: otherwise, at: at})
	}
}

// selected follows a field of what has the item in it.
func (w *walk) selected(it *item, v ssa.Value, field string) {
	if rest, ok := strings.CutPrefix(it.path, field); ok && (rest == "" || strings.ContainsRune(".[", rune(rest[0]))) {
		w.to(it, v, rest)
	} else if it.path == "" {
		w.to(it, v, "")
	}
}

func (w *walk) element(it *item, v, x ssa.Value) {
	if x != it.v {
		return
	}
	if rest, ok := strings.CutPrefix(it.path, "[]"); ok {
		w.to(it, v, rest)
	} else if it.path == "" {
		w.to(it, v, "")
	}
}

func (w *walk) loaded(it *item, load *ssa.UnOp) {
	switch load.Op {
	case token.MUL:
		w.to(it, load, it.path)
	case token.ARROW:
		w.to(it, load, strings.TrimPrefix(it.path, "[]"))
	default:
		w.meet(it, meeting{kind: compared, at: load})
	}
}

func (w *walk) extracted(it *item, x *ssa.Extract) {
	if rest, ok := strings.CutPrefix(it.path, "#"); ok {
		if index, after := resultIndex(rest); index == x.Index {
			w.to(it, x, after)
		}
		return
	}
	switch x.Tuple.(type) {
	case *ssa.Next:
		if x.Index == 2 {
			w.to(it, x, strings.TrimPrefix(it.path, "[]"))
		}
	case *ssa.TypeAssert, *ssa.Lookup, *ssa.UnOp:
		if x.Index == 0 {
			w.to(it, x, it.path)
		}
	case *ssa.Select:
		w.to(it, x, strings.TrimPrefix(it.path, "[]"))
	}
}

// resultIndex splits what follows "#" in a path.
func resultIndex(s string) (index int, rest string) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		index = index*10 + int(s[i]-'0')
		i++
	}
	return index, s[i:]
}

func (w *walk) computed(it *item, b *ssa.BinOp) {
	t, ok := b.Type().Underlying().(*types.Basic)
	if b.Op == token.ADD && ok && t.Info()&types.IsString != 0 {
		w.to(it, b, "")
		return
	}
	w.meet(it, meeting{kind: compared, at: b})
}

// returned follows what a function returns to its callers.
func (w *walk) returned(it *item, ret *ssa.Return) {
	fn := ret.Parent()
	calls, outer, known := w.exits(it, fn)
	for i, result := range ret.Results {
		if result != it.v {
			continue
		}
		for _, call := range calls {
			if v := call.Value(); v != nil {
				w.step(it, v, resultPath(v, i, it.path), outer, call.Pos(), "returned by "+fn.Name())
			}
		}
	}
	if !known {
		w.throughFields(it, it.v, it.path, ret.Pos())
		w.meet(it, meeting{kind: returned, at: ret})
	}
}

// resultPath returns the path below a call to a part of its i-th result.
func resultPath(v ssa.Value, i int, path string) string {
	if _, many := v.Type().(*types.Tuple); many {
		return "#" + string(rune('0'+i%10)) + path
	}
	return path
}

func (w *walk) call(it *item, instr ssa.CallInstruction) {
	c := w.e.Resolve(instr)
	for i, arg := range c.Args {
		if arg == it.v {
			w.argument(it, c, i)
		}
	}
}

func (w *walk) argument(it *item, c ssaflow.Call, i int) {
	switch c.Builtin() {
	case "append":
		w.to(it, c.Instr.Value(), it.path)
		return
	case "copy":
		if i == 1 {
			w.store(it, c.Args[0], it.path, c.Instr)
			return
		}
	}
	callees := w.e.Callees(c)
	for _, fn := range callees {
		if i < len(fn.Params) {
			w.step(it, fn.Params[i], it.path, &entry{c.Instr, it.entry}, c.Instr.Pos(), "passed to "+fn.Name())
		}
	}
	if len(callees) == 0 || c.Iface != nil {
		w.meet(it, meeting{kind: called, at: c.Instr, call: c, arg: i})
	}
}

// pass follows an item through a function that is not in view, as far as is known. It
// reports whether anything is.
func (w *walk) pass(it *item, m meeting) bool {
	result, into, known := w.e.Passes(m.call, m.arg)
	if v := m.call.Instr.Value(); result && v != nil {
		path := it.path
		if !types.Identical(it.v.Type(), firstResult(v)) {
			path = ""
		}
		w.to(it, v, resultPath(v, 0, path))
	}
	if into >= 0 && into < len(m.call.Args) && into != m.arg {
		w.store(it, m.call.Args[into], "", m.at)
	}
	return known && (result || into >= 0)
}

func firstResult(v ssa.Value) types.Type {
	if t, ok := v.Type().(*types.Tuple); ok {
		return t.At(0).Type()
	}
	return v.Type()
}
