package ssaflow_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// build returns the SSA form of a package without imports.
func build(t *testing.T, source string) *ssa.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{GoVersion: "go1.26"}, fset, types.NewPackage("example.com/p", "p"), []*ast.File{file}, ssa.BuilderMode(0))
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// functions returns all that have bodies, closures included, in source order.
func functions(pkg *ssa.Package) (fns []*ssa.Function) {
	var add func(*ssa.Function)
	add = func(fn *ssa.Function) {
		fns = append(fns, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for fn := range ssautil.AllFunctions(pkg.Prog) {
		if fn.Pkg == pkg && len(fn.Blocks) > 0 && fn.Parent() == nil {
			add(fn)
		}
	}
	slices.SortStableFunc(fns, func(a, b *ssa.Function) int { return int(a.Pos() - b.Pos()) })
	return fns
}

// sinks returns the calls of a function of that name, in the order of the source.
func sinks(pkg *ssa.Package, name string) (calls []ssa.CallInstruction) {
	for _, fn := range functions(pkg) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				c, ok := instr.(ssa.CallInstruction)
				if ok && c.Common().StaticCallee() != nil && c.Common().StaticCallee().Name() == name {
					calls = append(calls, c)
				}
			}
		}
	}
	slices.SortStableFunc(calls, func(a, b ssa.CallInstruction) int { return int(a.Pos() - b.Pos()) })
	return calls
}

const declarations = `
type box struct {
	key  []byte
	next *box
	arr  [32]byte
	many map[string][]byte
	in   struct{ key []byte }
}

var global box

func (b *box) shut() { clear(b.key) }

type shutter interface{ shut() }

func sink(any)       {}
func sinks([]byte)   {}
func pair() (*box, error) { return nil, nil }
func single() *box   { return nil }
`

// root returns a name for a root that does not depend on register numbers.
func root(v ssa.Value) string {
	switch v := v.(type) {
	case nil:
		return "nothing"
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil {
			return fn.Name() + "()"
		}
		return "call"
	case *ssa.Alloc:
		return v.Comment
	case *ssa.Parameter, *ssa.Global, *ssa.FreeVar:
		return v.Name()
	}
	return strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", v), "*ssa."))
}

func TestOf(t *testing.T) {
	for _, test := range []struct{ expr, want string }{
		{"k", "k"},
		{"k[4:]", "k"},
		{"b.key", "b.key"},
		{"(*b).key[:]", "b.key"},
		{"b.next.next.key", "b.next.next.key"},
		{"v.key", "v.key"},
		{"(&v).in.key", "v.in.key"},
		{"b.many[`a`]", "b.many[]"},
		{"ks[3]", "ks[]"},
		{"<-ch", "ch[]"},
		{"any(k)", "k"},
		{"named(k)", "k"},
		{"any(b).(*box).key", "b.key"},
		{"must(any(b).(*box))", "must()#0"},
		{"global.key", "global.key"},
		{"single().key", "single()#0.key"},
		{"b.arr[:]", "b.arr"},
		{"(*[32]byte)(k)", "k"},
		{"string(k)", "convert"},
		{"[]byte(s)", "convert"},
		{"b.next.next.next.next.next.next.next.next.key", "b.next.next.next.next.next.next"},
	} {
		pkg := build(t, declarations+`
type named []byte
func must(b *box) *box { return b }
func f(k []byte, b *box, s string, ks [][]byte, ch chan []byte) {
	var v box
	v.key = k
	v.in.key = k
	sink(`+test.expr+`)
}`)
		l := ssaflow.Of(sinks(pkg, "sink")[0].Common().Args[0])
		if got := root(l.Root) + l.Path; got != test.want {
			t.Errorf("Of(%s) = %s, want %s", test.expr, got, test.want)
		}
	}
}

