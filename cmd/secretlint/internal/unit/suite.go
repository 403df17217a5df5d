package unit

import (
	"fmt"
	"go/token"
	"go/types"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/toolchain"
)

// check analyzes the unit, leaves its facts behind and prints what there is to
// say of it. Of the silent analyzers only the facts are wanted.
func (s Suite) check(o *options, c *cfg, on, silent []*analysis.Analyzer) (int, error) {
	fset := token.NewFileSet()
	files, err := parse(fset, c.GoFiles)
	if err != nil {
		return broken(c, err)
	}
	imported := hasFacts(c.PackageVetx)
	relevant := s.Relevant(files, imported)
	if !relevant && !imported && !c.unit().Leaf {
		return nothing(o, c)
	}
	t, err := check(c, fset, files)
	if err != nil {
		return broken(c, err)
	}
	registerFacts(s.Analyzers)
	known, err := decodeFacts(t.pkg, c.facts, t.lookup)
	if err != nil {
		return 1, err
	}
	if !relevant { // what was imported is passed on
		on, silent = nil, nil
	} else if !c.shown() {
		on = forFacts(on)
	}
	results := analyze(c, t, known, slices.Concat(on, silent))
	if err := leaveFacts(c, t, known, results); err != nil {
		return 1, err
	}
	results = results[:len(on)]
	if !c.shown() {
		keepFailures(results)
	}
	return show(o, c, t, results)
}

// nothing ends a unit of which there is nothing to say.
func nothing(o *options, c *cfg) (int, error) {
	if status, err := writeVetx(c, nil); err != nil {
		return status, err
	}
	return show(o, c, &typed{}, nil)
}

// broken ends a unit that does not parse or type-check. For a dependency that
// is no failure: whoever imports it is told by the compiler.
func broken(c *cfg, cause error) (int, error) {
	if _, err := writeVetx(c, nil); err != nil {
		return 1, err
	}
	if c.VetxOnly {
		return 0, nil
	}
	fmt.Fprintln(os.Stderr, toolchain.Explain(cause.Error()))
	return 1, nil
}

// facts returns the encoded facts of an import. One whose unit failed left no
// file, and has none.
func (c *cfg) facts(path string) ([]byte, error) {
	file, ok := c.PackageVetx[path]
	if !ok {
		return nil, nil
	}
	return readVetx(file)
}

func (t *typed) lookup(path string) *types.Package { return t.deps[path] }

// leaveFacts writes what later units learn of this one: nothing of its own if an
// analyzer failed on it, for what that found out is incomplete.
func leaveFacts(c *cfg, t *typed, known *facts, results []*result) error {
	var encoded []byte
	var err error
	if !slices.ContainsFunc(results, func(r *result) bool { return r.failed }) {
		if encoded, err = known.encode(); err != nil {
			return err
		}
	}
	pkg := t.pkg
	if !c.leavesTypes() {
		pkg = nil
	}
	data, err := encodeVetx(t.fset, pkg, encoded)
	if err != nil {
		return err
	}
	_, err = writeVetx(c, data)
	return err
}

func writeVetx(c *cfg, data []byte) (int, error) {
	if c.VetxOutput == "" {
		return 0, nil
	}
	if err := os.WriteFile(c.VetxOutput, data, 0o666); err != nil {
		return 1, fmt.Errorf("write facts: %w", err)
	}
	return 0, nil
}
