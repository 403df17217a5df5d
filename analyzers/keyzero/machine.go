package keyzero

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/flow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// A machine follows one key through one nest, path by path.
//
// Its state tells, besides what has become of the key, which of the places that
// may refer to it do, what the branches taken so far have said, and which
// deferred calls are due. It is may-analysis throughout: a finding needs one
// path on which the key survives, and a place that may or may not hold the key
// is told apart by path rather than assumed.
type machine struct {
	e *engine
	n *nest
	k *key

	errs   []holders // where each failure's value is known from
	atoms  atomTable
	defers map[*ssa.Defer]int
	bounds map[string]uint8 // numbers for the bounds of partial wipes
	blocks []ssa.Instruction
	blockN map[ssa.Instruction]int16
	uses   *usage

	memo  map[closureRun][]state
	depth int
	exits []exit
	late  map[int16]ssa.Instruction // by what kept the key waiting: what wiped it then
	now   ssa.Instruction           // what is being run
	top   *flow.Result[state]
	point flow.Point[state] // in the root function
}

type closureRun struct {
	fn *ssa.Function
	s  state
}

// A status says what has become of the key.
type status uint8

const (
	absent status = iota // not made yet, or its call failed
	live
	wiped
)

// A state is all that the machine knows at a point on a path.
type state struct {
	status     status
	holds      uint64    // places that refer to the key, by bit
	errs       [2]uint64 // places that hold the failure's value
	mask       uint64    // atoms that are known
	true_      uint64    // of those, the ones that are true
	defers     uint64    // deferred calls that are due
	low, high  uint8     // bounds of the parts wiped so far: [low:], [:high]
	blockedAt  int16     // 1 + the first call that kept the key waiting
	terminated bool      // left by a panic or Goexit, on the way through defers
}

// An exit is a way out of the root function.
type exit struct {
	instr ssa.Instruction
	state state
	point flow.Point[state]
}

// maxStates is how many states a block may be entered in before what branches
// said is forgotten.
const maxStates = 64

// maxDepth bounds closures that call each other.
const maxDepth = 6

func (e *engine) newMachine(n *nest, k *key) *machine {
	m := &machine{
		e: e, n: n, k: k,
		defers: map[*ssa.Defer]int{},
		bounds: map[string]uint8{},
		blockN: map[ssa.Instruction]int16{},
		memo:   map[closureRun][]state{},
		late:   map[int16]ssa.Instruction{},
	}
	m.atoms = atomsOf(n)
	for _, f := range k.fails {
		if len(m.errs) < 2 {
			m.errs = append(m.errs, n.holdersOf(f.atom.X))
		}
	}
	for _, fn := range n.fns {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if d, ok := instr.(*ssa.Defer); ok && len(m.defers) < 64 {
					m.defers[d] = len(m.defers)
				}
			}
		}
	}
	if k.at != nil {
		m.uses = e.usageOf(n, k)
	}
	return m
}

// run explores the nest from its root's entry.
func (m *machine) run() {
	start := state{}
	if m.k.at == nil {
		start = state{status: live, holds: 1}
	}
	if m.k.reusesMemory() {
		start.holds = 1
	}
	m.top = m.explore(m.n.root, start, func(exit) {})
}

// explore runs fn from a state and calls leave at each of its exits.
func (m *machine) explore(fn *ssa.Function, start state, leave func(exit)) *flow.Result[state] {
	isRoot := fn == m.n.root
	return flow.Explore(flow.Problem[state]{
		Entry: flow.Point[state]{State: start},
		Step: func(p flow.Point[state]) []flow.Point[state] {
			if isRoot {
				m.point = p
			}
			return m.step(fn, p, leave)
		},
		Widen: widen,
		Limit: maxStates,
	})
}

// widen forgets what branches said, and where that is not enough, which places
// hold the key: they are then taken to, and deferred calls to be due, so that no
// wipe is overlooked.
func widen(s state, times int) state {
	s.mask, s.true_ = 0, 0
	if times > 1 {
		s.holds, s.errs, s.defers = ^uint64(0), [2]uint64{^uint64(0), ^uint64(0)}, ^uint64(0)
		s.low, s.high, s.blockedAt = 0, 0, 0
	}
	return s
}

// step runs a block of fn.
func (m *machine) step(fn *ssa.Function, p flow.Point[state], leave func(exit)) []flow.Point[state] {
	b := fn.Blocks[p.Node]
	states := []state{p.State}
	for _, instr := range b.Instrs {
		if _, ok := instr.(*ssa.Phi); ok {
			continue // on the edge
		}
		var next []state
		for _, s := range states {
			next = append(next, m.exec(instr, s, leave)...)
		}
		states = distinct(next)
		for times := 1; times <= 2 && len(states) > maxStates; times++ {
			for i, s := range states {
				states[i] = widen(s, times)
			}
			states = distinct(states)
		}
	}
	var points []flow.Point[state]
	for _, s := range states {
		points = append(points, m.successors(b, s)...)
	}
	return points
}

