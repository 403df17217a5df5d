package keyzero

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
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
	secret    map[*ssa.Function]bool // functions that run within runtime/secret.Do alone
	foreign   []foreignMethod        // methods of imported packages that have facts
	wiped     map[string]bool        // fields and variables that something in view overwrites
}

type foreignMethod struct {
	fn   *types.Func
	fact *summary.Func
}

func newEngine(pass *analysis.Pass, table *summary.Table) *engine {
	e := &engine{
		pass:      pass,
		pkg:       ssaflow.Build(pass),
		table:     table,
		summaries: map[*ssa.Function]*summary.Func{},
		nests:     map[*ssa.Function]*nest{},
		calls:     map[*ssa.Function][]ssaflow.Call{},
		runs:      map[*ssa.Function]map[*ssa.Function]bool{},
		effects:   map[ssa.CallInstruction]*summary.Func{},
		given:     map[*ssa.Function][]summary.Gift{},
		loops:     map[*ssa.Function]map[ssaflow.Exit][]wipe{},
		wiped:     map[string]bool{},
	}
	e.fns = sourceFunctions(pass, e.pkg)
	e.resolver = ssaflow.NewResolver(e.fns)
	e.importFacts()
	e.findWipedFields()
	return e
}

// sourceFunctions returns the functions with bodies in the package, closures
// after the function that declares them.
func sourceFunctions(pass *analysis.Pass, pkg *ssa.Package) []*ssa.Function {
	var fns []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || len(fn.Blocks) == 0 {
			return
		}
		fns = append(fns, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	add(pkg.Func("init"))
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
					add(pkg.Prog.FuncValue(obj))
				}
			}
		}
	}
	return fns
}

func (e *engine) importFacts() {
	for _, f := range e.pass.AllObjectFacts() {
		fn, ok := f.Object.(*types.Func)
		fact, isSummary := f.Fact.(*summary.Func)
		if ok && isSummary && fn.Pkg() != e.pass.Pkg && fn.Signature().Recv() != nil {
			e.foreign = append(e.foreign, foreignMethod{fn, fact})
		}
	}
	for _, f := range e.pass.AllPackageFacts() {
		if w, ok := f.Fact.(*summary.Wiped); ok {
			for _, name := range w.Fields {
				e.wiped[name] = true
			}
		}
	}
}

// findWipedFields fills e.wiped with what functions of this package overwrite.
func (e *engine) findWipedFields() {
	for _, fn := range e.fns {
		for _, w := range e.wipesIn(fn) {
			if name := storeName(w.loc); name != "" {
				e.wiped[name] = true
			}
		}
	}
}

// storeName returns the name by which packages know the field or variable that
// holds what is at l, and "" where there is none.
func storeName(l ssaflow.Loc) string {
	if f, ok := l.Field(); ok && f.Owner != nil {
		return match.Type(f.Owner) + "." + f.Var.Name() + f.Rest
	}
	if g, ok := l.Root.(*ssa.Global); ok && g.Pkg != nil {
		return match.Path(g.Pkg.Pkg) + "." + g.Name() + l.Path
	}
	return ""
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
