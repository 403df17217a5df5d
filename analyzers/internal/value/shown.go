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
	JSON   Mode = "json" // as encoding/json has it
	Either Mode = "any"  // as one of them: whoever reads a log has chosen
)

// Marks of a value, or of a field, that readers do not see as it is. They are kept as
// text, one after the other.
const (
	Address   = "*" // it is a pointer, of which fmt shows the address
	Stringer  = "s" // its type has a method by which fmt shows it
	Marshaler = "m" // its type has a method by which encoding/json shows it
	LogValuer = "l" // its type has a method by which log/slog shows it
	Omitted   = "-" // encoding/json leaves it out
)

// hides reports whether marks keep what has them from readers in that mode. Of two
// modes a pointer is hidden in one, and a method is taken to be there for both.
func (mode Mode) hides(marks string) bool {
	switch mode {
	case Fmt:
		return strings.ContainsAny(marks, Address+Stringer)
	case JSON:
		return strings.ContainsAny(marks, Omitted+Marshaler)
	case Either:
		return strings.ContainsAny(marks, Stringer+Marshaler+LogValuer)
	}
	return false
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
	case Boxed, Record, Param:
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

// exposed yields the leaves of v that somebody sees to whom it is shown in that mode.
func (v *Value) exposed(mode Mode, yield func(*Value) bool) bool {
	switch {
	case v.Kind == Made && isPlain(v.Path):
		return true
	case v.Kind <= Secret:
		return yield(v)
	case v.Kind == Shown:
		return v.Parts[0].exposed(Mode(v.Text), yield)
	case v.Kind == Applied:
		return v.Parts[0].exposed(mode, yield)
	case v.Kind == Boxed && mode.hides(v.Text):
		return len(v.Parts) < 2 || v.Parts[1].exposed(Whole, yield)
	case v.Kind == Boxed:
		return v.Parts[0].exposed(mode, yield)
	case v.Kind == Field && mode.hides(v.Path):
		return true
	}
	for _, p := range v.Parts {
		if !p.exposed(mode, yield) {
			return false
		}
	}
	return true
}
