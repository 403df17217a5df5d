package unit

import (
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/early"
)

// A cfg is the description of one unit by the go command: a package, or a
// package with its tests. Fields that secretlint does not read are left out.
type cfg struct {
	ID            string // "fmt [fmt.test]"
	Dir           string
	ImportPath    string
	GoVersion     string // "go1.26": the language version
	GoFiles       []string
	NonGoFiles    []string
	IgnoredFiles  []string
	ModulePath    string            // empty for the standard library
	ModuleVersion string            // empty for the main module and those of the workspace
	ImportMap     map[string]string // import path in source to package path
	PackageFile   map[string]string // package path to file with export data
	PackageVetx   map[string]string // package path to file with facts
	VetxOnly      bool              // only the facts are wanted
	VetxOutput    string            // where the facts go
	Stdout        string            // where the standard output goes; empty before Go 1.26
	FixArchive    string            // where fixed files go; empty to overwrite them
}

func readCfg(file string) (*cfg, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read unit: %w", err)
	}
	c := new(cfg)
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("read unit: %s: %w", file, err)
	}
	return c, nil
}

// unit returns what is decided by.
func (c *cfg) unit() *early.Unit {
	u := &early.Unit{
		ImportPath:    c.ImportPath,
		ModulePath:    c.ModulePath,
		ModuleVersion: c.ModuleVersion,
		VetxOnly:      c.VetxOnly,
		VetxOutput:    c.VetxOutput,
		Leaf:          true,
		Archives:      len(c.PackageFile) > 0,
	}
	for _, path := range c.ImportMap {
		u.Leaf = u.Leaf && (path == "unsafe" || path == "C")
	}
	return u
}

// leavesTypes reports whether the types of the unit are left to its importers.
func (c *cfg) leavesTypes() bool { return c.unit().LeavesTypes(goVersion()) }

// goVersion returns the version of the go command, which sets all variables of
// `go env` for the tools that it starts.
func goVersion() string { return os.Getenv("GOVERSION") }

// shown reports whether findings in the unit are printed: where the user named
// the package, and where the go command would print this output if the user did.
//
// As of Go 1.26 the go command keeps what a unit prints under a key that does
// not tell a package that was named from one that is only imported. If an
// imported one printed nothing, `go vet` of that package would print nothing
// either, until it changes: go vet's own analyzers lose findings so. Reporting
// on a package of the user's own that was not named is the lesser evil.
//
// A package with tests of its own is not concerned: where it is named, the unit
// has the tests in it, and a key of its own.
func (c *cfg) shown() bool {
	return !c.VetxOnly || c.ModuleVersion == "" && !c.hasTests()
}

// hasTests reports whether the package has test files that are not in a package
// of their own.
func (c *cfg) hasTests() bool {
	names, err := filepath.Glob(filepath.Join(c.Dir, "*_test.go"))
	if err != nil {
		return false
	}
	for _, name := range names {
		if slices.Contains(c.IgnoredFiles, name) {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly)
		if err == nil && !strings.HasSuffix(f.Name.Name, "_test") {
			return true
		}
	}
	return false
}
