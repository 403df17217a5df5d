//go:build unix

package main

import (
	"fmt"
	"slices"
	"strings"
)

// A part is one comparison: two tools, and how their runs went.
type part struct {
	title string
	tools []string
	notes []string
	runs  [2][]usage
}

func newPart(title string, tools []string) *part { return &part{title: title, tools: tools} }

func (p *part) note(format string, args ...any) {
	p.notes = append(p.notes, fmt.Sprintf(format, args...))
}

// figures are the columns of the table.
var figures = []struct {
	name string
	of   func(usage) float64
}{
	{"CPU s", func(u usage) float64 { return u.cpu.Seconds() }},
	{"wall s", func(u usage) float64 { return u.wall.Seconds() }},
	{"peak MiB", func(u usage) float64 { return u.rss }},
}

// String returns the table: for each tool the medians, and below them the
// medians of the ratios of runs that followed each other, with their range.
func (p *part) String() string {
	var b strings.Builder
	row := func(first string, cell func(of func(usage) float64) string) {
		b.WriteString("| " + first)
		for _, f := range figures {
			b.WriteString(" | " + cell(f.of))
		}
		b.WriteString(" |\n")
	}
	fmt.Fprintf(&b, "| %s", p.title)
	for _, f := range figures {
		b.WriteString(" | " + f.name)
	}
	b.WriteString(" |\n|---|---|---|---|\n")
	for i, tool := range p.tools {
		row(tool, func(of func(usage) float64) string { return number(median(column(p.runs[i], of))) })
	}
	row("ratio", func(of func(usage) float64) string { return ratio(column(p.runs[0], of), column(p.runs[1], of)) })
	if len(p.notes) > 0 {
		fmt.Fprintf(&b, "\n%s\n", strings.Join(p.notes, "; "))
	}
	return b.String()
}

func column(runs []usage, of func(usage) float64) []float64 {
	var values []float64
	for _, u := range runs {
		values = append(values, of(u))
	}
	return values
}

func ratio(a, b []float64) string {
	var ratios []float64
	for i := range a {
		ratios = append(ratios, a[i]/b[i])
	}
	return fmt.Sprintf("%.2f (%.2f–%.2f)", median(ratios), slices.Min(ratios), slices.Max(ratios))
}

// median leaves values as they are: they are paired with others by position.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[half]
	}
	return (sorted[half-1] + sorted[half]) / 2
}

func number(v float64) string {
	if v >= 100 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.2f", v)
}
