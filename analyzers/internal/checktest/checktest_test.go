package checktest_test

import (
	"go/ast"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

type visited struct{ Calls int }

func (*visited) AFact()         {}
func (*visited) String() string { return "visited" }

// counter exports a fact for every function and reports nothing.
var counter = &analysis.Analyzer{
	Name:      "counter",
	Doc:       "count calls",
	FactTypes: []analysis.Fact{new(visited)},
	Run: func(pass *analysis.Pass) (any, error) {
		for _, file := range pass.Files {
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.Name != "_" && fn.Name.Name != "init" {
					pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name], &visited{Calls: 1})
				}
			}
		}
		return nil, nil
	},
}

// TestRun needs a corpus without findings, whose facts nobody expects.
func TestRun(t *testing.T) {
	results := checktest.Run(t, counter, "./keyzero/crosspkg/wipe")
	if len(results) != 1 || len(results[0].Facts) == 0 {
		t.Errorf("got %d results, want one with facts", len(results))
	}
}

func TestFactCodec(t *testing.T) {
	checktest.FactCodec(t, &visited{Calls: 3})
}