// TestOfIsOneForAllReads: a variable, a pointer to it, its reads before and after
// others and in a closure are one place.
func TestOfIsOneForAllReads(t *testing.T) {
	pkg := build(t, declarations+`
func f() {
	b, err := pair()
	if err != nil {
		return
	}
	sink(b.key)
	p := &b
	sink((*p).key)
	func() {
		sink(b.key)
		func() { sink(b.key[1:]) }()
	}()
	for i := range 3 {
		sink(b.key[i:])
	}
}`)
	calls := sinks(pkg, "sink")
	want := ssaflow.Of(calls[0].Common().Args[0])
	for _, c := range calls[1:] {
		if got := ssaflow.Of(c.Common().Args[0]); got != want {
			t.Errorf("%v: %v, want %v", pkg.Prog.Fset.Position(c.Pos()), got, want)
		}
	}
}

func TestUnderAndSelect(t *testing.T) {
	pkg := build(t, `func f(a, b []byte) {}`)
	a, b := ssa.Value(pkg.Func("f").Params[0]), ssa.Value(pkg.Func("f").Params[1])
	for _, test := range []struct {
		l, p ssaflow.Loc
		rest string
		ok   bool
	}{
		{ssaflow.Loc{Root: a}, ssaflow.Loc{Root: a}, "", true},
		{ssaflow.Loc{Root: a, Path: ".x.y"}, ssaflow.Loc{Root: a, Path: ".x"}, ".y", true},
		{ssaflow.Loc{Root: a, Path: ".x[]"}, ssaflow.Loc{Root: a, Path: ".x"}, "[]", true},
		{ssaflow.Loc{Root: a, Path: "#1.x"}, ssaflow.Loc{Root: a}, "#1.x", true},
		{ssaflow.Loc{Root: a, Path: ".xs"}, ssaflow.Loc{Root: a, Path: ".x"}, "", false},
		{ssaflow.Loc{Root: a, Path: ".x"}, ssaflow.Loc{Root: a, Path: ".x.y"}, "", false},
		{ssaflow.Loc{Root: a, Path: ".x"}, ssaflow.Loc{Root: b, Path: ".x"}, "", false},
		{ssaflow.Loc{Root: a, Path: "#11"}, ssaflow.Loc{Root: a, Path: "#1"}, "", false},
	} {
		rest, ok := test.l.Under(test.p)
		if rest != test.rest || ok != test.ok {
			t.Errorf("%v under %v = %q, %t, want %q, %t", test.l, test.p, rest, ok, test.rest, test.ok)
		}
		if ok && test.p.Select(rest) != test.l {
			t.Errorf("%v.Select(%q) = %v, want %v", test.p, rest, test.p.Select(rest), test.l)
		}
	}
}

// TestSelectIsBounded: places deeper than any program needs must not be new ones
// for ever, or following a list never ends.
func TestSelectIsBounded(t *testing.T) {
	l := ssaflow.Loc{Root: build(t, `func f(a []byte) {}`).Func("f").Params[0]}
	for range 100 {
		l = l.Select(".next")
	}
	if n := strings.Count(l.Path, ".next"); n > 10 {
		t.Errorf("%d selectors", n)
	}
	if again := l.Select(".next"); again != l {
		t.Errorf("path still grows: %v, then %v", l, again)
	}
}

func TestFields(t *testing.T) {
	for _, test := range []struct{ expr, want string }{
		{"b.key", "box.key"},
		{"b.next.key", "box.key, box.next.key"},
		{"b.many[`a`]", "box.many[]"},
		{"v.in.key", "?.key, box.in.key"},
		{"global.key", "box.key"},
		{"single().key", "box.key"},
		{"k", ""},
		{"ks[1]", ""},
		{"g.key", "generic.key"},
	} {
		pkg := build(t, declarations+`
type generic[T any] struct { key []byte; t T }
func f(k []byte, b *box, v *box, ks [][]byte, g *generic[int]) { sink(`+test.expr+`) }`)
		var names []string
		for _, f := range ssaflow.Of(sinks(pkg, "sink")[0].Common().Args[0]).Fields() {
			owner := "?"
			if f.Owner != nil {
				owner = f.Owner.Obj().Name()
			}
			names = append(names, owner+"."+f.Var.Name()+f.Rest)
		}
		got := strings.Join(names, ", ")
		if got != test.want {
			t.Errorf("Fields of %s = %s, want %s", test.expr, got, test.want)
		}
	}
}

