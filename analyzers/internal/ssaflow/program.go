package ssaflow

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync"
	"weak"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Analyzer gives the passes that require it one SSA form of a package to share.
// Its result is a *Program, which builds nothing until it is asked: most
// packages never need it. It has no facts. It stands in the place of the
// buildssa pass, whose ctrlflow facts make every driver analyse every dependency
// from source.
var Analyzer = &analysis.Analyzer{
	Name:       "ssaflow",
	Doc:        "build SSA form when it is asked for",
	Run:        func(pass *analysis.Pass) (any, error) { return &Program{pass: pass}, nil },
	ResultType: reflect.TypeFor[*Program](),
}

// A Program is the package of one pass, in SSA form as soon as somebody asks.
//
// Drivers keep results until all packages are done. A Program therefore holds
// what it built weakly: whoever works with it keeps it, and afterwards it goes.
type Program struct {
	pass  *analysis.Pass
	mu    sync.Mutex
	built weak.Pointer[Package]
}

// A Package is a package in SSA form.
type Package struct {
	*ssa.Package
	Functions []*ssa.Function // those with bodies, in source order; closures after the function that declares them
	Resolver  *Resolver
}

// With calls work with the package's SSA form. Passes over the same package wait
// for each other: go/ssa makes wrappers and packages as they are asked for.
func (p *Program) With(work func(*Package)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	pkg := p.built.Value()
	if pkg == nil {
		pkg = newPackage(p.pass)
		p.built = weak.Make(pkg)
	}
	work(pkg)
}

func newPackage(pass *analysis.Pass) *Package {
	pkg := &Package{Package: Build(pass)}
	pkg.Functions = sourceFunctions(pass, pkg.Package)
	pkg.Resolver = NewResolver(pkg.Functions)
	return pkg
}

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
