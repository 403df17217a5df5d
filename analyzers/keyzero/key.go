package keyzero

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// A key is plaintext key material that someone must overwrite: what a call
// returned, or a copy of that.
type key struct {
	at     ssa.Instruction // where it comes into being; nil for a parameter
	call   ssa.Instruction // the call to show for that; nil for copies
	home   ssaflow.Loc     // where it is then
	what   string          // "kms.GenerateDataKey"
	weak   bool            // counts only if it is used as a key
	byName bool            // counts for what something is called
	manner summary.Manner  // Alias for the original
	parent *key            // what it is a copy of
	via    *types.Func     // the function that returned it, if not AWS's own
	fails  []failure       // what tells that there is no key

	holders holders
}

// A failure is an atom whose truth, or falsehood where !when, means that the
// call which should have made the key failed.
type failure struct {
	atom ssaflow.Atom
	when bool
}

// reusesMemory reports whether k is a copy into memory that was there before: a
// variable or buffer whose wipe may be deferred ahead of the copying.
func (k *key) reusesMemory() bool {
	call, isCall := k.at.(*ssa.Call)
	return k.parent != nil && (!isCall || k.home.Root != call)
}

// keysIn returns the keys that calls in fn return.
func (e *engine) keysIn(n *nest, fn *ssa.Function) []*key {
	var keys []*key
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				keys = append(keys, e.keysOf(call)...)
			}
		}
	}
	for _, k := range keys {
		k.fails = append(k.fails, e.failuresAround(n, k.at)...)
		k.holders = n.holdersOf(k.home)
	}
	return slices.DeleteFunc(keys, e.isProtected)
}

// keysOf returns the keys that a call returns, by the types of its results and
// by what its callee gives away.
func (e *engine) keysOf(call *ssa.Call) []*key {
	c := e.resolver.Resolve(call)
	if c.Builtin() != "" {
		return nil
	}
	var keys []*key
	for i, t := range results(call) {
		named := match.Named(t)
		if named == nil || isForRecipient(call, i) {
			continue
		}
		for _, f := range e.table.Fields(named) {
			k := &key{at: call, call: call, home: ssaflow.ResultAt(call, i).Select("." + f.Name), what: f.What, weak: f.Weak}
			keys = append(keys, k.failingWith(call))
		}
	}
	if len(keys) > 0 {
		return keys
	}
	for _, g := range e.gifts(c) {
		if at, ok := e.place(c, g.At); ok {
			k := &key{at: call, call: call, home: at, what: g.What, weak: g.Weak, via: c.Func}
			keys = append(keys, k.failingWith(call))
		}
	}
	return keys
}

func results(call *ssa.Call) []types.Type {
	if tuple, ok := call.Type().(*types.Tuple); ok {
		var ts []types.Type
		for v := range tuple.Variables() {
			ts = append(ts, v.Type())
		}
		return ts
	}
	return []types.Type{call.Type()}
}

// isForRecipient reports whether the call's i-th result is an output of which
// CiphertextForRecipient is read. KMS then leaves Plaintext empty (AWS KMS API
// Reference, Decrypt, parameter Recipient).
func isForRecipient(call *ssa.Call, i int) bool {
	for _, out := range extracts(call, i) {
		for _, r := range *out.Referrers() {
			f, ok := r.(*ssa.FieldAddr)
			if ok && ssaflow.FieldOf(f.X.Type(), f.Field).Name() == "CiphertextForRecipient" {
				return true
			}
		}
	}
	return false
}

// extracts returns the values that are the call's i-th result.
func extracts(call *ssa.Call, i int) []ssa.Value {
	if _, ok := call.Type().(*types.Tuple); !ok {
		return []ssa.Value{call}
	}
	var vs []ssa.Value
	for _, r := range *call.Referrers() {
		if x, ok := r.(*ssa.Extract); ok && x.Index == i {
			vs = append(vs, x)
		}
	}
	return vs
}

// shownAt returns the instruction to show as the one where k comes into being.
func (k *key) shownAt() ssa.Instruction {
	if k.call != nil {
		return k.call
	}
	return k.at
}

// failingWith adds what tells that the call returned no key. A request of the
// SDK's first version returns its output before it is sent: there, the sending
// counts.
func (k *key) failingWith(call *ssa.Call) *key {
	if send := sendOf(call); send != nil {
		k.at = send
		k.fails = append(k.fails, failure{ssaflow.IsNil(ssaflow.ResultAt(send, 0)), false})
		return k
	}
	if a, when, ok := ssaflow.FailureOf(call); ok {
		k.fails = append(k.fails, failure{a, when})
	}
	return k
}

// sendOf returns the call of Send on the request that call made along with its
// output, or nil.
func sendOf(call *ssa.Call) *ssa.Call {
	ts := results(call)
	if len(ts) != 2 || match.Named(ts[0]) == nil || match.Named(ts[0]).Obj().Name() != "Request" {
		return nil
	}
	for _, req := range extracts(call, 0) {
		for _, use := range *req.Referrers() {
			if send, ok := use.(*ssa.Call); ok && send.Call.StaticCallee() != nil && send.Call.StaticCallee().Name() == "Send" {
				return send
			}
		}
	}
	return nil
}

// failuresAround returns the failures of the calls within which a closure makes
// its key: `err := retry(func() error { out, err = … })` fails as a whole.
func (e *engine) failuresAround(n *nest, at ssa.Instruction) []failure {
	var fs []failure
	for fn := at.Parent(); fn != n.root && fn.Parent() != nil; fn = fn.Parent() {
		for _, c := range e.callsIn(fn.Parent()) {
			results := c.Instr.Common().Signature().Results()
			last := results.Len() - 1
			if c.Instr.Value() != nil && last >= 0 && match.IsError(results.At(last).Type()) && slices.Contains(e.resolver.Closures(c), fn) {
				fs = append(fs, failure{ssaflow.IsNil(ssaflow.ResultAt(c.Instr.Value(), last)), false})
			}
		}
	}
	return fs
}

// maxFamily bounds the copies of a key that are followed.
const maxFamily = 40

// family returns k and its copies, and the copies of those.
func (n *nest) family(k *key) []*key {
	keys := []*key{k}
	seen := map[ssaflow.Loc]bool{k.home: true}
	for i := 0; i < len(keys) && len(keys) < maxFamily; i++ {
		for _, at := range keys[i].holders.list {
			for _, j := range n.copied[at.Root] {
				c := n.copies[j]
				rest, ok := at.Under(c.src)
				home := c.dst.Select(rest)
				if ok && !seen[home] && !keys[i].isHeldAt(home) {
					seen[home] = true
					keys = append(keys, n.copyOf(keys[i], c, home))
				}
			}
		}
	}
	return keys
}

func (k *key) isHeldAt(l ssaflow.Loc) bool {
	for ; k != nil; k = k.parent {
		if _, ok := k.holders.bit[l]; ok {
			return true
		}
	}
	return false
}

func (n *nest) copyOf(k *key, c copying, home ssaflow.Loc) *key {
	cp := &key{at: c.at, home: home, what: k.what, weak: k.weak, manner: c.manner, parent: k}
	if call, ok := c.at.(*ssa.Call); ok {
		if a, when, ok := ssaflow.FailureOf(call); ok {
			cp.fails = append(cp.fails, failure{a, when})
		}
	}
	cp.holders = n.holdersOf(home)
	return cp
}
