package eval

import (
	"cmp"
	"go/types"
	"slices"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// Methods are methods of other packages of which something is known.
type Methods struct {
	named   map[string][]*types.Func
	reached map[method][]*types.Func
}

// NewMethods returns no methods.
func NewMethods() *Methods {
	return &Methods{named: map[string][]*types.Func{}, reached: map[method][]*types.Func{}}
}

// Add adds a function if it is a method.
func (m *Methods) Add(fn *types.Func) {
	if fn.Signature().Recv() != nil {
		m.named[fn.Name()] = append(m.named[fn.Name()], fn)
	}
}

// Reached returns those that a call through an interface may reach, in an order that does
// not depend on that of Add. Few are ever asked for of the many that there can be, and
// those at many calls.
func (m *Methods) Reached(c ssaflow.Call) []*types.Func {
	key := method{c.Iface, c.Func}
	reached, ok := m.reached[key]
	if !ok {
		for _, fn := range m.named[c.Func.Name()] {
			if implements(fn, c.Iface) {
				reached = append(reached, fn)
			}
		}
		slices.SortFunc(reached, func(a, b *types.Func) int { return cmp.Compare(a.FullName(), b.FullName()) })
		m.reached[key] = reached
	}
	return reached
}
