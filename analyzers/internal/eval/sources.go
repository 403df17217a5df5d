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
	"github.com/seed-38a4765b/secretlint/analyzers/internal/sdktrait"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// Sources are what a user says carries secrets, beyond what AWS's APIs return.
type Sources struct {
	fields map[string]bool // by type and name
	types  map[string]bool
	funcs  map[string]bool
	tags   []tag
	models sdktrait.Table
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
	dots := strings.Count(name[strings.LastIndexByte(name, '/')+1:], ".")
	switch {
	case name == "" || strings.ContainsAny(name, " \t"):
	case word == "field" && dots >= 2:
		s.fields[name] = true
		return nil
	case word == "type" && dots >= 1:
		s.types[name] = true
		return nil
	case word == "func" && dots >= 1:
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

// A class says what a field of AWS's answers carries.
type class uint8

const (
	secret      class = 1 + iota // by AWS's own model
	gap                          // a secret, of which the model does not say so
	environment                  // the environment of something deployed, which may have some
)

// answers are the fields of AWS's answers that carry secrets, by type and field.
var answers = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	add := func(table string, c class) {
		for line := range strings.Lines(table) {
			words := strings.Fields(line)
			if len(words) != 3 || words[0][0] == '#' {
				continue
			}
			for _, owner := range owners(words[0], words[1]) {
				m[owner+"."+words[2]] = c
			}
		}
	}
	add(awsapi.Environments, environment)
	add(awsapi.Secrets, secret)
	add(awsapi.SecretGaps, gap)
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

// others are what returns a secret and is no member of an API: results of functions, and
// fields of the SDK's own types.
var others = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(awsapi.SecretFuncs) {
		words := strings.Fields(line)
		switch {
		case len(words) != 3:
		case words[1] == "field":
			m[words[0]+"."+words[2]] = true
		case words[1] == "result":
			m[words[0]] = true
		}
	}
	return m
})

// returnsSecret returns the name of a function if its first result is a secret.
func (e *Engine) returnsSecret(fn *types.Func) (name string, ok bool) {
	if fn == nil {
		return "", false
	}
	full := match.Func(fn)
	return full[strings.LastIndexByte(full, '/')+1:], others()[full] || e.sources.funcs[full]
}

// answer returns what a field of AWS's answers carries, and 0 if that is no secret. The
// model of the version that the program is built with counts, where it is there: it may
// say that a field is none, and a field that it marks and that is called a secret is one.
func (e *Engine) answer(f ssaflow.Field) class {
	if f.Owner == nil || !match.IsUnder(match.Path(f.Owner.Obj().Pkg()), awsapi.SDKPaths) {
		return 0
	}
	full := match.Type(f.Owner) + "." + f.Var.Name()
	c := answers()[full]
	switch {
	case others()[full]:
		return gap
	case c == secret && e.mark(f) == sdktrait.Plain:
		return 0
	case c == 0 && !strings.HasSuffix(f.Owner.Obj().Name(), "Input") && e.names.Of(f.Var.Name()) == setting.Secret && e.mark(f) == sdktrait.Sensitive:
		return secret
	}
	return c
}

// mark returns what the model says of a field that came with the version of the SDK that
// the program is built with.
func (e *Engine) mark(f ssaflow.Field) sdktrait.Mark {
	file := e.pass.Fset.Position(f.Owner.Obj().Pos()).Filename
	return e.sources.models.Mark(file, f.Owner.Obj().Name(), f.Var.Name())
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
		if marked || e.answer(f) != 0 || e.leadsToSource(f.Var.Type(), depth-1, looked) {
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
		if c := q.e.answer(f); c != 0 {
			text, exact := operation(fields[i:])
			s := &value.Value{Kind: value.Secret, Text: text}
			if c == environment {
				s.Path = value.Environment
			}
			return s, exact
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
