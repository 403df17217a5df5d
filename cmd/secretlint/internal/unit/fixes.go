package unit

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"os"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/fix"
)

// applyFixes applies the first fix of each diagnostic, or prints what that
// would change. Files go into an archive when the go command wants one: it
// writes them when every unit is done, so that none reads a file half changed.
func applyFixes(w io.Writer, t *typed, c *cfg, results []*result, diff bool) error {
	var all []analysis.Diagnostic
	for _, r := range results {
		all = append(all, inOrder(t.fset, r.diagnostics)...)
	}
	edits, skipped := fix.Select(t.fset, t.files, all)
	files, err := fix.Apply(edits, os.ReadFile)
	if err != nil {
		return err
	}
	if skipped > 0 {
		fmt.Fprintf(os.Stderr, "secretlint: %s: fixes left out, because they conflict or the file is generated: %d\n", c.ImportPath, skipped)
	}
	switch {
	case diff:
		return printDiffs(w, files)
	case c.FixArchive != "":
		return archive(c.FixArchive, c.ID, files)
	}
	return overwrite(files)
}

func printDiffs(w io.Writer, files []fix.File) error {
	for _, f := range files {
		if _, err := w.Write(f.Diff()); err != nil {
			return fmt.Errorf("print diff: %w", err)
		}
	}
	return nil
}

func overwrite(files []fix.File) error {
	for _, f := range files {
		if err := os.WriteFile(f.Name, f.After, 0o666); err != nil {
			return fmt.Errorf("apply fixes: %w", err)
		}
	}
	return nil
}

func archive(name, comment string, files []fix.File) (err error) {
	out, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("archive fixes: %w", err)
	}
	defer func() { err = cmp.Or(err, out.Close()) }()
	zw := zip.NewWriter(out)
	if err := zw.SetComment(comment); err != nil {
		return fmt.Errorf("archive fixes: %w", err)
	}
	for _, f := range files {
		w, err := zw.Create(f.Name)
		if err != nil {
			return fmt.Errorf("archive fixes: %w", err)
		}
		if _, err := w.Write(f.After); err != nil {
			return fmt.Errorf("archive fixes: %w", err)
		}
	}
	return zw.Close()
}
