package value

import (
	"go/token"
	"iter"
	"slices"
	"strings"
)

// Leaves yields the value's leaves. Of an environment variable it yields the
// variable, and not its name.
func (v *Value) Leaves() iter.Seq[*Value] {
	return func(yield func(*Value) bool) { v.leaves(yield) }
}

func (v *Value) leaves(yield func(*Value) bool) bool {
	if v.Kind <= Secret {
		return yield(v)
	}
	for _, p := range v.Parts {
		if !p.leaves(yield) {
			return false
		}
	}
	return true
}

// Has reports whether the value has a leaf of that kind.
func (v *Value) Has(kind Kind) bool {
	for leaf := range v.Leaves() {
		if leaf.Kind == kind {
			return true
		}
	}
	return false
}

// Mentions reports whether a parameter of the function that frame names occurs
// anywhere, be it in the name of a variable.
func (v *Value) Mentions(frame int) bool {
	if v.Kind == Param {
		return v.Frame == frame
	}
	return slices.ContainsFunc(v.Parts, func(p *Value) bool { return p.Mentions(frame) })
}

// Constant returns the one string that the value is, if there is only one. Values of
// which nothing is known are no alternative: "" or unknown is what a variable has
// before somebody assigns to it.
func (v *Value) Constant() (string, bool) {
	switch v.Kind {
	case Const:
		return v.Text, true
	case Via, Boxed, Shown:
		return v.Parts[0].Constant()
	}
	return "", false
}

// Constants returns the strings that the value can be, as far as they are known.
func (v *Value) Constants() []string {
	switch v.Kind {
	case Const:
		return []string{v.Text}
	case Via, Boxed, Shown:
		return v.Parts[0].Constants()
	case Any:
		var all []string
		for _, p := range v.Parts {
			all = append(all, p.Constants()...)
		}
		return all
	}
	return nil
}

// Subst returns the value with the parameters of the function that frame names
// replaced by what arg returns for an index and a path; those for which it
// returns nil stay. Values that are built anew get pos where they have none.
func (v *Value) Subst(frame int, pos token.Pos, arg func(index int, path string) *Value) *Value {
	if v.Kind == Param {
		if v.Frame != frame {
			return v
		}
		if a := arg(v.Index, v.Path); a != nil {
			return a
		}
		return v
	}
	if len(v.Parts) == 0 {
		return v.at(pos)
	}
	parts := make([]*Value, len(v.Parts))
	changed := v.Pos == token.NoPos
	for i, p := range v.Parts {
		parts[i] = p.Subst(frame, pos, arg)
		changed = changed || parts[i] != p
	}
	if !changed {
		return v
	}
	switch v.Kind {
	case Any:
		return OneOf(parts...)
	case Built:
		return Concat(v.at(pos).Pos, parts...)
	case List:
		return Group(List, v.at(pos).Pos, parts...)
	case Applied:
		return Apply(parts[0], parts[1:])
	case Over:
		return Overlay(parts[0], parts[1:], v.at(pos).Pos)
	}
	w := *v.at(pos)
	w.Parts = parts
	return bounded(w.plain())
}

// plain returns v, or what it is about if that is nothing of which a note says anything.
func (v *Value) plain() *Value {
	switch p := v.Parts[0]; {
	case v.Kind == Via && v.Text != entry && (p.Kind == Zero || p.Kind == Unknown || p.Kind == Const),
		v.Kind == Made && (p.Kind == Zero || p.Kind == Unknown),
		v.Kind == Shown && !p.hasShape(),
		v.Kind == Boxed && (p.Kind == Zero || p.Kind == Const):
		return p
	}
	return v
}

// at returns the value as one at pos, if it has no position.
func (v *Value) at(pos token.Pos) *Value {
	if v.Pos != token.NoPos || v.Kind == Any {
		return v
	}
	w := *v
	w.Pos = pos
	return &w
}

// Elem selects an element of a list, channel or map.
const Elem = "[]"

// Keys selects the keys of a map.
const Keys = "{}"

// Called selects what a function returns; "#1" may follow, as for calls.
const Called = "()"

// Select returns the part of v that a path of selectors leads to. A part of what
// is secret, or was derived from something, is that as well.
func (v *Value) Select(path string) *Value {
	for path != "" {
		sel := path[:selectorEnd(path)]
		path = path[len(sel):]
		v = v.selectOne(sel)
	}
	return v
}

func selectorEnd(path string) int {
	if i := strings.IndexAny(path[1:], ".[{#("); i >= 0 {
		return i + 1
	}
	return len(path)
}

