package envsecret

import (
	"sync"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// A config is what an analyzer's flags say.
type config struct {
	names    []string
	gitleaks string

	once   sync.Once
	judges *setting.Judge
	err    error
}

// judge returns the judge of settings. It is made once, after the flags were set.
func (conf *config) judge() (*setting.Judge, error) {
	conf.once.Do(func() {
		var names *setting.Names
		if names, conf.err = setting.NewNames(conf.names...); conf.err != nil {
			return
		}
		var scanner *literal.Scanner
		if scanner, conf.err = literal.New(literal.Options{Config: conf.gitleaks}); conf.err != nil {
			return
		}
		conf.judges = &setting.Judge{Names: names, Scan: func(name, value string) (string, bool) {
			hits := scanner.ScanSetting("", name, value)
			if len(hits) == 0 {
				return "", false
			}
			return hits[0].Rule, true
		}}
	})
	return conf.judges, conf.err
}

// lines is a flag that adds a line to what names say each time it is set.
type lines config

func (l *lines) String() string { return "" }

// Set takes a line in the form of package setting's table.
func (l *lines) Set(line string) error {
	if _, err := setting.NewNames(line); err != nil {
		return err
	}
	l.names = append(l.names, line)
	return nil
}
