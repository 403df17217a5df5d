package secretleak

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

var knownModes = []mode{text, format, part, mode(value.Fmt), mode(value.JSON), mode(value.Either)}

// TestDeeds: each category has its words, and each but the note has its deed.
func TestDeeds(t *testing.T) {
	var categories []string
	for _, c := range Rule.Categories {
		if c.Name != "unfinished" {
			categories = append(categories, c.Name)
		}
		if c.Title == "" || c.Severity == "" {
			t.Errorf("category %s has no title or severity", c.Name)
		}
		if !strings.Contains(Rule.Page, "  - "+c.Name+":") {
			t.Errorf("the page does not say what %s is", c.Name)
		}
	}
	slices.Sort(categories)
	if diff := cmp.Diff(categories, slices.Sorted(maps.Keys(deeds))); diff != "" {
		t.Errorf("categories and deeds (-categories +deeds):\n%s", diff)
	}
}

// TestLeaks reads the table line by line: each is understood, and says what there is.
func TestLeaks(t *testing.T) {
	table, err := sinks()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(table.sinks) + len(table.wraps) + len(table.kinds) + len(table.holds); n < 900 {
		t.Errorf("only %d lines are understood", n)
	}
	for name, s := range table.sinks {
		checkSink(t, name, s)
		if s.category != "" && deeds[s.category] == "" {
			t.Errorf("%s: there is no category %q", name, s.category)
		}
	}
	for name, s := range table.holds {
		if !slices.Contains(knownModes, s.mode) || deeds[s.category] == "" {
			t.Errorf("%s holds %q in mode %q", name, s.category, s.mode)
		}
	}
	for name, category := range table.kinds {
		if deeds[category] == "" {
			t.Errorf("%s is %q", name, category)
		}
	}
	for name, i := range table.wraps {
		if i < recv || i > 9 {
			t.Errorf("%s wraps %d", name, i)
		}
	}
}

func checkSink(t *testing.T, name string, s sink) {
	t.Helper()
	if !slices.Contains(knownModes, s.mode) {
		t.Errorf("%s: there is no mode %q", name, s.mode)
	}
	if len(s.args) == 0 {
		t.Errorf("%s shows nothing", name)
	}
	for i, a := range s.args {
		if a.index < recv || a.index > 9 || a.rest && i < len(s.args)-1 {
			t.Errorf("%s: argument %+v", name, a)
		}
	}
	if s.mode == format && (len(s.args) != 1 || s.args[0].rest) {
		t.Errorf("%s has the formats %v", name, s.args)
	}
}

// TestLeaksAreOnce: of two lines for one thing of one kind only the later one counts.
func TestLeaksAreOnce(t *testing.T) {
	seen := map[string]string{}
	for line := range strings.Lines(awsapi.Leaks) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		kind := "shows"
		if slices.Contains([]string{"wraps", "is", "holds"}, words[1]) {
			kind = words[1]
		}
		if before, ok := seen[words[0]+" "+kind]; ok {
			t.Errorf("%q is there, and %q before", strings.TrimSpace(line), before)
		}
		seen[words[0]+" "+kind] = strings.TrimSpace(line)
	}
}

func TestTable(t *testing.T) {
	table := &table{sinks: map[string]sink{}, wraps: map[string]int{}, kinds: map[string]string{}, holds: map[string]sink{}}
	add := func(line string) error {
		words := strings.Fields(line)
		return table.add(words[0], words[1:])
	}
	for _, line := range []string{
		"p.F logged fmt 0...", "p.G logged any 1 3...", "p.T.M logged text recv 0", "p.W to 0 format 1", "p.E to recv json 0",
		"p.New wraps 0", "p.T.Header wraps recv", "p.T is in-file", "p.T.F holds in-argument text",
	} {
		if err := add(line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	want := map[string]sink{
		"p.F":   {category: "logged", mode: mode(value.Fmt), args: []argument{{0, true}}},
		"p.G":   {category: "logged", mode: mode(value.Either), args: []argument{{1, false}, {3, true}}},
		"p.T.M": {category: "logged", mode: text, args: []argument{{recv, false}, {0, false}}},
		"p.W":   {to: 0, mode: format, args: []argument{{1, false}}},
		"p.E":   {to: recv, mode: mode(value.JSON), args: []argument{{0, false}}},
	}
	both := cmp.AllowUnexported(sink{}, argument{})
	if diff := cmp.Diff(want, table.sinks, both); diff != "" {
		t.Errorf("sinks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{"p.New": 0, "p.T.Header": recv}, table.wraps); diff != "" {
		t.Errorf("wraps (-want +got):\n%s", diff)
	}
	if table.kinds["p.T"] != "in-file" || table.holds["p.T.F"].category != "in-argument" || table.holds["p.T.F"].mode != text {
		t.Errorf("kinds %v, holds %v", table.kinds, table.holds)
	}
	for _, line := range []string{"p.F", "p.F logged", "p.F logged fmt x", "p.F logged fmt 0..", "p.F to x fmt 0", "p.F to 0 fmt y...", "p.F wraps", "p.F wraps x", "p.F is"} {
		if add(line) == nil {
			t.Errorf("%q is understood", line)
		}
	}
}

func TestModes(t *testing.T) {
	for m, want := range map[mode]value.Mode{text: value.Whole, part: value.Whole, format: value.Fmt, "fmt": value.Fmt, "json": value.JSON, "any": value.Either} {
		if got := m.shows(); got != want {
			t.Errorf("%s shows as %q, want %q", m, got, want)
		}
	}
}
