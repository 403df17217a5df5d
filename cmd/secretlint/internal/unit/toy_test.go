package unit

import (
	"go/ast"
	"go/types"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// TestMain makes the test binary a vet tool with the toy analyzer.
func TestMain(m *testing.M) {
	if os.Getenv("SECRETLINT_TOY") != "" {
		os.Exit(Main(os.Args[1:], Suite{Analyzers: []*analysis.Analyzer{newToy()}, Relevant: toyRelevant}))
	}
	os.Exit(m.Run())
}

// A marked function is one whose name says so.
type marked struct{ By string }

func (*marked) AFact()           {}
func (m *marked) String() string { return "marked by " + m.By }

// newToy returns an analyzer that knows marked functions by their facts and
// reports where they are called. It panics on a package named boom, and admits
// failure on one named fail.
func newToy() *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:      "toy",
		Doc:       "toy: report calls of marked functions",
		FactTypes: []analysis.Fact{new(marked)},
		Run:       runToy,
	}
}

// toyRelevant lets packages that are named pass… be skipped.
func toyRelevant(files []*ast.File, importedFacts bool) bool {
	return !strings.HasPrefix(files[0].Name.Name, "pass")
}

func runToy(pass *analysis.Pass) (any, error) {
	for _, f := range pass.Files {
		for n := range ast.Preorder(f) {
			switch n := n.(type) {
			case *ast.FuncDecl:
				toyDecl(pass, n)
			case *ast.CallExpr:
				toyCall(pass, n)
			}
		}
	}
	switch pass.Pkg.Name() {
	case "boom":
		panic("a toy\nbreaks")
	case "fail":
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Category: rule.InternalError, Message: "internal error: a toy fails"})
	}
	return nil, nil
}

func toyDecl(pass *analysis.Pass, decl *ast.FuncDecl) {
	if strings.HasPrefix(decl.Name.Name, "Mark") {
		pass.ExportObjectFact(pass.TypesInfo.Defs[decl.Name], &marked{By: pass.Pkg.Name()})
	}
}

func toyCall(pass *analysis.Pass, call *ast.CallExpr) {
	var id *ast.Ident
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	}
	fn, _ := pass.TypesInfo.Uses[id].(*types.Func)
	if fact := new(marked); fn != nil && pass.ImportObjectFact(fn, fact) {
		pass.Report(analysis.Diagnostic{
			Pos:      call.Pos(),
			Category: "call",
			Message:  fn.Name() + " is " + fact.String(),
			SuggestedFixes: []analysis.SuggestedFix{{
				Message:   "drop it",
				TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End()}},
			}},
		})
	}
}
