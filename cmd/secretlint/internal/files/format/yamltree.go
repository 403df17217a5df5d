package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxMerged bounds how many entries merge keys (<<) may add in a file.
const maxMerged = 100_000

// maxBroken bounds how many documents of a file may be broken before the rest is
// left: after each the file is parsed anew.
const maxBroken = 16

// parseYAML returns the documents in src. Of those that are broken the first
// error is returned, with the other documents.
func parseYAML(src *source) ([]*node, error) {
	roots, first := parseDocuments(src)
	for err, tries := first, 0; err != nil && tries < maxBroken; tries++ {
		rest, ok := documentsAfter(src, err)
		if !ok {
			break
		}
		var more []*node
		more, err = parseDocuments(rest)
		roots = append(roots, more...)
	}
	return roots, first
}

// documentsAfter returns src with nothing but blank lines up to the document
// that follows the one with an error, so that lines stay as they are.
func documentsAfter(src *source, err error) (*source, bool) {
	var broken *Error
	if !errors.As(err, &broken) || broken.Line == 0 || broken.Line > len(src.lines) {
		return nil, false
	}
	at := src.lines[broken.Line-1]
	i := bytes.Index(src.text[at:], []byte("\n---"))
	if i < 0 {
		return nil, false
	}
	text := bytes.Clone(src.text)
	for j, c := range text[:at+i] {
		if c != '\n' && c != '\r' {
			text[j] = ' '
		}
	}
	return &source{text: text, lines: src.lines}, true
}

// parseDocuments returns the documents before an error with it.
func parseDocuments(src *source) (roots []*node, err error) {
	defer func() {
		// The library's own parser panics where it finds itself at odds.
		if recover() != nil {
			err = &Error{Message: "the YAML parser failed"}
		}
	}()
	c := &converter{src: src, lines: newYAMLLines(src.text), nodes: map[*yaml.Node]*node{}}
	dec := yaml.NewDecoder(bytes.NewReader(src.text))
	for {
		var doc yaml.Node
		err := dec.Decode(&doc)
		if errors.Is(err, io.EOF) {
			return roots, nil
		}
		if err != nil {
			return roots, explainYAML(src, err)
		}
		for _, content := range doc.Content {
			root := c.convert(content, 0)
			if c.err != nil {
				return roots, c.err
			}
			roots = append(roots, root)
		}
	}
}

// explainYAML takes apart "yaml: line 3: what is wrong". An alias that is none
// is the one thing whose line the library does not tell.
func explainYAML(src *source, err error) error {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	out := &Error{}
	if rest, ok := strings.CutPrefix(message, "unknown anchor '"); ok {
		name, _, _ := strings.Cut(rest, "'")
		out.Line, _ = src.position(max(0, bytes.Index(src.text, []byte("*"+name))))
	}
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		number, what, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			out.Line, message = n, what
		}
	}
	out.Message = "not well-formed YAML: " + unquoted(message)
	return out
}

// A converter makes nodes of yaml.Nodes: it follows aliases and merge keys, and
// turns lines and columns, which YAML counts in characters, into offsets.
type converter struct {
	src    *source
	lines  *yamlLines
	nodes  map[*yaml.Node]*node // nil while a node is being made
	merged int
	err    error
}

func (c *converter) convert(y *yaml.Node, depth int) *node {
	if y.Kind == yaml.AliasNode {
		y = y.Alias
	}
	if n, ok := c.nodes[y]; ok {
		if n == nil { // an alias within what it is an alias of
			return &node{}
		}
		return n
	}
	if depth > maxDepth && c.err == nil {
		c.err = &Error{y.Line, "not well-formed YAML: " + errDeep.Error()}
	}
	if c.err != nil {
		return &node{}
	}
	c.nodes[y] = nil
	n := &node{start: c.lines.offset(y.Line, y.Column)}
	if y.Style&yaml.TaggedStyle != 0 && !strings.HasPrefix(y.Tag, "!!") {
		n.tag = y.Tag
	}
	switch y.Kind {
	case yaml.ScalarNode:
		c.scalar(n, y)
	case yaml.SequenceNode:
		n.kind, n.end = sequence, n.start
		for _, item := range y.Content {
			n.items = append(n.items, c.convert(item, depth+1))
		}
	case yaml.MappingNode:
		n.kind, n.end = mapping, n.start
		c.mapping(n, y, depth)
	}
	c.nodes[y] = n
	return n
}

