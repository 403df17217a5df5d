package secretleak

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// deeds say what becomes of a secret, by category.
var deeds = map[string]string{
	"logged":       "is logged",
	"printed":      "is printed",
	"panicked":     "becomes part of a panic",
	"in-error":     "becomes part of an error",
	"in-response":  "is sent in a response",
	"in-file":      "is written to a file",
	"in-argument":  "becomes an argument of a command",
	"in-url":       "becomes part of a URL",
	"in-telemetry": "is recorded in telemetry",
}

// check returns what there is to report of the package.
func (c *checker) check() []rule.Report {
	var reports []rule.Report
	var open []effect
	for _, fn := range c.e.Functions() {
		if ssaflow.IsTest(c.pass.Fset, fn.Pos()) {
			continue
		}
		for _, f := range c.effects(fn).all {
			if v := c.sure(f); v.leaf != nil {
				f.settle()
				reports = append(reports, c.report(f, v))
			} else {
				open = append(open, f)
			}
		}
	}
	reports = append(reports, c.guesses(open)...)
	return append(reports, c.unfinished(open)...)
}

// settle tells all that lead to f's sink that a caller gives it a secret.
func (f *effect) settle() {
	for ; f != nil; f = f.node.below {
		f.node.settled = true
	}
}

// guesses returns what there is to report of effects by what fields hold. Where callers
// are in view they know better: then it is their effects that count. Of the functions on
// one way the one next to the sink is reported that it is known of.
func (c *checker) guesses(open []effect) []rule.Report {
	var reports []rule.Report
	for _, f := range open {
		if f.node.settled || c.e.IsOnlyCalled(f.at.Parent()) {
			continue
		}
		if g, v := c.lowest(f); v.leaf != nil {
			f.node.guessed = true
			reports = append(reports, c.report(g, v))
		}
	}
	return reports
}

// lowest returns the effect on f's way next to the sink of which a secret is known by
// what fields hold, if f is such.
func (c *checker) lowest(f effect) (effect, verdict) {
	v := c.guess(f)
	for below := f.node.below; v.leaf != nil && below != nil && below.at != nil; below = below.node.below {
		if w := c.guess(*below); w.leaf != nil {
			f, v = *below, w
		}
	}
	return f, v
}

// unfinished returns a note of what could not be followed to its end: silence is no
// answer there.
func (c *checker) unfinished(open []effect) []rule.Report {
	open = slices.DeleteFunc(slices.Clone(open), func(f effect) bool { return f.node.guessed || !isUnfinished(f) })
	if len(open) == 0 {
		return nil
	}
	return []rule.Report{c.note(open)}
}

// isUnfinished reports whether a part of what is shown is not known for a bound's sake that
// was reached here, and not in what is called.
func isUnfinished(f effect) bool {
	if below := f.node.below; below != nil && isCut(*below) {
		return false
	}
	return isCut(f)
}

func isCut(f effect) bool {
	for leaf := range f.val.Exposed() {
		if leaf.IsUnfinished() {
			return true
		}
	}
	return false
}

func (c *checker) report(f effect, v verdict) rule.Report {
	pos, end := c.spans.Around(f.pos())
	d := analysis.Diagnostic{
		Pos: pos, End: end, Category: f.category,
		Message: fmt.Sprintf("secret from %s %s", origin(v.leaf), deeds[f.category]),
		Related: trail(v),
	}
	for _, s := range f.inner {
		if s.pos.IsValid() {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.pos, Message: s.text})
		}
	}
	return rule.Report{Diagnostic: d, Detail: rule.Detail{What: origin(v.leaf), Confidence: v.confidence(f)}}
}

// trail returns the way of a leaf to the sink, as far as it has places. What came with its
// first step from another package is said in one line.
func trail(v verdict) []analysis.RelatedInformation {
	var related []analysis.RelatedInformation
	for i, s := range v.in.Trail(v.leaf) {
		if i == 0 {
			s.Text = "the secret is from " + origin(v.leaf)
		}
		if last := len(related) - 1; i == 1 && last == 0 && related[0].Pos == s.Pos {
			related[0].Message += ", " + s.Text
			continue
		}
		if s.Pos.IsValid() {
			related = append(related, analysis.RelatedInformation{Pos: s.Pos, Message: s.Text})
		}
	}
	return related
}

// note says where what is shown could not be followed to its end: silence is no answer
// there.
func (c *checker) note(unfinished []effect) rule.Report {
	first := unfinished[0]
	pos, end := c.spans.Around(first.pos())
	d := analysis.Diagnostic{
		Pos: pos, End: end, Category: "unfinished",
		Message: "whether a secret is shown here was not found out: too many ways lead here" + others(len(unfinished)-1),
	}
	return rule.Report{Diagnostic: d, Detail: rule.Detail{What: "unfinished", Confidence: rule.Possible}}
}

func others(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", and to another place of the package"
	}
	return fmt.Sprintf(", and to %d other places of the package", n)
}
