package literal

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A rule is a Spec whose costly parts are made when they are first asked for.
type rule struct {
	id       string
	keywords []string
	need     need
	spec     func() *Spec
	compiled func() *compiled
}

// compiled are a rule's expressions. re is nil where the rule goes by the file's
// name alone: such rules are about files that are not text.
type compiled struct {
	re, path *regexp.Regexp
	allow    []*allowlist
}

func newRule(s *Spec) *rule {
	return &rule{id: s.ID, keywords: s.Keywords, need: s.need(), spec: func() *Spec { return s }, compiled: lazily(func() *Spec { return s })}
}

// lazily compiles a spec that is known to compile: the defaults by a test, and
// those of users when they are read. A rule that does not finds nothing.
func lazily(spec func() *Spec) func() *compiled {
	return sync.OnceValue(func() *compiled {
		c, err := compile(spec())
		if err != nil {
			return new(compiled)
		}
		return c
	})
}

func compile(s *Spec) (*compiled, error) {
	c := new(compiled)
	var err error
	if s.Regex != "" {
		if c.re, err = regexp.Compile(s.Regex); err != nil {
			return nil, err
		}
	}
	if s.Path != "" {
		if c.path, err = regexp.Compile(s.Path); err != nil {
			return nil, err
		}
	}
	c.allow, err = compileAllowlists(s.Allowlists)
	return c, err
}

// A set is what a configuration comes to.
type set struct {
	rules  []*rule
	allows func() []AllowSpec // hold for every rule
}

func (s *set) allowlists() []*allowlist {
	lists, err := compileAllowlists(s.allows())
	if err != nil { // as for lazily
		return nil
	}
	return lists
}

// defaultSet returns gitleaks' default rules. It reads no more of them than their
// keywords.
func defaultSet() *set {
	lines := strings.Split(strings.TrimSuffix(defaultRules, "\n"), "\n")
	last := len(lines) - 1
	s := &set{rules: make([]*rule, 0, last), allows: func() []AllowSpec { return decode[[]AllowSpec](lines[last]) }}
	i := 0
	for line := range strings.Lines(defaultKeywords) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if i >= last || len(fields) < 2 {
			break
		}
		s.rules = append(s.rules, defaultRule(fields, lines[i]))
		i++
	}
	return s
}

func defaultRule(fields []string, line string) *rule {
	r := &rule{id: fields[0], need: parseNeed(fields[1]), keywords: fields[2:]}
	r.spec = sync.OnceValue(func() *Spec {
		s := decode[Spec](line)
		s.Keywords = r.keywords
		return &s
	})
	r.compiled = lazily(r.spec)
	return r
}

// decode reads a line that the generator wrote.
func decode[T any](line string) (v T) {
	_ = json.Unmarshal([]byte(line), &v) // tested for every line
	return v
}

// A fragment is a text that is scanned, and the name of its file.
type fragment struct {
	file string
	text string
}

// A match is what a rule found in a fragment: the expression's match and, within
// it, the secret.
type match struct {
	rule       *rule
	from, to   int
	start, end int
}

// allow is the comment by which a line is excluded.
const allow = "gitleaks:allow"

// apply returns what r finds in f.
func (s *Scanner) apply(r *rule, f *fragment) []match {
	spec := r.spec()
	if spec.SkipReport {
		return nil
	}
	found := s.matches(r, f)
	if len(found) == 0 || len(spec.Required) == 0 {
		return found
	}
	return slices.DeleteFunc(found, func(m match) bool { return !s.hasRequired(spec, f, m) })
}

func (s *Scanner) matches(r *rule, f *fragment) (found []match) {
	c := r.compiled()
	if c.re == nil || c.path != nil && !c.path.MatchString(f.file) || isFileAllowed(c.allow, f.file) || isFileAllowed(s.global(), f.file) {
		return nil
	}
	for _, at := range c.re.FindAllStringIndex(f.text, -1) {
		m := match{rule: r, from: at[0], to: at[1]}
		if s.isFinding(c, f, &m) {
			found = append(found, m)
		}
	}
	return found
}

