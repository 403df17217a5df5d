package literal

import (
	"math"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// A Spec is a rule as gitleaks' configuration writes it.
type Spec struct {
	ID          string      `json:"id"`
	Description string      `json:"description,omitempty"`
	Regex       string      `json:"regex,omitempty"`
	SecretGroup int         `json:"secretGroup,omitempty"` // of Regex; 0: the first that is not empty
	Entropy     float64     `json:"entropy,omitempty"`     // bits for a character that the secret has to exceed
	Path        string      `json:"path,omitempty"`        // expression that the file's name has to match
	Keywords    []string    `json:"-"`                     // in lower case; none: the rule applies to every text
	Allowlists  []AllowSpec `json:"allowlists,omitempty"`
	Required    []Required  `json:"required,omitempty"`
	SkipReport  bool        `json:"skipReport,omitempty"` // the rule serves others, as Required
}

// An AllowSpec says which findings of a rule are none.
type AllowSpec struct {
	And       bool     `json:"and,omitempty"`    // all that it lists has to hold, and not one
	Target    string   `json:"target,omitempty"` // of Regexes: "match", "line", or "" for the secret
	Regexes   []string `json:"regexes,omitempty"`
	StopWords []string `json:"stopwords,omitempty"` // in lower case, within the secret
	Paths     []string `json:"paths,omitempty"`     // expressions on the file's name
	Commits   bool     `json:"commits,omitempty"`   // it lists commits, of which there is none here
}

// Required names a rule that has to find something near, for another to count.
type Required struct {
	ID            string `json:"id"`
	WithinLines   *int   `json:"withinLines,omitempty"`
	WithinColumns *int   `json:"withinColumns,omitempty"`
}

// onlyLetters is the allowlist of gitleaks that takes words for no secrets.
const onlyLetters = `^[a-zA-Z_.-]+$`

func (s *Spec) need() (n need) {
	re, err := syntax.Parse(s.Regex, syntax.Perl)
	switch {
	case s.Regex == "": // it goes by the file's name alone, which is not looked at
		return need{length: math.MaxInt32}
	case err != nil:
		return n
	}
	n.length = minLen(re)
	n.assigned = s.isAssigned()
	if n.run = s.minRun(re); n.run == 0 {
		return n
	}
	if s.Entropy > 0 {
		n.distinct = int(math.Pow(2, s.Entropy)) + 1
	}
	n.mixed = slices.ContainsFunc(s.Allowlists, func(a AllowSpec) bool {
		return !a.And && a.Target == "" && slices.Contains(a.Regexes, onlyLetters)
	})
	return n
}

// isAssigned reports whether the rule's keywords are names, which stand before a
// sign of assignment.
func (s *Spec) isAssigned() bool {
	name, _, ok := strings.Cut(s.Regex, assignment)
	if !ok {
		return false
	}
	re, err := regexp.Compile(name)
	return err == nil && !slices.ContainsFunc(s.Keywords, func(k string) bool { return !re.MatchString(k) })
}

// minRun returns the least length of a secret all of whose characters are of class
// letter or figure, or 0 if a secret may have others. Where no group is named, the
// secret is the first that is not empty, so that all have to be such.
func (s *Spec) minRun(re *syntax.Regexp) int {
	least := 0
	for i, g := range groups(re) {
		if s.SecretGroup > 0 && i+1 != s.SecretGroup {
			continue
		}
		n := minLen(g)
		if n == 0 || !isOfRun(g) {
			return 0
		}
		if least == 0 || n < least {
			least = n
		}
	}
	return least
}

// groups returns the capturing groups in re, in their order.
func groups(re *syntax.Regexp) (found []*syntax.Regexp) {
	if re.Op == syntax.OpCapture {
		found = append(found, re)
	}
	for _, sub := range re.Sub {
		found = append(found, groups(sub)...)
	}
	return found
}

// minLen returns the least length in bytes of what re matches.
func minLen(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpCapture, syntax.OpPlus:
		return minLen(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min * minLen(re.Sub[0])
	case syntax.OpConcat:
		sum := 0
		for _, sub := range re.Sub {
			sum += minLen(sub)
		}
		return sum
	case syntax.OpAlternate:
		least := minLen(re.Sub[0])
		for _, sub := range re.Sub[1:] {
			least = min(least, minLen(sub))
		}
		return least
	}
	return 0
}

// isOfRun reports whether all that re can match is of class letter or figure. Two
// letters beyond ASCII that case-insensitive expressions take for k and s are
// left out of account: no secret has them.
func isOfRun(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false
	case syntax.OpLiteral:
		return !slices.ContainsFunc(re.Rune, func(r rune) bool { return r > 0x7f || class[r] == other })
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			if !isRangeOfRun(re.Rune[i], re.Rune[i+1]) {
				return false
			}
		}
	}
	return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !isOfRun(sub) })
}

func isRangeOfRun(from, to rune) bool {
	if from == to && (from == '\u017f' || from == '\u212a') {
		return true
	}
	for r := from; r <= to; r++ {
		if r > 0x7f || class[r] == other {
			return false
		}
	}
	return true
}

// An allowlist is an AllowSpec, compiled.
type allowlist struct {
	*AllowSpec
	regexes, paths []*regexp.Regexp
}

func compileAllowlists(specs []AllowSpec) (lists []*allowlist, err error) {
	for i := range specs {
		a := &allowlist{AllowSpec: &specs[i]}
		if a.regexes, err = compileAll(specs[i].Regexes); err != nil {
			return nil, err
		}
		if a.paths, err = compileAll(specs[i].Paths); err != nil {
			return nil, err
		}
		lists = append(lists, a)
	}
	return lists, nil
}

func compileAll(texts []string) (res []*regexp.Regexp, err error) {
	for _, text := range texts {
		re, err := regexp.Compile(text)
		if err != nil {
			return nil, err
		}
		res = append(res, re)
	}
	return res, nil
}

func anyMatches(res []*regexp.Regexp, text string) bool {
	return text != "" && slices.ContainsFunc(res, func(re *regexp.Regexp) bool { return re.MatchString(text) })
}

// allowsFile reports whether everything in the file is allowed.
func (a *allowlist) allowsFile(file string) bool {
	if a.And && (a.Commits || len(a.regexes) > 0 || len(a.StopWords) > 0) {
		return false
	}
	return anyMatches(a.paths, file)
}

// allows reports whether the match m in f is no finding.
func (a *allowlist) allows(f *fragment, m match) bool {
	secret := f.text[m.start:m.end]
	target := secret
	switch a.Target {
	case "match":
		target = f.text[m.from:m.to]
	case "line":
		target = f.lines(m)
	}
	regex, stop := anyMatches(a.regexes, target), a.hasStopWord(secret)
	if !a.And {
		return regex || stop
	}
	return !a.Commits &&
		(len(a.paths) == 0 || anyMatches(a.paths, f.file)) &&
		(len(a.regexes) == 0 || regex) && (len(a.StopWords) == 0 || stop)
}

func (a *allowlist) hasStopWord(secret string) bool {
	if len(a.StopWords) == 0 {
		return false
	}
	secret = strings.ToLower(secret)
	return slices.ContainsFunc(a.StopWords, func(w string) bool { return strings.Contains(secret, w) })
}

// groupCount returns how many groups an expression has that is known to parse.
func groupCount(regex string) int {
	re, err := syntax.Parse(regex, syntax.Perl)
	if err != nil {
		return 0
	}
	return re.MaxCap()
}
