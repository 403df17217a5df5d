package envelope

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// checkReuse reports that one data key encrypts messages without an end, or that it is
// kept where it is found again without one. It says nothing in a package that looks at
// the time or counts.
func (t *trip) checkReuse() {
	var cached, repeated []encounter
	for _, e := range t.met {
		switch {
		case t.isCached(e):
			cached = append(cached, e)
		case e.line.verb == seals && t.isNew() && (t.inEndlessLoop(e) || t.inMethod(e)):
			repeated = append(repeated, e)
		}
	}
	if len(cached)+len(repeated) == 0 || t.c.counts() {
		return
	}
	for _, e := range cached {
		t.c.caches = append(t.c.caches, cacheEntry{cacheOf(e), t.reuse(e, "is kept in a cache without a limit of age and use")})
	}
	for _, e := range repeated {
		t.c.report(t.reuse(e, "encrypts message after message without a limit: make a new one after a time or a number of messages"))
	}
}

func (t *trip) reuse(e encounter, how string) finding {
	return finding{
		category: "key-reuse", at: e.at, what: t.source.key.operation, confidence: rule.Possible,
		message: "data key of " + t.source.key.operation + " " + how,
		related: trail(e.it),
	}
}

// A cacheEntry is a key that is put into a cache: place is the field or the variable that
// is the cache, or nil.
type cacheEntry struct {
	place any
	finding
}

// cacheOf returns the field or the variable that is the cache.
func cacheOf(e encounter) any {
	var cache ssa.Value
	if update, ok := e.at.(*ssa.MapUpdate); ok {
		cache = update.Map
	} else {
		cache = e.call.Args[0]
	}
	loc := ssaflow.Of(cache)
	if fields := loc.Fields(); len(fields) > 0 {
		return fields[0].Var
	}
	return loc.Root
}

// reportCaches reports each cache once, where the first key is put into it.
func (c *checker) reportCaches() {
	slices.SortStableFunc(c.caches, func(a, b cacheEntry) int { return cmp.Compare(a.at.Pos(), b.at.Pos()) })
	seen := map[any]bool{}
	for _, entry := range c.caches {
		if !seen[entry.place] {
			seen[entry.place] = true
			c.report(entry.finding)
		}
	}
}

// isNew reports whether the trip's key was made by the call that it begins with.
func (t *trip) isNew() bool { return t.source.key.encrypted != "" }

// isCached reports whether a key, or a cipher with it, is put into a map that outlives
// the function, or into what the table says is a cache.
func (t *trip) isCached(e encounter) bool {
	switch e.it.role {
	case keyRole, blockRole, aeadRole:
	default:
		return false
	}
	if !t.isNew() && !t.cipher {
		return false // what was decrypted is no key
	}
	if e.kind == called {
		l, ok := t.c.t.find(e.call, caches)
		return ok && l.arg == e.arg
	}
	update, ok := e.at.(*ssa.MapUpdate)
	return ok && e.kind == kept && isKeyed(update)
}

// isKeyed reports whether a map may get more and more entries: its key is not constant.
func isKeyed(update *ssa.MapUpdate) bool { return !isConst(update.Key) }

// inEndlessLoop reports whether something is sealed in a loop that takes one message
// after the other from a channel, under a key that was made before it.
func (t *trip) inEndlessLoop(e encounter) bool {
	for at := range t.sites(e) {
		if at.Parent() != t.call.Parent() || !containsInstr(at.Parent(), isReceive) {
			continue
		}
		if loop := loopOf(at.Block()); !loop[t.call.Block()] && receives(loop) {
			return true
		}
	}
	return false
}

// sites yields the instruction that seals, and the calls through which the item got to
// its function.
func (t *trip) sites(e encounter) func(yield func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		if !yield(e.at) {
			return
		}
		for in := e.it.entry; in != nil; in = in.outer {
			if !yield(in.call) {
				return
			}
		}
	}
}

func receives(loop map[*ssa.BasicBlock]bool) bool {
	for b := range loop {
		if slices.ContainsFunc(b.Instrs, isReceive) {
			return true
		}
	}
	return false
}

func isReceive(instr ssa.Instruction) bool {
	switch i := instr.(type) {
	case *ssa.UnOp:
		return i.Op == token.ARROW
	case *ssa.Select:
		return true
	}
	return false
}