func TestCondition(t *testing.T) {
	for _, test := range []struct{ cond, want string }{
		{"err != nil", "not nil(pair()#1)"},
		{"err == nil", "nil(pair()#1)"},
		{"nil != err", "not nil(pair()#1)"},
		{"nil == b", "nil(pair()#0)"},
		{"!(b == nil)", "not nil(pair()#0)"},
		{"b.key == nil", "nil(pair()#0.key)"},
		{"len(b.key) == 0", "nil(pair()#0.key)"},
		{"len(b.key) != 0", "not nil(pair()#0.key)"},
		{"len(b.key) > 0", "not nil(pair()#0.key)"},
		{"0 < len(b.key)", "not nil(pair()#0.key)"},
		{"len(b.key) < 1", "nil(pair()#0.key)"},
		{"1 <= len(b.key)", "not nil(pair()#0.key)"},
		{"len(b.key) <= 0", "nil(pair()#0.key)"},
		{"ok", "true(ok)"},
		{"!ok", "not true(ok)"},
		{"!!ok", "true(ok)"},
		{"ok == true", "true(ok)"},
		{"ok == false", "not true(ok)"},
		{"ok != true", "not true(ok)"},
		{"false != ok", "true(ok)"},
		{"x == 3", "x == 3"},
		{"3 == x", "x == 3"},
		{"x != 3", "not x == 3"},
		{"x > 3", "x > 3"},
		{"3 < x", "x > 3"},
		{"3 >= x", "x <= 3"},
		{"x == y", "x == y"},
		{"s == `a`", `s == "a"`},
		{"s == ``", `s == ""`},
		{"x == 0", "x == 0"},
		{"len(b.key) > 16", "len > 16"},
		{"len(b.key) == 32", "len == 32"},
	} {
		pkg := build(t, declarations+`
func f(ok bool, x, y int, s string) {
	b, err := pair()
	_, _ = b, err
	if c := `+test.cond+`; c {
		sink(nil)
	}
}`)
		var got string
		for _, block := range pkg.Func("f").Blocks {
			if branch, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If); ok {
				got = atomText(ssaflow.Condition(branch.Cond))
			}
		}
		if got != test.want {
			t.Errorf("Condition(%s) = %s, want %s", test.cond, got, test.want)
		}
	}
}

func atomText(a ssaflow.Atom, same bool) string {
	not := "not "
	if same {
		not = ""
	}
	x := root(a.X.Root) + a.X.Path
	if strings.HasPrefix(a.X.Root.String(), "len(") {
		x = "len"
	}
	if l, ok := a.Nil(); ok {
		return not + "nil(" + root(l.Root) + l.Path + ")"
	}
	switch {
	case a.Op == token.ILLEGAL:
		return not + "true(" + x + ")"
	case a.Y.Root != nil:
		return fmt.Sprintf("%s%s %v %s", not, x, a.Op, root(a.Y.Root)+a.Y.Path)
	}
	return fmt.Sprintf("%s%s %v %s", not, x, a.Op, a.Lit)
}

func TestFailureOf(t *testing.T) {
	for _, test := range []struct{ sig, want string }{
		{"(*box, error)", "not nil(#1)"},
		{"(*box, bool)", "not true(#1)"},
		{"(*box, int, error)", "not nil(#2)"},
		{"error", "none"},
		{"(*box, int)", "none"},
		{"(*box, *failure)", "none"},
	} {
		pkg := build(t, declarations+`
type failure struct{}
func (*failure) Error() string { return "" }
func source() (`+strings.Trim(test.sig, "()")+`) { panic(0) }
func f() { source() }`)
		got := "none"
		if a, when, ok := ssaflow.FailureOf(sinks(pkg, "source")[0]); ok {
			got = strings.Replace(atomText(a, when), "source()", "", 1)
		}
		if got != test.want {
			t.Errorf("FailureOf a call with results %s = %s, want %s", test.sig, got, test.want)
		}
	}
}

