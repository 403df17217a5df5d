// Command gen writes literal's rules from gitleaks' default configuration, in the
// version that go.mod names.
package main

import (
	"bytes"
	"log"
	"os"
	"path/filepath"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal/stock"
)

func main() {
	log.SetFlags(0)
	var keywords, rules bytes.Buffer
	if err := stock.Write(&keywords, &rules); err != nil {
		log.Fatal("gen: ", err)
	}
	for name, data := range map[string]*bytes.Buffer{"keywords.txt": &keywords, "rules.jsonl": &rules} {
		if err := os.WriteFile(filepath.Join("..", name), data.Bytes(), 0o644); err != nil {
			log.Fatal("gen: ", err)
		}
	}
}
