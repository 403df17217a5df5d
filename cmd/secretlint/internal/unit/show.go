package unit

import (
	"cmp"
	"fmt"
	"io"
	"os"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/report"
)

// show prints the results in the form asked for, or applies their fixes, and
// returns the exit status.
//
// With -json the status is 0 even if an analyzer failed: the failure is in the
// output, which the go command keeps and shows again as long as nothing changes.
// Of a unit that exits with 1 it keeps nothing.
func show(o *options, c *cfg, t *typed, results []*result) (status int, err error) {
	out, err := c.stdout()
	if err != nil {
		return 1, err
	}
	defer func() { err = cmp.Or(err, out.Close()) }()
	switch {
	case o.fix:
		if t.fset != nil && (!c.VetxOnly || o.diff && c.shown()) {
			err = applyFixes(out, t, c, results, o.diff)
		}
		status = showErrors(c, results)
	case o.json:
		err = writeJSON(out, t.fset, c, results)
	default:
		status = showErrors(c, results)
		if c.shown() {
			status |= showText(os.Stderr, c, t, results)
		}
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

// showErrors prints a line for each analyzer that failed, and returns 1 if any
// did.
func showErrors(c *cfg, results []*result) (status int) {
	for _, r := range results {
		if r.err != nil {
			fmt.Fprintf(os.Stderr, "secretlint: %s: %s\n", c.ImportPath, r.message())
			status = 1
		}
	}
	return status
}

// showText prints findings as `secretlint ./...` does, and returns 1 if there
// are any. Go commands before 1.26 ask for text.
func showText(w io.Writer, c *cfg, t *typed, results []*result) (status int) {
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
		found, _ := pass.Findings()
		for _, f := range found {
			h.Finding(f)
			status = 1
		}
	}
	h.Flush()
	return status
}