func (c *converter) scalar(n *node, y *yaml.Node) {
	n.kind, n.value = scalar, y.Value
	if y.ShortTag() == "!!null" {
		n.kind = null
	}
	n.start = skipProperties(c.src.text, n.start)
	switch {
	case y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		n.style = quoted
	case y.Style&yaml.LiteralStyle != 0:
		n.style = literal
	case y.Style&yaml.FoldedStyle != 0:
		n.style = folded
	}
	n.end = scalarEnd(c.src, n)
}

// skipProperties returns the offset behind tags and anchors, which the position
// of a node includes.
func skipProperties(text []byte, at int) int {
	for at < len(text) && (text[at] == '!' || text[at] == '&') {
		end := bytes.IndexAny(text[at:], " \t\r\n")
		if end < 0 {
			return at
		}
		rest := text[at+end:]
		at += end + len(rest) - len(bytes.TrimLeft(rest, " \t\r\n"))
	}
	return at
}

func scalarEnd(src *source, n *node) int {
	text := src.text[min(n.start, len(src.text)):]
	switch n.style {
	case quoted:
		return n.start + quotedLength(text)
	case literal, folded:
		line, _ := src.position(n.start)
		last := min(line+strings.Count(strings.TrimRight(n.value, "\n"), "\n")+1, len(src.lines))
		return src.lines[last-1] + len(src.lineAt(src.lines[last-1]))
	}
	if bytes.HasPrefix(text, []byte(n.value)) {
		return n.start + len(n.value)
	}
	return n.start + len(bytes.TrimRight(src.lineAt(n.start), " \t"))
}

// quotedLength returns the length of the quoted text at the beginning of text,
// with its quotes.
func quotedLength(text []byte) int {
	if len(text) == 0 || text[0] != '"' && text[0] != '\'' {
		return 0
	}
	for i := 1; i < len(text); i++ {
		switch {
		case text[0] == '"' && text[i] == '\\':
			i++
		case text[i] != text[0]:
		case text[0] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}

func (c *converter) mapping(n *node, y *yaml.Node, depth int) {
	var merges []*yaml.Node
	for i := 0; i+1 < len(y.Content); i += 2 {
		key, value := y.Content[i], y.Content[i+1]
		if key.Kind == yaml.ScalarNode && key.Tag == "!!merge" {
			merges = append(merges, value)
			continue
		}
		n.entries = append(n.entries, entry{c.convert(key, depth+1), c.convert(value, depth+1)})
	}
	for _, m := range merges {
		c.merge(n, c.convert(m, depth+1))
	}
}

// merge adds those entries of a mapping, or of a list of mappings, whose keys n
// does not have.
func (c *converter) merge(n, from *node) {
	c.merged += len(from.entries)
	if c.merged > maxMerged {
		if c.err == nil {
			line, _ := c.src.position(n.start)
			c.err = &Error{line, fmt.Sprintf("not looked at: merge keys add more than %d entries", maxMerged)}
		}
		return
	}
	has := make(map[string]bool, len(n.entries))
	for _, e := range n.entries {
		has[e.key.value] = true
	}
	for _, e := range from.entries {
		if !has[e.key.value] {
			n.entries = append(n.entries, e)
		}
	}
	for _, item := range from.items {
		c.merged++
		c.merge(n, item)
	}
}

// yamlLines finds offsets by line and column, as YAML counts them: columns in
// characters, and lines with more kinds of breaks than a newline.
type yamlLines struct {
	text   []byte
	starts []int
	// The last place found. Nodes mostly come in order, and a file may be one
	// line.
	line, column, at int
}

func newYAMLLines(text []byte) *yamlLines {
	l := &yamlLines{text: text, starts: []int{0}}
	if bytes.HasPrefix(text, bom) {
		l.starts[0] = len(bom)
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			continue
		case text[i] == '\n' || text[i] == '\r':
			l.starts = append(l.starts, i+1)
		case text[i] == 0xC2 && i+1 < len(text) && text[i+1] == 0x85: // NEL
			l.starts = append(l.starts, i+2)
		case text[i] == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2]&^1 == 0xA8: // LS, PS
			l.starts = append(l.starts, i+3)
		}
	}
	return l
}

func (l *yamlLines) offset(line, column int) int {
	if line < 1 || line > len(l.starts) {
		return 0
	}
	if l.line != line || l.column > column {
		l.line, l.column, l.at = line, 1, l.starts[line-1]
	}
	for l.column < column && l.at < len(l.text) {
		l.at++
		for l.at < len(l.text) && l.text[l.at]&0xC0 == 0x80 {
			l.at++
		}
		l.column++
	}
	return l.at
}
