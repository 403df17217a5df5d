package literal

import (
	"math"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/regexp"
)

// onlyLetters is the allowlist of gitleaks that takes words for no secrets.
const onlyLetters = `^[a-zA-Z_.-]+$`

// needOf derives what a rule needs.
func needOf(r config.Rule) (n need) {
	if r.Regex == nil { // it goes by the file's name alone, which is not looked at
		return need{length: math.MaxInt32}
	}
	re, err := syntax.Parse(r.Regex.String(), syntax.Perl)
	if err != nil {
		return n
	}
	n.length = minLen(re)
	n.assigned = isAssigned(r)
	if n.run = minRun(re, r.SecretGroup); n.run == 0 {
		return n
	}
	if r.Entropy > 0 {
		n.distinct = int(math.Pow(2, r.Entropy)) + 1
	}
	n.mixed = slices.ContainsFunc(r.Allowlists, isOfWords)
	return n
}

// isOfWords reports whether an allowlist takes whatever has only letters.
func isOfWords(a *config.Allowlist) bool {
	return a.MatchCondition == config.AllowlistMatchOr && a.RegexTarget == "" &&
		slices.ContainsFunc(a.Regexes, func(re *regexp.Regexp) bool { return re.String() == onlyLetters })
}

// isAssigned reports whether the rule's keywords are names, which stand before a
// sign of assignment.
func isAssigned(r config.Rule) bool {
	name, _, ok := strings.Cut(r.Regex.String(), assignment)
	if !ok {
		return false
	}
	if _, err := syntax.Parse(name, syntax.Perl); err != nil {
		return false
	}
	re := regexp.MustCompile(name)
	return !slices.ContainsFunc(r.Keywords, func(k string) bool { return !re.MatchString(k) })
}

// minRun returns the least length of a secret all of whose characters are of class
// letter or figure, or 0 if a secret may have others. Where no group is named, the
// secret is the first that is not empty, so that all have to be such.
func minRun(re *syntax.Regexp, secretGroup int) int {
	least := 0
	for i, g := range groups(re) {
		if secretGroup > 0 && i+1 != secretGroup {
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
