package unit

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/report"
)

// show prints the results in the form asked for, or applies their fixes, and
// returns the exit status.
//
// With -json that is 0 whatever there is to say: the go command reads the
// output, and keeps it to show it again as long as nothing changes. Of a unit
// that exits with 1 it keeps nothing.
func show(o *options, c *cfg, t *typed, results []*result) (status int, err error) {
	out, err := c.stdout()
	if err != nil {
		return 1, err
	}
	defer func() { err = cmp.Or(err, out.Close()) }()
	switch {
	case o.fix:
		status, err = showFixes(o, c, t, results, out)
	case o.json:
		err = writeJSON(out, t.fset, c, results)
	default:
		status, err = showText(os.Stderr, c, t, results)
	}
	if err != nil {
		return 1, err
	}
	return status, nil
}

// stdout returns where the output goes. The go command names a file, in which
// it looks when the unit is done.
func (c *cfg) stdout() (io.WriteCloser, error) {
	if c.Stdout == "" {
		return keepOpen{os.Stdout}, nil
	}
	f, err := os.Create(c.Stdout)
	if err != nil {
		return nil, fmt.Errorf("write output: %w", err)
	}
	return f, nil
}

type keepOpen struct{ io.Writer }

func (keepOpen) Close() error { return nil }

// showFixes applies fixes, or prints what they would change, and then what kept
// them from being complete. A package that was only imported is never changed.
func showFixes(o *options, c *cfg, t *typed, results []*result, out io.Writer) (status int, err error) {
	if len(results) > 0 && (o.diff || !c.VetxOnly) {
		if err := applyFixes(out, t, c, results, o.diff); err != nil {
			return 1, err
		}
	}
	keepFailures(results)
	return showText(os.Stderr, c, t, results)
}

// keepFailures drops from the results all but what says that an analyzer failed.
func keepFailures(results []*result) {
	for _, r := range results {
		r.diagnostics = slices.DeleteFunc(r.diagnostics, func(d analysis.Diagnostic) bool {
			return d.Category != rule.InternalError
		})
	}
}

// showText prints findings as `secretlint ./...` does, and returns 1 if there is
// anything to print. Go commands before 1.26 ask for text.
func showText(w io.Writer, c *cfg, t *typed, results []*result) (status int, err error) {
	h := report.Sorted(report.Text(w, w))
	for _, r := range results {
		pass := finding.Pass{
			Rule:        &rule.Rule{Name: r.analyzer.Name},
			Package:     c.ImportPath,
			Fset:        t.fset,
			Files:       t.files,
			Diagnostics: r.diagnostics,
			Name:        func(file string) string { return file },
		}
		findings, problems := pass.Findings()
		for _, f := range findings {
			err = cmp.Or(err, h.Finding(f))
		}
		for _, p := range problems {
			err = cmp.Or(err, h.Problem(p))
		}
		if len(r.diagnostics) > 0 {
			status = 1
		}
	}
	return status, cmp.Or(err, h.Flush())
}
