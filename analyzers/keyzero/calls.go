package keyzero

import (
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// call runs a call or a go statement. A goroutine is taken to do its work at
// once: whether it has done so by the end, nothing in view can tell.
func (m *machine) call(instr ssa.CallInstruction, s state, leave func(exit)) []state {
	c := m.e.resolver.Resolve(instr)
	effect := m.e.effect(c)
	if effect.Exits {
		return nil
	}
	if c.Func != nil && match.Func(c.Func) == "runtime.Goexit" {
		m.terminate(instr, s, leave)
		return nil
	}
	if effect.Blocks {
		s = m.wait(instr, s)
	}
	states := m.invoke(c, s)
	for i, s := range states {
		s = m.atoms.forget(s, instr)
		states[i] = m.begin(instr, s)
	}
	return states
}

// invoke applies what a call does to the key: through the closures that it
// runs, by what it overwrites, and by what it assigns.
func (m *machine) invoke(c ssaflow.Call, s state) []state {
	for _, a := range m.n.at[c.Instr] {
		if _, ok := a.Dst.Root.(*ssa.Parameter); ok && m.n.inside[a.Dst.Function()] {
			s = m.transfer(s, a, false)
		}
	}
	states := []state{s}
	for _, fn := range m.e.resolver.Closures(c) {
		if !m.n.inside[fn] {
			continue
		}
		var after []state
		for _, s := range states {
			after = append(after, m.closure(fn, s)...)
		}
		states = after
	}
	for i, s := range states {
		for _, w := range m.e.wipesBy(c) {
			s = m.wipe(s, w)
		}
		for _, a := range m.n.at[c.Instr] {
			s = m.transfer(s, a, false)
		}
		states[i] = s
	}
	return states
}

// closure returns the states in which a closure returns.
func (m *machine) closure(fn *ssa.Function, s state) []state {
	run := closureRun{fn, s}
	if states, ok := m.memo[run]; ok {
		return states
	}
	if m.depth >= maxDepth {
		return []state{s}
	}
	m.memo[run] = []state{s} // for closures that lead back here
	m.depth++
	var states []state
	seen := map[state]bool{}
	outer, terminated := s.defers, s.terminated
	s.defers, s.terminated = 0, false
	m.explore(fn, s, func(x exit) {
		t := x.state
		ended := t.terminated
		t.defers, t.terminated = outer, terminated
		if !ended && !seen[t] {
			seen[t] = true
			states = append(states, t)
		}
	})
	m.depth--
	m.memo[run] = states
	return states
}

// leaves records that fn ends at instr.
func (m *machine) leaves(instr ssa.Instruction, s state, leave func(exit)) {
	if instr.Parent() != m.n.root {
		for _, a := range m.n.at[instr] {
			s = m.transfer(s, a, false)
		}
		if m.handsOver(instr, s) {
			s = state{status: wiped, mask: s.mask, true_: s.true_, defers: s.defers}
		}
		leave(exit{instr: instr, state: s})
		return
	}
	m.exits = append(m.exits, exit{instr, s, m.point})
}

// handsOver reports whether a closure returns the key to a caller that is not in
// view, which has been handed the closure.
func (m *machine) handsOver(instr ssa.Instruction, s state) bool {
	r, ok := instr.(*ssa.Return)
	if !ok || s.status != live || len(m.n.at[instr]) > 0 {
		return false
	}
	for _, v := range r.Results {
		if m.k.holders.holdsUnder(s.holds, ssaflow.Of(v)) {
			return true
		}
	}
	return false
}

// due returns a deferred call that is due and will overwrite the key, or nil.
func (m *machine) due(s state) (first *ssa.Defer) {
	for d, bit := range m.defers {
		if s.defers&(1<<bit) == 0 || len(m.e.wipesBy(m.e.resolver.Resolve(d))) == 0 {
			continue
		}
		if first == nil || bit < m.defers[first] {
			first = d
		}
	}
	return first
}

// terminate leaves by a panic or Goexit: deferred calls run, and so do those of
// the callers. A closure's is left to its callers' other paths.
func (m *machine) terminate(instr ssa.Instruction, s state, leave func(exit)) {
	s.terminated = true
	for _, t := range m.runDefers(instr.Parent(), s) {
		m.leaves(instr, t, leave)
	}
}

// deferCall notes that a call is due. Its arguments are evaluated now: a direct
// wipe is due only if its argument is the key at this point.
func (m *machine) deferCall(d *ssa.Defer, s state) state {
	c := m.e.resolver.Resolve(d)
	bit, ok := m.defers[d]
	if !ok {
		return s
	}
	for _, a := range m.n.at[d] {
		s = m.transfer(s, a, false)
	}
	due := len(m.e.resolver.Closures(c)) > 0
	for _, w := range m.e.wipesBy(c) {
		due = due || m.k.holders.holdsAt(s.holds, w.loc)
	}
	if due {
		s.defers |= 1 << bit
	}
	return s
}

// runDefers runs the calls that fn has deferred, the last one first.
func (m *machine) runDefers(fn *ssa.Function, s state) []state {
	states := []state{s}
	for i := len(fn.Blocks) - 1; i >= 0; i-- {
		instrs := fn.Blocks[i].Instrs
		for j := len(instrs) - 1; j >= 0; j-- {
			if d, ok := instrs[j].(*ssa.Defer); ok {
				states = m.runDefer(d, states)
			}
		}
	}
	return states
}

func (m *machine) runDefer(d *ssa.Defer, states []state) []state {
	bit, ok := m.defers[d]
	if !ok {
		return states
	}
	m.now = d
	c := m.e.resolver.Resolve(d)
	closures := m.e.resolver.Closures(c)
	var after []state
	for _, s := range states {
		switch {
		case s.defers&(1<<bit) == 0:
			after = append(after, s)
		case len(closures) > 0:
			s.defers &^= 1 << bit
			after = append(after, m.invoke(c, s)...)
		default:
			s.defers &^= 1 << bit
			for _, w := range m.e.wipesBy(c) {
				s = m.overwrite(s, w.part)
			}
			after = append(after, s)
		}
	}
	return after
}
