package keyzero

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// A verdict is what has become of a key over all paths.
type verdict struct {
	leaks  []exit          // where the key survives and nobody answers for it
	stored ssaflow.Loc     // where it lives on, and nothing overwrites it
	at     exit            // the way out on which it is stored there
	good   bool            // whether it is wiped or handed on somewhere
	gifts  []gift          // where it is handed to the caller
	late   ssa.Instruction // what keeps the key waiting
	wipe   ssa.Instruction // what overwrites it after that
}

type gift struct {
	result int
	path   string
	store  string // the name of the field, if the key is in one
}

// judge follows k through n.
func (e *engine) judge(n *nest, k *key) (*machine, verdict) {
	m := e.newMachine(n, k)
	m.run()
	var v verdict
	for _, x := range m.exits {
		e.judgeExit(m, x, &v)
	}
	for i, instr := range m.blocks {
		if by := m.late[int16(i)]; by != nil {
			v.late, v.wipe = instr, by
			break
		}
	}
	return m, v
}

func (e *engine) judgeExit(m *machine, x exit, v *verdict) {
	switch x.state.status {
	case absent:
		return
	case wiped:
		v.good = true
		return
	}
	if l, kept := e.storedAt(m, x); kept {
		if l.Root != nil {
			v.stored, v.at = l, x
		}
		v.good = true
		return
	}
	if e.isGiven(m, x, v) {
		v.good = true
		return
	}
	v.leaks = append(v.leaks, x)
}

// storedAt returns the place outside of the function where the key lives on.
// Where something in view overwrites what is stored there, the place is empty.
func (e *engine) storedAt(m *machine, x exit) (l ssaflow.Loc, kept bool) {
	for _, at := range m.k.holders.list {
		if !m.k.holders.holdsAt(x.state.holds, at) || !e.outlives(m, at) {
			continue
		}
		if e.isWipedSomewhere(at) || isOutParam(at) {
			return ssaflow.Loc{}, true
		}
		if !kept {
			l, kept = at, true
		}
	}
	return l, kept
}

// outlives reports whether what is stored at l is still there when the nest has
// returned: in a package variable, or below a parameter or a variable of an
// enclosing function, other than where the key came in.
func (e *engine) outlives(m *machine, l ssaflow.Loc) bool {
	if m.k.at == nil && l.Root == m.k.home.Root {
		return false
	}
	switch root := l.Root.(type) {
	case *ssa.Global:
		return true
	case *ssa.Parameter:
		if _, byValue := root.Type().Underlying().(*types.Struct); byValue {
			return false // the callee's own copy
		}
		return root.Parent() == m.n.root && l.Path != "" || isOutParam(l)
	case *ssa.Call:
		// What another call returned is somebody's, if the key was put below it.
		made := root == m.k.home.Root || m.k.at == ssa.Instruction(root)
		return !made && strings.ContainsAny(l.Path[1:], ".[")
	}
	return l.Function() != nil && !m.n.inside[l.Function()]
}

// isOutParam reports whether l is what a parameter points to: the caller gets it.
func isOutParam(l ssaflow.Loc) bool {
	p, ok := l.Root.(*ssa.Parameter)
	if !ok || l.Path != "" {
		return false
	}
	ptr, ok := p.Type().Underlying().(*types.Pointer)
	return ok && match.IsBytes(ptr.Elem())
}

// isWipedSomewhere reports whether anything in view overwrites what is stored in
// a field or variable on the way to l. A variable that a closure captured from a
// function that is not in view is taken to be.
func (e *engine) isWipedSomewhere(l ssaflow.Loc) bool {
	if name := e.storeName(l); name != "" {
		return e.wiped[name] != 0
	}
	if fn := l.Function(); fn != nil && l.Path == "" {
		return true
	}
	return false
}

// isGiven reports whether the key leaves by a result, and notes where.
func (e *engine) isGiven(m *machine, x exit, v *verdict) bool {
	r, ok := x.instr.(*ssa.Return)
	if !ok || x.state.terminated {
		return false
	}
	given := false
	for i, res := range r.Results {
		if m.isHomeArray(res) {
			v.gift(gift{result: i})
			given = true
			continue
		}
		m.k.holders.under(ssaflow.Of(res), func(at ssaflow.Loc, rest string) {
			if !m.k.holders.holdsAt(x.state.holds, at) {
				return
			}
			if e.isUnwipedField(at, rest) {
				v.stored, v.at = at, x
			}
			v.gift(gift{i, rest, e.storeName(at)})
			given = true
		})
	}
	return given
}

// isHomeArray reports whether v is the array that the key is in.
func (m *machine) isHomeArray(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	return ok && match.IsByteArray(v.Type()) && ssaflow.Of(load.X) == m.k.home
}

func (v *verdict) gift(g gift) {
	if !slices.Contains(v.gifts, g) {
		v.gifts = append(v.gifts, g)
	}
}

// isUnwipedField reports whether a returned struct carries the key in a field
// that nothing in view overwrites. The SDK's own outputs are for callers to wipe.
func (e *engine) isUnwipedField(at ssaflow.Loc, rest string) bool {
	if rest == "" {
		return false
	}
	if _, ok := e.store(at); !ok {
		return false
	}
	return e.wiped[e.storeName(at)] == 0
}
