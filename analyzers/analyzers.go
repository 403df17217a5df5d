// Package analyzers lists secretlint's passes. Programs that link one pass
// alone import its package instead.
package analyzers

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/envelope"
	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/hardcoded"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// All returns the passes, in the order of their names.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{envelope.Analyzer, envsecret.Analyzer, hardcoded.Analyzer, keyzero.Analyzer, secretleak.Analyzer}
}

// Rules returns the rules that the passes check, in the order of their names.
func Rules() []*rule.Rule {
	return []*rule.Rule{&envelope.Rule, &envsecret.Rule, &hardcoded.Rule, &keyzero.Rule, &secretleak.Rule}
}

// Relevant reports whether any pass can say anything about a package, judged by
// its syntax alone: facts about its functions, or findings. A driver need not
// type-check a package for which it is false. importedFacts tells whether any
// package that it imports has facts.
func Relevant(files []*ast.File, importedFacts bool) bool {
	return envelope.Relevant(files, importedFacts) ||
		envsecret.Relevant(files, importedFacts) ||
		keyzero.Relevant(files, importedFacts) ||
		secretleak.Relevant(files, importedFacts) ||
		hardcoded.Relevant(files, importedFacts)
}

// Configured returns what is wrong with the files that the passes' flags name, so that
// a driver can say it once, and not for each package.
func Configured() error {
	if err := hardcoded.Configured(); err != nil {
		return err
	}
	_, err := envsecret.Judge()
	return err
}

// CheckGitleaks returns what is wrong with a file of gitleaks' own.
func CheckGitleaks(file string) error { return hardcoded.Check(file) }
