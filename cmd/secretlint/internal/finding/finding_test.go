package finding

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

var testRule = &rule.Rule{
	Name:       "toy",
	CWE:        "CWE-1",
	URL:        "https://example.com/toy",
	Categories: []rule.Category{{Name: "bad", Severity: rule.High}},
}

const src = `package p

func F() { mark() }

func (t *T[K]) M() { go func() { mark() }() }

func (T[K]) N() { mark(); mark() }

var x = func() int { mark(); return 0 }()
`

// marks parses text and returns a pass with a diagnostic at each call of mark.
func marks(t *testing.T, text string) *Pass {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "/src/p.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	p := &Pass{
		Rule:    testRule,
		Package: "example.com/p",
		Fset:    fset,
		Files:   []*ast.File{file},
		Name:    func(s string) string { return strings.TrimPrefix(s, "/src/") },
	}
	for n := range ast.Preorder(file) {
		if call, ok := n.(*ast.CallExpr); ok && isMark(call) {
			p.Diagnostics = append(p.Diagnostics, analysis.Diagnostic{
				Pos: call.Pos(), Category: "bad", Message: "marked",
			})
		}
	}
	return p
}

func isMark(call *ast.CallExpr) bool {
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "mark"
}

func TestFunction(t *testing.T) {
	findings, _ := marks(t, src).Findings()
	var got []string
	for _, f := range findings {
		got = append(got, f.Function)
	}
	want := []string{"F", "(*T).M", "T.N", "T.N", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFindings(t *testing.T) {
	p := marks(t, src)
	p.Diagnostics = p.Diagnostics[:2]
	p.Details = rule.Details{{What: "w", Confidence: rule.Possible}, {}}
	d := &p.Diagnostics[0]
	d.End = d.Pos + token.Pos(len("mark()"))
	d.URL = "https://example.com/toy#bad"
	d.Related = []analysis.RelatedInformation{{Pos: d.End, Message: "then"}, {Pos: d.Pos, Message: "first"}}
	d.SuggestedFixes = []analysis.SuggestedFix{{Message: "drop", TextEdits: []analysis.TextEdit{{Pos: d.Pos, End: d.End}}}}
	p.Diagnostics[1].Category = rule.InternalError

	findings, problems := p.Findings()
	want := []*Finding{{
		Rule: "toy", Category: "bad", Severity: rule.High, Confidence: rule.Possible,
		Message: "marked", File: "p.go", Line: 3, Column: 12, EndLine: 3, EndColumn: 18,
		Package: "example.com/p", Function: "F", CWE: "CWE-1", URL: "https://example.com/toy#bad",
		Trace: []Step{{"p.go", 3, 18, "then"}, {"p.go", 3, 12, "first"}},
		Fixes: []Fix{{"drop", []Edit{{"p.go", 3, 12, 3, 18, ""}}}},
	}}
	if diff := cmp.Diff(want, findings, cmpopts.IgnoreUnexported(Finding{})); diff != "" {
		t.Error(diff)
	}
	wantProblems := []*Problem{{Package: "example.com/p", File: "p.go", Line: 5, Column: 34, Message: "marked"}}
	if diff := cmp.Diff(wantProblems, problems); diff != "" {
		t.Error(diff)
	}
}

// TestFingerprints: they differ within a run, and stay the same when code is
// added around what they are about.
func TestFingerprints(t *testing.T) {
	fingerprints := func(text string) []string {
		findings, _ := marks(t, text).Findings()
		findings = Sort(findings)
		SetFingerprints(findings)
		var all []string
		for _, f := range findings {
			all = append(all, f.Fingerprint)
		}
		return all
	}
	before := fingerprints(src)
	seen := make(map[string]bool)
	for _, f := range before {
		if seen[f] {
			t.Errorf("fingerprint %s twice", f)
		}
		seen[f] = true
	}
	edited := strings.Replace(src, "func F", "// A comment.\n\nfunc G() {}\n\nfunc F", 1)
	if diff := cmp.Diff(before, fingerprints(edited)); diff != "" {
		t.Errorf("after an edit elsewhere: %s", diff)
	}
}

func TestSort(t *testing.T) {
	a := &Finding{File: "a.go", Line: 9, Rule: "r"}
	b := &Finding{File: "a.go", Line: 10, Rule: "q"}
	c := &Finding{File: "a.go", Line: 10, Rule: "r"}
	again := *b
	got := Sort([]*Finding{c, b, a, &again})
	want := []*Finding{a, b, c}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Finding{})); diff != "" {
		t.Error(diff)
	}
}
