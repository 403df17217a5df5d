// Package literal finds secrets in text, by the rules of gitleaks.
//
// The rules are gitleaks' own, taken out of its library by the generator in the
// folder stock; what runs them is here. Two things ask for that. `go vet` starts
// this program once for each package, and to link the library costs each start
// more than all the text of a package does, and to build its detector twenty times
// as much. And the library keeps the configuration that it reads in variables of
// its packages, so that a process could read one alone. That both find the same is
// tested in stock, which is a module of its own: who links an analyzer gets none
// of gitleaks' dependencies.
//
// Three stages, each of which most texts do not pass: keywords, looked for by a
// table; what a rule needs at the least, such as a long enough run of characters;
// and the rule itself, whose expressions are compiled when it is first reached.
//
// What differs from gitleaks:
//
//   - Nothing is decoded. The command of gitleaks looks into base64, hex and
//     percent encoding; its library does not unless it is told to.
//   - Two letters beyond ASCII that equal s and k where case does not matter, the
//     long s and the Kelvin sign, are neither keywords nor parts of secrets.
//   - The line of a finding, to which gitleaks:allow and allowlists with the target
//     "line" apply, is the line: gitleaks counts the newline before it, and takes
//     everything for the line if it is the last and has no newline.
//   - There are no commits: a rule or allowlist that names some applies to none. In
//     .gitleaksignore they are dropped from fingerprints.
//   - Rules that go by the name of a file alone find nothing.
//   - extend.path is relative to the file that it stands in, not to the working
//     directory, which under go vet is another one for each package. minVersion is
//     not looked at.
package literal

//go:generate go -C stock run ./gen

import (
	"cmp"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Keywords of the default rules, in the order of defaultRules: a line each, of the
// rule's id, what it needs (see need), and its keywords, separated by tabs.
//
//go:embed keywords.txt
var defaultKeywords string

// The default rules as Specs in JSON, a line each, and a last line with the
// allowlists that hold for all.
//
//go:embed rules.jsonl
var defaultRules string

// Options say by what rules to scan. The zero value means gitleaks' defaults.
type Options struct {
	// Config is the name of a gitleaks configuration (.gitleaks.toml), or "".
	Config string
	// Ignore is the name of a file of fingerprints (.gitleaksignore), or "".
	Ignore string
	// ReadFile reads the two, and what Config extends; nil means os.ReadFile.
	ReadFile func(name string) ([]byte, error)
}

// A Hit is a secret that a rule found. It does not hold the secret.
type Hit struct {
	Rule        string // gitleaks' id of the rule: "aws-access-token"
	Description string // gitleaks' sentence about the rule
	Start, End  int    // of the secret, in bytes of the text
}

// Generic reports whether the rule knows no kind of secret, and goes by a name and
// by how random the value is.
func (h Hit) Generic() bool { return isGeneric(h.Rule) }

func isGeneric(rule string) bool { return strings.Contains(strings.ToLower(rule), "generic") }

// A Scanner holds a set of rules. It may be used by several goroutines at once.
type Scanner struct {
	root   string // what names of files are relative to: the configuration's folder
	rules  []*rule
	table  *table
	byID   map[string]*rule
	global func() []*allowlist // hold for every rule; compiled when first asked for
	ignore map[fingerprint]bool
}

// defaults is the Scanner of the zero Options, which most callers share.
var defaults = sync.OnceValues(func() (*Scanner, error) { return build(defaultSet(), Options{}) })

// New returns a Scanner. An error is one line that names the file, and the rule
// where it is about one.
func New(o Options) (*Scanner, error) {
	if o.ReadFile == nil {
		o.ReadFile = os.ReadFile
	}
	if o.Config == "" && o.Ignore == "" {
		return defaults()
	}
	rules := defaultSet()
	if o.Config != "" {
		var err error
		if rules, err = readConfig(o.Config, o.ReadFile); err != nil {
			return nil, err
		}
	}
	return build(rules, o)
}

func build(rules *set, o Options) (*Scanner, error) {
	s := &Scanner{
		root:   filepath.Dir(cmp.Or(o.Config, o.Ignore)),
		rules:  rules.rules,
		table:  newTable(rules.rules),
		byID:   make(map[string]*rule, len(rules.rules)),
		global: sync.OnceValue(rules.allowlists),
	}
	for _, r := range s.rules {
		s.byID[r.id] = r
	}
	if o.Ignore == "" {
		return s, nil
	}
	data, err := o.ReadFile(o.Ignore)
	if err != nil {
		return nil, fmt.Errorf("read fingerprints: %w", err)
	}
	s.ignore = parseIgnore(string(data))
	return s, nil
}

// Suspicious reports whether it is worth while to scan text: it has a keyword of a
// rule, and what that rule needs at the least. It neither allocates nor compiles.
func (s *Scanner) Suspicious(text string) bool { return s.SuspiciousSetting("", text) }

// SuspiciousSetting is Suspicious for a value that is given to a name.
func (s *Scanner) SuspiciousSetting(name, value string) bool {
	found := false
	s.table.candidates(name, value, func(i, at int) bool {
		found = s.rules[i].need.isMet(name, value, at)
		return !found
	})
	return found
}

// Scan returns the secrets in text, in the order of their places and then of their
// rules. file is the file that the text stands in, or "": some rules and allowlists
// go by it.
func (s *Scanner) Scan(file, text string) []Hit {
	return s.scan(&fragment{file: s.relative(file), text: text}, "", text)
}

// ScanSetting returns the secrets in a value that is given to a name: many rules
// find a secret by the name beside it. Places are within value.
func (s *Scanner) ScanSetting(file, name, value string) []Hit {
	if name == "" {
		return s.Scan(file, value)
	}
	if !s.SuspiciousSetting(name, value) {
		return nil
	}
	prefix := name + ` = "`
	hits := s.scan(&fragment{file: s.relative(file), text: prefix + value + `"`}, name, value)
	inValue := hits[:0]
	for _, h := range hits {
		h.Start, h.End = max(h.Start-len(prefix), 0), min(h.End-len(prefix), len(value))
		if h.Start < h.End {
			inValue = append(inValue, h)
		}
	}
	return inValue
}

func (s *Scanner) scan(f *fragment, name, value string) []Hit {
	var found []match
	s.table.candidates(name, value, func(i, at int) bool {
		if r := s.rules[i]; r.need.isMet(name, value, at) {
			found = append(found, s.apply(r, f)...)
		}
		return true
	})
	hits := make([]Hit, 0, len(found))
	for _, m := range found {
		if !f.isBettered(m, found) {
			hits = append(hits, Hit{Rule: m.rule.id, Description: m.rule.spec().Description, Start: m.start, End: m.end})
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.End, b.End))
	})
	return hits
}

// relative returns the name of a file as the configuration's folder sees it, with
// slashes, or as it is if it is elsewhere.
func (s *Scanner) relative(file string) string {
	if file == "" {
		return ""
	}
	if rel, err := filepath.Rel(s.root, file); err == nil && filepath.IsLocal(rel) {
		file = rel
	}
	return filepath.ToSlash(file)
}
