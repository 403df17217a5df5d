package literal

import (
	"encoding"
	"encoding/json"
	"strings"
	"sync"

	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"
	"github.com/zricethezav/gitleaks/v8/regexp"
)

// The default rules are read as JSON, and their expressions as text. With the build
// tag gore2regex, gitleaks has expressions that cannot be read so.
var _ encoding.TextUnmarshaler = (*regexp.Regexp)(nil)

// A rule is what decides whether a text is worth a detector, and the detector,
// which is made when the first text is.
type rule struct {
	id       string
	keywords []string
	need     need
	config   func() config.Rule
	// isDefault says that it is one of gitleaks' own as it stands.
	isDefault bool

	once     sync.Once
	detector *detect.Detector
}

func newRule(c config.Rule) *rule {
	return &rule{id: c.RuleID, keywords: c.Keywords, need: needOf(c), config: func() config.Rule { return c }}
}

// A set is what a configuration comes to.
type set struct {
	rules  map[string]*rule
	allows func() []*config.Allowlist // hold for every rule
}

// defaultSet returns gitleaks' default rules. It reads no more of them than their
// keywords: the library takes a hundred times as long to read its configuration,
// most of which goes into expressions and tries that are never used.
func defaultSet() *set {
	lines := strings.Split(strings.TrimSuffix(defaultRules, "\n"), "\n")
	last := len(lines) - 1
	s := &set{
		rules:  make(map[string]*rule, last),
		allows: sync.OnceValue(func() []*config.Allowlist { return decode[[]*config.Allowlist](lines[last]) }),
	}
	i := 0
	for line := range strings.Lines(defaultKeywords) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if i >= last || len(fields) < 2 {
			break
		}
		s.rules[fields[0]] = defaultRule(fields, lines[i])
		i++
	}
	return s
}

func defaultRule(fields []string, line string) *rule {
	return &rule{
		id: fields[0], need: parseNeed(fields[1]), keywords: fields[2:], isDefault: true,
		config: sync.OnceValue(func() config.Rule { return decode[config.Rule](line) }),
	}
}

// decode reads a line that the generator wrote. Allowlists are not validated, as
// gitleaks calls it: that would change no answer, and build a trie of the 1,400
// words that are no keys.
func decode[T any](line string) (v T) {
	_ = json.Unmarshal([]byte(line), &v) // tested for every line
	return v
}

// detectorOf returns the detector that has the one rule. What the rule requires is
// there, too, and reports nothing of its own.
func (s *Scanner) detectorOf(r *rule) *detect.Detector {
	r.once.Do(func() {
		own := r.config()
		rules := make(map[string]config.Rule, 1+len(own.RequiredRules))
		for _, req := range own.RequiredRules {
			if other := s.byID[req.RuleID]; other != nil {
				c := other.config()
				c.Keywords, c.SkipReport = nil, true
				rules[req.RuleID] = c
			}
		}
		own.Keywords = nil // the table has found one
		rules[own.RuleID] = own
		r.detector = detect.NewDetector(config.Config{Rules: rules, Allowlists: s.allows()})
	})
	return r.detector
}
