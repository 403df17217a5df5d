// Package report holds the output formats: each is a finding.Handler.
package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

// Text returns a handler that prints a finding as
//
//	file:line:column: message (rule)
//	    file:line:column: step
//
// on out, and a problem as one line on problems. They are apart because a
// problem is no finding: editors and CI systems parse what is on out.
func Text(out, problems io.Writer) finding.Handler {
	return &text{out, problems}
}

type text struct {
	out, problems io.Writer
}

func (t *text) Finding(f *finding.Finding) error {
	var b strings.Builder
	b.WriteString(Line(f))
	for _, s := range f.Trace {
		fmt.Fprintf(&b, "    %s:%d:%d: %s\n", s.File, s.Line, s.Column, oneLine(s.Message))
	}
	_, err := io.WriteString(t.out, b.String())
	return err
}

func (t *text) Problem(p *finding.Problem) error {
	_, err := fmt.Fprintf(t.problems, "secretlint: %s\n", oneLine(p.String()))
	return err
}

func (t *text) Flush() error { return nil }

// Line returns the finding without its trace, as a line.
func Line(f *finding.Finding) string {
	return fmt.Sprintf("%s:%d:%d: %s (%s)\n", f.File, f.Line, f.Column, oneLine(f.Message), f.Rule)
}

// oneLine keeps a message on its line: whoever reads text takes a line for a
// finding, and file names and identifiers in it are not ours.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
