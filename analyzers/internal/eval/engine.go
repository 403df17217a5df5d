package eval

import (
	"go/types"
	"math"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// An Engine evaluates the values of one package. It is not safe for concurrent
// use: ssaflow.Program.With gives one pass at a time the package.
type Engine struct {
	pass     *analysis.Pass
	pkg      *ssaflow.Package
	modelled map[*types.Func]lookup
	models   models
	frames   map[*ssa.Function]int
	index    *index
	results  *Memo[resultKey, *value.Value]
	answers  map[queryKey]*value.Value // that lack nothing
	below    map[queryKey]*value.Value // the same, of the engine that this one is a fork of
	targets  map[method]targets
	origins  map[Origin][]Origin
	uses     *Memo[*ssa.Parameter, Uses]
	handed   *Memo[paramKey, [][]*value.Value]
	spent    int      // steps of all questions so far
	foreign  *Methods // of imported packages, that have facts
	fact     func(*types.Func) *value.Func
	sources  *Sources
	names    *setting.Names
	shapes   map[shapeKey]shape
	carriers map[*types.Named][]ssaflow.Field // fields that carry secrets, by the type that has them
	known    summaries
}

type resultKey struct {
	fn    *ssa.Function
	index int
	path  string
}

// builtinNames is what names say without a user's lines.
var builtinNames = sync.OnceValues(func() (*setting.Names, error) { return setting.NewNames() })

// New returns an engine for the package. fact returns what is known of a function
// of another package, or nil; methods are those of which something is.
func New(pass *analysis.Pass, pkg *ssaflow.Package, sources *Sources, fact func(*types.Func) *value.Func, methods []*types.Func) (*Engine, error) {
	table, err := known()
	if err != nil {
		return nil, err
	}
	names, err := builtinNames()
	if err != nil {
		return nil, err
	}
	e := &Engine{
		pass:     pass,
		pkg:      pkg,
		modelled: map[*types.Func]lookup{},
		models:   table,
		frames:   map[*ssa.Function]int{},
		results:  NewMemo[resultKey, *value.Value](),
		answers:  map[queryKey]*value.Value{},
		targets:  map[method]targets{},
		origins:  map[Origin][]Origin{},
		uses:     NewMemo[*ssa.Parameter, Uses](),
		handed:   NewMemo[paramKey, [][]*value.Value](),
		foreign:  NewMethods(),
		fact:     fact,
		sources:  sources,
		names:    names,
		shapes:   map[shapeKey]shape{},
		carriers: map[*types.Named][]ssaflow.Field{},
	}
	for i, fn := range pkg.Functions {
		e.frames[fn] = i + 1
	}
	for _, m := range methods {
		e.foreign.Add(m)
	}
	e.index = newIndex(pkg)
	return e, nil
}

// fork returns an engine that knows what e does, and keeps to itself what it finds out.
// What recursive functions return, and what is beyond a bound, depends on what was asked
// before: a pass that had asked first would change what another one finds. A fork has
// bounds of its own.
func (e *Engine) fork() *Engine {
	f := *e
	f.results, f.uses, f.handed = e.results.over(), e.uses.over(), e.handed.over()
	f.answers, f.below = map[queryKey]*value.Value{}, e.answers
	f.spent = 0
	return &f
}

// Functions returns the package's functions, in source order.
func (e *Engine) Functions() []*ssa.Function { return e.pkg.Functions }

// Frame returns the number by which values name the parameters of fn.
func (e *Engine) Frame(fn *ssa.Function) int { return e.frames[fn] }

// Resolve returns the call that instr makes.
func (e *Engine) Resolve(instr ssa.CallInstruction) ssaflow.Call {
	return e.pkg.Resolver.Resolve(instr)
}

// Value returns what v can be where the instruction at uses it, in terms of the
// parameters of its function.
func (e *Engine) Value(v ssa.Value, at ssa.Instruction) *value.Value {
	return e.At(v, "", at)
}

// At returns what the part of v that path leads to can be.
func (e *Engine) At(v ssa.Value, path string, at ssa.Instruction) *value.Value {
	return orNone(e.ask().value(v, path, at))
}

func (e *Engine) ask() *query {
	steps := maxSteps
	if e.spent > maxSpent {
		steps = fewSteps
	}
	return &query{e: e, steps: steps, busy: map[queryKey]int{}, partial: map[queryKey]partial{}, lowest: math.MaxInt}
}

func orNone(v *value.Value) *value.Value {
	if v == nil {
		return value.None
	}
	return v
}

// has reports whether fn's body is in view.
func (e *Engine) has(fn *ssa.Function) bool { return e.frames[fn] != 0 }

// result returns what a function of this package returns, in terms of its
// parameters: nil while that is being found out.
func (e *Engine) result(fn *ssa.Function, index int, path string) *value.Value {
	return e.results.Get(resultKey{fn, index, path}, func() *value.Value { return e.returned(fn, index, path) })
}

func (e *Engine) returned(fn *ssa.Function, index int, path string) *value.Value {
	var parts []*value.Value
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) {
			parts = append(parts, e.At(ret.Results[index], path, ret))
		}
	}
	return value.OneOf(parts...)
}

// Implementations returns the functions that a call through an interface may
// reach: those of this package, and those of others of which something is known.
func (e *Engine) Implementations(c ssaflow.Call) (here []*ssa.Function, elsewhere []*types.Func) {
	if c.Iface == nil {
		return nil, nil
	}
	key := method{c.Iface, c.Func}
	to, ok := e.targets[key]
	if !ok {
		to.here, to.elsewhere = e.implementations(c)
		e.targets[key] = to
	}
	return to.here, to.elsewhere
}

// A method is one of an interface.
type method struct {
	iface *types.Interface
	fn    *types.Func
}

// targets are the functions that a call of such a method may reach.
type targets struct {
	here      []*ssa.Function
	elsewhere []*types.Func
}

func (e *Engine) implementations(c ssaflow.Call) (here []*ssa.Function, elsewhere []*types.Func) {
	for _, fn := range e.pkg.Functions {
		if m, ok := fn.Object().(*types.Func); ok && m.Name() == c.Func.Name() && implements(m, c.Iface) {
			here = append(here, fn)
		}
	}
	for _, fn := range e.promoted(c) {
		if !slices.Contains(here, fn) {
			here = append(here, fn)
		}
	}
	return here, e.foreign.Reached(c)
}

// promoted returns the methods that a call through an interface reaches in what types of
// the package embed.
func (e *Engine) promoted(c ssaflow.Call) []*ssa.Function {
	var fns []*ssa.Function
	scope := e.pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || types.IsInterface(tn.Type()) {
			continue
		}
		if named, ok := tn.Type().(*types.Named); !ok || named.TypeParams().Len() > 0 {
			continue
		}
		obj, index, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), false, e.pkg.Pkg, c.Func.Name())
		m, ok := obj.(*types.Func)
		if !ok || len(index) < 2 || !types.Implements(types.NewPointer(tn.Type()), c.Iface) {
			continue
		}
		if fn := e.pkg.Prog.FuncValue(m); fn != nil && e.has(fn) {
			fns = append(fns, fn)
		}
	}
	return fns
}

func implements(m *types.Func, iface *types.Interface) bool {
	recv := m.Signature().Recv()
	if recv == nil || types.IsInterface(recv.Type()) {
		return false
	}
	if named, ok := types.Unalias(deref(recv.Type())).(*types.Named); ok && named.TypeParams().Len() > 0 {
		return false // methods of generic types are not matched
	}
	return types.Implements(recv.Type(), iface)
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
