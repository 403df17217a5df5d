package unit

import (
	"cmp"
	"encoding/json"
	"go/token"
	"io"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// The go command reads a tree: package, analyzer, diagnostics. It is that of
// x/tools' checkers, whose types are not public. Theirs has errors as well, in
// the place of diagnostics; as of Go 1.26 the go command prints such an error
// once and then keeps the unit as one that had nothing to say. Ours is therefore
// a diagnostic.
type (
	tree map[string]map[string][]treeDiagnostic

	treeDiagnostic struct {
		Category string        `json:"category,omitempty"`
		Posn     string        `json:"posn"`
		End      string        `json:"end"`
		Message  string        `json:"message"`
		Fixes    []treeFix     `json:"suggested_fixes,omitempty"`
		Related  []treeRelated `json:"related,omitempty"`
	}

	treeFix struct {
		Message string     `json:"message"`
		Edits   []treeEdit `json:"edits"`
	}

	treeEdit struct {
		Filename string `json:"filename"`
		Start    int    `json:"start"`
		End      int    `json:"end"`
		New      string `json:"new"`
	}

	treeRelated struct {
		Posn    string `json:"posn"`
		End     string `json:"end"`
		Message string `json:"message"`
	}
)

// writeJSON prints the results of a unit. The message names the rule: `go vet`
// makes its lines of text from this, and leaves the analyzer's name out.
func writeJSON(w io.Writer, fset *token.FileSet, c *cfg, results []*result) error {
	unit := make(map[string][]treeDiagnostic)
	for _, r := range results {
		if len(r.diagnostics) > 0 {
			unit[r.analyzer.Name] = treeDiagnostics(fset, r)
		}
	}
	if c.VetxOnly && len(unit) == 0 {
		return nil
	}
	out := make(tree)
	if len(unit) > 0 {
		out[c.ID] = unit
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	return enc.Encode(out)
}

func treeDiagnostics(fset *token.FileSet, r *result) []treeDiagnostic {
	var out []treeDiagnostic
	for _, d := range inOrder(fset, r.diagnostics) {
		t := treeDiagnostic{
			Category: d.Category,
			Posn:     fset.Position(d.Pos).String(),
			End:      fset.Position(cmp.Or(d.End, d.Pos)).String(),
			Message:  d.Message + " (" + r.analyzer.Name + ")",
		}
		for _, f := range d.SuggestedFixes {
			t.Fixes = append(t.Fixes, newTreeFix(fset, f))
		}
		for _, rel := range d.Related {
			t.Related = append(t.Related, treeRelated{
				Posn:    fset.Position(rel.Pos).String(),
				End:     fset.Position(cmp.Or(rel.End, rel.Pos)).String(),
				Message: rel.Message,
			})
		}
		out = append(out, t)
	}
	return out
}

func newTreeFix(fset *token.FileSet, f analysis.SuggestedFix) treeFix {
	out := treeFix{Message: f.Message}
	for _, e := range f.TextEdits {
		start := fset.PositionFor(e.Pos, false) // where the bytes are, whatever //line says
		out.Edits = append(out.Edits, treeEdit{
			Filename: start.Filename,
			Start:    start.Offset,
			End:      fset.PositionFor(cmp.Or(e.End, e.Pos), false).Offset,
			New:      string(e.NewText),
		})
	}
	return out
}

func inOrder(fset *token.FileSet, diagnostics []analysis.Diagnostic) []analysis.Diagnostic {
	return slices.SortedStableFunc(slices.Values(diagnostics), func(x, y analysis.Diagnostic) int {
		px, py := fset.Position(x.Pos), fset.Position(y.Pos)
		return cmp.Or(
			cmp.Compare(px.Filename, py.Filename),
			cmp.Compare(px.Offset, py.Offset),
			cmp.Compare(x.Message, y.Message),
		)
	})
}
