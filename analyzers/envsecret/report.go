package envsecret

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// check returns what there is to report of the package.
func (c *checker) check() []rule.Report {
	var reports []rule.Report
	for _, fn := range c.e.Functions() {
		if ssaflow.IsTest(c.pass.Fset, fn.Pos()) {
			continue
		}
		for _, f := range c.effects(fn) {
			for _, v := range c.judge(f) {
				if !c.excused(f, v) {
					reports = append(reports, c.report(f, v))
				}
			}
		}
	}
	return reports
}

// excused reports whether a variable that is read is no secret in the clear by what
// becomes of it: it is decrypted and nothing else, or looked at and no more, or put
// back where it was.
func (c *checker) excused(f effect, v verdict) bool {
	if f.kind != read || f.used || f.result == nil {
		return false
	}
	u := c.e.Uses(f.result, true)
	return u.Other == nil && !slices.ContainsFunc(u.Puts, func(put ssaflow.Call) bool {
		name, ok := c.e.Value(put.Args[0], put.Instr).Constant()
		return !ok || name != v.what
	})
}

func (c *checker) report(f effect, v verdict) rule.Report {
	pos, end := c.spans.Around(f.pos)
	d := analysis.Diagnostic{Pos: pos, End: end, Category: v.category, Message: v.message}
	if v.leaf != nil {
		d.Related = trail(v.in, v.leaf)
	}
	for _, s := range f.inner {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: s.pos, Message: s.text})
	}
	return rule.Report{Diagnostic: d, Detail: rule.Detail{What: v.what, Confidence: v.confidence}}
}

// trail returns the way of a leaf, as far as it has places.
func trail(v, leaf *value.Value) []analysis.RelatedInformation {
	var related []analysis.RelatedInformation
	for i, s := range v.Trail(leaf) {
		if i == 0 {
			s.Text = "the secret is from " + origin(leaf)
		}
		if s.Pos.IsValid() {
			related = append(related, analysis.RelatedInformation{Pos: s.Pos, Message: s.Text})
		}
	}
	return related
}

// placeOf returns the place where a map's entry is put into the map.
func placeOf(v *value.Value) token.Pos {
	if v.Kind == value.Via {
		return v.Pos
	}
	return token.NoPos
}

// literalPos returns the position of the literal of which a field is set, or else
// that of the store.
func literalPos(addr *ssa.FieldAddr, store *ssa.Store) token.Pos {
	return cmp.Or(store.Pos(), addr.Pos(), addr.X.Pos())
}