func TestPartOf(t *testing.T) {
	whole := ssaflow.Part{}
	for _, test := range []struct {
		expr string
		want ssaflow.Part
	}{
		{"k", whole},
		{"k[:]", whole},
		{"k[0:]", whole},
		{"k[:len(k)]", whole},
		{"k[0:len(k)]", whole},
		{"k[:16]", ssaflow.Part{High: "16"}},
		{"k[16:]", ssaflow.Part{Low: "16"}},
		{"k[16:len(k)]", ssaflow.Part{Low: "16"}},
		{"k[4:8]", ssaflow.Part{Low: "4", High: "8", Unknown: true}},
		{"k[:16][4:]", ssaflow.Part{High: "16", Unknown: true}},
		{"k[:16][:]", ssaflow.Part{High: "16"}},
		{"k[:len(other)]", ssaflow.Part{High: "len"}},
		{"arr[:]", whole},
		{"arr[:32]", whole},
		{"arr[:16]", ssaflow.Part{High: "16"}},
		{"k[:n]", ssaflow.Part{High: "n"}},
		{"k[n:]", ssaflow.Part{Low: "n"}},
		{"b.key[:len(b.key)]", whole},
	} {
		pkg := build(t, declarations+`
func f(k, other []byte, n int, b *box) {
	var arr [32]byte
	sink(&arr)
	sinks(`+test.expr+`)
}`)
		got := ssaflow.PartOf(sinks(pkg, "sinks")[0].Common().Args[0])
		if test.want.High == "len" && strings.HasPrefix(got.High, "t") {
			got.High = "len"
		}
		if got != test.want {
			t.Errorf("PartOf(%s) = %+v, want %+v", test.expr, got, test.want)
		}
		if got.IsWhole() != (test.want == whole) {
			t.Errorf("PartOf(%s).IsWhole() = %t", test.expr, got.IsWhole())
		}
	}
}

func TestZeroLoops(t *testing.T) {
	for _, test := range []struct {
		loop string
		full bool
	}{
		{"for i := range k { k[i] = 0 }", true},
		{"for i := 0; i < len(k); i++ { k[i] = 0 }", true},
		{"for i := 0; i != len(k); i++ { k[i] = 0 }", true},
		{"for i := 0; i <= len(k)-1; i++ { k[i] = 0 }", true},
		{"for i := len(k) - 1; i >= 0; i-- { k[i] = 0 }", true},
		{"for i := range len(k) { k[i] = 0 }", true},
		{"for i := range k { k[i] = 0x00 }", true},
		{"for i := range k { k[i] = byte(0) }", true},
		{"for i := range k { x += int(k[i]); k[i] = 0 }", true},
		{"for i := range k { if x > 3 { x++ }; k[i] = 0 }", true},
		{"for i := 0; i < len(b.key); i++ { b.key[i] = 0 }", true},
		{"for i := range arr { arr[i] = 0 }", true},
		{"for i := 0; i < 32; i++ { arr[i] = 0 }", true},
		{"for i := 31; i >= 0; i-- { arr[i] = 0 }", true},
		{"n := len(k); for i := 0; i < n; i++ { k[i] = 0 }", true},
		{"i := 0; for i < len(k) { k[i] = 0; i++ }", true},
		{"for i := range k { func() {}(); k[i] = 0 }", true},

		{"for i := range k { k[i] = 0; break }", false},
		{"for i := range k { if x > 3 { break }; k[i] = 0 }", false},
		{"for i := range k { k[i] = 0; if x > 3 { return } }", false},
		{"for i := range k { if x > 3 { k[i] = 0 } }", false},
		{"for i := range k { if x > 3 { k[i] = 0 }; x++ }", false},
		{"for i := range k { if x > 3 { continue }; k[i] = 0 }", false},
		{"for i := range len(k) / 2 { k[i] = 0 }", false},
		{"for i := 0; i < len(k)/2; i++ { k[i] = 0 }", false},
		{"for i := 0; i < len(k); i += 2 { k[i] = 0 }", false},
		{"for i := 1; i < len(k); i++ { k[i] = 0 }", false},
		{"for i := 0; i < len(k)-1; i++ { k[i] = 0 }", false},
		{"for i := 0; i < len(other); i++ { k[i] = 0 }", false},
		{"for i := range other { k[i] = 0 }", false},
		{"for i := len(k) - 1; i > 0; i-- { k[i] = 0 }", false},
		{"for i := len(k) - 2; i >= 0; i-- { k[i] = 0 }", false},
		{"for i := 0; i < 16; i++ { arr[i] = 0 }", false},
		{"for i := 0; i < 32; i++ { k[i] = 0 }", false},
		{"for i := range k { k[0] = 0; x = i }", false},
		{"for i := range k { k[i] = 1 }", false},
		{"for i := range k { k[i] = byte(x) }", false},
		{"for range k { k[x] = 0 }", false},
		{"for i := range k { b.next.key[i] = 0 }", false},
		{"for i := 0; i < len(k); i++ { k[i] = 0; i++ }", false},
	} {
		pkg := build(t, declarations+`
func f(k, other []byte, b *box, x int) {
	var arr [32]byte
	_ = arr
	`+test.loop+`
}`)
		loops := ssaflow.ZeroLoops(pkg.Func("f"))
		if got := len(loops) == 1; got != test.full || len(loops) > 1 {
			t.Errorf("%s: %d loops, want full = %t", test.loop, len(loops), test.full)
		}
	}
}

