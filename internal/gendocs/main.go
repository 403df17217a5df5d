// Command gendocs writes what is documented from the rules themselves: a page
// under docs for each rule, from its doc.go, and the table in README.md.
//
// It runs in its own directory, by go generate.
package main

//go:generate go run .

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

func main() {
	if err := write(filepath.Join("..", "..")); err != nil {
		fmt.Fprintln(os.Stderr, "gendocs:", err)
		os.Exit(1)
	}
}

func write(root string) error {
	files, err := render(root)
	if err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(root, name), data, 0o666); err != nil {
			return fmt.Errorf("write page: %w", err)
		}
	}
	return nil
}

// render returns the generated files, by name below the root of the repository.
func render(root string) (map[string][]byte, error) {
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return nil, fmt.Errorf("read README: %w", err)
	}
	if readme, err = replaceTable(readme, table(analyzers.Rules())); err != nil {
		return nil, err
	}
	files := map[string][]byte{"README.md": readme}
	for _, r := range analyzers.Rules() {
		files[filepath.Join("docs", r.Name+".md")] = page(r)
	}
	return files, nil
}

func page(r *rule.Rule) []byte {
	head := fmt.Sprintf("<!-- Generated from analyzers/%s/doc.go by go generate. Edit that. -->\n\n", r.Name)
	return append(append([]byte(head), r.Markdown()...), categories(r)...)
}

// categories lists a rule's categories, each with the anchor that the URL of its
// findings leads to.
func categories(r *rule.Rule) string {
	var b strings.Builder
	b.WriteString("\n## Categories\n\n| category | what is reported | severity |\n| --- | --- | --- |\n")
	for _, c := range r.Categories {
		fmt.Fprintf(&b, "| <a id=%q></a>`%s` | %s | %s |\n", c.Name, c.Name, c.Title, c.Severity)
	}
	return b.String()
}

// table has a row for each category of each rule: that is what is reported, and
// has a severity.
func table(rules []*rule.Rule) string {
	var b strings.Builder
	b.WriteString("| rule | category | what is reported | severity |\n| --- | --- | --- | --- |\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [%s](docs/%s.md) (%s) | | **%s** | |\n", r.Name, r.Name, r.CWE, r.Title)
		for _, c := range r.Categories {
			fmt.Fprintf(&b, "| | `%s` | %s | %s |\n", c.Name, c.Title, c.Severity)
		}
	}
	return b.String()
}

const begin, end = "<!-- rules, by go generate -->\n", "<!-- end of rules -->\n"

func replaceTable(readme []byte, table string) ([]byte, error) {
	before, rest, found := bytes.Cut(readme, []byte(begin))
	_, after, closed := bytes.Cut(rest, []byte(end))
	if !found || !closed {
		return nil, fmt.Errorf("README.md has no %q followed by %q", begin, end)
	}
	return bytes.Join([][]byte{before, []byte(begin + "\n" + table + "\n" + end), after}, nil), nil
}