func isFileAllowed(lists []*allowlist, file string) bool {
	return file != "" && slices.ContainsFunc(lists, func(a *allowlist) bool { return a.allowsFile(file) })
}

// isFinding finds the secret in m and reports whether it is one.
func (s *Scanner) isFinding(c *compiled, f *fragment, m *match) bool {
	matched := f.text[m.from:m.to]
	m.from += len(matched) - len(strings.TrimLeft(matched, "\n"))
	m.to -= len(matched) - len(strings.TrimRight(matched, "\n"))
	if m.from >= m.to || strings.Contains(f.lines(*m), allow) {
		return false
	}
	spec := m.rule.spec()
	m.start, m.end = secretIn(c.re, spec.SecretGroup, f.text[m.from:m.to], m.from)
	if spec.Entropy != 0 && Entropy(f.text[m.start:m.end]) <= spec.Entropy {
		return false
	}
	isAllowed := func(a *allowlist) bool { return a.allows(f, *m) }
	return !slices.ContainsFunc(s.global(), isAllowed) && !slices.ContainsFunc(c.allow, isAllowed)
}

// secretIn returns where in matched, which begins at from, the secret is: the group,
// or the first that is not empty if it is 0, or all if there is none.
func secretIn(re *regexp.Regexp, group int, matched string, from int) (start, end int) {
	at := re.FindStringSubmatchIndex(matched) // alone, as gitleaks does: what is around may matter to \b
	if group > 0 && 2*group+1 < len(at) && at[2*group] >= 0 {
		return from + at[2*group], from + at[2*group+1]
	}
	for i := 2; group == 0 && i < len(at); i += 2 {
		if at[i] >= 0 && at[i] < at[i+1] {
			return from + at[i], from + at[i+1]
		}
	}
	return from, from + len(matched)
}

// Entropy returns Shannon's entropy of s, in bits for a character.
func Entropy(s string) (bits float64) {
	counts := make(map[rune]int)
	for _, c := range s {
		counts[c]++
	}
	for _, n := range counts {
		p := float64(n) / float64(len(s))
		bits -= p * math.Log2(p)
	}
	return bits
}

// lines returns the lines that m is in, without the last one's end.
func (f *fragment) lines(m match) string {
	start := strings.LastIndexByte(f.text[:m.from], '\n') + 1
	end := len(f.text)
	if i := strings.IndexByte(f.text[m.to:], '\n'); i >= 0 {
		end = m.to + i
	}
	return f.text[start:end]
}

// isBettered reports whether a rule that knows the kind of secret found what m of
// a generic rule did.
func (f *fragment) isBettered(m match, found []match) bool {
	return isGeneric(m.rule.id) && slices.ContainsFunc(found, func(o match) bool {
		return !isGeneric(o.rule.id) && f.line(o.from) == f.line(m.from) && strings.Contains(f.text[o.start:o.end], f.text[m.start:m.end])
	})
}

func (f *fragment) line(at int) int { return strings.Count(f.text[:at], "\n") }

func (f *fragment) column(at int) int { return at - strings.LastIndexByte(f.text[:at], '\n') }

// hasRequired reports whether each rule that spec requires finds something near m.
func (s *Scanner) hasRequired(spec *Spec, f *fragment, m match) bool {
	return !slices.ContainsFunc(spec.Required, func(req Required) bool {
		r := s.byID[req.ID]
		return r == nil || !slices.ContainsFunc(s.matches(r, f), func(o match) bool { return req.isNear(f, m, o) })
	})
}

func (r *Required) isNear(f *fragment, a, b match) bool {
	return within(r.WithinLines, f.line(a.from)-f.line(b.from)) && within(r.WithinColumns, f.column(a.from)-f.column(b.from))
}

func within(limit *int, distance int) bool {
	return limit == nil || max(distance, -distance) <= *limit
}
