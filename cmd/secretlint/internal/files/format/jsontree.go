package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxDepth bounds how deep values may be nested. Nothing that anybody writes
// comes near.
const maxDepth = 500

var errDeep = errors.New("nested too deeply")

// parseJSON returns the values in src, which may be several. What there is
// before an error is returned with it.
func parseJSON(src *source) ([]*node, error) {
	p := &jsonParser{src: src, dec: json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(src.text, bom)))}
	p.dec.UseNumber()
	if bytes.HasPrefix(src.text, bom) {
		p.base = len(bom)
	}
	var values []*node
	for {
		n, err := p.value(0)
		if errors.Is(err, io.EOF) && n == nil && p.atEnd() {
			return values, nil
		}
		if n != nil {
			values = append(values, n)
		}
		if err != nil {
			return values, p.explain(err)
		}
	}
}

var bom = []byte("\xef\xbb\xbf")

type jsonParser struct {
	src  *source
	dec  *json.Decoder
	base int // length of a byte order mark
}

// offset is where the next token is looked for.
func (p *jsonParser) offset() int { return p.base + int(p.dec.InputOffset()) }

func (p *jsonParser) atEnd() bool {
	return len(bytes.TrimSpace(p.src.text[min(p.offset(), len(p.src.text)):])) == 0
}

// explain keeps of an error the place and what is wrong. Errors of
// encoding/json name no more of the text than one character.
func (p *jsonParser) explain(err error) error {
	at := p.offset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = p.base + int(syntax.Offset)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		at, err = len(bytes.TrimSpace(p.src.text)), errors.New("unexpected end")
	}
	line, _ := p.src.position(at)
	return &Error{line, fmt.Sprintf("not well-formed JSON: %s", unquoted(err.Error()))}
}

func (p *jsonParser) value(depth int) (*node, error) {
	start := p.start()
	token, err := p.dec.Token()
	if err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, errDeep
	}
	n := &node{kind: scalar, start: start}
	switch token := token.(type) {
	case json.Delim:
		err = p.composite(n, token, depth)
	case string:
		n.value, n.style = token, quoted
	case nil:
		n.kind = null
	default:
		n.value = fmt.Sprint(token)
	}
	n.end = p.offset()
	return n, err
}

// start returns where the next token begins.
func (p *jsonParser) start() int {
	at := min(p.offset(), len(p.src.text))
	rest := p.src.text[at:]
	return at + len(rest) - len(bytes.TrimLeft(rest, " \t\r\n,:"))
}

func (p *jsonParser) composite(n *node, open json.Delim, depth int) error {
	n.kind = sequence
	if open == '{' {
		n.kind = mapping
	}
	for p.dec.More() {
		v, err := p.value(depth + 1)
		if n.kind == sequence && v != nil {
			n.items = append(n.items, v)
		}
		if err != nil {
			return err
		}
		if n.kind == sequence {
			continue
		}
		value, err := p.value(depth + 1)
		if value != nil {
			n.entries = append(n.entries, entry{v, value})
		}
		if err != nil {
			return err
		}
	}
	_, err := p.dec.Token()
	return err
}
