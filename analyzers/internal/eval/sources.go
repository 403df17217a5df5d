package eval

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// Sources are what a user says carries secrets, beyond what AWS's APIs return.
type Sources struct {
	fields map[string]bool // by type and name
	types  map[string]bool
	funcs  map[string]bool
	tags   []tag
}

type tag struct{ key, val string }

// NewSources returns those of a user who says nothing: fields with a tag secret:"true".
func NewSources() *Sources {
	return &Sources{
		fields: map[string]bool{}, types: map[string]bool{}, funcs: map[string]bool{},
		tags: []tag{{"secret", "true"}},
	}
}

// Add adds what a line says:
//
//	field example.com/app.Config.Password    what is in the field
//	type example.com/vault.Secret            values of the type
//	func example.com/vault.Client.Fetch      the first result of the function or method
//	tag mask:"yes"                           what is in fields of structs with that tag
func (s *Sources) Add(line string) error {
	word, name, _ := strings.Cut(strings.TrimSpace(line), " ")
	name = strings.TrimSpace(name)
	switch {
	case name == "":
	case word == "field" && strings.Count(name[strings.LastIndexByte(name, '/')+1:], ".") == 2:
		s.fields[name] = true
		return nil
	case word == "type":
		s.types[name] = true
		return nil
	case word == "func":
		s.funcs[name] = true
		return nil
	case word == "tag":
		key, val, ok := strings.Cut(name, ":")
		if val = strings.Trim(val, `"`); ok && key != "" {
			s.tags = append(s.tags, tag{key, val})
			return nil
		}
	}
	return fmt.Errorf(`%q: want "field PACKAGE.TYPE.FIELD", "type PACKAGE.TYPE", "func PACKAGE.FUNCTION" or "tag KEY:VALUE"`, line)
}

// marks returns the name of a field if it is one of these.
func (s *Sources) marks(f ssaflow.Field) (name string, ok bool) {
	name = f.Var.Name()
	if f.Owner != nil {
		name = f.Owner.Obj().Name() + "." + name
	}
	if f.Owner != nil && s.fields[match.Type(f.Owner)+"."+f.Var.Name()] {
		return name, true
	}
	return name, slices.ContainsFunc(s.tags, func(t tag) bool {
		got, ok := reflect.StructTag(f.Tag).Lookup(t.key)
		return ok && got == t.val
	})
}

// marksType returns the name of a type if it is one of these.
func (s *Sources) marksType(t types.Type) (name string, ok bool) {
	if len(s.types) == 0 || t == nil {
		return "", false
	}
	named := match.Named(t)
	if named == nil || !s.types[match.Type(named)] {
		return "", false
	}
	typ := match.Type(named)
	return typ[strings.LastIndexByte(typ, '/')+1:], true
}

// answers are the fields of AWS's answers that carry secrets, by the type that has them.
var answers = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(awsapi.Secrets) {
		words := strings.Fields(line)
		if len(words) != 3 || words[0] == "#" {
			continue
		}
		for _, owner := range owners(words[0], words[1]) {
			m[owner] = append(m[owner], words[2])
		}
	}
	return m
})

// owners returns the names of a service's struct in SDK v2 and v1.
func owners(service, name string) []string {
	v2, v1 := awsapi.SDKPaths[0]+"/service/"+service, awsapi.SDKPaths[1]+"/service/"+service
	if nested, ok := strings.CutPrefix(name, "types."); ok {
		return []string{v2 + "/types." + nested, v1 + "." + nested}
	}
	return []string{v2 + "." + name, v1 + "." + name}
}

// isAnswer reports whether a field of a type carries a secret by AWS's models.
func isAnswer(owner *types.Named, field string) bool {
	return owner != nil && slices.Contains(answers()[match.Type(owner)], field)
}

// Bounds of a search for fields that carry secrets.
const (
	maxNested = 3
	maxLooked = 400 // fields
)

// sourceFields returns the fields of a struct, or of what a pointer, a slice or a map
// leads to, that carry secrets or lead to such.
func (e *Engine) sourceFields(t types.Type) []ssaflow.Field {
	named := match.Named(t)
	if named == nil {
		return nil
	}
	fields, ok := e.carriers[named]
	if !ok {
		looked := 0
		fields = e.findSourceFields(named, maxNested, &looked)
		e.carriers[named] = fields
	}
	return fields
}

func (e *Engine) findSourceFields(named *types.Named, depth int, looked *int) []ssaflow.Field {
	s, ok := named.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return nil
	}
	var found []ssaflow.Field
	for i := range s.NumFields() {
		if *looked++; *looked > maxLooked {
			break
		}
		f := ssaflow.Field{Owner: named, Var: s.Field(i), Tag: s.Tag(i)}
		_, marked := e.sources.marks(f)
		if marked || isAnswer(named, f.Var.Name()) || e.leadsToSource(f.Var.Type(), depth-1, looked) {
			found = append(found, f)
		}
	}
	return found
}

func (e *Engine) leadsToSource(t types.Type, depth int, looked *int) bool {
	if _, ok := e.sources.marksType(t); ok {
		return true
	}
	for range 3 { // a slice of pointers
		if p, ok := t.Underlying().(interface{ Elem() types.Type }); ok && match.Named(t) == nil {
			t = p.Elem()
		}
	}
	named := match.Named(t)
	return named != nil && len(e.findSourceFields(named, depth, looked)) > 0
}

// named returns the secret that a field, or the type of what is at loc, says there is.
// exact tells that nothing there can tell more of where it is from.
func (q *query) named(loc ssaflow.Loc) (s *value.Value, exact bool) {
	fields := loc.Fields()
	for i, f := range fields {
		if isAnswer(f.Owner, f.Var.Name()) {
			text, exact := operation(fields[i:])
			return &value.Value{Kind: value.Secret, Text: text}, exact
		}
		if name, ok := q.e.sources.marks(f); ok {
			return &value.Value{Kind: value.Secret, Text: "field " + name}, false
		}
	}
	if name, ok := q.e.sources.marksType(loc.Type()); ok {
		return &value.Value{Kind: value.Secret, Text: "type " + name}, false
	}
	return nil, false
}