// TestZeroLoopsOfGenerics stores the zero value of a type that is not known.
func TestZeroLoopsOfGenerics(t *testing.T) {
	pkg := build(t, `
func f[S ~[]E, E any](s S) {
	for i := range s {
		var zero E
		s[i] = zero
	}
}
func g[S ~[]E, E any](s S, e E) {
	for i := range s {
		s[i] = e
	}
}`)
	if n := len(ssaflow.ZeroLoops(pkg.Func("f"))); n != 1 {
		t.Errorf("%d loops in f, want 1", n)
	}
	if n := len(ssaflow.ZeroLoops(pkg.Func("g"))); n != 0 {
		t.Errorf("%d loops in g, want 0", n)
	}
}

func TestResolve(t *testing.T) {
	pkg := build(t, declarations+`
type generic[T any] struct{ t T }

func (g *generic[T]) shut() {}

func shutG[T any](t T) {}

type embeds struct{ *box }

var (
	once  = func() {}
	twice = func() {}
	decl  = shutAll
)

func shutAll() { twice = nil }

func f(b *box, s shutter, fn func(), g *generic[int], e embeds) {
	shutAll()
	b.shut()
	s.shut()
	(*box).shut(b)
	m := b.shut
	m()
	once()
	twice()
	decl()
	local := func() { b.shut() }
	local()
	func() {}()
	fn()
	g.shut()
	shutG(3)
	shutG[string]("")
	e.shut()
	go b.shut()
	defer s.shut()
	clear(b.key)
}`)
	resolver := ssaflow.NewResolver(functions(pkg))
	var got []string
	for _, block := range pkg.Func("f").Blocks {
		for _, instr := range block.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			c := resolver.Resolve(call)
			fn, decl := "?", "?"
			if c.Fn != nil {
				fn = c.Fn.RelString(pkg.Pkg)
			}
			if c.Func != nil {
				decl = c.Func.Name()
			}
			if c.Builtin() != "" {
				fn = "builtin " + c.Builtin()
			}
			got = append(got, fmt.Sprintf("%s %s/%d invoke=%t", fn, decl, len(c.Args), c.Iface != nil))
		}
	}
	want := []string{
		"shutAll shutAll/0 invoke=false",
		"(*box).shut shut/1 invoke=false",
		"? shut/1 invoke=true",
		"(*box).shut shut/1 invoke=false",
		"(*box).shut shut/1 invoke=false",
		"init$1 ?/0 invoke=false",
		"? ?/0 invoke=false",
		"shutAll shutAll/0 invoke=false",
		"f$1 ?/0 invoke=false",
		"f$2 ?/0 invoke=false",
		"? ?/0 invoke=false",
		"(*generic[T]).shut shut/1 invoke=false",
		"shutG shutG/1 invoke=false",
		"shutG shutG/1 invoke=false",
		"(*box).shut shut/1 invoke=false",
		"(*box).shut shut/1 invoke=false",
		"? shut/1 invoke=true",
		"builtin clear ?/1 invoke=false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("calls (-want +got):\n%s", diff)
	}
}

