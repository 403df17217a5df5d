package config

import (
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// The files by which gitleaks is configured, and the flags by which analyzers that
// use its rules are told of them. A user who has one has it for all tools.
var gitleaks = []struct{ file, flag string }{
	{".gitleaks.toml", "gitleaks"},
	{".gitleaksignore", "gitleaksignore"},
}

func gitleaksFiles() []string {
	var names []string
	for _, g := range gitleaks {
		names = append(names, g.file)
	}
	return names
}

// In returns the configuration in effect for the Go files of a directory: file if it
// is given, or else what Find finds, and gitleaks' own.
func In(dir, file string, analyzers []*analysis.Analyzer) (c *Config, err error) {
	if file == "" {
		if file, err = Find(dir); err != nil {
			return nil, err
		}
	}
	c = new(Config)
	if file != "" {
		if c, err = Load(file, analyzers); err != nil {
			return nil, err
		}
	}
	return c, c.addGitleaks(dir, analyzers)
}

// addGitleaks adds the files of gitleaks' own that are in effect for the directory,
// for flags that the configuration does not set.
func (c *Config) addGitleaks(dir string, analyzers []*analysis.Analyzer) error {
	for _, g := range gitleaks {
		file, err := findNamed(dir, g.file)
		if err != nil {
			return err
		}
		for _, a := range analyzers {
			if file != "" && a.Flags.Lookup(g.flag) != nil && !c.sets(a.Name, g.flag) {
				c.Settings = append(c.Settings, Setting{Analyzer: a.Name, Flag: g.flag, Value: file, at: place{file: file}})
			}
		}
	}
	return nil
}

// Without drops the files of gitleaks' own that check refuses, and returns why: a
// project that is checked by other means than gitleaks' is no worse off for them.
func (c *Config) Without(check func(file string) error) []error {
	var refused []error
	seen := map[string]error{}
	c.Settings = slices.DeleteFunc(c.Settings, func(s Setting) bool {
		if s.at.line > 0 { // what the configuration names must be there, and right
			return false
		}
		err, known := seen[s.Value]
		if !known {
			err = check(s.Value)
			seen[s.Value] = err
			if err != nil {
				refused = append(refused, err)
			}
		}
		return err != nil
	})
	return refused
}

func (c *Config) sets(analyzer, flag string) bool {
	return slices.ContainsFunc(c.Settings, func(s Setting) bool { return s.Analyzer == analyzer && s.Flag == flag })
}

// resolved returns the value as the flag takes it: the name of a file is relative to
// the configuration that has it, wherever the program was started.
func (s Setting) resolved() string {
	for _, g := range gitleaks {
		if s.Flag == g.flag && !filepath.IsAbs(s.Value) {
			return filepath.Join(filepath.Dir(s.at.file), s.Value)
		}
	}
	return s.Value
}
