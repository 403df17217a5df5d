package value

import (
	"go/token"
	"slices"
)

// Overlay returns a struct of which fields, of kind Field, were set since it was base.
func Overlay(base *Value, fields []*Value, pos token.Pos) *Value {
	if len(fields) == 0 {
		return base
	}
	switch base.Kind {
	case Unknown, Zero, Const:
		return Group(Record, pos, fields...)
	case Record:
		return Group(Record, pos, append(without(base.Parts, fields), fields...)...)
	case Over:
		return Overlay(base.Parts[0], append(without(base.Parts[1:], fields), fields...), pos)
	case Any:
		parts := make([]*Value, len(base.Parts))
		for i, p := range base.Parts {
			parts[i] = Overlay(p, fields, pos)
		}
		return OneOf(parts...)
	case Via, Boxed:
		w := *base
		w.Parts = append([]*Value{Overlay(base.Parts[0], fields, pos)}, base.Parts[1:]...)
		return bounded(&w)
	}
	return bounded(&Value{Kind: Over, Parts: append([]*Value{base}, fields...), Pos: pos})
}

// without returns those of a struct's fields that are not among others.
func without(fields, others []*Value) []*Value {
	return slices.DeleteFunc(slices.Clone(fields), func(f *Value) bool {
		return slices.ContainsFunc(others, func(o *Value) bool { return o.Text == f.Text })
	})
}
