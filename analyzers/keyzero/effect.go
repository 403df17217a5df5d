package keyzero

import (
	"go/types"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

var nothing = &summary.Func{}

// effect returns what a call does with keys: from the table, a fact, the body of
// the callee, the bodies of those that an interface method may reach, or its
// signature.
func (e *engine) effect(c ssaflow.Call) *summary.Func {
	if f, ok := e.effects[c.Instr]; ok {
		return f
	}
	outer := e.cyclic
	e.cyclic = false
	f := e.effectOf(c)
	if c.Func != nil {
		f = withSignature(f, c.Func)
	}
	if !e.cyclic {
		e.effects[c.Instr] = f
	}
	e.cyclic = e.cyclic || outer
	return f
}

func (e *engine) effectOf(c ssaflow.Call) *summary.Func {
	if name := c.Builtin(); name != "" {
		return builtins[name](c)
	}
	if c.Func != nil {
		if f := e.table.Func(c.Func); f != nil {
			return f
		}
		if f := e.fact(c.Func); f != nil {
			return f
		}
	}
	if c.Iface != nil {
		return e.dispatch(c)
	}
	if e.isDeclaredHere(c.Fn) {
		return e.summarize(c.Fn)
	}
	return nothing
}

// isDeclaredHere reports whether fn is a function of this package that shares no
// variables with another: a declared one, or the value of a package variable.
func (e *engine) isDeclaredHere(fn *ssa.Function) bool {
	return fn != nil && fn.Pkg == e.pkg && (fn.Parent() == nil || fn.Parent().Synthetic != "")
}

func (e *engine) fact(fn *types.Func) *summary.Func {
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	fact := new(summary.Func)
	if e.pass.ImportObjectFact(fn, fact) {
		return fact
	}
	return nil
}

// dispatch merges what the methods in view do that a call through an interface
// may reach.
func (e *engine) dispatch(c ssaflow.Call) *summary.Func {
	var merged *summary.Func
	add := func(f *summary.Func) {
		if merged == nil {
			merged = f
		} else {
			merged = summary.Merge(merged, f)
		}
	}
	for _, fn := range e.implementations(c) {
		add(e.summarize(fn))
	}
	for _, m := range e.foreign {
		if m.fn.Name() == c.Func.Name() && types.Implements(m.fn.Signature().Recv().Type(), c.Iface) {
			add(m.fact)
		}
	}
	if merged == nil {
		return nothing
	}
	return merged
}

// implementations returns the methods of this package that a call through an
// interface may reach.
func (e *engine) implementations(c ssaflow.Call) []*ssa.Function {
	var fns []*ssa.Function
	for _, fn := range e.fns {
		if recv := fn.Signature.Recv(); recv != nil && fn.Name() == c.Func.Name() && types.Implements(recv.Type(), c.Iface) {
			fns = append(fns, fn)
		}
	}
	return fns
}

// builtins says what the builtin functions do; others do nothing.
var builtins = map[string]func(ssaflow.Call) *summary.Func{
	"append": appendEffect,
	"copy": func(c ssaflow.Call) *summary.Func {
		return &summary.Func{Moves: []summary.Move{{From: summary.ParamAt(1), To: summary.ParamAt(0), Manner: summary.Copy}}}
	},
}

func init() {
	for _, name := range []string{
		"clear", "cap", "close", "complex", "delete", "imag", "len", "max", "min", "panic", "print", "println", "real",
		"recover", "ssa:wrapnilchk", "ssa:deferstack", "new", "make", "String", "StringData", "Slice", "SliceData", "Add", "Alignof", "Offsetof", "Sizeof",
	} {
		builtins[name] = func(ssaflow.Call) *summary.Func { return nothing }
	}
}

// appendEffect: bytes are copied; of other elements, what they refer to is shared.
func appendEffect(c ssaflow.Call) *summary.Func {
	manner := summary.Alias
	if match.IsBytes(c.Args[0].Type()) {
		manner = summary.Copy
	}
	f := &summary.Func{}
	for i := range c.Args {
		f.Moves = append(f.Moves, summary.Move{From: summary.ParamAt(i), To: summary.ResultAt(0), Manner: manner})
	}
	return f
}

// withSignature adds what a declaration alone tells: that a parameter is used as
// a key, by its name and type, and that the call may wait, by its context.
func withSignature(f *summary.Func, fn *types.Func) *summary.Func {
	if isOpaque(fn.Pkg()) {
		return addBlocks(f, fn)
	}
	sig := fn.Signature()
	offset := 0
	if sig.Recv() != nil {
		offset = 1
	}
	var keys []summary.Place
	for i := range sig.Params().Len() {
		p := sig.Params().At(i)
		place := summary.ParamAt(i + offset)
		if isKeyName(p.Name()) && match.IsBytes(p.Type()) && !isLookup(fn, i) && !slices.Contains(f.Keys, place) {
			keys = append(keys, place)
		}
	}
	if len(keys) > 0 {
		g := *f
		g.Named = append(slices.Clone(f.Named), keys...)
		f = &g
	}
	return addBlocks(f, fn)
}

func addBlocks(f *summary.Func, fn *types.Func) *summary.Func {
	if f.Blocks || !takesContext(fn) {
		return f
	}
	g := *f
	g.Blocks = true
	return &g
}

// takesContext reports whether the first parameter is a context.Context, by
// which Go marks functions that may wait. Loggers and tracers take one too, for
// what it carries.
func takesContext(fn *types.Func) bool {
	params := fn.Signature().Params()
	if params.Len() == 0 {
		return false
	}
	named := match.Named(params.At(0).Type())
	if named == nil || match.Type(named) != "context.Context" {
		return false
	}
	path := match.Path(fn.Pkg())
	for _, quiet := range []string{"context", "log", "otel", "trace", "zap", "zerolog", "logr", "klog"} {
		if slices.Contains(strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune("/.-", r) }), quiet) {
			return false
		}
	}
	return fn.Signature().Results().Len() > 0
}

