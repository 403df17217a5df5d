package eval

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
	"weak"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// Analyzer evaluates what the functions of a package return, for the passes that
// require it and for the packages that import this one. Its result is a *Shared.
// Default is what users say carries secrets.
var (
	Default  = NewSources()
	Analyzer = NewAnalyzer(Default)
)

// NewAnalyzer returns such an analyzer of its own.
func NewAnalyzer(sources *Sources) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "eval",
		Doc:        "say what functions return, as far as secrets and the environment go",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, sources) },
		Requires:   []*analysis.Analyzer{ssaflow.Analyzer},
		ResultType: reflect.TypeFor[*Shared](),
		FactTypes:  []analysis.Fact{new(value.Func), new(value.Var), new(value.Opened)},
	}
}

// A Shared gives passes over one package the same engine. It holds it weakly, as
// ssaflow.Program does what that stands on.
type Shared struct {
	// Relevant tells whether the package can matter to anyone who asks about
	// secrets or the environment. If not, nothing was evaluated.
	Relevant bool

	pass    *analysis.Pass
	sources *Sources
	program *ssaflow.Program
	engine  weak.Pointer[Engine]
}

func run(pass *analysis.Pass, sources *Sources) (any, error) {
	s := &Shared{pass: pass, sources: sources, program: pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Program)}
	s.Relevant = !IsOpaque(pass) && Relevant(pass.Files, len(pass.AllObjectFacts()) > 0)
	if !s.Relevant {
		return s, nil
	}
	var err error
	rule.Guard(pass, func() {
		err = s.with(func(e *Engine) { e.export() })
	})
	return s, err
}

// With calls work with an engine for the package, while no other pass uses one. What it
// finds does not depend on what others asked.
func (s *Shared) With(work func(*Engine)) error {
	return s.with(func(e *Engine) { work(e.fork()) })
}

func (s *Shared) with(work func(*Engine)) (err error) {
	s.program.With(func(pkg *ssaflow.Package) {
		e := s.engine.Value()
		if e == nil || e.pkg != pkg {
			if e, err = s.newEngine(pkg); err != nil {
				return
			}
			e.summarizeAll()
			s.engine = weak.Make(e)
		}
		work(e)
	})
	return err
}

func (s *Shared) newEngine(pkg *ssaflow.Package) (*Engine, error) {
	var methods []*types.Func
	for _, f := range s.pass.AllObjectFacts() {
		m, ok := f.Object.(*types.Func)
		if ok && m.Pkg() != s.pass.Pkg && m.Signature().Recv() != nil {
			methods = append(methods, m)
		}
	}
	return New(s.pass, pkg, s.sources, s.fact(), methods)
}

// fact returns a function that looks facts up, each one once.
func (s *Shared) fact() func(*types.Func) *value.Func {
	seen := map[*types.Func]*value.Func{}
	return func(fn *types.Func) *value.Func {
		if f, ok := seen[fn]; ok {
			return f
		}
		f := new(value.Func)
		if !s.pass.ImportObjectFact(fn, f) {
			f = nil
		}
		seen[fn] = f
		return f
	}
}

// Summaries are what importers need to know of a package.
type summaries struct {
	funcs  []summary
	vars   []variable
	opened []string
}

type summary struct {
	of   *types.Func
	fact *value.Func
}

type variable struct {
	of   *types.Var
	fact *value.Var
}

// Exported returns what fn declares, if other packages can call that. Facts of other
// functions would only be carried from package to package.
func Exported(fn *ssa.Function) (*types.Func, bool) {
	obj, ok := fn.Object().(*types.Func)
	return obj, ok && obj.Exported() && fn.Parent() == nil && fn.Synthetic == "" && obj.Pkg().Name() != "main"
}

// summarizeAll finds out what the package's functions return and store: the same each
// time, for it asks the same questions in the same order.
func (e *Engine) summarizeAll() {
	for _, fn := range e.pkg.Functions {
		obj, ok := Exported(fn)
		if !ok {
			continue
		}
		f := e.summarize(fn)
		if len(f.Results)+len(f.Stores)+len(f.Opened)+len(f.Calls) > 0 {
			e.known.funcs = append(e.known.funcs, summary{obj, f})
		}
	}
	e.known.vars = e.summarizeVars()
	e.known.opened = e.openedFields()
}

// export leaves that for importers.
func (e *Engine) export() {
	for _, s := range e.known.funcs {
		e.pass.ExportObjectFact(s.of, s.fact)
	}
	for _, v := range e.known.vars {
		e.pass.ExportObjectFact(v.of, v.fact)
	}
	if len(e.known.opened) > 0 {
		e.pass.ExportPackageFact(&value.Opened{Fields: e.known.opened})
	}
}

// summarize returns what an importer needs to know of a function.
func (e *Engine) summarize(fn *ssa.Function) *value.Func {
	f := &value.Func{Calls: e.calls(fn)}
	results := fn.Signature.Results()
	for i := range results.Len() {
		if !carriesData(results, i) {
			continue
		}
		for _, path := range paths(results.At(i).Type()) {
			if v := e.result(fn, i, path); v != nil && telling(v) {
				f.Results = append(f.Results, value.Part{Index: i, Path: path, Value: v.Portable(e.frames[fn]), Marks: e.marksAt(results.At(i).Type(), path)})
			}
		}
	}
	for i, p := range fn.Params {
		if isTextual(p.Type()) && e.opensIn(p) {
			f.Opened = append(f.Opened, i)
		}
		if !canBeWritten(p.Type()) {
			continue
		}
		for _, path := range e.storedPaths(fn, i) {
			if v := e.stored(fn, i, path); v != nil && telling(v) {
				f.Stores = append(f.Stores, value.Part{Index: i, Path: path, Value: v.Portable(e.frames[fn])})
			}
		}
	}
	return f
}

