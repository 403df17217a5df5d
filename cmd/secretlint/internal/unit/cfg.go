package unit

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/scope"
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

// read reports whether the unit's source is looked at: always if the user named
// the package. The go command does not say which module is the main one before
// Go 1.27, but only that has no version: even a module that is replaced by a
// directory keeps the version that go.mod requires.
func (c *cfg) read(deep []string) bool {
	m := scope.Module{Path: c.ModulePath, Main: c.ModuleVersion == ""}
	return !c.VetxOnly || scope.Read(c.ImportPath, m, deep)
}

// leaf reports whether the unit imports nothing that has export data.
func (c *cfg) leaf() bool {
	for _, path := range c.ImportMap {
		if path != "unsafe" {
			return false
		}
	}
	return true
}

// compiled reports whether the go command compiled what the unit imports. As
// of Go 1.26 it always does.
func (c *cfg) compiled() bool {
	for _, path := range c.ImportMap {
		if path != "unsafe" && c.PackageFile[path] == "" {
			return false
		}
	}
	return true
}
