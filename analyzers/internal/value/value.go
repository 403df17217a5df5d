// Package value is an abstract domain of values: what a string, a slice or a
// map of a program can be, as far as the program's text tells.
//
// A Value is a tree. Its leaves are constants, parameters, variables of the
// environment, secrets that an API returned, and what is not known; its inner
// nodes say how the program put them together. A leaf's way to the root is
// therefore the way of that leaf through the program, and a finding can show it.
package value

import (
	"fmt"
	"go/token"
	"strings"
)

// A Kind is the kind of a node.
type Kind uint8

// The kinds of nodes.
const (
	Unknown Kind = iota // Text names the call or thing of which no more is known, if it has a name
	Zero                // the zero value of a type
	Const               // Text is the constant; numbers are in decimal
	Param               // of the function that Frame names: parameter Index, and Path below it
	Env                 // a variable of the environment; Parts[0] is its name. Without a part, the whole environment
	Secret              // Text names the API's operation that returned it: "secretsmanager.GetSecretValue"
	Built               // a string of Parts, one after the other
	Any                 // one of Parts
	List                // a slice, array or channel of which Parts are elements
	Table               // a map: Parts are keys and values in turn
	Made                // derived from Parts[0] by what Text says
	Via                 // Parts[0], as it got here: Text says how, Pos where
	Record              // a struct: Parts are those of its fields of which something is known
	Field               // Parts[0], in a field of a Record that Text names; Path has its marks
	Over                // a struct that was Parts[0] before the rest, fields of it, were set
	Boxed               // Parts[0], of which readers see something else, Parts[1] if that is known; Text has its marks
	Less                // Parts[0], a text from which Parts[1] was taken out
	Applied             // Parts[0], what a function returns that is not known yet; its arguments are the rest
	Shown               // Parts[0], as readers see it to whom it is shown in the Mode that Text is
)

// A Value is a node. Values are shared: whoever has one does not change it.
type Value struct {
	Kind  Kind
	Text  string
	Frame int    // which function a Param belongs to; 0 in a fact, where there is only one
	Index int    // of a Param
	Path  string // below a Param, what an Unknown call returns, or what was Made; of a Via, Returned
	Parts []*Value
	Pos   token.Pos // where in the program; none in what came from a fact
}

// Redacted returns a text from which another was taken out.
func Redacted(text, out *Value, pos token.Pos) *Value {
	if text.Kind == Unknown || text.Kind == Zero || text.Kind == Const || out.Kind == Const {
		return text
	}
	return bounded(&Value{Kind: Less, Parts: []*Value{text, out}, Pos: pos})
}

// None is what nothing is known of.
var None = &Value{Kind: Unknown}

// Unfinished is what is not known because it would have taken too long to find out.
var Unfinished = &Value{Kind: Unknown, Text: "unfinished"}

// IsUnfinished reports whether a part of v is not known for that reason.
func (v *Value) IsUnfinished() bool {
	for leaf := range v.Leaves() {
		if leaf.Kind == Unknown && leaf.Text == Unfinished.Text {
			return true
		}
	}
	return false
}

// Of returns the value of a constant.
func Of(text string, pos token.Pos) *Value {
	return &Value{Kind: Const, Text: text, Pos: pos}
}

// Concat returns the string that the parts make, one after the other.
func Concat(pos token.Pos, parts ...*Value) *Value {
	var joined []*Value
	for _, p := range flatten(Built, parts) {
		if last := len(joined) - 1; p.Kind == Const && last >= 0 && joined[last].Kind == Const {
			joined[last] = Of(joined[last].Text+p.Text, joined[last].Pos)
			continue
		}
		if p.builds(maxBuilt) == maxBuilt {
			p = gather(nil, p.strands())
		}
		joined = append(joined, p)
	}
	if len(joined) == 1 {
		return joined[0]
	}
	return bounded(&Value{Kind: Built, Parts: joined, Pos: pos})
}

// Group returns a list or table of parts.
func Group(kind Kind, pos token.Pos, parts ...*Value) *Value {
	if kind == List {
		parts = distinct(flatten(Any, parts)) // an element that is one of several is several
	}
	return bounded(&Value{Kind: kind, Parts: parts, Pos: pos})
}

// maxCompared bounds the elements of a list that are compared with each other. A
// longer one was written down, and what is written down is seldom there twice.
const maxCompared = 64

