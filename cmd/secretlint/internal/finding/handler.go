package finding

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A Handler consumes the events of a run. Each output format is one.
type Handler interface {
	Finding(*Finding) error
	Problem(*Problem) error

	// Flush ends the stream. A handler that must see everything before it can
	// print anything prints here.
	Flush() error
}

// An Event is a line of a JSON Lines stream. Exactly one field is set.
type Event struct {
	Finding *Finding `json:"finding,omitempty"`
	Problem *Problem `json:"problem,omitempty"`
}

// maxLine bounds a line of a stored stream. A finding is a few kilobytes; one
// with a long trace stays far below this.
const maxLine = 16 << 20

// Replay hands each event of a JSON Lines stream to h, and does not flush it,
// so that several streams can become one report. name is the stream's, for
// errors, which name the line as well.
func Replay(name string, r io.Reader, h Handler) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := replayLine(lines.Bytes(), h); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	return nil
}

func replayLine(line []byte, h Handler) error {
	var event Event
	if err := json.Unmarshal(line, &event); err != nil {
		return fmt.Errorf("not an event of secretlint: %w", err)
	}
	switch {
	case event.Finding != nil:
		return h.Finding(event.Finding)
	case event.Problem != nil:
		return h.Problem(event.Problem)
	}
	// To skip an event that a newer secretlint wrote would make a report that
	// says less than its input.
	return errors.New("not an event of secretlint: it has neither a finding nor a problem")
}
