package finding

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// A Pass is what a driver knows of one analyzer's run over one package.
type Pass struct {
	Rule        *rule.Rule
	Package     string // import path, without a test variant's suffix
	Fset        *token.FileSet
	Files       []*ast.File
	Diagnostics []analysis.Diagnostic
	Details     rule.Details             // one for each diagnostic, or none at all
	Settled     map[string]bool          // what makes findings void, of Detail.Unless
	Name        func(file string) string // the name of a file as findings show it
}

// Findings returns the findings of the pass, without fingerprints, and a
// problem for each diagnostic in which the analyzer admits a failure of its own.
func (p *Pass) Findings() ([]*Finding, []*Problem) {
	var findings []*Finding
	var problems []*Problem
	for i := range p.Diagnostics {
		d := &p.Diagnostics[i]
		if d.Category == rule.InternalError {
			problems = append(problems, p.problem(d))
			continue
		}
		if detail := p.detail(i); detail.Unless == "" || !p.Settled[detail.Unless] {
			findings = append(findings, p.finding(d, detail))
		}
	}
	return findings, problems
}

// detail returns the detail of diagnostic i. Where the analyzer gave none, the
// finding is what types and flow prove, which is what a diagnostic claims.
func (p *Pass) detail(i int) rule.Detail {
	var d rule.Detail
	if len(p.Details) == len(p.Diagnostics) {
		d = p.Details[i]
	}
	if d.Confidence == "" {
		d.Confidence = rule.Certain
	}
	return d
}

func (p *Pass) finding(d *analysis.Diagnostic, detail rule.Detail) *Finding {
	start, end := p.span(d.Pos, d.End)
	f := &Finding{
		Rule:       p.Rule.Name,
		Category:   d.Category,
		Severity:   p.Rule.Severity(d.Category),
		Confidence: detail.Confidence,
		Message:    d.Message,
		File:       start.Filename,
		Line:       start.Line,
		Column:     start.Column,
		EndLine:    end.Line,
		EndColumn:  end.Column,
		Package:    p.Package,
		Function:   Function(p.Files, d.Pos),
		CWE:        p.Rule.CWE,
		URL:        d.URL,
		what:       detail.What,
	}
	if f.URL == "" {
		f.URL = p.Rule.URL
	}
	for _, r := range d.Related {
		f.Trace = append(f.Trace, p.step(r))
	}
	for _, fix := range d.SuggestedFixes {
		f.Fixes = append(f.Fixes, p.fix(fix))
	}
	return f
}

func (p *Pass) problem(d *analysis.Diagnostic) *Problem {
	at, _ := p.span(d.Pos, d.End)
	return &Problem{
		Package: p.Package,
		File:    at.Filename,
		Line:    at.Line,
		Column:  at.Column,
		Message: d.Message,
	}
}

func (p *Pass) step(r analysis.RelatedInformation) Step {
	at, _ := p.span(r.Pos, r.End)
	return Step{File: at.Filename, Line: at.Line, Column: at.Column, Message: r.Message}
}

func (p *Pass) fix(fix analysis.SuggestedFix) Fix {
	out := Fix{Message: fix.Message}
	for _, e := range fix.TextEdits {
		start, end := p.span(e.Pos, e.End)
		out.Edits = append(out.Edits, Edit{
			File:      start.Filename,
			Line:      start.Line,
			Column:    start.Column,
			EndLine:   end.Line,
			EndColumn: end.Column,
			NewText:   string(e.NewText),
		})
	}
	return out
}

// span resolves a range. An absent end is the start: analyzers may leave it out.
func (p *Pass) span(pos, end token.Pos) (start, stop token.Position) {
	if !end.IsValid() {
		end = pos
	}
	start, stop = p.Fset.Position(pos), p.Fset.Position(end)
	if start.Filename != "" {
		start.Filename = p.Name(start.Filename)
	}
	return start, stop
}