// distinct drops elements that say the same as others: a list that a program changes
// in place has all that it had before as its elements, each time it is changed.
func distinct(parts []*Value) []*Value {
	if len(parts) > maxCompared {
		return parts
	}
	var kept []*Value
	for _, p := range parts {
		if !contains(kept, p) {
			kept = append(kept, p)
		}
	}
	return kept
}

// From returns what how makes of v: "base64", "string".
func From(v *Value, how string, pos token.Pos) *Value {
	if v.Kind == Zero || v.Kind == Unknown {
		return v
	}
	return &Value{Kind: Made, Text: how, Parts: []*Value{v}, Pos: pos}
}

// By returns v with a note of how and where it got on.
func By(v *Value, how string, pos token.Pos) *Value {
	if v.Kind == Zero || v.Kind == Unknown || v.Kind == Const {
		return v
	}
	return &Value{Kind: Via, Text: how, Parts: []*Value{v}, Pos: pos}
}

// Paths of a Via.
const (
	Returned = "return" // it is a call's result
	Perhaps  = "maybe"  // it is the result of a call that may reach several functions
	Guessed  = "guess"  // one of several ways, of which nobody can tell that the program takes it
)

// Environment is the Path of a Secret that is the environment of something deployed, in
// which some variables may be secrets.
const Environment = "environment"

// Guess returns v with a note of how it may have got on.
func Guess(v *Value, how string, pos token.Pos) *Value {
	w := By(v, how, pos)
	if w != v {
		w.Path = Guessed
	}
	return w
}

// ReturnedBy returns v as what the function of that name returns to a call at pos.
func ReturnedBy(v *Value, name string, pos token.Pos) *Value {
	return returned(v, name, pos, Returned)
}

// MaybeReturnedBy is ReturnedBy for a call that may reach others as well.
func MaybeReturnedBy(v *Value, name string, pos token.Pos) *Value {
	return returned(v, name, pos, Perhaps)
}

func returned(v *Value, name string, pos token.Pos, path string) *Value {
	w := By(v, "returned by "+name, pos)
	if w != v {
		w.Path = path
	}
	return w
}

// IsReturned reports whether v is a call's result.
func (v *Value) IsReturned() bool { return v.Kind == Via && (v.Path == Returned || v.Path == Perhaps) }

// entry is how an entry of a map got there.
const entry = "kept in a map"

// Entry returns v as a map's entry that is put there at pos.
func Entry(v *Value, pos token.Pos) *Value {
	return &Value{Kind: Via, Text: entry, Parts: []*Value{v}, Pos: pos}
}

func flatten(kind Kind, parts []*Value) []*Value {
	var flat []*Value
	for _, p := range parts {
		switch {
		case p == nil:
		case p.Kind == kind:
			flat = append(flat, p.Parts...)
		default:
			flat = append(flat, p)
		}
	}
	return flat
}

func contains(values []*Value, v *Value) bool {
	for _, w := range values {
		if w == v || w.equal(v) {
			return true
		}
	}
	return false
}

// Equal reports whether two values say the same, wherever that is.
func (v *Value) Equal(w *Value) bool { return v == w || v != nil && w != nil && v.equal(w) }

func (v *Value) equal(w *Value) bool {
	if v.Kind != w.Kind || v.Text != w.Text || v.Frame != w.Frame || v.Index != w.Index || v.Path != w.Path || len(v.Parts) != len(w.Parts) {
		return false
	}
	for i := range v.Parts {
		if v.Parts[i] != w.Parts[i] && !v.Parts[i].equal(w.Parts[i]) {
			return false
		}
	}
	return true
}

// String is the value as facts and tests show it.
func (v *Value) String() string {
	var s []string
	for _, p := range v.Parts {
		s = append(s, p.String())
	}
	switch v.Kind {
	case Unknown:
		return "?" + v.Text
	case Zero:
		return "zero"
	case Const:
		return "const" // its text may be what nobody should see
	case Param:
		return fmt.Sprintf("param%d%s", v.Index, v.Path)
	case Env:
		return "env(" + strings.Join(s, "") + ")"
	case Secret:
		return "secret(" + v.Text + ")"
	case Built:
		return strings.Join(s, "+")
	case Any:
		return "(" + strings.Join(s, "|") + ")"
	case Record, Over:
		return "struct{" + strings.Join(s, " ") + "}"
	case Field:
		return v.Text + ":" + s[0]
	case Boxed, Applied:
		return s[0]
	case Less:
		return s[0] + "-" + s[1]
	case List:
		return "[" + strings.Join(s, " ") + "]"
	case Table:
		return "{" + strings.Join(s, " ") + "}"
	}
	return strings.Join(s, "")
}
