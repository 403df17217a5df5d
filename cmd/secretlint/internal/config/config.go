// Package config reads .secretlint.yml.
//
// The file has these keys, all optional:
//
//	disable: [keyzero]        # rules that are not checked
//	deep:                     # modules whose source is read as the main module's is
//	  - github.com/acme/keys
//	keyzero:                  # an analyzer's settings: the flags it declares,
//	  sources:                # each given once a line
//	    - example.com/hsm.Unwrap
//	  wipers:
//	    - example.com/hsm.Key.Shred
//
// An analyzer's section is its flags and nothing else, so what a rule can be
// told is declared once, beside the rule. Whatever the file holds beyond this
// is an error: a misspelt key that is ignored would hide findings.
package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A Config is what a configuration file says. The zero Config is that of a
// project without one.
type Config struct {
	Disable  []string  // names of rules
	Deep     []string  // module paths
	Settings []Setting // in the order of the file
}

// A Setting gives one value to a flag of an analyzer.
type Setting struct {
	Analyzer, Flag, Value string

	at place
}

// Load reads the configuration file. Its errors name the file, and where the
// file can be read the line, column and key.
func Load(file string, analyzers []*analysis.Analyzer) (*Config, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	return Parse(shown(file), data, analyzers)
}

// shown returns the name of a file as errors give it: relative to the working
// directory when the file is beneath.
func shown(file string) string {
	cwd, err := os.Getwd()
	if err != nil {
		return file
	}
	if rel, err := filepath.Rel(cwd, file); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return file
}

// Apply sets the flags of the analyzers and returns those that are not
// disabled. A value that an analyzer refuses is an error that names its place.
func (c *Config) Apply(analyzers []*analysis.Analyzer) ([]*analysis.Analyzer, error) {
	for _, s := range c.Settings {
		for _, a := range analyzers {
			if a.Name != s.Analyzer {
				continue
			}
			if err := a.Flags.Set(s.Flag, s.resolved()); err != nil {
				return nil, s.at.errorf("%v", err)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(analyzers), func(a *analysis.Analyzer) bool {
		return slices.Contains(c.Disable, a.Name)
	}), nil
}
