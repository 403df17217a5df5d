package keyzero

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// An engine is what one pass knows of its package.
type engine struct {
	pass     *analysis.Pass
	pkg      *ssa.Package
	table    *summary.Table
	fns      []*ssa.Function // declared functions and closures, in source order
	resolver *ssaflow.Resolver

	summaries map[*ssa.Function]*summary.Func
	nests     map[*ssa.Function]*nest
	calls     map[*ssa.Function][]ssaflow.Call
	runs      map[*ssa.Function]map[*ssa.Function]bool // the closures that calls in a function run
	effects   map[ssa.CallInstruction]*summary.Func
	given     map[*ssa.Function][]summary.Gift
	loops     map[*ssa.Function]map[ssaflow.Exit][]wipe
	cyclic    bool                      // whether a summary that is still being made was asked for
	secret    map[*ssa.Function]bool    // functions that run within runtime/secret.Do alone
	foreign   []foreignMethod           // methods of imported packages that have facts
	imports   map[string]*types.Package // by path, directly and indirectly; see imported

	// The fields and variables that something overwrites, in this package and in
	// all that are in view.
	wipedHere, wiped map[string]wiper

	keyStores map[string]bool // the fields and variables whose content is used as a key
}

// A wiper tells what overwrites a field: a function, or a method of the struct
// itself, so that whoever fills the struct hands the duty to it.
type wiper uint8

const (
	byFunction wiper = 1 + iota
	byMethod
)

type foreignMethod struct {
	fn   *types.Func
	fact *summary.Func
}

func newEngine(pass *analysis.Pass, pkg *ssaflow.Package, table *summary.Table) *engine {
	e := &engine{
		pass:      pass,
		pkg:       pkg.Package,
		fns:       pkg.Functions,
		resolver:  pkg.Resolver,
		table:     table,
		summaries: map[*ssa.Function]*summary.Func{},
		nests:     map[*ssa.Function]*nest{},
		calls:     map[*ssa.Function][]ssaflow.Call{},
		runs:      map[*ssa.Function]map[*ssa.Function]bool{},
		effects:   map[ssa.CallInstruction]*summary.Func{},
		given:     map[*ssa.Function][]summary.Gift{},
		loops:     map[*ssa.Function]map[ssaflow.Exit][]wipe{},
		wipedHere: map[string]wiper{},
		wiped:     map[string]wiper{},
	}
	e.importFacts()
	e.findWipedFields()
	return e
}

func (e *engine) importFacts() {
	for _, f := range e.pass.AllObjectFacts() {
		fn, ok := f.Object.(*types.Func)
		fact, isSummary := f.Fact.(*summary.Func)
		if ok && isSummary && fn.Pkg() != e.pass.Pkg && fn.Signature().Recv() != nil {
			e.foreign = append(e.foreign, foreignMethod{fn, fact})
		}
	}
	slices.SortFunc(e.foreign, func(a, b foreignMethod) int {
		return cmp.Compare(a.fn.FullName(), b.fn.FullName())
	})
	for _, f := range e.pass.AllPackageFacts() {
		if w, ok := f.Fact.(*summary.Wiped); ok {
			for _, name := range w.Fields {
				e.wiped[name] = max(e.wiped[name], byFunction)
			}
			for _, name := range w.ByMethod {
				e.wiped[name] = byMethod
			}
		}
	}
}

// findWipedFields notes what functions of this package overwrite.
func (e *engine) findWipedFields() {
	for _, fn := range e.fns {
		for _, w := range e.wipesIn(fn) {
			name := e.storeName(w.loc)
			if name == "" {
				continue
			}
			by := byFunction
			if e.isOwnField(w.loc) {
				by = byMethod
			}
			e.wipedHere[name] = max(e.wipedHere[name], by)
			e.wiped[name] = max(e.wiped[name], by)
		}
	}
	clear(e.given) // what was judged before all wipers were known
}

// callsIn returns the calls in fn, in the order of its blocks.
func (e *engine) callsIn(fn *ssa.Function) []ssaflow.Call {
	calls, ok := e.calls[fn]
	if ok {
		return calls
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if c, ok := instr.(ssa.CallInstruction); ok {
				calls = append(calls, e.resolver.Resolve(c))
			}
		}
	}
	e.calls[fn] = calls
	return calls
}
