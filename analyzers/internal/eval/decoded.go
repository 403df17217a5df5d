package eval

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// decoded returns what a call stored at loc, if that was decoded from something: the
// fields of a struct are members of what was decoded. Where one of the struct's fields
// has a name for a secret, those that have none hold what goes with it: who, and where.
func (q *query) decoded(v *value.Value, loc ssaflow.Loc) *value.Value {
	if v == nil || v.Kind != value.Made || !strings.Contains(v.Text, "Unmarshal") && !strings.Contains(v.Text, "Decode") {
		return v
	}
	if fields := loc.Fields(); len(fields) > 0 && q.e.goesWith(fields[0]) {
		return value.None
	}
	if t := loc.Type(); t != nil {
		return q.spread(v, t)
	}
	return v
}

// spread returns what was decoded into a struct of type t by its fields.
func (q *query) spread(v *value.Value, t types.Type) *value.Value {
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok || s.NumFields() > maxFields {
		return v
	}
	var fields []*value.Value
	for i := range s.NumFields() {
		f := ssaflow.Field{Of: s, Var: s.Field(i), Tag: s.Tag(i)}
		if !f.Var.Exported() || !carries(f.Var.Type()) || q.e.goesWith(f) {
			continue
		}
		member := v.Select("." + f.Var.Name())
		fields = append(fields, q.marked(member, f, func(path string) *value.Value { return member.Select(path) }))
	}
	if len(fields) == 0 {
		return v // a buffer
	}
	return value.Group(value.Record, v.Pos, fields...)
}

// goesWith reports whether a field is no secret by its name: it names one, as does
// CredentialsArn, or is in a struct with a field that is called one.
func (e *Engine) goesWith(f ssaflow.Field) bool {
	switch e.names.Of(f.Var.Name()) {
	case setting.Secret:
		return false
	case setting.Handle, setting.Encrypted:
		return true
	}
	if name, _, _ := strings.Cut(reflect.StructTag(f.Tag).Get("json"), ","); value.IsPlainMember(name) {
		return true
	}
	for other := range f.Of.Fields() {
		if e.names.Of(other.Name()) == setting.Secret {
			return true
		}
	}
	return false
}
