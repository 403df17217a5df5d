package rule

import (
	"go/doc/comment"
	"strings"
)

// Page returns the page in the source of a doc.go: the text of its package
// comment, a /* */ block. It is cut, not parsed: every `go vet` process does
// this at start-up.
func Page(docgo string) string {
	_, rest, _ := strings.Cut(docgo, "/*\n")
	text, _, _ := strings.Cut(rest, "*/")
	return strings.TrimSpace(text)
}

// Markdown renders the rule's page as Markdown, under a heading with its name.
func (r *Rule) Markdown() []byte {
	var p comment.Printer
	p.HeadingLevel = 2
	p.HeadingID = func(*comment.Heading) string { return "" }
	doc := new(comment.Parser).Parse(r.Page)
	return append([]byte("# "+r.Name+"\n\n"), p.Markdown(doc)...)
}

// Text renders the rule's page as plain text, wrapped for a terminal.
func (r *Rule) Text() []byte {
	var p comment.Printer
	doc := new(comment.Parser).Parse(r.Page)
	return p.Text(doc)
}
