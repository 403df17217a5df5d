package analyzers_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// TestRulesAndAnalyzers checks what drivers take for granted of both lists.
func TestRulesAndAnalyzers(t *testing.T) {
	all, rules := analyzers.All(), analyzers.Rules()
	if err := analysis.Validate(all); err != nil {
		t.Fatal(err)
	}
	if len(all) != len(rules) {
		t.Fatalf("%d analyzers, %d rules", len(all), len(rules))
	}
	for i, r := range rules {
		a := all[i]
		if a.Name != r.Name || a.Doc != r.Page || a.URL != r.URL {
			t.Errorf("analyzer %s and rule %s differ in name, page or URL", a.Name, r.Name)
		}
		if !strings.HasPrefix(r.Summary(), r.Name+": ") {
			t.Errorf("%s: the page begins with %q, want the name and what it finds", r.Name, r.Summary())
		}
		if !strings.HasPrefix(r.URL, "https://") || !strings.HasSuffix(r.URL, "/"+r.Name+".md") {
			t.Errorf("%s: URL = %q", r.Name, r.URL)
		}
		if !strings.HasPrefix(r.CWE, "CWE-") || r.Title == "" || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: CWE = %q, title = %q", r.Name, r.CWE, r.Title)
		}
	}
	if !slices.IsSortedFunc(rules, func(a, b *rule.Rule) int { return cmp.Compare(a.Name, b.Name) }) {
		t.Error("rules are not in the order of their names")
	}
}

// TestCategories: a category's name is part of findings' fingerprints, and says
// which rule it is of where the rule is not shown.
func TestCategories(t *testing.T) {
	severities := []rule.Severity{rule.Critical, rule.High, rule.Medium, rule.Low, rule.Info}
	seen := map[string]string{rule.InternalError: "no rule"}
	for _, r := range analyzers.Rules() {
		if len(r.Categories) == 0 {
			t.Errorf("%s has no categories", r.Name)
		}
		for _, c := range r.Categories {
			if other, ok := seen[c.Name]; ok {
				t.Errorf("category %s is of %s and of %s", c.Name, other, r.Name)
			}
			seen[c.Name] = r.Name
			if c.Title == "" || !slices.Contains(severities, c.Severity) {
				t.Errorf("category %s: title %q, severity %q", c.Name, c.Title, c.Severity)
			}
			if !strings.Contains(r.Page, "- "+c.Name+":") {
				t.Errorf("the page of %s does not explain %s", r.Name, c.Name)
			}
		}
	}
}
