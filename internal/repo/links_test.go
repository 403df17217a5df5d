package repo

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestLinks: what a page links to in this repository is there.
func TestLinks(t *testing.T) {
	for _, f := range tracked(t) {
		if path.Ext(f.name) != ".md" {
			continue
		}
		for _, m := range link.FindAllSubmatch(f.data, -1) {
			to, _, _ := strings.Cut(string(m[1]), "#")
			if to == "" || strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(path.Join(path.Dir(f.name), to)))); err != nil {
				t.Errorf("%s links to %s: %v", f.name, to, err)
			}
		}
	}
}