func TestClosures(t *testing.T) {
	pkg := build(t, declarations+`
func with(fn func()) { fn() }
func declared() {}
func f(b *box, given func()) {
	func() {}()
	with(func() { b.shut() })
	with(declared)
	with(b.shut)
	with(given)
	later := func() {}
	with(later)
	type callback func()
	func(c callback) { c() }(callback(func() {}))
}`)
	resolver := ssaflow.NewResolver(functions(pkg))
	var got []string
	for _, block := range pkg.Func("f").Blocks {
		for _, instr := range block.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				var names []string
				for _, fn := range resolver.Closures(resolver.Resolve(call)) {
					names = append(names, fn.Name())
				}
				got = append(got, strings.Join(names, " "))
			}
		}
	}
	want := []string{"f$1", "f$2", "", "", "", "f$3", "f$4"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("closures of calls (-want +got):\n%s", diff)
	}
}

func TestAssigns(t *testing.T) {
	for _, test := range []struct {
		stmt string
		want []string
	}{
		{"b.key = k", []string{"b.key = k shared"}},
		{"b.next.many[`a`] = k", []string{"b.next.many[] = k shared"}},
		{"ch <- k", []string{"ch[] = k shared"}},
		{"global.key = k[4:]", []string{"global.key = k shared"}},
		{"ks[0] = k", []string{"ks[] = k shared"}},
		{"b.arr = *arr", []string{"b.arr = arr array"}},
		{"*arr = b.arr", []string{"arr = b.arr array"}},
		{"b.key = nil", nil},
		{"sink(k)", nil},
		{"select { case ch <- k: case ch <- nil: default: }", []string{"ch[] = k shared"}},
		{"if n > 3 { k = b.key }; sinks(k)", []string{"phi = b.key shared", "phi = k shared"}},
		{"b.next = other", []string{"b.next = other shared"}},
		{"b.n = n", []string{"b.n = n"}},
	} {
		source := strings.Replace(declarations, "key  []byte", "key  []byte\nn int", 1) + `
func f(k []byte, b, other *box, ks [][]byte, ch chan []byte, arr *[32]byte, n int) {
	` + test.stmt + `
}`
		var got []string
		for _, block := range build(t, source).Func("f").Blocks {
			for _, instr := range block.Instrs {
				for _, a := range ssaflow.Assigns(instr) {
					text := root(a.Dst.Root) + a.Dst.Path + " = " + root(a.Src.Root) + a.Src.Path
					if a.Shared {
						text += " shared"
					}
					if a.Array {
						text += " array"
					}
					got = append(got, text)
				}
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.stmt, diff)
		}
	}
}

func TestKnown(t *testing.T) {
	pkg := build(t, declarations+`
func f(k []byte, ok bool) {
	sink2(nil, true)
	sink2(make([]byte, len(k)), false)
	sink2(k, ok)
}
func sink2([]byte, bool) {}`)
	type known struct{ IsNil, Value, OK bool }
	want := [][2]known{
		{{true, true, true}, {false, true, true}},
		{{true, false, true}, {false, false, true}},
		{{}, {}},
	}
	for i, c := range sinks(pkg, "sink2") {
		for j, arg := range c.Common().Args {
			isNil, value, ok := ssaflow.Known(arg)
			if !ok {
				isNil, value = false, false
			}
			if got := (known{isNil, value, ok}); got != want[i][j] {
				t.Errorf("call %d: Known(%v) = %+v, want %+v", i, arg, got, want[i][j])
			}
		}
	}
}
