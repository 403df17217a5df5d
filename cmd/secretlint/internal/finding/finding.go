// Package finding defines what secretlint tells its users: findings, problems,
// and the stream of both that every output format consumes.
//
// No type here has a field for the text of a secret, so no format can print
// one. Whatever describes a secret does it by rule, place and fingerprint.
package finding

import (
	"fmt"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// A Finding is one defect, at one place.
type Finding struct {
	Rule        string          `json:"rule"`
	Category    string          `json:"category"`
	Severity    rule.Severity   `json:"severity"`
	Confidence  rule.Confidence `json:"confidence"`
	Message     string          `json:"message"`
	File        string          `json:"file"` // relative to the working directory, with forward slashes
	Line        int             `json:"line"`
	Column      int             `json:"column"` // in bytes, from 1, as go/token counts
	EndLine     int             `json:"endLine"`
	EndColumn   int             `json:"endColumn"`
	Package     string          `json:"package"`
	Function    string          `json:"function,omitempty"` // "F", "T.M" or "(*T).M"
	CWE         string          `json:"cwe,omitempty"`
	URL         string          `json:"url,omitempty"`
	Fingerprint string          `json:"fingerprint"`
	Trace       []Step          `json:"trace,omitempty"`
	Fixes       []Fix           `json:"fixes,omitempty"`
	Resource    *Resource       `json:"resource,omitempty"`

	what string // rule.Detail.What: it goes into the fingerprint and nowhere else
}

// A Step is one place on the way from where a secret came to where it went.
type Step struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// A Fix is a change that would make the finding go away. It is applied as a
// whole or not at all.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces the text from Line:Column to EndLine:EndColumn.
type Edit struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	NewText   string `json:"newText"`
}

// A Resource names what a live check looked at.
type Resource struct {
	ARN     string `json:"arn"`
	Account string `json:"account"`
	Region  string `json:"region"`
}

// A Problem is something that could not be looked at, so that a reader of the
// findings knows what they are silent about. The position is optional.
type Problem struct {
	Package string `json:"package,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// String returns the problem as one line: "package: file:line: message".
func (p *Problem) String() string {
	s := p.Message
	switch {
	case p.File != "" && p.Line > 0:
		s = fmt.Sprintf("%s:%d: %s", p.File, p.Line, s)
	case p.File != "":
		s = p.File + ": " + s
	}
	if p.Package != "" {
		s = p.Package + ": " + s
	}
	return s
}