func (v *Value) selectOne(sel string) *Value {
	switch v.Kind {
	case Param:
		w := *v
		w.Path += sel
		return &w
	case Any:
		return v.each(sel)
	case Made:
		w := *v
		w.Path += sel
		return &w
	case Via:
		p := v.Parts[0].selectOne(sel)
		if p.Kind == Zero || p.Kind == Unknown || p.Kind == Const {
			return p
		}
		w := *v
		w.Parts = []*Value{p}
		return &w
	case List:
		return v.element(sel)
	case Table:
		return v.entry(sel)
	case Record:
		if f := v.field(sel); f != nil {
			return f
		}
		return &Value{Kind: Zero}
	case Over:
		if f := v.field(sel); f != nil {
			return f
		}
		return v.Parts[0].selectOne(sel)
	case Secret, Env:
		if sel == Keys {
			return None // names of what is secret
		}
		return v
	case Zero, Shown, Less:
		return v
	case Boxed:
		return v.Parts[0].selectOne(sel)
	case Applied:
		return Apply(v.Parts[0].selectOne(sel), v.Parts[1:])
	case Unknown:
		if v.Text == Unfinished.Text {
			return v
		}
	}
	return None
}

func (v *Value) each(sel string) *Value {
	parts := make([]*Value, len(v.Parts))
	for i, p := range v.Parts {
		parts[i] = p.selectOne(sel)
	}
	return OneOf(parts...)
}

func (v *Value) element(sel string) *Value {
	if sel != Elem {
		return None
	}
	return OneOf(v.Parts...)
}

func (v *Value) field(sel string) *Value {
	for _, f := range v.Parts {
		if f.Kind == Field && sel == "."+f.Text {
			return f.Parts[0].unboxed()
		}
	}
	return nil
}

// unboxed returns v as what is in a field: marks are for those who see the whole.
func (v *Value) unboxed() *Value {
	for v.Kind == Boxed {
		v = v.Parts[0]
	}
	return v
}

func (v *Value) entry(sel string) *Value {
	first := map[string]int{Keys: 0, Elem: 1}
	i, ok := first[sel]
	if !ok {
		return None
	}
	var entries []*Value
	for ; i < len(v.Parts); i += 2 {
		entries = append(entries, v.Parts[i])
	}
	return OneOf(entries...)
}

// Elements returns the elements of a list: each one, as far as they are known, and
// else one that stands for them all.
func (v *Value) Elements() []*Value {
	switch v.Kind {
	case List:
		return v.Parts
	case Zero:
		return nil
	case Any:
		var all []*Value
		for _, p := range v.Parts {
			all = append(all, p.Elements()...)
		}
		return all
	}
	return []*Value{v.Select(Elem)}
}

// A Step is one place on a leaf's way.
type Step struct {
	Pos     token.Pos
	Text    string
	Guessed bool // it is one of several ways, of which nobody can tell that the program takes it
}

// Trail returns the way of a leaf to the root, the leaf's own place first. It is
// empty if the leaf is not in v.
func (v *Value) Trail(leaf *Value) []Step {
	if v == leaf {
		return []Step{{Pos: v.Pos}}
	}
	for _, p := range v.Parts {
		if way := p.Trail(leaf); way != nil {
			return v.prolong(way)
		}
	}
	return nil
}

// prolong adds v's own place to the way of one of its parts, if it has something
// to say of its own.
func (v *Value) prolong(way []Step) []Step {
	var text string
	switch v.Kind {
	case Via:
		text = v.Text
	case Made:
		text = "through " + v.Text
	case Built:
		text = "becomes part of a string"
	default:
		return way
	}
	if v.Pos == token.NoPos {
		return way
	}
	if last := len(way) - 1; last > 0 && way[last].Pos == v.Pos {
		way = way[:last] // within a function of another package; its own call says the rest
	}
	return append(way, Step{v.Pos, text, v.Kind == Via && (v.Path == Guessed || v.Path == Perhaps)})
}

// Variables returns the names of the variables of the environment that the value
// is made of.
func (v *Value) Variables() []*Value {
	var names []*Value
	for leaf := range v.Leaves() {
		if leaf.Kind == Env && len(leaf.Parts) > 0 {
			names = append(names, leaf.Parts[0])
		}
	}
	return names
}

// HasWholeEnvironment reports whether the value may be an entry of the environment
// that the program does not name.
func (v *Value) HasWholeEnvironment() bool {
	for leaf := range v.Leaves() {
		if leaf.Kind == Env && len(leaf.Parts) == 0 {
			return true
		}
	}
	return false
}
