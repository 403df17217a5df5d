// Package rule describes secretlint's rules: their names, severities and
// pages. It is data that drivers read to turn a diagnostic into a finding.
package rule

import "strings"

// A Severity says how bad a true finding is.
type Severity string

// The severities, from worst to mildest.
const (
	Critical Severity = "critical"
	High     Severity = "high"
	Medium   Severity = "medium"
	Low      Severity = "low"
	Info     Severity = "info"
)

// A Confidence says how a finding was known: High where types and flow prove
// it, Medium where a name was part of the evidence, Low where it was all of it.
type Confidence string

// The confidences.
const (
	Certain  Confidence = "high"
	Likely   Confidence = "medium"
	Possible Confidence = "low"
)

// A Category is one kind of finding of a rule. Its name is the
// analysis.Diagnostic.Category of such findings and part of their fingerprint,
// so it never changes.
type Category struct {
	Name     string // "never-wiped"
	Title    string // "key is never overwritten"
	Severity Severity
}

// InternalError is the category of the one diagnostic that an analyzer reports
// when it failed on a package. It is no finding: the package was not looked at.
const InternalError = "internal-error"

// A Rule is what drivers know of an analyzer beyond the analyzer itself.
type Rule struct {
	Name       string // the analyzer's name, and "rule" in every output
	Title      string // one line, no full stop
	CWE        string // "CWE-226"
	URL        string // the rule's page
	Page       string // the rule's page in Go doc comment syntax, from its doc.go
	Categories []Category
}

// Severity returns the severity of the rule's category, and Medium for a
// category that the rule does not declare.
func (r *Rule) Severity(category string) Severity {
	for _, c := range r.Categories {
		if c.Name == category {
			return c.Severity
		}
	}
	return Medium
}

// A Result is what a pass knows beyond its diagnostics and facts. Drivers that
// do not look at results lose only this.
type Result struct {
	Details Details

	// Settles names what this package does that makes findings of packages
	// below it void. Facts flow upwards alone: a driver that sees both packages
	// is the only one who can know.
	Settles []string
}

// A Detail is what a finding has and an analysis.Diagnostic has no field for.
type Detail struct {
	What       string // what the finding is about, for its fingerprint: "kms.GenerateDataKey"
	Confidence Confidence
	Unless     string // the finding is void if any package settles this; "" for none
}

// Details are the details of a pass's diagnostics, in the order reported.
type Details []Detail

// Summary returns the rule's one-line summary: the first line of its page.
func (r *Rule) Summary() string {
	line, _, _ := strings.Cut(r.Page, "\n")
	return line
}
