package rule_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

const docgo = `// A comment before the page is none of it.

/*
toy: find toys

It finds toys.

# Bad

	toy := new(Toy)

Kinds:
  - one
  - two
*/
package toy
`

var toy = rule.Rule{
	Name:       "toy",
	Page:       rule.Page(docgo),
	Categories: []rule.Category{{Name: "broken", Severity: rule.Critical}, {Name: "lost", Severity: rule.Low}},
}

func TestPage(t *testing.T) {
	want := "toy: find toys\n\nIt finds toys.\n\n# Bad\n\n\ttoy := new(Toy)\n\nKinds:\n  - one\n  - two"
	if diff := cmp.Diff(want, toy.Page); diff != "" {
		t.Errorf("Page (-want +got):\n%s", diff)
	}
	if got := rule.Page("package toy\n"); got != "" {
		t.Errorf("Page of a file without one = %q", got)
	}
	if got, want := toy.Summary(), "toy: find toys"; got != want {
		t.Errorf("Summary = %q, want %q", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	want := "# toy\n\ntoy: find toys\n\nIt finds toys.\n\n## Bad\n\n\ttoy := new(Toy)\n\nKinds:\n\n  - one\n  - two\n"
	if diff := cmp.Diff(want, string(toy.Markdown())); diff != "" {
		t.Errorf("Markdown (-want +got):\n%s", diff)
	}
}

func TestText(t *testing.T) {
	want := "toy: find toys\n\nIt finds toys.\n\n# Bad\n\n\ttoy := new(Toy)\n\nKinds:\n  - one\n  - two\n"
	if diff := cmp.Diff(want, string(toy.Text())); diff != "" {
		t.Errorf("Text (-want +got):\n%s", diff)
	}
	long := rule.Rule{Page: strings.Repeat("word ", 100)}
	for line := range strings.Lines(string(long.Text())) {
		if len(line) > 81 {
			t.Errorf("a line of %d characters: %q", len(line), line)
		}
	}
}

func TestSeverity(t *testing.T) {
	for category, want := range map[string]rule.Severity{"broken": rule.Critical, "lost": rule.Low, "else": rule.Medium, "": rule.Medium} {
		if got := toy.Severity(category); got != want {
			t.Errorf("Severity(%q) = %s, want %s", category, got, want)
		}
	}
}

// TestGuard panics in this file: the site is the frame that did, not Guard's.
func TestGuard(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "// Package p.\npackage p\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		work func()
		want string // the message without its site
	}{
		{"nothing", func() {}, ""},
		{"a value", func() { panic("no such toy") }, "internal error: no such toy at "},
		{"a nil map", func() { var m map[int]int; m[0]++ }, "internal error: assignment to entry in nil map at "},
		{"an index", func() { s := []int{}; i := 3; s[i]++ }, "internal error: runtime error: index out of range [3] with length 0 at "},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []analysis.Diagnostic
			pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Report: func(d analysis.Diagnostic) { got = append(got, d) }}
			rule.Guard(pass, test.work)
			if test.want == "" {
				if len(got) > 0 {
					t.Errorf("reported %v", got)
				}
				return
			}
			if len(got) != 1 {
				t.Fatalf("%d diagnostics, want 1", len(got))
			}
			d := got[0]
			if d.Category != rule.InternalError || d.Pos != file.Package {
				t.Errorf("category %q at %v, want %q at the package clause", d.Category, fset.Position(d.Pos), rule.InternalError)
			}
			if !strings.HasPrefix(d.Message, test.want) || !strings.Contains(d.Message, "analyzers/rule/rule_test.go:") {
				t.Errorf("message %q, want %q and the line in this file", d.Message, test.want)
			}
		})
	}
}

// TestGuardWithoutFiles has nowhere to report to, and must not panic for that.
func TestGuardWithoutFiles(t *testing.T) {
	rule.Guard(&analysis.Pass{}, func() { panic("no such toy") })
}