// distinct returns the states without repetitions, in order.
func distinct(states []state) []state {
	if len(states) < 2 {
		return states
	}
	seen := make(map[state]bool, len(states))
	return slices.DeleteFunc(states, func(s state) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}

// assign returns out after what v is in state s has been put at dst.
func (m *machine) assign(s, out state, dst ssaflow.Loc, v ssa.Value, weak bool) state {
	src := ssaflow.Of(v)
	_, isConst := v.(*ssa.Const)
	out.holds = moveBits(&m.k.holders, s.holds, out.holds, dst, src, isConst, weak)
	for i := range m.errs {
		out.errs[i] = moveBits(&m.errs[i], s.errs[i], out.errs[i], dst, src, isConst, weak)
	}
	return m.atoms.assign(s, out, dst, v)
}

// exec runs one instruction.
func (m *machine) exec(instr ssa.Instruction, s state, leave func(exit)) []state {
	m.now = instr
	switch i := instr.(type) {
	case *ssa.Store:
		s = m.store(i, s)
	case *ssa.MapUpdate, *ssa.Send:
		for _, a := range m.n.at[instr] {
			s = m.transfer(s, a, true)
		}
		if _, ok := i.(*ssa.Send); ok {
			s = m.wait(instr, s)
		}
	case *ssa.Select:
		// Which case it is decides whether the key was sent. It is taken to be:
		// the channel's reader may already have it.
		for _, a := range m.n.at[instr] {
			s = m.transfer(s, a, true)
		}
		if i.Blocking {
			s = m.wait(instr, s)
		}
	case *ssa.UnOp:
		if i.Op == token.ARROW {
			s = m.wait(instr, s)
		}
	case *ssa.Defer:
		return []state{m.deferCall(i, s)}
	case *ssa.RunDefers:
		return m.runDefers(instr.Parent(), s)
	case ssa.CallInstruction:
		return m.call(i, s, leave)
	case *ssa.Return:
		m.leaves(instr, s, leave)
		return nil
	case *ssa.Panic:
		m.terminate(instr, s, leave)
		return nil
	}
	return []state{m.begin(instr, m.atoms.forget(s, instr))}
}

// begin makes the key, where instr does.
func (m *machine) begin(instr ssa.Instruction, s state) state {
	if instr != m.k.at {
		return s
	}
	if due := m.due(s); s.status == live && due != nil {
		m.wipedLate(m.blocked(instr), due)
	} else if s.status == live && m.loses(s) {
		m.exits = append(m.exits, exit{instr, s, m.point})
	}
	fresh := state{status: live, holds: 1, mask: s.mask, true_: s.true_, defers: s.defers}
	if m.k.reusesMemory() {
		fresh.holds |= s.holds
	}
	for i := range m.errs {
		fresh.errs[i] = 1
	}
	return m.atoms.forget(fresh, m.k.at)
}

// loses reports whether making the key anew, in a loop, drops the last one: not
// where a copy goes to the same memory again, nor where a collection keeps it.
func (m *machine) loses(s state) bool {
	if m.k.reusesMemory() {
		return false
	}
	for _, l := range m.k.holders.list {
		if strings.Contains(l.Path, "[]") && m.k.holders.holdsAt(s.holds, l) {
			return false
		}
	}
	return true
}

// transfer applies an assignment that a call or a container makes.
func (m *machine) transfer(s state, a ssaflow.Assign, weak bool) state {
	before := s
	s.holds = moveBits(&m.k.holders, before.holds, s.holds, a.Dst, a.Src, false, weak)
	for i := range m.errs {
		s.errs[i] = moveBits(&m.errs[i], before.errs[i], s.errs[i], a.Dst, a.Src, false, weak)
	}
	return s
}

func (m *machine) store(i *ssa.Store, s state) state {
	if w, ok := storedZero(i); ok {
		return m.wipe(s, w)
	}
	dst := ssaflow.Of(i.Addr)
	if i == m.k.at {
		return m.begin(i, s)
	}
	if dst == m.k.home && match.IsByteArray(i.Val.Type()) {
		return m.wipe(s, wipe{loc: dst}) // another array over the whole of this one
	}
	return m.assign(s, s, dst, i.Val, isElement(i.Addr))
}

// isElement reports whether addr is one of many that a Loc does not tell apart.
func isElement(addr ssa.Value) bool {
	_, ok := addr.(*ssa.IndexAddr)
	return ok
}

// wipe returns the state after w.
func (m *machine) wipe(s state, w wipe) state {
	if !m.k.holders.holdsAt(s.holds, w.loc) {
		return s
	}
	return m.overwrite(s, w.part)
}

// overwrite returns the state after that part of the key has been overwritten.
func (m *machine) overwrite(s state, part ssaflow.Part) state {
	if s.status != live || part.Unknown {
		return s
	}
	if !part.IsWhole() {
		s = m.wipePart(s, part)
		if s.low == 0 || s.low != s.high {
			return s
		}
	}
	return m.wipedAt(s)
}

func (m *machine) wipedAt(s state) state {
	if s.blockedAt != 0 {
		m.wipedLate(s.blockedAt-1, m.now)
	}
	return state{status: wiped, holds: s.holds, mask: s.mask, true_: s.true_, defers: s.defers}
}

func (m *machine) wipedLate(waiting int16, by ssa.Instruction) {
	if m.late[waiting] == nil {
		m.late[waiting] = by
	}
}

// wipePart remembers half of a wipe: [:n] and [n:] together are all of it.
func (m *machine) wipePart(s state, p ssaflow.Part) state {
	number := func(bound string) uint8 {
		if _, ok := m.bounds[bound]; !ok {
			m.bounds[bound] = uint8(len(m.bounds) + 1)
		}
		return m.bounds[bound]
	}
	if p.Low != "" {
		s.low = number(p.Low)
	}
	if p.High != "" {
		s.high = number(p.High)
	}
	return s
}
