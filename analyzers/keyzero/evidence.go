package keyzero

import (
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// An evidence tells how it is known that bytes are used as a key.
type evidence uint8

const (
	none evidence = iota
	byName
	byUse
)

// usedAsKey tells how it is known that any of a family goes where keys go: to a
// function that takes a key, or into a field or variable for keys.
func (e *engine) usedAsKey(n *nest, family []*key) (known evidence) {
	for _, fn := range n.fns {
		for _, c := range e.callsIn(fn) {
			f := e.effect(c)
			if e.takesAny(c, f.Keys, family) {
				return byUse
			}
			if e.takesAny(c, f.Named, family) {
				known = byName
			}
		}
	}
	for _, k := range family {
		for _, l := range k.holders.list {
			if k.at != nil || l != k.home { // where a parameter came in tells nothing
				known = max(known, e.keyStore(l))
			}
		}
	}
	return known
}

// takesAny reports whether a call finds any of a family at one of the places.
func (e *engine) takesAny(c ssaflow.Call, places []summary.Place, family []*key) bool {
	for _, p := range places {
		if l, ok := e.place(c, p); ok && anyHeldAt(family, l) {
			return true
		}
	}
	return false
}

// keyStore tells how it is known that l is a field or variable for keys: by its
// name or that of its struct, or because something in this package uses what is
// there as one.
func (e *engine) keyStore(l ssaflow.Loc) evidence {
	if e.keyStores[e.storeName(l)] {
		return byUse
	}
	f, ok := e.store(l)
	if ok && f.Rest == "" && match.IsBytes(f.Var.Type()) && isNamedAfterKey(f) {
		return byName
	}
	return none
}

func isNamedAfterKey(f ssaflow.Field) bool {
	return isKeyName(f.Var.Name()) || isKeyName(f.Owner.Obj().Name())
}

// findKeyStores fills e.keyStores, once every function has its summary.
func (e *engine) findKeyStores() {
	e.keyStores = map[string]bool{}
	for _, fn := range e.fns {
		for _, c := range e.callsIn(fn) {
			for _, p := range e.effect(c).Keys {
				if l, ok := e.place(c, p); ok && e.storeName(l) != "" {
					e.keyStores[e.storeName(l)] = true
				}
			}
		}
	}
}

func anyHeldAt(family []*key, l ssaflow.Loc) bool {
	for _, k := range family {
		if k.isHolder(l) {
			return true
		}
	}
	return false
}

func (k *key) isHolder(l ssaflow.Loc) bool {
	_, ok := k.holders.bit[l]
	return ok
}
