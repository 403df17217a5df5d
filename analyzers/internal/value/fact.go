package value

import (
	"fmt"
	"strings"
)

// A Func is what importers know of a function: what it returns, and what it stores
// below its parameters.
type Func struct {
	Results, Stores []Part
}

// A Part is the value of a part of a result or parameter.
type Part struct {
	Index int
	Path  string
	Value *Value
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
	return strings.Join(s, "; ")
}

// Result returns what a part of a result is, or nil.
func (f *Func) Result(index int, path string) *Value { return find(f.Results, index, path) }

// Stored returns what the function stores below a parameter, or nil.
func (f *Func) Stored(index int, path string) *Value { return find(f.Stores, index, path) }

func find(parts []Part, index int, path string) *Value {
	for _, p := range parts {
		if p.Index != index {
			continue
		}
		if rest, ok := strings.CutPrefix(path, p.Path); ok && (rest == "" || strings.ContainsRune(".[{#", rune(rest[0]))) {
			return p.Value.Select(rest)
		}
	}
	return nil
}

// Portable returns the value as facts have it: without positions, with parameters
// of the function that frame names alone, and without the text of constants. Facts
// stay in files, and a constant may be what nobody should read; only those stay
// that name a variable.
func (v *Value) Portable(frame int) *Value {
	switch {
	case v.Kind == Param && v.Frame != frame:
		return None
	case v.Kind == Const:
		return &Value{Kind: Const}
	case v.Kind == Via && v.Parts[0].Kind == Via:
		return v.Parts[0].Portable(frame) // the caller sees the last call alone
	}
	w := *v
	w.Pos, w.Frame, w.Parts = 0, 0, nil
	for i, p := range v.Parts {
		if part := p.Portable(frame); v.names(i) {
			w.Parts = append(w.Parts, &Value{Kind: Const, Text: p.Text})
		} else {
			w.Parts = append(w.Parts, part)
		}
	}
	return &w
}

// names reports whether part i is a constant that names a variable: that of the
// environment, the key of a map, or the beginning of "NAME=value".
func (v *Value) names(i int) bool {
	if v.Parts[i].Kind != Const {
		return false
	}
	switch v.Kind {
	case Env:
		return true
	case Table:
		return i%2 == 0
	case Built:
		return i == 0 && strings.HasSuffix(v.Parts[0].Text, "=")
	}
	return false
}
