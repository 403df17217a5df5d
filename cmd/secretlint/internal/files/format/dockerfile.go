package format

import (
	"bytes"
	"errors"
	"strings"
	"unicode"

	"github.com/moby/buildkit/frontend/dockerfile/command"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

// maxTriggers bounds how many times a file may say ONBUILD: BuildKit's parser
// recurses into what follows each, over a copy of the text.
const maxTriggers = 1000

var errTriggers = &Error{Message: "not looked at: more than 1,000 times ONBUILD"}

// readDockerfile reads what a Dockerfile sets: Dockerfile reference, "ENV",
// "ARG" and "RUN". Arguments and variables stay in the image's history and
// configuration; secrets that are mounted do not.
func readDockerfile(text []byte) ([]Setting, error) {
	switch {
	case len(text) > maxProgram:
		return nil, errLong
	case bytes.Count(bytes.ToUpper(text), []byte("ONBUILD")) > maxTriggers:
		return nil, errTriggers
	}
	d := &dockerfile{src: newSource(text), escape: parser.DefaultEscapeToken}
	err := d.read()
	if err == nil {
		err = d.unknown
	}
	if err != nil && (isTemplate(text) || d.known == 0) {
		err = ErrTemplate
	}
	return d.settings, err
}

type dockerfile struct {
	src      *source
	escape   rune
	stage    string
	known    int   // instructions: a text without any is no Dockerfile
	unknown  error // about the first that is none
	settings []Setting
}

// read reads the instructions, and where BuildKit refuses one, those before it:
// its parser returns all or none.
func (d *dockerfile) read() error {
	result, err := parser.Parse(bytes.NewReader(d.src.text))
	if err == nil {
		d.instructions(result)
		return nil
	}
	line := lineOf(err)
	if line == 0 || line > len(d.src.lines) {
		return &Error{Message: "not a Dockerfile: BuildKit finds no instruction that it knows how to read"}
	}
	if before, err := parser.Parse(bytes.NewReader(d.src.text[:d.src.lines[line-1]])); err == nil {
		d.instructions(before)
	}
	if fields := bytes.Fields(d.src.lineAt(d.src.lines[line-1])); len(fields) > 0 && tells(string(fields[0])) {
		d.known++
	}
	return &Error{line, "not a Dockerfile: BuildKit refuses this instruction"}
}

// tells reports whether a keyword tells a Dockerfile from a text. English
// sentences begin with three of them.
func tells(keyword string) bool {
	keyword = strings.ToLower(keyword)
	_, ok := command.Commands[keyword]
	return ok && keyword != command.From && keyword != command.Add && keyword != command.Copy
}

// lineOf returns the line of an error, or 0. What BuildKit's errors say quotes
// the file.
func lineOf(err error) int {
	var located *parser.LocationError
	if !errors.As(err, &located) {
		return 0
	}
	for _, ranges := range located.Locations {
		for _, r := range ranges {
			return r.Start.Line
		}
	}
	return 0
}

func (d *dockerfile) instructions(result *parser.Result) {
	d.escape = result.EscapeToken
	for _, n := range result.AST.Children {
		l := d.joined(n)
		inner := n
		if strings.EqualFold(n.Value, command.Onbuild) && n.Next != nil && len(n.Next.Children) > 0 {
			inner = n.Next.Children[0]
		}
		d.instruction(inner, instruction{l, n.Heredocs, suffix(l.text, inner.Original)})
	}
}

// An instruction is the text of one, joined from its lines.
type instruction struct {
	logical
	heredocs []parser.Heredoc
	start    int // in the text, behind ONBUILD
}

// suffix returns where in a text what it ends in begins, but for space.
func suffix(text []byte, end string) int {
	length := len(strings.TrimRightFunc(end, unicode.IsSpace))
	return max(0, len(bytes.TrimRightFunc(text, unicode.IsSpace))-length)
}

func (d *dockerfile) instruction(n *parser.Node, in instruction) {
	keyword := strings.ToLower(n.Value)
	if _, ok := command.Commands[keyword]; !ok {
		if d.unknown == nil {
			line, _ := d.src.position(in.offset(0))
			d.unknown = &Error{line, "not a Dockerfile: unknown instruction"}
		}
		return
	}
	if tells(keyword) {
		d.known++
	}
	switch keyword {
	case command.From:
		d.stage = stageOf(n)
	case command.Add, command.Copy:
		d.copied(n, in)
	case command.Env:
		d.env(n, in)
	case command.Arg:
		d.arg(n, in)
	case command.Run:
		d.run(n, in)
	}
}

// stageOf returns the name in "image AS name".
func stageOf(from *parser.Node) string {
	var words []string
	for n := from.Next; n != nil; n = n.Next {
		words = append(words, n.Value)
	}
	if n := len(words); n >= 3 && strings.EqualFold(words[n-2], "as") {
		return words[n-1]
	}
	return ""
}

// env reads what BuildKit makes of ENV: a name, a value and what stood between
// them, again and again.
func (d *dockerfile) env(n *parser.Node, in instruction) {
	at := in.start + len(n.Value)
	for name := n.Next; name != nil && name.Next != nil && name.Next.Next != nil; name = name.Next.Next.Next {
		value := name.Next
		nameAt, ok := in.find(name.Value, at)
		if !ok {
			return
		}
		at = nameAt + len(name.Value) + len(value.Next.Value)
		valueAt, ok := in.find(value.Value, at)
		if !ok {
			return
		}
		at = valueAt + len(value.Value)
		d.add(in, name.Value, valueAt, at)
	}
}

// arg reads the words of ARG, which are names with a default or without.
func (d *dockerfile) arg(n *parser.Node, in instruction) {
	at := in.start + len(n.Value)
	for word := n.Next; word != nil; word = word.Next {
		wordAt, ok := in.find(word.Value, at)
		if !ok {
			return
		}
		at = wordAt + len(word.Value)
		if name, _, ok := strings.Cut(word.Value, "="); ok {
			d.add(in, name, wordAt+len(name)+1, at)
		}
	}
}

// find returns where a word is, from an offset on. BuildKit's parser cuts words
// out of the text as they stand, but says nothing of columns.
func (in *instruction) find(word string, from int) (int, bool) {
	i := bytes.Index(in.text[min(from, len(in.text)):], []byte(word))
	return from + max(i, 0), i >= 0
}

func (d *dockerfile) add(in instruction, name string, start, end int) {
	value := d.expanded(string(in.text[start:end]))
	d.addText(d.expanded(name), value, d.src.span(in.offset(start), in.offset(end)))
}

// expanded returns a word without quotes and escapes, or its default if it is no
// more than a variable that has one.
func (d *dockerfile) expanded(word string) string {
	if len(word) > maxQuoted {
		return word
	}
	lex := shell.NewLex(d.escape)
	lex.SkipUnsetEnv = true
	out, _, err := lex.ProcessWord(word, shell.EnvsFromSlice(nil))
	if err != nil {
		return word
	}
	if value, ok := defaultOf(out); ok {
		return value
	}
	return out
}

func (d *dockerfile) addText(name, value string, at Span) {
	if value != "" && name != "" {
		d.settings = append(d.settings, Setting{Name: name, Value: value, Where: named("stage", d.stage), Span: at, Kind: Dockerfile})
	}
}

// run reads the commands of RUN, unless they are in the form of JSON or for
// another interpreter.
func (d *dockerfile) run(n *parser.Node, in instruction) {
	if n.Next == nil || n.Attributes["json"] {
		return
	}
	start := suffix(in.text, n.Next.Value)
	bodies := d.bodies(in)
	l := in.logical
	switch {
	case len(bodies) > 0 && strings.HasPrefix(n.Next.Value, "<<"):
		l, start = bodies[0], 0
		if hasInterpreter(l.text) && !hasShell(l.text) {
			return
		}
	case len(bodies) > 0:
		l.add(l.next-1, []byte{'\n'})
		end := bodies[len(bodies)-1].next
		l.add(l.next, d.src.text[l.next:end])
	}
	found, _ := assignments(l.text[start:])
	for _, a := range found {
		d.addText(a.name, a.value, d.src.span(l.offset(start+a.start), l.offset(start+a.end)))
	}
}

// bodies returns the here-documents of an instruction, which follow it.
func (d *dockerfile) bodies(in instruction) []logical {
	var all []logical
	at := in.next
	for _, doc := range in.heredocs {
		end := min(at+len(doc.Content), len(d.src.text))
		body := logical{next: end + lineLength(d.src.text[end:])}
		body.add(at, d.src.text[at:end])
		all, at = append(all, body), body.next
	}
	return all
}

// copied reads the files that COPY and ADD have in here-documents: what a file
// is, its destination says.
func (d *dockerfile) copied(n *parser.Node, in instruction) {
	destination := ""
	for word := n.Next; word != nil; word = word.Next {
		destination = word.Value
	}
	for i, body := range d.bodies(in) {
		name := destination
		if strings.HasSuffix(name, "/") {
			name = in.heredocs[i].Name
		}
		settings, _ := readEmbedded(name, string(body.text))
		inner := newSource(body.text)
		for _, s := range settings {
			start, end := inner.offset(s.Line, s.Column), inner.offset(s.EndLine, s.EndColumn)
			d.addText(s.Name, s.Value, d.src.span(body.offset(start), body.offset(end)))
		}
	}
}

// joined returns the text of an instruction with where each part of it is in
// the file: BuildKit's parser joins lines, and keeps the first and the last.
func (d *dockerfile) joined(n *parser.Node) logical {
	start := d.src.lines[n.StartLine-1]
	if start == 0 && bytes.HasPrefix(d.src.text, bom) {
		start = len(bom)
	}
	l := logical{next: start}
	for continued := true; continued && l.next < len(d.src.text); {
		at := l.next
		length := lineLength(d.src.text[at:])
		l.next += length
		line := bytes.TrimRight(d.src.text[at:at+length], "\r\n")
		trimmed := bytes.TrimLeftFunc(line, unicode.IsSpace)
		if at > start && (len(trimmed) == 0 || trimmed[0] == '#') {
			continue
		}
		if at == start {
			at, line = at+len(line)-len(trimmed), trimmed
		}
		line, continued = d.continued(line)
		l.add(at, line)
	}
	if string(l.text) != n.Original {
		return logical{text: []byte(n.Original), parts: []part{{0, start}}, next: l.next}
	}
	return l
}

// continued cuts the escape character from the end of a line that goes on.
func (d *dockerfile) continued(line []byte) ([]byte, bool) {
	escape := []byte{byte(d.escape)}
	before, ok := bytes.CutSuffix(bytes.TrimRight(line, " \t"), escape)
	if !ok || bytes.HasSuffix(before, escape) {
		return line, false
	}
	return before, true
}
