package repo

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPicture: the picture in docs/architecture.md shows the imports as they
// are, and its arrows point downwards.
func TestPicture(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	drawn, below := make(map[string][]string), make(map[string]int)
	for i, line := range strings.Split(string(data), "\n") {
		from, to, arrow := strings.Cut(line, "─► ")
		if !arrow || !strings.HasPrefix(line, "    ") || strings.Contains(to, "─") {
			continue
		}
		from = strings.Trim(from, " ─")
		drawn[from], below[from] = strings.Fields(to), i
	}
	if diff := cmp.Diff(pictured(load(t)), drawn); diff != "" {
		t.Errorf("the picture shows other imports than there are (-are +drawn):\n%s", diff)
	}
	for from, to := range drawn {
		for _, p := range to {
			if line, ok := below[p]; ok && line <= below[from] {
				t.Errorf("the arrow from %s to %s points up", from, p)
			}
		}
	}
}

// pictured returns what packages of the program import of the module, by the last
// elements of their paths.
func pictured(g graph) map[string][]string {
	imports := make(map[string][]string)
	for _, p := range g.own() {
		if path.Base(p) == "checktest" || !matches([]string{"analyzers/...", "cmd/..."}, p) {
			continue
		}
		var names []string
		for _, imported := range g[p] {
			if matches(ownPrefixes, imported) {
				names = append(names, shortName(imported))
			}
		}
		if len(names) > 0 {
			slices.Sort(names)
			imports[shortName(p)] = names
		}
	}
	return imports
}

func shortName(p string) string {
	if p == "cmd/secretlint" {
		return p
	}
	return path.Base(p)
}
