// Package literal finds secrets in text, by the rules of gitleaks and with its
// library (github.com/zricethezav/gitleaks/v8).
//
// `go vet` starts this program once for each package, and to build the library's
// detector of all 222 rules costs each start more than to look through all texts of
// a package. So a text passes two stages first: keywords, looked for by a table; and
// what a rule needs at the least, such as a long enough run of characters. Only what
// passes both goes to gitleaks, to a detector of the one rule, which is built when
// the first text comes to it. That this finds what a detector of all rules does is
// tested against one. The embedded files that it takes are written from the library
// by go generate.
//
// What differs from gitleaks as a command:
//
//   - Nothing is decoded: the command looks into base64, hex and percent encoding.
//   - Two letters beyond ASCII that equal s and k where case does not matter, the
//     long s and the Kelvin sign, are neither keywords nor parts of secrets.
//   - There are no commits: a rule or allowlist that names some applies to none. In
//     .gitleaksignore they are dropped from fingerprints.
//   - Rules that go by the name of a file alone find nothing.
//   - extend.path is relative to the folder of the configuration, not to the working
//     directory, which under go vet is another one for each package. minVersion is
//     not looked at.
package literal

//go:generate go test -run=^TestGenerated$ . -update

import (
	"cmp"
	_ "embed"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"
	"github.com/zricethezav/gitleaks/v8/report"
)

// Keywords of the default rules, in the order of defaultRules: a line each, of the
// rule's id, what it needs (see need), and its keywords, separated by tabs.
//
//go:embed keywords.txt
var defaultKeywords string

// The default rules as JSON of config.Rule, a line each, and a last line with the
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
	allows func() []*config.Allowlist // hold for every rule; compiled when first asked for
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
		rules:  make([]*rule, 0, len(rules.rules)),
		byID:   rules.rules,
		allows: sync.OnceValue(rules.allows),
	}
	for _, id := range slices.Sorted(maps.Keys(rules.rules)) {
		s.rules = append(s.rules, rules.rules[id])
	}
	s.table = newTable(s.rules)
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
	return s.scan(s.relative(file), text, "", text)
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
	hits := s.scan(s.relative(file), prefix+value+`"`, name, value)
	inValue := hits[:0]
	for _, h := range hits {
		h.Start, h.End = max(h.Start-len(prefix), 0), min(h.End-len(prefix), len(value))
		if h.Start < h.End {
			inValue = append(inValue, h)
		}
	}
	return inValue
}

// scan finds the secrets in text, by the rules that have a keyword in name or value,
// which text consists of.
func (s *Scanner) scan(file, text, name, value string) []Hit {
	var found []report.Finding
	var f detect.Fragment
	s.table.candidates(name, value, func(i, at int) bool {
		if r := s.rules[i]; r.need.isMet(name, value, at) {
			if f.Raw == "" {
				f = fragment(file, text)
			}
			found = append(found, s.find(r, f)...)
		}
		return true
	})
	hits := make([]Hit, 0, len(found))
	for _, h := range found {
		if !isBettered(h, found) {
			start, end := place(h, s.byID[h.RuleID].config().Regex, text)
			hits = append(hits, Hit{Rule: h.RuleID, Description: h.Description, Start: start, End: end})
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
