package envelope

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// A finding is what there is to report.
type finding struct {
	category   string
	at         ssa.Instruction // what is reported: mostly a call
	message    string
	what       string // for the fingerprint
	confidence rule.Confidence
	related    []analysis.RelatedInformation
}

// report reports a finding, if it is not in a test.
func (c *checker) report(f finding) {
	if c.divert != nil {
		c.divert(f)
		return
	}
	if ssaflow.IsTest(c.pass.Fset, f.at.Pos()) {
		return
	}
	pos, end := c.spans.Around(f.at.Pos())
	c.reports = append(c.reports, rule.Report{
		Diagnostic: analysis.Diagnostic{Pos: pos, End: end, Category: f.category, Message: f.message, Related: f.related},
		Detail:     rule.Detail{What: f.what, Confidence: f.confidence},
	})
}

// trail returns the way of an item, from the start.
func trail(it *item) []analysis.RelatedInformation {
	var related []analysis.RelatedInformation
	for ; it != nil; it = it.from {
		if it.text != "" && it.pos.IsValid() {
			related = append(related, analysis.RelatedInformation{Pos: it.pos, Message: it.text})
		}
	}
	for i, j := 0, len(related)-1; i < j; i, j = i+1, j-1 {
		related[i], related[j] = related[j], related[i]
	}
	return related
}

// note is one more step of a finding's way.
func note(pos token.Pos, text string) analysis.RelatedInformation {
	return analysis.RelatedInformation{Pos: pos, Message: text}
}

// results returns the types of what a call returns.
func results(call *ssa.Call) []types.Type {
	tuple, ok := call.Type().(*types.Tuple)
	if !ok {
		return []types.Type{call.Type()}
	}
	var all []types.Type
	for v := range tuple.Variables() {
		all = append(all, v.Type())
	}
	return all
}

// likelyUnless returns how sure a finding is.
func likelyUnless(certain bool) rule.Confidence {
	if certain {
		return rule.Certain
	}
	return rule.Likely
}
