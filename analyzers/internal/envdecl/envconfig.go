package envdecl

import (
	"go/ast"
	"go/types"
	"strings"
	"unicode"
)

// envconfig names variables after fields: envconfig.Process("app", &spec)
// reads APP_DB_PASSWORD into the field Password of the field DB.
const envconfig = "github.com/kelseyhightower/envconfig"

// readEnvconfig declares what envconfig reads into the structs that the package
// hands to it, and into others whose tags are its own. It returns the fields
// that it has dealt with.
func (f *finder) readEnvconfig(rs *records) map[*types.Var]bool {
	g := &gatherer{finder: f, records: rs, seen: map[*types.Struct]bool{}, done: map[*types.Var]bool{}}
	if f.imports[envconfig] {
		for _, file := range f.pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					g.process(call)
				}
				return true
			})
		}
	}
	for _, r := range rs.list {
		g.splitWords(r)
	}
	return g.done
}

type gatherer struct {
	*finder
	records *records
	seen    map[*types.Struct]bool
	done    map[*types.Var]bool
	call    ast.Node // where a struct of another package is handed over
}

func (g *gatherer) process(call *ast.CallExpr) {
	name := g.callee(call)
	if name != envconfig+".Process" && name != envconfig+".MustProcess" || len(call.Args) != 2 {
		return
	}
	prefix, _ := g.text(call.Args[0])
	if spec := structOf(g.pass.TypesInfo.TypeOf(call.Args[1])); spec != nil {
		g.call = call.Args[1]
		g.gather(spec, strings.ToUpper(prefix))
	}
}

// gather declares the fields of a struct, as envconfig's gatherInfo does. A
// struct that is nested in several places is gathered at the first.
func (g *gatherer) gather(spec *types.Struct, prefix string) {
	if g.seen[spec] {
		return
	}
	g.seen[spec] = true
	for i := range spec.NumFields() {
		v, tag := spec.Field(i), structTag(spec, i)
		if !v.Exported() && !v.Embedded() || isTrue(tag.Get("ignored")) {
			continue
		}
		key := keyOf(v, tag.Get("envconfig"), isTrue(tag.Get("split_words")), prefix)
		inner := structOf(v.Type())
		_, isSlice := v.Type().Underlying().(*types.Slice)
		switch {
		case inner == nil, isSlice, decodesItself(v.Type()):
			g.declareField(spec, i, key)
			g.done[v] = true
		case v.Embedded():
			g.gather(inner, prefix)
		default:
			g.gather(inner, key)
		}
	}
}

// keyOf returns the variable of a field.
func keyOf(v *types.Var, tag string, split bool, prefix string) string {
	key := strings.ToUpper(tag)
	if key == "" && split {
		key = strings.ToUpper(splitWords(v.Name()))
	} else if key == "" {
		key = strings.ToUpper(v.Name())
	}
	if prefix != "" {
		key = prefix + "_" + key
	}
	return key
}

// declareField declares a field where it is, or where its struct is handed over
// if that is another package's. There the tags that name a variable, or say how,
// are declared already.
func (g *gatherer) declareField(spec *types.Struct, index int, key string) {
	v, at := spec.Field(index), g.call
	if r := g.records.byType[spec]; r != nil {
		at = r.fields[index].at
	} else if tag := structTag(spec, index); tag.Get("envconfig") != "" || isTrue(tag.Get("split_words")) {
		return
	}
	if isName(key) && holdsText(v.Type()) {
		g.decls = append(g.decls, Decl{Pos: at.Pos(), End: at.End(), Name: key, Library: envconfig, Field: v, What: "field " + v.Name()})
	}
}

// splitWords declares the fields with the tag split_words, which is
// envconfig's own, of a struct that the package does not hand over itself.
func (g *gatherer) splitWords(r *record) {
	for i, fd := range r.fields {
		if g.done[fd.v] || !isTrue(fd.tag.Get("split_words")) || structOf(fd.v.Type()) != nil {
			continue
		}
		g.declareField(r.typ, i, keyOf(fd.v, fd.tag.Get("envconfig"), true, ""))
		g.done[fd.v] = true
	}
}

// decodesItself reports whether a type takes its text itself, so that its
// fields are none of envconfig's.
func decodesItself(t types.Type) bool {
	if _, ok := t.(*types.Pointer); !ok {
		t = types.NewPointer(t)
	}
	methods := types.NewMethodSet(t)
	for _, name := range [...]string{"Decode", "Set", "UnmarshalText", "UnmarshalBinary"} {
		if methods.Lookup(nil, name) != nil {
			return true
		}
	}
	return false
}

// splitWords separates the words of a field's name: DBPassword, DB_Password.
func splitWords(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isTrue(s string) bool {
	switch strings.ToLower(s) {
	case "true", "t", "1":
		return true
	}
	return false
}
