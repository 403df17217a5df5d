package rule

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A Report is a diagnostic and its detail, kept until all of a pass's can be sorted.
type Report struct {
	analysis.Diagnostic
	Detail Detail
}

// Add reports what a pass found, in order, each once, and keeps the details in the
// same order.
func (r *Result) Add(pass *analysis.Pass, reports []Report) {
	slices.SortStableFunc(reports, compareReports)
	for _, report := range slices.CompactFunc(reports, func(a, b Report) bool { return compareReports(a, b) == 0 }) {
		pass.Report(report.Diagnostic)
		r.Details = append(r.Details, report.Detail)
	}
}

func compareReports(a, b Report) int {
	return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Category, b.Category), cmp.Compare(a.Message, b.Message))
}
