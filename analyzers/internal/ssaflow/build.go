package ssaflow

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Build returns the SSA form of the pass's package, and creates packages without
// bodies for what it imports directly; what those import, nothing asks for. It is a function and not an analyzer because most
// packages never need it; and it is not the buildssa pass, whose ctrlflow facts
// make every driver analyse every dependency from source.
func Build(pass *analysis.Pass) *ssa.Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	for _, p := range pass.Pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg
}
