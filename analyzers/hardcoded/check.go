package hardcoded

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// A checked is a package while it is checked.
type checked struct {
	*checker
	pass    *analysis.Pass
	info    *types.Info
	scanner *literal.Scanner
	allowed map[string]map[int]bool // lines with gitleaks:allow, by file
	found   map[ast.Expr]report     // the best for each place

	defined map[types.Object]ast.Expr
	changed map[types.Object]bool
}

// A report has the rank of its category.
type report struct {
	rule.Report
	rank int
}

func newPackage(c *checker, pass *analysis.Pass, scanner *literal.Scanner) *checked {
	return &checked{
		checker: c, pass: pass, info: pass.TypesInfo, scanner: scanner,
		allowed: make(map[string]map[int]bool), found: make(map[ast.Expr]report),
	}
}

func (p *checked) checkFile(f *ast.File) {
	file := p.pass.Fset.File(f.FileStart).Name()
	p.allowed[file] = p.allowedLines(f)
	w := &walker{info: p.info, node: p.sinks, visit: func(s site) {
		if v := p.judge(p.scanner, file, s.name, s.value); v.category != "" {
			p.add(s.expr, v)
		}
	}}
	w.walk(f)
	p.embeds(f)
}

// allowedLines returns the lines that a comment excludes.
func (p *checked) allowedLines(f *ast.File) map[int]bool {
	lines := make(map[int]bool)
	for _, group := range f.Comments {
		for _, c := range group.List {
			if i := strings.Index(c.Text, "gitleaks:allow"); i >= 0 {
				lines[p.pass.Fset.Position(c.Pos()).Line+strings.Count(c.Text[:i], "\n")] = true
			}
		}
	}
	return lines
}

// ranks are the categories, those that know most of a secret first.
var ranks = [...]string{specific, sdkField, embedded, cryptoKey, connection, generic}

// add notes a finding about what is written at e, unless more is known of it.
func (p *checked) add(e ast.Expr, v verdict) {
	rank := slices.Index(ranks[:], v.category)
	if old, ok := p.found[e]; ok && old.rank <= rank || p.isExcluded(e, v) {
		return
	}
	message := "hard-coded secret: " + v.kind
	if v.category == embedded {
		message = "hard-coded secret in an embedded file: " + v.kind
	}
	p.found[e] = report{rule.Report{
		Diagnostic: analysis.Diagnostic{Pos: e.Pos(), End: e.End(), Category: v.category, Message: message},
		Detail:     rule.Detail{What: v.kind, Confidence: v.confidence},
	}, rank}
}

// isExcluded reports whether a comment beside the text or a fingerprint excludes
// it. gitleaks counts the line in which the secret begins, of a text with several.
func (p *checked) isExcluded(e ast.Expr, v verdict) bool {
	start, end := p.pass.Fset.Position(e.Pos()), p.pass.Fset.Position(e.End())
	for line := start.Line; line <= end.Line; line++ {
		if p.allowed[start.Filename][line] {
			return true
		}
	}
	secret := start.Line + p.linesBefore(e, v.at)
	return p.scanner.Ignores(start.Filename, v.rule, start.Line) || p.scanner.Ignores(start.Filename, v.rule, secret)
}

// linesBefore returns how many lines of a raw string are before its byte at.
func (p *checked) linesBefore(e ast.Expr, at int) int {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING || lit.Value[0] != '`' {
		return 0
	}
	return strings.Count(lit.Value[1:min(at+1, len(lit.Value))], "\n")
}

// reports returns the findings in the order of their places. A text within another
// that was found is no finding of its own.
func (p *checked) reports() []rule.Report {
	all := make([]report, 0, len(p.found))
	for _, r := range p.found {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b report) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), -cmp.Compare(a.End, b.End), cmp.Compare(a.rank, b.rank), cmp.Compare(a.Message, b.Message))
	})
	var kept []report
	for _, r := range all {
		if n := len(kept); n > 0 && r.End <= kept[n-1].End && r.Pos < kept[n-1].End {
			if r.rank < kept[n-1].rank {
				kept[n-1].Category, kept[n-1].Message, kept[n-1].Detail, kept[n-1].rank = r.Category, r.Message, r.Detail, r.rank
			}
			continue
		}
		kept = append(kept, r)
	}
	reports := make([]rule.Report, len(kept))
	for i, r := range kept {
		reports[i] = r.Report
	}
	return reports
}