// inMethod reports whether something is sealed under a key that a field of the method's
// receiver or a package variable holds since another function put it there, which this
// one never calls. A type that is written to is for one stream of data.
func (t *trip) inMethod(e encounter) bool {
	holder := t.holder(e.it)
	if holder == nil || t.callsSource(e.at.Parent()) {
		return false
	}
	for at := range t.sites(e) {
		if t.callsSource(at.Parent()) {
			return false
		}
	}
	return !isStream(holder)
}

// holder returns the type of the receiver whose field holds an item, or that of the
// package variable that does.
func (t *trip) holder(it *item) types.Type {
	for ; it != nil; it = it.from {
		if !strings.HasPrefix(it.text, keptIn) {
			continue
		}
		root := ssaflow.Of(it.v).Root
		switch root := root.(type) {
		case *ssa.Global:
			return root.Type()
		case *ssa.Parameter:
			if recv := root.Parent().Signature.Recv(); recv != nil && root == root.Parent().Params[0] && !t.isMadeBy(recv.Type()) {
				return recv.Type()
			}
		}
		return nil
	}
	return nil
}

// isMadeBy reports whether a method of a type makes the key: it can be called again.
func (t *trip) isMadeBy(recv types.Type) bool {
	maker := t.call.Parent().Signature.Recv()
	return maker != nil && types.Identical(maker.Type(), recv)
}

// maxCalls bounds the calls through which a function is followed to the source.
const maxCalls = 4

// callsSource reports whether a function gets to where the data key is made.
func (t *trip) callsSource(fn *ssa.Function) bool {
	seen := map[*ssa.Function]bool{}
	var calls func(fn *ssa.Function, depth int) bool
	calls = func(fn *ssa.Function, depth int) bool {
		if fn == t.call.Parent() {
			return true
		}
		if seen[fn] || depth > maxCalls {
			return false
		}
		seen[fn] = true
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, callee := range t.c.reached(instr) {
					if calls(callee, depth+1) {
						return true
					}
				}
			}
		}
		return false
	}
	return calls(fn, 0)
}

// reached returns the functions in view that an instruction calls, or makes closures of.
func (c *checker) reached(instr ssa.Instruction) []*ssa.Function {
	switch i := instr.(type) {
	case ssa.CallInstruction:
		return c.e.Callees(c.e.Resolve(i))
	case *ssa.MakeClosure:
		return []*ssa.Function{i.Fn.(*ssa.Function)}
	}
	return nil
}

// isStream reports whether a type is written to or read from, or closed.
func isStream(t types.Type) bool {
	for _, name := range []string{"Write", "Read", "Close"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

// counts reports whether anything in the package looks at the time, or compares a number
// that a field holds: messages or bytes, as far as anyone can tell.
func (c *checker) counts() bool {
	if c.counted == nil {
		counted := c.calling(clock) || slices.ContainsFunc(c.e.Functions(), func(fn *ssa.Function) bool {
			return containsInstr(fn, func(instr ssa.Instruction) bool {
				cmp, ok := instr.(*ssa.BinOp)
				return ok && isOrder(cmp.Op) && (c.isCounter(cmp.X) || c.isCounter(cmp.Y))
			})
		})
		c.counted = &counted
	}
	return *c.counted
}

// isCounter reports whether v is a number from a field or a package variable, the length
// of a map, or a time that has passed.
func (c *checker) isCounter(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.BinOp:
		return c.isCounter(v.X) || c.isCounter(v.Y)
	case *ssa.Convert:
		return c.isCounter(v.X)
	case *ssa.UnOp:
		switch v.X.(type) {
		case *ssa.FieldAddr, *ssa.Global:
			return true
		}
	case *ssa.Call:
		b, ok := v.Call.Value.(*ssa.Builtin)
		if ok && b.Name() == "len" {
			_, isMap := v.Call.Args[0].Type().Underlying().(*types.Map)
			return isMap
		}
		resolved := c.e.Resolve(v)
		_, isTime := c.t.find(resolved, elapsed)
		return isTime || resolved.Func != nil && match.Path(resolved.Func.Pkg()) == "sync/atomic"
	}
	return false
}