// isLookup reports whether the i-th parameter is a key to look something up by:
// the first of a method named after what maps and stores do.
func isLookup(fn *types.Func, i int) bool {
	if i > 1 {
		return false
	}
	for _, verb := range []string{"Get", "Put", "Set", "Has", "Load", "Store", "Delete", "Lookup", "Add", "Remove", "Seek", "Find"} {
		if strings.HasPrefix(fn.Name(), verb) {
			return true
		}
	}
	return false
}

// isOpaque reports whether p is the AWS SDK, of which the table alone tells.
func isOpaque(p *types.Package) bool {
	path := match.Path(p)
	for _, sdk := range awsapi.SDKPaths {
		if path == sdk || strings.HasPrefix(path, sdk+"/") {
			return true
		}
	}
	return false
}

// isKeyName reports whether a name says that it holds a cryptographic key:
// "key", "dek", "dataKey", "keyBytes", "plaintextKey", but not "keyID".
func isKeyName(name string) bool {
	words := splitWords(name)
	if len(words) == 0 {
		return false
	}
	switch last := words[len(words)-1]; last {
	case "key", "dek", "kek", "cek", "keys", "secretkey", "privatekey", "datakey", "masterkey":
		return !slices.Contains(words, "public") && !slices.Contains(words, "encrypted") && !slices.Contains(words, "wrapped")
	case "bytes", "material", "plaintext", "buf", "plain", "raw", "der":
		return slices.Contains(words[:len(words)-1], "key") && !slices.Contains(words, "public")
	}
	return false
}

// splitWords returns the words of a Go identifier in lower case.
func splitWords(name string) []string {
	var words []string
	var word []rune
	runes := []rune(name)
	flush := func() {
		if len(word) > 0 {
			words = append(words, strings.ToLower(string(word)))
		}
		word = nil
	}
	for i, r := range runes {
		startsWord := unicode.IsUpper(r) && i > 0 &&
			(unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if r == '_' || startsWord {
			flush()
		}
		if r != '_' {
			word = append(word, r)
		}
	}
	flush()
	return words
}

// place returns where a call finds a place of its callee's summary, and false
// where the caller cannot see it.
func (e *engine) place(c ssaflow.Call, p summary.Place) (ssaflow.Loc, bool) {
	switch p.Kind {
	case summary.Param:
		if p.Index < len(c.Args) {
			return ssaflow.Of(c.Args[p.Index]).Select(p.Path), true
		}
	case summary.Result:
		if v := c.Instr.Value(); v != nil {
			return ssaflow.ResultAt(v, p.Index).Select(p.Path), true
		}
	case summary.Global:
		if g := e.global(p.Var); g != nil {
			return ssaflow.Loc{Root: g, Path: p.Path}, true
		}
	}
	return ssaflow.Loc{}, false
}

// global returns the package variable that a summary names by path and name.
func (e *engine) global(name string) *ssa.Global {
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return nil
	}
	p := e.imported(name[:dot])
	if p == nil {
		return nil
	}
	pkg := e.pkg.Prog.Package(p)
	if pkg == nil { // imported by an import
		pkg = e.pkg.Prog.CreatePackage(p, nil, nil, true)
	}
	g, _ := pkg.Members[name[dot+1:]].(*ssa.Global)
	return g
}

// imported returns the package of that path, if it is this one or among what it
// imports, directly or not.
func (e *engine) imported(path string) *types.Package {
	if e.imports == nil {
		e.imports = map[string]*types.Package{}
		e.addImports(e.pass.Pkg)
	}
	return e.imports[path]
}

func (e *engine) addImports(p *types.Package) {
	if e.imports[p.Path()] != nil {
		return
	}
	e.imports[p.Path()] = p
	for _, imp := range p.Imports() {
		e.addImports(imp)
	}
}
