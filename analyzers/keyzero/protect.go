package keyzero

import (
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// isProtected reports whether k comes into being within runtime/secret.Do, which
// erases what it used, and stays there.
func (e *engine) isProtected(k *key) bool {
	fn := k.at.Parent()
	for fn != nil && !e.runsInSecret(fn) {
		fn = fn.Parent()
	}
	if fn == nil {
		return false
	}
	for _, l := range k.holders.list {
		if !isWithin(l.Function(), fn) {
			return false
		}
	}
	return true
}

func isWithin(fn, outer *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		if fn == outer {
			return true
		}
	}
	return false
}

// runsInSecret reports whether fn is run by runtime/secret.Do and by nothing
// else, but for functions of which the same is true.
func (e *engine) runsInSecret(fn *ssa.Function) bool {
	if e.secret == nil {
		e.findSecret()
	}
	return e.secret[fn]
}

// findSecret fills e.secret.
func (e *engine) findSecret() {
	e.secret = map[*ssa.Function]bool{}
	if e.pkg.Prog.ImportedPackage("runtime/secret") == nil {
		return
	}
	callers := map[*ssa.Function][]*ssa.Function{} // nil stands for secret.Do
	for _, caller := range e.fns {
		for _, c := range e.callsIn(caller) {
			by := caller
			if c.Func != nil && match.Func(c.Func) == "runtime/secret.Do" {
				by = nil
			}
			for _, fn := range handed(c) {
				callers[fn] = append(callers[fn], by)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, fn := range e.fns {
			if !e.secret[fn] && e.allSecret(callers[fn]) && (fn.Object() == nil || !fn.Object().Exported()) {
				e.secret[fn], changed = true, true
			}
		}
	}
}

func (e *engine) allSecret(callers []*ssa.Function) bool {
	for _, c := range callers {
		if c != nil && !e.secret[c] {
			return false
		}
	}
	return len(callers) > 0
}

// handed returns the functions that a call runs or is handed.
func handed(c ssaflow.Call) []*ssa.Function {
	var fns []*ssa.Function
	if c.Fn != nil {
		fns = append(fns, c.Fn)
	}
	for _, arg := range c.Args {
		switch v := arg.(type) {
		case *ssa.Function:
			fns = append(fns, v)
		case *ssa.MakeClosure:
			fns = append(fns, v.Fn.(*ssa.Function))
		}
	}
	return fns
}
