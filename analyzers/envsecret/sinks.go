package envsecret

import (
	"fmt"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// A sink is a line of the table of environments: a function that puts variables
// there, or a type that holds them.
type sink struct {
	form     form
	name     int // arguments of a function
	value    int
	fields   [2]string // of a pair: those that hold name and value
	only     [2]string // of a pair: a field, and what it must be for the pair to count
	deployed bool
}

type form string

const (
	set  form = "set"
	list form = "list"
	dict form = "map"
	pair form = "pair"
)

// sinks are the table's lines, by the names of functions, fields and types.
var sinks = sync.OnceValues(func() (map[string]sink, error) {
	m := map[string]sink{}
	for line := range strings.Lines(awsapi.Environment) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		s, err := parseSink(words[1:])
		if err != nil {
			return nil, fmt.Errorf("environment: %s: %w", words[0], err)
		}
		m[words[0]] = s
	}
	return m, nil
})

func parseSink(words []string) (s sink, err error) {
	if n := len(words); n > 1 && words[n-1] == "deployed" {
		s.deployed, words = true, words[:n-1]
	}
	if len(words) == 0 {
		return s, fmt.Errorf("want a form")
	}
	s.form = form(words[0])
	switch {
	case s.form == set && len(words) == 3:
		if s.name, err = strconv.Atoi(words[1]); err == nil {
			s.value, err = strconv.Atoi(words[2])
		}
	case s.form == list && len(words) == 2:
		s.value, err = strconv.Atoi(words[1])
	case (s.form == list || s.form == dict) && len(words) == 1:
	case s.form == pair && len(words) >= 3:
		s.fields = [2]string{words[1], words[2]}
		if len(words) == 4 {
			s.only[0], s.only[1], _ = strings.Cut(words[3], "=")
		}
	default:
		err = fmt.Errorf("%q is no form", strings.Join(words, " "))
	}
	return s, err
}

// putsOf returns what fn itself puts into an environment.
func (c *checker) putsOf(fn *ssa.Function) []effect {
	var effects []effect
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch i := instr.(type) {
			case ssa.CallInstruction:
				effects = append(effects, c.putByCall(i)...)
			case *ssa.Store:
				effects = append(effects, c.putByStore(i)...)
			case *ssa.MapUpdate:
				effects = append(effects, c.putInMap(i)...)
			}
		}
	}
	return effects
}

func (c *checker) putByCall(instr ssa.CallInstruction) []effect {
	call := c.e.Resolve(instr)
	if call.Func == nil {
		return nil
	}
	s, ok := c.sinks[match.Func(call.Func)]
	args := call.Args
	if call.Func.Signature().Recv() != nil {
		args = args[1:]
	}
	if !ok || s.value >= len(args) {
		return nil
	}
	if s.form == list {
		return entries(c.e.Value(args[s.value], instr), instr, s)
	}
	var effects []effect
	add := func(name, val *value.Value) {
		effects = append(effects, effect{kind: put, name: name, val: val, at: instr, pos: instr.Pos(), deployed: s.deployed})
	}
	if m, ok := c.e.Entries(args[s.name], args[s.value]); ok {
		tables(m, add)
	} else {
		add(c.e.Value(args[s.name], instr), c.e.Value(args[s.value], instr))
	}
	return effects
}

// putByStore returns what a store to a field of one of the table's types puts
// there.
func (c *checker) putByStore(store *ssa.Store) []effect {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	owner := match.Named(addr.X.Type())
	if owner == nil {
		return nil
	}
	typ, field := match.Type(owner), ssaflow.FieldOf(addr.X.Type(), addr.Field).Name()
	if s, ok := c.sinks[typ]; ok && s.form == pair && s.fields[1] == field {
		return c.putPair(s, addr, store)
	}
	s, ok := c.sinks[typ+"."+field]
	if !ok {
		return nil
	}
	if s.form == dict {
		return entries(c.e.Value(store.Val, nil), store, s) // a map may be filled later
	}
	return entries(c.e.Value(added(store), store), store, s)
}

