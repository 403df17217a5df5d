package report

import (
	"io"
	"maps"
	"slices"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

var formats = map[string]func(out, problems io.Writer) finding.Handler{
	"text": Text,
	"json": func(out, _ io.Writer) finding.Handler { return JSON(out) },
}

// New returns a handler for the format of that name, which prints on out and,
// where the format has no place for them, problems on problems. It reports
// whether there is such a format.
func New(format string, out, problems io.Writer) (finding.Handler, bool) {
	f, ok := formats[format]
	if !ok {
		return nil, false
	}
	return Sorted(f(out, problems)), true
}

// Formats returns the names of the formats, in order.
func Formats() []string {
	return slices.Sorted(maps.Keys(formats))
}
