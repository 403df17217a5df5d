package envdecl

import (
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

// A record is a struct type of the package.
type record struct {
	typ    *types.Struct
	fields []field
}

type field struct {
	v   *types.Var
	tag reflect.StructTag
	at  ast.Node // the tag, or the name where there is none
}

// A nesting is a field whose type is a record, and what its tag puts before
// the names of the variables in there.
type nesting struct {
	parent *types.Struct
	prefix string
}

// records are the structs of a package, and where they are nested in each
// other.
type records struct {
	list     []*record
	byType   map[*types.Struct]*record
	nestings map[*types.Struct][]nesting
	prefixes map[*types.Struct]string
}

func (f *finder) readStructs() {
	rs := &records{byType: map[*types.Struct]*record{}, nestings: map[*types.Struct][]nesting{}, prefixes: map[*types.Struct]string{}}
	for _, file := range f.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if st, ok := n.(*ast.StructType); ok {
				rs.add(f.pass.TypesInfo, st)
			}
			return true
		})
	}
	rs.nest()
	done := f.readEnvconfig(rs)
	for _, r := range rs.list {
		for _, fd := range r.fields {
			if !done[fd.v] {
				f.readTag(rs, r, fd)
			}
		}
	}
}

func (rs *records) add(info *types.Info, st *ast.StructType) {
	typ, ok := info.TypeOf(st).(*types.Struct)
	if !ok || rs.byType[typ] != nil {
		return
	}
	r := &record{typ: typ}
	for _, a := range st.Fields.List {
		for i := range max(1, len(a.Names)) {
			if len(r.fields) >= typ.NumFields() {
				return // the type has errors
			}
			r.fields = append(r.fields, newField(typ, len(r.fields), a, i))
		}
	}
	rs.byType[typ] = r
	rs.list = append(rs.list, r)
}

func newField(typ *types.Struct, index int, a *ast.Field, name int) field {
	fd := field{v: typ.Field(index), tag: reflect.StructTag(typ.Tag(index)), at: a.Type}
	if name < len(a.Names) {
		fd.at = a.Names[name]
	}
	if a.Tag != nil {
		fd.at = a.Tag
	}
	return fd
}

// nest records which structs are fields of which.
func (rs *records) nest() {
	for _, r := range rs.list {
		for _, fd := range r.fields {
			if child := structOf(fd.v.Type()); rs.byType[child] != nil {
				rs.nestings[child] = append(rs.nestings[child], nesting{r.typ, prefixOf(fd.tag)})
			}
		}
	}
}

// structOf returns the struct that a type is, points to, or has elements of,
// and nil if there is none.
func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if s, ok := types.Unalias(t).Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	if named := match.Named(t); named != nil {
		t = named.Origin()
	} else if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// prefix returns what stands before the names of the variables of a struct: what
// the structs put there in which it is nested. Of several the first counts, as
// there is one finding a tag.
func (rs *records) prefix(typ *types.Struct) string {
	if prefix, ok := rs.prefixes[typ]; ok {
		return prefix
	}
	rs.prefixes[typ] = "" // for a struct that is nested in itself
	for _, n := range rs.nestings[typ] {
		if n.parent == typ {
			continue
		}
		if prefix := rs.prefix(n.parent) + n.prefix; prefix != "" {
			rs.prefixes[typ] = prefix
			break
		}
	}
	return rs.prefixes[typ]
}

// prefixOf returns what a tag of a nested struct puts before the names in it.
func prefixOf(tag reflect.StructTag) string {
	for _, key := range [...]string{"envPrefix", "env-prefix", "envprefix"} { // caarlos0/env, cleanenv, kong
		if prefix, ok := tag.Lookup(key); ok {
			return prefix
		}
	}
	if namespace := tag.Get("env-namespace"); namespace != "" { // go-flags
		return namespace + "_"
	}
	for option := range strings.SplitSeq(tag.Get("env"), ",") { // go-envconfig
		if prefix, ok := strings.CutPrefix(strings.TrimSpace(option), "prefix="); ok {
			return prefix
		}
	}
	return ""
}

// readTag declares what the tag of a field names.
func (f *finder) readTag(rs *records, r *record, fd field) {
	names := f.namesIn(fd.tag)
	if len(names) == 0 || !holdsText(fd.v.Type()) || rs.isNested(fd.v.Type()) {
		return
	}
	prefix := rs.prefix(r.typ)
	for _, name := range names {
		f.decls = append(f.decls, Decl{
			Pos: fd.at.Pos(), End: fd.at.End(), Name: prefix + name, Library: f.first(tagLibraries[:]),
			Field: fd.v, What: "field " + fd.v.Name(), Path: hasOption(fd.tag.Get("env"), "file"),
		})
	}
}

// isNested reports whether libraries read the fields of a type, not a value of it.
func (rs *records) isNested(t types.Type) bool {
	return rs.byType[structOf(t)] != nil && !decodesItself(t)
}

// holdsText reports whether a variable's text can be kept in a value of type
// t. Truths, numbers and durations cannot hold a secret.
func holdsText(t types.Type) bool {
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return !ok || b.Info()&types.IsString != 0
}

// hasOption reports whether a tag has the option after its first comma.
func hasOption(tag, option string) bool {
	_, options, _ := strings.Cut(tag, ",")
	for o := range strings.SplitSeq(options, ",") {
		if strings.TrimSpace(o) == option {
			return true
		}
	}
	return false
}

// unquote removes single quotes, which kong's own key has around values.
func unquote(s string) string {
	if len(s) > 1 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return s[1 : len(s)-1]
	}
	if u, err := strconv.Unquote(s); err == nil {
		return u
	}
	return s
}

func structTag(s *types.Struct, i int) reflect.StructTag { return reflect.StructTag(s.Tag(i)) }
