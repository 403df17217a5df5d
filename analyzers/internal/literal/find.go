package literal

import (
	"slices"
	"strings"

	"github.com/zricethezav/gitleaks/v8/detect"
	"github.com/zricethezav/gitleaks/v8/regexp"
	"github.com/zricethezav/gitleaks/v8/report"
)

// find runs a rule's detector. Expressions that match nothing find no secret.
func (s *Scanner) find(r *rule, f detect.Fragment) []report.Finding {
	return slices.DeleteFunc(s.detectorOf(r).Detect(f), func(found report.Finding) bool { return found.Secret == "" })
}

// fragment is a text as the detector gets it. Without a newline at its end, the
// detector would take all that comes before for the last line, and a comment
// anywhere above would allow what is in it.
func fragment(file, text string) detect.Fragment {
	if strings.Contains(text, "\n") && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return detect.Fragment{FilePath: file, Raw: text}
}

// isBettered reports whether a rule that knows the kind of secret found what f of a
// generic rule did. A detector of all rules decides so, too, in its function filter.
func isBettered(f report.Finding, found []report.Finding) bool {
	return isGeneric(f.RuleID) && slices.ContainsFunc(found, func(o report.Finding) bool {
		return !isGeneric(o.RuleID) && o.StartLine == f.StartLine && strings.Contains(o.Secret, f.Secret)
	})
}

// place returns where in the text the secret of f is, which a rule with the
// expression re found.
func place(f report.Finding, re *regexp.Regexp, text string) (start, end int) {
	start = min(lineStart(text, f.StartLine)+f.StartColumn-1, len(text))
	start += len(text[start:]) - len(strings.TrimLeft(text[start:], "\n")) // f.Match has none there
	start += secretIn(re, f.Match, f.Secret)
	return start, start + len(f.Secret)
}

// lineStart returns what gitleaks counts the columns of a line from, of which the
// first has number 0: the newline before it.
func lineStart(text string, line int) int {
	at := -1
	for range line {
		i := strings.IndexByte(text[at+1:], '\n')
		if i < 0 {
			return len(text)
		}
		at += 1 + i
	}
	return max(at, 0)
}

// secretIn returns where in a match of re the secret is: that of the groups which
// is equal to it, for the same text may stand beside it as a name.
func secretIn(re *regexp.Regexp, match, secret string) int {
	at := re.FindStringSubmatchIndex(match)
	for i := 2; i+1 < len(at); i += 2 {
		if at[i] >= 0 && match[at[i]:at[i+1]] == secret {
			return at[i]
		}
	}
	return max(strings.Index(match, secret), 0)
}
