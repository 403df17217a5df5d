package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

func findings() []*finding.Finding {
	return []*finding.Finding{
		{Rule: "r", Message: "second\nline\x1b[31m", File: "b.go", Line: 2, Column: 3, Trace: []finding.Step{{File: "a.go", Line: 1, Column: 1, Message: "here"}}},
		{Rule: "r", Message: "first <&>", File: "a.go", Line: 10, Column: 1},
		{Rule: "r", Message: "first <&>", File: "a.go", Line: 10, Column: 1},
	}
}

func emit(t *testing.T, format string) (out, problems string) {
	t.Helper()
	var o, p bytes.Buffer
	h, ok := New(format, &o, &p)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	for _, f := range findings() {
		if err := h.Finding(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.Problem(&finding.Problem{Package: "p", Message: "broken\nin two"}); err != nil {
		t.Fatal(err)
	}
	if o.Len()+p.Len() > 0 {
		t.Error("printed before the end")
	}
	if err := h.Flush(); err != nil {
		t.Fatal(err)
	}
	return o.String(), p.String()
}

func TestText(t *testing.T) {
	out, problems := emit(t, "text")
	want := "a.go:10:1: first <&> (r)\nb.go:2:3: second line [31m (r)\n    a.go:1:1: here\n"
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("secretlint: p: broken in two\n", problems); diff != "" {
		t.Error(diff)
	}
}

// TestReplay: what JSON prints can be read back, and printed again, without a
// change.
func TestReplay(t *testing.T) {
	out, problems := emit(t, "json")
	if strings.Count(out, "\n") != 3 || problems != "" || !strings.Contains(out, "first <&>") {
		t.Errorf("got %s%s", out, problems)
	}
	var again bytes.Buffer
	if err := finding.Replay("x", strings.NewReader(out), JSON(&again)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(out, again.String()); diff != "" {
		t.Error(diff)
	}
}
