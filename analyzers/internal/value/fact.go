package value

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"unicode"
)

// A Func is what importers know of a function: what it returns, and what it stores
// below its parameters.
type Func struct {
	Results, Stores []Part
	Opened          []int // parameters that are decrypted, and put to no other use
	Calls           []Call
}

// A Call is a call of a function that is a parameter.
type Call struct {
	Param int
	Args  []*Value
}

// A Part is the value of a part of a result or parameter.
type Part struct {
	Index int
	Path  string
	Value *Value
	Marks string // of a field
}

// AFact makes a Func a fact about a types.Func.
func (*Func) AFact() {}

func (f *Func) String() string {
	var s []string
	for _, p := range f.Results {
		s = append(s, fmt.Sprintf("result%d%s is %v", p.Index, p.Path, p.Value))
	}
	for _, p := range f.Stores {
		s = append(s, fmt.Sprintf("param%d%s becomes %v", p.Index, p.Path, p.Value))
	}
	for _, i := range f.Opened {
		s = append(s, fmt.Sprintf("param%d is decrypted", i))
	}
	for _, c := range f.Calls {
		s = append(s, fmt.Sprintf("param%d is called with %v", c.Param, c.Args))
	}
	return strings.Join(s, "; ")
}

// An Opened is the fact about a package that what is stored in these fields of its
// types is decrypted, and put to no other use: "Settings.Key".
type Opened struct{ Fields []string }

// AFact makes an Opened a fact about a package.
func (*Opened) AFact() {}

func (o *Opened) String() string { return "decrypts " + strings.Join(o.Fields, ", ") }

// A Var is what importers know of a package's variable: what is stored there, in Parts
// without an index.
type Var struct{ Parts []Part }

// AFact makes a Var a fact about a types.Var.
func (*Var) AFact() {}

func (v *Var) String() string {
	var s []string
	for _, p := range v.Parts {
		s = append(s, fmt.Sprintf("var%s is %v", p.Path, p.Value))
	}
	return strings.Join(s, "; ")
}

// At returns what is in a part of the variable, or nil.
func (v *Var) At(path string) *Value { return find(v.Parts, 0, path) }

// Result returns what a part of a result is, or nil.
func (f *Func) Result(index int, path string) *Value { return find(f.Results, index, path) }

// Stored returns what the function stores below a parameter, or nil.
func (f *Func) Stored(index int, path string) *Value { return find(f.Stores, index, path) }

// StoredIn returns what the function stores below parameter i.
func (f *Func) StoredIn(i int) []Part {
	var parts []Part
	for _, p := range f.Stores {
		if p.Index == i {
			parts = append(parts, p)
		}
	}
	return parts
}

// Opens reports whether the function decrypts parameter i and puts it to no other
// use. A nil Func does nothing.
func (f *Func) Opens(i int) bool { return f != nil && slices.Contains(f.Opened, i) }

// Returns reports whether a result is made of parameter i.
func (f *Func) Returns(i int) bool {
	return f != nil && slices.ContainsFunc(f.Results, func(p Part) bool {
		for leaf := range p.Value.Leaves() {
			if leaf.Kind == Param && leaf.Index == i {
				return true
			}
		}
		return false
	})
}

func find(parts []Part, index int, path string) *Value {
	for _, p := range parts {
		if p.Index != index {
			continue
		}
		if rest, ok := strings.CutPrefix(path, p.Path); ok && (rest == "" || strings.ContainsRune(".[{#(", rune(rest[0]))) {
			return p.Value.Select(rest)
		}
	}
	return below(parts, index, path)
}

// below returns what is known of the fields of a struct of which nothing is as a whole.
func below(parts []Part, index int, path string) *Value {
	var fields []*Value
	for _, p := range parts {
		rest, ok := strings.CutPrefix(p.Path, path)
		if p.Index == index && ok && strings.HasPrefix(rest, ".") && !strings.ContainsAny(rest[1:], ".[{#(") {
			fields = append(fields, InField(rest[1:], p.Marks, p.Value))
		}
	}
	if len(fields) == 0 {
		return nil
	}
	return Group(Record, token.NoPos, fields...)
}

// Portable returns the value as facts have it: without positions, with parameters
// of the function that frame names alone, and without the text of constants. Facts
// stay in files, and a constant may be what nobody should read; only those stay
// that name a variable.
func (v *Value) Portable(frame int) *Value { return v.portable(frame, false) }

// PortableName is Portable for what names a variable. Its constants stay.
func (v *Value) PortableName(frame int) *Value { return v.portable(frame, true) }

func (v *Value) portable(frame int, isName bool) *Value {
	switch {
	case v.Kind == Param && v.Frame == Args:
		return &Value{Kind: Param, Frame: Args, Index: v.Index, Path: v.Path}
	case v.Kind == Param && v.Frame != frame:
		return None
	case v.Kind == Const && !isName && v.Text != "" && !isSeparator(v.Text):
		return &Value{Kind: Unknown, Text: "constant"}
	case v.Kind == Via && v.Parts[0].Kind == Via:
		return v.Parts[0].portable(frame, isName) // the caller sees the last call alone
	}
	w := *v
	w.Pos, w.Frame, w.Parts = 0, 0, nil
	for i, p := range v.Parts {
		w.Parts = append(w.Parts, p.portable(frame, isName || v.names(i)))
	}
	return &w
}

// names reports whether part i names a variable: that of the environment, the key
// of a map, or the beginning of "NAME=value".
func (v *Value) names(i int) bool {
	switch v.Kind {
	case Env:
		return true
	case Table:
		return i%2 == 0
	case Built:
		// An address with a query ends in "=" as well, and may have a password in it.
		name, ok := strings.CutSuffix(v.Parts[0].Text, "=")
		return i == 0 && ok && (name == "" || IsName(name))
	}
	return false
}

// isSeparator reports whether a constant only stands between others: it is no secret,
// and tells where a name ends.
func isSeparator(text string) bool {
	return len(text) <= 3 && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// IsName reports whether a variable can be called that: what has a slash or a space in
// it is something else, whatever words it is made of.
func IsName(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return r != '_' && r != '-' && r != '.' && (r < '0' || '9' < r) && (r < 'A' || 'Z' < r) && (r < 'a' || 'z' < r)
	})
}
