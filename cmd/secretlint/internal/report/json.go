package report

import (
	"encoding/json"
	"io"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

// JSON returns a handler that prints each event as a line of JSON, which
// finding.Replay reads back.
func JSON(out io.Writer) finding.Handler {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &jsonLines{enc}
}

type jsonLines struct {
	enc *json.Encoder
}

func (j *jsonLines) Finding(f *finding.Finding) error {
	return j.enc.Encode(finding.Event{Finding: f})
}

func (j *jsonLines) Problem(p *finding.Problem) error {
	return j.enc.Encode(finding.Event{Problem: p})
}

func (j *jsonLines) Flush() error { return nil }
