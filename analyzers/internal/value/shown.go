package value

import (
	"go/token"
	"strings"
)

// A Mode is a way in which a program shows a value to its readers.
type Mode string

// The modes.
const (
	Whole  Mode = ""     // a text, as it is
	Fmt    Mode = "fmt"  // as package fmt's %v has it
	Syntax Mode = "go"   // as package fmt's %#v has it
	JSON   Mode = "json" // as encoding/json has it
	Either Mode = "any"  // as one of them: whoever reads a log has chosen
)

// Marks of a value, or of a field, that readers do not see as it is. They are kept as
// text, one after the other.
const (
	Address    = "*" // it is a pointer, of which fmt shows the address
	Pointer    = "p" // it is a pointer, of which fmt shows the address within something else
	Stringer   = "s" // its type has a method by which fmt shows it
	GoStringer = "g" // its type has one for %#v
	Marshaler  = "m" // its type has a method by which encoding/json shows it
	LogValuer  = "l" // its type has a method by which log/slog shows it, but not within something else
	Omitted    = "-" // encoding/json leaves it out
)

// A reader is somebody to whom a value is shown.
type reader struct {
	mode   Mode
	nested bool // within something else
}

// misses reports whether marks keep what has them from a reader. One who may see
// either of two modes sees what is behind a pointer, and methods are taken to be there
// for both.
func (r reader) misses(marks string) bool {
	within := func(mark string) string {
		if r.nested == (mark == Pointer) {
			return mark
		}
		return ""
	}
	var hidden string
	switch r.mode {
	case Fmt:
		hidden = Address + Stringer + within(Pointer)
	case Syntax:
		hidden = Address + GoStringer + within(Pointer)
	case JSON:
		hidden = Omitted + Marshaler
	case Either:
		hidden = Stringer + Marshaler + within(LogValuer)
	}
	return strings.ContainsAny(marks, hidden)
}

// Box returns v as a value of such marks. Readers see what method returns in its stead,
// if that is not nil.
func Box(v *Value, marks string, method *Value) *Value {
	if marks == "" {
		return v
	}
	parts := []*Value{v}
	if method != nil {
		parts = append(parts, method)
	}
	return bounded(&Value{Kind: Boxed, Text: marks, Parts: parts})
}

// InField returns a field of a Record, of such marks.
func InField(name, marks string, v *Value) *Value {
	return &Value{Kind: Field, Text: name, Path: marks, Parts: []*Value{v}}
}

// Show returns v as readers see it. Text is the same for all of them.
func Show(v *Value, mode Mode, pos token.Pos) *Value {
	if !v.hasShape() {
		return v
	}
	return &Value{Kind: Shown, Text: string(mode), Parts: []*Value{v}, Pos: pos}
}

// hasShape reports whether readers may see less of v than there is.
func (v *Value) hasShape() bool {
	switch v.Kind {
	case Boxed, Record, Over, Param:
		return true
	case Shown, Env:
		return false
	}
	for _, p := range v.Parts {
		if p.hasShape() {
			return true
		}
	}
	return false
}

// Inner returns what v is a note about, or nil: of a Via, a Boxed or a Shown.
func (v *Value) Inner() *Value {
	switch v.Kind {
	case Via, Boxed, Shown:
		return v.Parts[0]
	}
	return nil
}

// exposed yields the leaves of v that a reader sees.
func (v *Value) exposed(to reader, yield func(*Value) bool) bool {
	switch {
	case v.Kind == Made && isPlain(v.Path):
		return true
	case v.Kind <= Secret:
		return yield(v)
	case v.Kind == Shown:
		return v.Parts[0].exposed(reader{mode: Mode(v.Text)}, yield)
	case v.Kind == Applied:
		return v.Parts[0].exposed(to, yield)
	case v.Kind == Less:
		return v.Parts[0].exposed(to, func(leaf *Value) bool { return v.Parts[1].hasLeaf(leaf) || yield(leaf) })
	case v.Kind == Boxed && to.misses(v.Text):
		return len(v.Parts) < 2 || v.Parts[1].exposed(reader{}, yield)
	case v.Kind == Boxed:
		return v.Parts[0].exposed(to, yield)
	case v.Kind == Field && (reader{to.mode, true}).misses(v.Path):
		return true
	case v.Kind == Field || v.Kind == List || v.Kind == Table:
		to.nested = true
	}
	for _, p := range v.Parts {
		if !p.exposed(to, yield) {
			return false
		}
	}
	return true
}

func (v *Value) hasLeaf(leaf *Value) bool {
	for other := range v.Leaves() {
		if other.Equal(leaf) {
			return true
		}
	}
	return false
}
