package ssaflow

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

// A Loc names a place that can hold a reference to some memory: a root value,
// and the selectors that lead from it to the place.
//
// Pointers are transparent, so that a variable, a pointer to it and a load from
// it have one Loc; so are slicing and conversions that share memory. That is
// coarser than SSA, where each is a value of its own, and it is what makes
// `out.Plaintext`, read three times, one place. Selectors are ".field", "[]" for
// an element of a slice, map or channel, and "#i" for a call's i-th result.
type Loc struct {
	Root ssa.Value
	Path string
}

// maxSelectors bounds paths: places deeper than that are not told apart.
const maxSelectors = 6

// Of returns the place of v.
func Of(v ssa.Value) Loc {
	var selectors []string
	for {
		x, sel := up(v)
		if x == nil {
			break
		}
		if sel != "" {
			selectors = append(selectors, sel)
		}
		v = x
	}
	if _, ok := v.(*ssa.Call); ok && (len(selectors) == 0 || !strings.HasPrefix(selectors[len(selectors)-1], "#")) {
		selectors = append(selectors, "#0")
	}
	if len(selectors) > maxSelectors {
		selectors = selectors[len(selectors)-maxSelectors:]
	}
	var path strings.Builder
	for i := len(selectors) - 1; i >= 0; i-- {
		path.WriteString(selectors[i])
	}
	return Loc{v, path.String()}
}

// up returns the value in whose memory v lies and the selector from there to v,
// or nil if v is a root.
func up(v ssa.Value) (ssa.Value, string) {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return v.X, "." + FieldOf(v.X.Type(), v.Field).Name()
	case *ssa.Field:
		if match.IsByteArray(v.Type()) {
			return nil, "" // an array is copied out of its struct
		}
		return v.X, "." + FieldOf(v.X.Type(), v.Field).Name()
	case *ssa.IndexAddr:
		return v.X, "[]"
	case *ssa.Index:
		return v.X, "[]"
	case *ssa.UnOp:
		return upUnary(v)
	case *ssa.Slice:
		if _, ok := v.X.Type().Underlying().(*types.Basic); ok {
			return nil, ""
		}
		return v.X, ""
	case *ssa.ChangeType:
		return v.X, ""
	case *ssa.ChangeInterface:
		return v.X, ""
	case *ssa.MultiConvert:
		return v.X, ""
	case *ssa.MakeInterface:
		return v.X, ""
	case *ssa.SliceToArrayPointer:
		return v.X, ""
	case *ssa.TypeAssert:
		if v.CommaOk {
			return nil, ""
		}
		return v.X, ""
	case *ssa.Lookup:
		if _, ok := v.X.Type().Underlying().(*types.Map); ok && !v.CommaOk {
			return v.X, "[]"
		}
	case *ssa.Extract:
		return upExtract(v)
	case *ssa.FreeVar:
		return Binding(v), ""
	case *ssa.Alloc:
		if p := spilled(v); p != nil {
			return p, ""
		}
	}
	return nil, ""
}

// spilled returns the parameter that a local variable is for: one whose address
// is taken, or that a closure captures, and to which nothing else is assigned.
func spilled(a *ssa.Alloc) *ssa.Parameter {
	if a.Block() == nil || a.Block().Index != 0 {
		return nil
	}
	p, ok := storedOnce(a).(*ssa.Parameter)
	if !ok || isAssignedByClosure(a) {
		return nil
	}
	return p
}

// isAssignedByClosure reports whether a closure that captured v assigns to it.
func isAssignedByClosure(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		mc, ok := r.(*ssa.MakeClosure)
		if !ok {
			continue
		}
		for i, b := range mc.Bindings {
			if b == v && assigns(mc.Fn.(*ssa.Function).FreeVars[i]) {
				return true
			}
		}
	}
	return false
}

func assigns(fv *ssa.FreeVar) bool {
	for _, r := range *fv.Referrers() {
		if s, ok := r.(*ssa.Store); ok && s.Addr == fv {
			return true
		}
	}
	return isAssignedByClosure(fv)
}

func upUnary(v *ssa.UnOp) (ssa.Value, string) {
	switch {
	case v.Op == token.MUL && !match.IsByteArray(v.Type()):
		return v.X, ""
	case v.Op == token.ARROW && !v.CommaOk:
		return v.X, "[]"
	}
	return nil, ""
}

func upExtract(v *ssa.Extract) (ssa.Value, string) {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return t, fmt.Sprintf("#%d", v.Index)
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return t.X, ""
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return t.X, "[]"
		}
	case *ssa.UnOp:
		if v.Index == 0 {
			return t.X, "[]"
		}
	case *ssa.Next:
		if v.Index == 2 {
			if r, ok := t.Iter.(*ssa.Range); ok {
				return r.X, "[]"
			}
		}
	}
	return nil, ""
}

// FieldOf returns the i-th field of t, which is a struct or points to one.
func FieldOf(t types.Type, i int) *types.Var {
	return structOf(t).Field(i)
}

func structOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		return s
	}
	// The core type of a type parameter constrained to structs.
	if s, ok := coreStruct(t); ok {
		return s
	}
	return nil
}

func coreStruct(t types.Type) (*types.Struct, bool) {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok || iface.NumEmbeddeds() == 0 {
		return nil, false
	}
	core := iface.EmbeddedType(0)
	if u, ok := core.(*types.Union); ok && u.Len() > 0 {
		core = u.Term(0).Type()
	}
	s, ok := core.Underlying().(*types.Struct)
	return s, ok
}

// Binding returns the variable that a closure captured as v, and nil if the
// closure is not made in view.
func Binding(v *ssa.FreeVar) ssa.Value {
	mc := MakerOf(v.Parent())
	if mc == nil {
		return nil
	}
	for i, fv := range v.Parent().FreeVars {
		if fv == v {
			return mc.Bindings[i]
		}
	}
	return nil
}

// MakerOf returns the instruction that makes closures of fn, and nil if there
// is none.
func MakerOf(fn *ssa.Function) *ssa.MakeClosure {
	if fn.Parent() == nil || fn.Referrers() == nil {
		return nil
	}
	for _, r := range *fn.Referrers() {
		if mc, ok := r.(*ssa.MakeClosure); ok && mc.Fn == fn {
			return mc
		}
	}
	return nil
}

// Under reports whether l is at or below p, and returns the path from p to l.
func (l Loc) Under(p Loc) (rest string, ok bool) {
	if l.Root != p.Root {
		return "", false
	}
	rest, ok = strings.CutPrefix(l.Path, p.Path)
	if !ok || (rest != "" && !strings.ContainsRune(".[#(", rune(rest[0]))) {
		return "", false
	}
	return rest, true
}

// Select returns the place that path leads to from l.
func (l Loc) Select(path string) Loc {
	full := l.Path + path
	for (Loc{Path: full}).Depth() > maxSelectors {
		full = full[:strings.LastIndexAny(full, ".[")]
	}
	return Loc{l.Root, full}
}

// Depth returns how many selectors lead to l.
func (l Loc) Depth() int { return strings.Count(l.Path, ".") + strings.Count(l.Path, "[") }

// Function returns the function that l's root belongs to, and nil for package
// variables and constants.
func (l Loc) Function() *ssa.Function {
	return l.Root.Parent()
}

func (l Loc) String() string {
	if l.Root == nil {
		return "?" + l.Path
	}
	return l.Root.Name() + l.Path
}

// A Field is a struct field on the path to a place.
type Field struct {
	Owner *types.Named // nil for a struct without a name
	Of    *types.Struct
	Var   *types.Var
	Tag   string
	Rest  string // the path from the field to the place
}

// Fields returns the fields on l's path, the last one first. Those above a value
// of interface type are not known.
func (l Loc) Fields() []Field {
	fields, _ := l.walk()
	slices.Reverse(fields)
	return fields
}

// Type returns the type of what is at l, and nil if it is not known.
func (l Loc) Type() types.Type {
	_, t := l.walk()
	return t
}

func (l Loc) walk() (fields []Field, t types.Type) {
	t, path := l.Root.Type(), l.Path
	if strings.HasPrefix(path, "#") {
		t, path = resultType(t, path)
	}
	for path != "" && t != nil {
		sel := head(path)
		path = path[len(sel):]
		if sel == "[]" {
			t = elem(t)
			continue
		}
		f := FieldNamed(t, sel[1:])
		if f.Var == nil {
			return nil, nil
		}
		f.Rest = path
		fields = append(fields, f)
		t = f.Var.Type()
	}
	return fields, t
}

func resultType(t types.Type, path string) (types.Type, string) {
	sel := head(path)
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return t, path[len(sel):]
	}
	i, err := strconv.Atoi(strings.TrimPrefix(sel, "#"))
	if err != nil || i >= tuple.Len() {
		return nil, ""
	}
	return tuple.At(i).Type(), path[len(sel):]
}

// head returns the first selector of a path.
func head(path string) string {
	if i := strings.IndexAny(path[1:], ".[#("); i >= 0 {
		return path[:i+1]
	}
	return path
}

func elem(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if e, ok := t.Underlying().(interface{ Elem() types.Type }); ok {
		return e.Elem()
	}
	return nil
}

// FieldNamed returns a field of the struct that t is or points to, without Var if there
// is none of that name.
func FieldNamed(t types.Type, name string) Field {
	owner := match.Named(t)
	for range 2 { // a variable of pointer type is a pointer to a pointer
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
	}
	s := structOf(t)
	if s == nil {
		return Field{}
	}
	for i := range s.NumFields() {
		if f := s.Field(i); f.Name() == name {
			return Field{Owner: owner, Of: s, Var: f, Tag: s.Tag(i)}
		}
	}
	return Field{}
}

// ResultAt returns the place of a call's i-th result.
func ResultAt(call *ssa.Call, i int) Loc {
	return Loc{call, "#" + strconv.Itoa(i)}
}