// summarizeVars finds out what the package stores in its exported variables.
func (e *Engine) summarizeVars() []variable {
	var vars []variable
	for _, g := range e.globals() {
		obj, ok := g.Object().(*types.Var)
		if !ok || !obj.Exported() {
			continue
		}
		var fact value.Var
		for _, path := range paths(obj.Type()) {
			if v := e.At(g, path, nil); telling(v) {
				fact.Parts = append(fact.Parts, value.Part{Path: path, Value: v.Portable(0), Marks: e.marksAt(obj.Type(), path)})
			}
		}
		if len(fact.Parts) > 0 {
			vars = append(vars, variable{obj, &fact})
		}
	}
	return vars
}

// globals returns the package's variables that something is stored in, by name.
func (e *Engine) globals() []*ssa.Global {
	var globals []*ssa.Global
	for v := range e.index.writes {
		if g, ok := v.(*ssa.Global); ok && g.Pkg == e.pkg.Package {
			globals = append(globals, g)
		}
	}
	slices.SortFunc(globals, func(a, b *ssa.Global) int { return strings.Compare(a.Name(), b.Name()) })
	return globals
}

// marksAt returns the marks of the field that a path of one selector leads to.
func (e *Engine) marksAt(t types.Type, path string) string {
	if !strings.HasPrefix(path, ".") {
		return ""
	}
	f := ssaflow.FieldNamed(t, path[1:])
	if f.Var == nil {
		return ""
	}
	marks := e.shapeOf(f.Var.Type(), true).marks
	if isOmitted(f) {
		marks += value.Omitted
	}
	return marks
}

// telling reports whether an importer gains anything from a value: constants are
// of no use to those who look for secrets.
func telling(v *value.Value) bool {
	return v.Has(value.Secret) || v.Has(value.Env) || v.Has(value.Param)
}

// paths returns the paths below a result that are kept in facts: the whole, or the
// fields of a struct, or what a function returns.
func paths(t types.Type) []string {
	if sig, ok := t.Underlying().(*types.Signature); ok {
		if carriesData(sig.Results(), 0) {
			return []string{value.Called + "#0"}
		}
		return nil
	}
	all := []string{""}
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return all
	}
	for f := range s.Fields() {
		if len(all) > maxFields {
			break
		}
		if carries(f.Type()) {
			all = append(all, "."+f.Name())
		}
	}
	return all[1:]
}

const maxFields = 24

// carries reports whether values of t can hold text.
func carries(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Signature, *types.Chan:
		return false
	}
	return true
}

// storedPaths returns the paths below a parameter at which a function stores, by itself
// or by what it calls.
func (e *Engine) storedPaths(fn *ssa.Function, param int) []string {
	return e.paths(fn, param, maxDepth)
}

// maxDepth bounds the calls through which a parameter is followed to what is stored
// below it.
const maxDepth = 3

func (e *Engine) paths(fn *ssa.Function, param, depth int) []string {
	if param >= len(fn.Params) || depth == 0 {
		return nil
	}
	var paths []string
	add := func(path string) {
		inPlace := path != "" || isInPlace(fn.Params[param].Type())
		if inPlace && !strings.Contains(path, "#") && !slices.Contains(paths, path) && len(paths) < maxFields {
			paths = append(paths, path)
		}
	}
	for _, w := range e.index.writes[fn.Params[param]] {
		add(w.loc.Path)
	}
	for _, ref := range e.index.passed[fn.Params[param]] {
		for _, callee := range e.callees(ref.call) {
			for _, path := range e.paths(callee, ref.arg, depth-1) {
				add(ref.loc.Path + path)
			}
		}
		for _, callee := range e.declared(ref.call) {
			for _, part := range e.fact(callee).StoredIn(ref.arg) {
				add(ref.loc.Path + part.Path)
			}
		}
	}
	return paths
}

// isInPlace reports whether what a pointer of that type points to is stored as a
// whole: a list, a map or a text, where a struct is stored by its fields.
func isInPlace(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, isStruct := p.Elem().Underlying().(*types.Struct)
	return !isStruct && carries(p.Elem())
}

// stored returns what a function stores below a parameter, in terms of its
// parameters; nil if nothing, or while that is being found out.
func (e *Engine) stored(fn *ssa.Function, param int, path string) *value.Value {
	if param >= len(fn.Params) {
		return nil
	}
	return e.results.Get(resultKey{fn, -1 - param, path}, func() *value.Value { return e.store(fn, param, path) })
}

func (e *Engine) store(fn *ssa.Function, param int, path string) *value.Value {
	loc := ssaflow.Loc{Root: fn.Params[param]}.Select(path)
	var parts []*value.Value
	for _, h := range e.index.hits(loc) {
		if h.write != nil && !h.below {
			parts = append(parts, e.At(h.write.val, h.rest, h.write.at))
		} else if h.ref != nil && h.ref.call.Instr.Parent() != nil {
			q := e.ask()
			parts = append(parts, q.storedByCall(h))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return value.OneOf(parts...)
}
