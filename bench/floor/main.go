// Command floor is the least that a tool with facts costs under go vet: one
// analyzer that does nothing, in x/tools' own driver. What secretlint costs is
// given as a share of it.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// A fact is never exported. That the analyzer has a type of facts is what makes
// a driver take it to every dependency.
type fact struct{}

func (*fact) AFact() {}

var analyzer = &analysis.Analyzer{
	Name:      "floor",
	Doc:       "do nothing",
	FactTypes: []analysis.Fact{new(fact)},
	Run:       func(*analysis.Pass) (any, error) { return nil, nil },
}

func main() { unitchecker.Main(analyzer) }
