package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Sort orders findings by place, rule and message, and drops all but one of
// those that are the same in all three: a file that belongs to a package and to
// its test variant is checked twice.
func Sort(findings []*Finding) []*Finding {
	slices.SortStableFunc(findings, compare)
	return slices.CompactFunc(findings, func(x, y *Finding) bool { return compare(x, y) == 0 })
}

// Hand sorts the findings of one run, sets their fingerprints, and hands them and the
// problems to h, without flushing it.
func Hand(findings []*Finding, problems []*Problem, h Handler) error {
	findings = Sort(findings)
	SetFingerprints(findings)
	for _, f := range findings {
		if err := h.Finding(f); err != nil {
			return err
		}
	}
	for _, p := range problems {
		if err := h.Problem(p); err != nil {
			return err
		}
	}
	return nil
}

func compare(x, y *Finding) int {
	return cmp.Or(
		cmp.Compare(x.File, y.File),
		cmp.Compare(x.Line, y.Line),
		cmp.Compare(x.Column, y.Column),
		cmp.Compare(x.Rule, y.Rule),
		cmp.Compare(x.Message, y.Message),
	)
}

// SortProblems orders problems by package, place and message, and drops
// duplicates.
func SortProblems(problems []*Problem) []*Problem {
	slices.SortStableFunc(problems, compareProblems)
	return slices.CompactFunc(problems, func(x, y *Problem) bool { return *x == *y })
}

func compareProblems(x, y *Problem) int {
	return cmp.Or(
		cmp.Compare(x.Package, y.Package),
		cmp.Compare(x.File, y.File),
		cmp.Compare(x.Line, y.Line),
		cmp.Compare(x.Column, y.Column),
		cmp.Compare(x.Message, y.Message),
	)
}

// A subject is what a fingerprint identifies, up to repetition.
type subject struct {
	rule, pkg, function, category, what string
}

// SetFingerprints sets the fingerprints of findings, which must be those of
// whole packages, as Sort left them. Line numbers and file names stay out of a
// fingerprint, so it survives edits elsewhere in the file and a move between
// the package's files; where a function has the same finding several times, the
// order in which they stand tells them apart.
func SetFingerprints(findings []*Finding) {
	seen := make(map[subject]int)
	for _, f := range findings {
		s := subject{f.Rule, f.Package, f.Function, f.Category, f.what}
		f.Fingerprint = fingerprint(s, seen[s])
		seen[s]++
	}
}

func fingerprint(s subject, ordinal int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %q %d",
		s.rule, s.pkg, s.function, s.category, s.what, ordinal))
	return hex.EncodeToString(sum[:16])
}
