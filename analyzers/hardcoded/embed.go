package hardcoded

import (
	"fmt"
	"go/ast"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// maxFile is the largest embedded file that is read, in bytes: keys and files of
// settings are small.
const maxFile = 1 << 20

// embeds looks into the files that variables of the file's are made of.
func (p *checked) embeds(f *ast.File) {
	dir := filepath.Dir(p.pass.Fset.File(f.FileStart).Name())
	eachEmbedded(f, func(id *ast.Ident, name string) { p.embed(id, dir, name) })
}

// eachEmbedded calls yield for each variable that is made of one file, and for the
// file's name.
func eachEmbedded(f *ast.File, yield func(id *ast.Ident, name string)) {
	for _, d := range f.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range gen.Specs {
			spec, ok := s.(*ast.ValueSpec)
			if !ok || len(spec.Names) != 1 || len(spec.Values) > 0 {
				continue
			}
			for _, name := range embeddedFiles(gen.Doc, spec.Doc) {
				if !isTree(spec.Type) && !isSampleFile(name) {
					yield(spec.Names[0], name)
				}
			}
		}
	}
}

// isTree reports whether a variable of this type has files by their names.
func isTree(t ast.Expr) bool { return nameOf(t) == "FS" }

// embeddedFiles returns the names of single files in go:embed directives. Patterns
// are for trees of files, which are not looked at.
func embeddedFiles(docs ...*ast.CommentGroup) (names []string) {
	for _, doc := range docs {
		if doc == nil {
			continue
		}
		for _, c := range doc.List {
			rest, ok := strings.CutPrefix(c.Text, "//go:embed ")
			if !ok {
				continue
			}
			for name := range strings.FieldsSeq(rest) {
				name = strings.Trim(name, "\"`")
				if !strings.ContainsAny(name, `*?[\`) && filepath.IsLocal(filepath.FromSlash(name)) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

func (p *checked) embed(id *ast.Ident, dir, name string) {
	file := filepath.Join(dir, filepath.FromSlash(name))
	text, ok := p.readFile(file)
	if !ok || strings.IndexByte(text, 0) >= 0 {
		return
	}
	for _, h := range p.scanner.Scan(file, text) {
		secret := text[h.Start:h.End]
		line := 1 + strings.Count(text[:h.Start], "\n")
		if h.Generic() || isHarmless(secret) || p.scanner.Ignores(file, h.Rule, line) {
			continue // a file has too many names for the generic rule to be right
		}
		p.add(id, verdict{embedded, fmt.Sprintf("%s (%s:%d)", h.Rule, name, line), rule.Certain, h.Rule, 0})
		return
	}
}

// readFile reads a file that is part of the package, but not one that drivers let
// passes read through Pass.ReadFile. The go command counts embedded files among
// those that results depend on.
func (p *checked) readFile(name string) (string, bool) {
	if data, err := p.pass.ReadFile(name); err == nil {
		return string(data), len(data) <= maxFile
	}
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return "", false
	}
	f, err := os.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	return string(data), err == nil && len(data) <= maxFile
}
