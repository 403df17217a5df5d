package driver

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/toolchain"
)

// problems returns a problem for each package that has errors of its own.
func (l *loaded) problems() []*finding.Problem {
	var problems []*finding.Problem
	for _, p := range l.all {
		if len(p.Errors) > 0 {
			problems = append(problems, problem(p))
		}
	}
	return problems
}

// problem describes the first error of a package, and counts the others: one
// line says that the package was not checked and where to begin.
func problem(p *packages.Package) *finding.Problem {
	first, more := firstError(p)
	out := &finding.Problem{Package: p.PkgPath, Message: toolchain.Explain(first.Msg)}
	if file, line, column := position(first.Pos); file != "" {
		out.File, out.Line, out.Column = relative(file), line, column
	}
	switch {
	case more == 1:
		out.Message += " (and 1 more error)"
	case more > 1:
		out.Message += fmt.Sprintf(" (and %d more errors)", more)
	}
	return out
}

// firstError returns the error to show and how many more there are like it. An
// import that cannot be found is behind whatever else is wrong, and the go
// command says why. What has a position is next: the go command repeats at
// length, without one, what the compiler said.
func firstError(p *packages.Package) (first packages.Error, more int) {
	errors := missingImports(p)
	if len(errors) == 0 {
		errors = p.Errors
	}
	at := max(0, slices.IndexFunc(errors, func(e packages.Error) bool { return e.Pos != "" }))
	for _, e := range errors[at+1:] {
		if e.Kind == errors[at].Kind {
			more++
		}
	}
	return errors[at], more
}

// missingImports returns what the go command says of imports that it cannot
// find: each is described as a package without a name.
func missingImports(p *packages.Package) []packages.Error {
	var errors []packages.Error
	for _, path := range slices.Sorted(maps.Keys(p.Imports)) {
		if imported := p.Imports[path]; imported.Name == "" {
			errors = append(errors, imported.Errors...)
		}
	}
	return errors
}

// position parses "file:line:column", in which the file is optional, and so are
// the numbers. A file's name may have colons in it.
func position(pos string) (file string, line, column int) {
	if pos == "" || pos == "-" {
		return "", 0, 0
	}
	rest, last := cutNumber(pos)
	file, first := cutNumber(rest)
	if first == 0 {
		return rest, last, 0
	}
	return file, first, last
}

// cutNumber cuts ":12" off the end of s.
func cutNumber(s string) (before string, n int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0
	}
	return s[:i], n
}