// added returns what a store adds to a list: of list = append(list, more...), what is
// more.
func added(store *ssa.Store) ssa.Value {
	call, ok := store.Val.(*ssa.Call)
	if !ok {
		return store.Val
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	if ok && b.Name() == "append" && ssaflow.Of(call.Call.Args[0]) == ssaflow.Of(store.Addr) {
		return call.Call.Args[1]
	}
	return store.Val
}

// putPair returns the variable in a struct of name and value. Its other fields
// are those stored through the same pointer: that of one element of a literal.
func (c *checker) putPair(s sink, addr *ssa.FieldAddr, store *ssa.Store) []effect {
	if s.only[0] != "" {
		if is, ok := c.sibling(addr, s.only[0]).Constant(); ok && is != s.only[1] {
			return nil
		}
	}
	return []effect{{
		kind: put, deployed: s.deployed, at: store, pos: literalPos(addr, store),
		name: c.sibling(addr, s.fields[0]), val: c.e.Value(store.Val, store),
	}}
}

func (c *checker) sibling(addr *ssa.FieldAddr, field string) *value.Value {
	var parts []*value.Value
	for _, r := range *addr.X.Referrers() {
		other, ok := r.(*ssa.FieldAddr)
		if !ok || ssaflow.FieldOf(other.X.Type(), other.Field).Name() != field {
			continue
		}
		for _, r := range *other.Referrers() {
			if st, ok := r.(*ssa.Store); ok && st.Addr == other {
				parts = append(parts, c.e.Value(st.Val, st))
			}
		}
	}
	return value.OneOf(parts...)
}

// putInMap returns what is put under a key of a map that is an environment by the
// field that holds it.
func (c *checker) putInMap(m *ssa.MapUpdate) []effect {
	fields := ssaflow.Of(m.Map).Fields()
	if len(fields) == 0 || fields[0].Rest != "" || fields[0].Owner == nil {
		return nil
	}
	s, ok := c.sinks[match.Type(fields[0].Owner)+"."+fields[0].Var.Name()]
	if !ok || s.form != dict {
		return nil
	}
	return []effect{{
		kind: put, deployed: s.deployed, at: m, pos: m.Pos(),
		name: c.e.Value(m.Key, m), val: c.e.Value(m.Value, m),
	}}
}

// entries returns the variables in a list of NAME=value, or in a map.
func entries(v *value.Value, at ssa.Instruction, s sink) []effect {
	var effects []effect
	add := func(name, val *value.Value) {
		pos := at.Pos()
		if p := placeOf(val); s.form == dict && isWithin(at.Parent(), p) {
			pos = p
		}
		effects = append(effects, effect{kind: put, name: name, val: val, at: at, pos: pos, deployed: s.deployed})
	}
	if s.form == dict {
		tables(v, add)
		return effects
	}
	for _, elem := range v.Elements() {
		for _, alt := range alternatives(elem) {
			name, val, whole := cutEntry(alt)
			add(name, val)
			effects[len(effects)-1].entry = whole
			if !whole && !alt.IsReturned() && isWithin(at.Parent(), alt.Pos) {
				effects[len(effects)-1].pos = alt.Pos
			}
		}
	}
	return effects
}

// isWithin reports whether pos is in the text of fn.
func isWithin(fn *ssa.Function, pos token.Pos) bool {
	syntax := fn.Syntax()
	return syntax != nil && syntax.Pos() <= pos && pos <= syntax.End()
}

// tables calls add for the entries of the maps that v can be; of one of which
// nothing is known in detail, for what stands for all of them.
func tables(v *value.Value, add func(name, val *value.Value)) {
	for _, alt := range alternatives(v) {
		if alt.Kind != value.Table {
			add(alt.Select(value.Keys), alt.Select(value.Elem))
			continue
		}
		for i := 0; i+1 < len(alt.Parts); i += 2 {
			add(alt.Parts[i], alt.Parts[i+1])
		}
	}
}

// alternatives returns what v can be, looking through how it got here.
func alternatives(v *value.Value) []*value.Value {
	switch v.Kind {
	case value.Any:
		var all []*value.Value
		for _, p := range v.Parts {
			all = append(all, alternatives(p)...)
		}
		return all
	case value.Via:
		if inner := alternatives(v.Parts[0]); len(inner) > 1 || inner[0].Kind == value.Table {
			return inner
		}
	}
	return []*value.Value{v}
}

// cutEntry splits NAME=value. whole tells that nothing shows where the name ends:
// the entry is then all value.
func cutEntry(v *value.Value) (name, val *value.Value, whole bool) {
	switch v.Kind {
	case value.Const:
		if n, rest, ok := strings.Cut(v.Text, "="); ok {
			return value.Of(n, v.Pos), value.Of(rest, v.Pos), false
		}
	case value.Built:
		for i, p := range v.Parts {
			before, after, ok := strings.Cut(p.Text, "=")
			if p.Kind != value.Const || !ok {
				continue
			}
			name := append(slices.Clone(v.Parts[:i]), value.Of(before, p.Pos))
			val := append([]*value.Value{value.Of(after, p.Pos)}, v.Parts[i+1:]...)
			return join(name, v), join(val, v), false
		}
	case value.Via:
		if name, val, whole := cutEntry(v.Parts[0]); !whole {
			return name, val, false
		}
	}
	return value.None, v, true
}

// join puts parts of a string together again, without those that are empty.
func join(parts []*value.Value, whole *value.Value) *value.Value {
	parts = slices.DeleteFunc(parts, func(p *value.Value) bool { return p.Kind == value.Const && p.Text == "" })
	if len(parts) == 0 {
		return value.Of("", whole.Pos)
	}
	return value.Concat(whole.Pos, parts...)
}

// readsOf returns the variables that fn itself reads.
func (c *checker) readsOf(fn *ssa.Function) []effect {
	var effects []effect
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			for _, r := range c.e.Reads(instr) {
				effects = append(effects, effect{kind: read, name: r.Name, at: instr, pos: instr.Pos(), result: r.Result})
			}
		}
	}
	return effects
}
