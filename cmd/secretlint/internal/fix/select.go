// Package fix applies the fixes that diagnostics suggest to the files they were
// made for.
package fix

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// An Edit replaces the bytes from Start to End, which are offsets into a file.
type Edit struct {
	Start, End int
	New        string
}

// Edits are what is to be done to files, by name. Those of a file are in order
// and do not overlap.
type Edits map[string][]Edit

// Select merges the first fix of each diagnostic, in the order given, and
// returns the edits and the number of fixes left out. A fix is left out as a
// whole: when one of its edits overlaps an earlier fix, or touches a generated
// file, or does not lie in one file. Equal edits count once, so that two fixes
// may add the same import.
func Select(fset *token.FileSet, files []*ast.File, diagnostics []analysis.Diagnostic) (selected Edits, skipped int) {
	selected = make(Edits)
	generated := generatedFiles(fset, files)
	for _, d := range diagnostics {
		if len(d.SuggestedFixes) == 0 {
			continue
		}
		edits, err := convert(fset, d.SuggestedFixes[0])
		if err != nil || touches(edits, generated) || !selected.merge(edits) {
			skipped++
		}
	}
	return selected, skipped
}

// Check returns an error when an edit of the fix is out of its file or overlaps
// another: the mark of a bug in the analyzer that suggests it.
func Check(fset *token.FileSet, fix analysis.SuggestedFix) error {
	_, err := convert(fset, fix)
	return err
}

func convert(fset *token.FileSet, fix analysis.SuggestedFix) (Edits, error) {
	out := make(Edits)
	for _, e := range fix.TextEdits {
		end := e.End
		if !end.IsValid() {
			end = e.Pos
		}
		file := fset.File(e.Pos)
		if file == nil || end < e.Pos || fset.File(end) != file {
			return nil, fmt.Errorf("fix %q: an edit does not lie in one file", fix.Message)
		}
		edit := Edit{file.Offset(e.Pos), file.Offset(end), string(e.NewText)}
		edits, ok := insert(out[file.Name()], edit)
		if !ok {
			return nil, fmt.Errorf("fix %q: edits of %s overlap", fix.Message, file.Name())
		}
		out[file.Name()] = edits
	}
	return out, nil
}

func generatedFiles(fset *token.FileSet, files []*ast.File) map[string]bool {
	generated := make(map[string]bool)
	for _, f := range files {
		if ast.IsGenerated(f) {
			generated[fset.File(f.FileStart).Name()] = true
		}
	}
	return generated
}

func touches(edits Edits, files map[string]bool) bool {
	for name := range edits {
		if files[name] {
			return true
		}
	}
	return false
}

// merge adds all of more, or nothing when some of it overlaps what is there.
func (e Edits) merge(more Edits) bool {
	merged := make(Edits)
	for name, edits := range more {
		all := slices.Clone(e[name])
		for _, edit := range edits {
			var ok bool
			if all, ok = insert(all, edit); !ok {
				return false
			}
		}
		merged[name] = all
	}
	for name, all := range merged {
		e[name] = all
	}
	return true
}

// insert returns edits with one more, in order, and false when that overlaps
// one of them. Two different insertions at one point overlap: nothing says
// which comes first.
func insert(edits []Edit, edit Edit) ([]Edit, bool) {
	i, _ := slices.BinarySearchFunc(edits, edit, func(x, y Edit) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	if i < len(edits) && edits[i] == edit {
		return edits, true
	}
	if i > 0 && overlap(edits[i-1], edit) || i < len(edits) && overlap(edit, edits[i]) {
		return nil, false
	}
	return slices.Insert(edits, i, edit), true
}

// overlap reports whether x and y, in order, touch the same bytes or are both
// insertions at one point.
func overlap(x, y Edit) bool {
	return y.Start < x.End || x.Start == y.Start && x.End == y.End
}
