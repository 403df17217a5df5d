package format

import (
	"bytes"
	"strings"
)

// readDockerfile reads what a Dockerfile sets: Dockerfile reference, "ENV",
// "ARG" and "RUN". Arguments and variables stay in the image's history and
// configuration; secrets that are mounted do not.
//
// BuildKit's own parser keeps neither the lines nor the columns of what is in
// an instruction, and brings the runtime of protocol buffers with it.
func readDockerfile(text []byte) ([]Setting, error) {
	d := &dockerfile{src: newSource(text), escape: '\\'}
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
	escape   byte
	stage    string
	known    int   // instructions: a text without any is no Dockerfile
	unknown  error // about the first that is none
	settings []Setting
}

func (d *dockerfile) read() error {
	text := d.src.text
	at := 0
	if bytes.HasPrefix(text, bom) {
		at = len(bom)
	}
	at = d.directives(at)
	for at < len(text) {
		l := d.line(at)
		at = l.next
		keyword, rest := keywordOf(l.text)
		if keyword == "" {
			continue
		}
		if keyword == "ONBUILD" {
			inner, length := keywordOf(l.text[rest:])
			keyword, rest = inner, rest+length
		}
		next, err := d.instruction(l, keyword, rest)
		if err != nil {
			return err
		}
		at = next
	}
	return nil
}

// directives reads the parser's directives, which are comments before all else.
func (d *dockerfile) directives(at int) int {
	for at < len(d.src.text) {
		line := bytes.TrimSpace(d.src.lineAt(at))
		name, value, ok := strings.Cut(strings.TrimSpace(strings.TrimLeft(string(line), "#")), "=")
		if !bytes.HasPrefix(line, []byte("#")) || !ok {
			return at
		}
		if strings.EqualFold(strings.TrimSpace(name), "escape") && strings.TrimSpace(value) == "`" {
			d.escape = '`'
		}
		at += lineLength(d.src.text[at:])
	}
	return at
}

// line joins the lines of an instruction, without the comments and the empty
// lines between them.
func (d *dockerfile) line(at int) logical {
	text := d.src.text
	l := logical{next: at}
	for l.next < len(text) {
		start := l.next
		length := lineLength(text[start:])
		l.next += length
		line := bytes.TrimRight(text[start:start+length], "\r\n")
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 || trimmed[0] == '#' {
			if len(l.text) == 0 {
				return l
			}
			continue
		}
		before, continued := bytes.CutSuffix(bytes.TrimRight(line, " \t"), []byte{d.escape})
		if !continued {
			l.add(start, line)
			return l
		}
		l.add(start, before)
		l.add(start+len(before), []byte{' '})
	}
	return l
}

// keywordOf returns the instruction that a line is, and where its arguments are.
func keywordOf(line []byte) (keyword string, rest int) {
	trimmed := bytes.TrimLeft(line, " \t")
	i := bytes.IndexAny(trimmed, " \t")
	if i < 0 {
		i = len(trimmed)
	}
	return strings.ToUpper(string(trimmed[:i])), len(line) - len(trimmed) + i
}

// instruction reads an instruction and returns the offset of what follows.
func (d *dockerfile) instruction(l logical, keyword string, rest int) (int, error) {
	switch keyword {
	case "FROM":
		d.stage = stageOf(l.text[rest:])
	case "ENV":
		d.known++
		return l.next, d.variables(l, rest, true)
	case "ARG":
		d.known++
		return l.next, d.variables(l, rest, false)
	case "RUN":
		d.known++
		return d.run(l, rest)
	case "COPY", "ADD":
		return d.skipHeredocs(l)
	case "CMD", "ENTRYPOINT", "LABEL", "EXPOSE", "USER", "VOLUME", "WORKDIR", "SHELL", "HEALTHCHECK", "STOPSIGNAL", "MAINTAINER":
	default:
		if d.unknown == nil {
			d.unknown = d.errorAt(l, "not a Dockerfile: unknown instruction")
		}
		return l.next, nil
	}
	d.known++
	return l.next, nil
}

func (d *dockerfile) errorAt(l logical, message string) error {
	line, _ := d.src.position(l.offset(0))
	return &Error{line, message}
}

// stageOf returns the name in "image AS name".
func stageOf(args []byte) string {
	fields := strings.Fields(string(args))
	if n := len(fields); n >= 3 && strings.EqualFold(fields[n-2], "as") {
		return fields[n-1]
	}
	return ""
}

// variables reads the arguments of ENV and ARG: name=value, several times, or
// for ENV alone a name, and a value up to the end of the line.
func (d *dockerfile) variables(l logical, rest int, isEnv bool) error {
	all := words(l.text, rest, d.escape)
	if len(all) > 0 && isEnv && !bytes.Contains(l.text[all[0].start:all[0].end], []byte("=")) {
		if len(all) < 2 {
			return d.errorAt(l, "not a Dockerfile: ENV without a value")
		}
		end := len(bytes.TrimRight(l.text, " \t"))
		d.add(l, string(l.text[all[0].start:all[0].end]), word{all[1].start, end})
		return nil
	}
	for _, w := range all {
		i := bytes.IndexByte(l.text[w.start:w.end], '=')
		if i < 0 && isEnv {
			return d.errorAt(l, "not a Dockerfile: in ENV there is a word without =")
		}
		if i > 0 {
			d.add(l, string(l.text[w.start:w.start+i]), word{w.start + i + 1, w.end})
		}
	}
	return nil
}

func (d *dockerfile) add(l logical, name string, value word) {
	text := dequote(string(l.text[value.start:value.end]), d.escape)
	if inner, ok := defaultOf(text); ok {
		text = inner
	}
	d.addText(name, text, d.src.span(l.offset(value.start), l.offset(value.end)))
}

func (d *dockerfile) addText(name, value string, at Span) {
	if name = dequote(name, d.escape); value != "" && name != "" {
		d.settings = append(d.settings, Setting{Name: name, Value: value, Where: named("stage", d.stage), Span: at, Kind: Dockerfile})
	}
}

// run reads the commands of RUN, unless they are in the form of JSON or for
// another shell.
func (d *dockerfile) run(l logical, rest int) (int, error) {
	args := bytes.TrimLeft(l.text[rest:], " \t")
	for bytes.HasPrefix(args, []byte("--")) {
		_, length := keywordOf(args)
		args = bytes.TrimLeft(args[length:], " \t")
	}
	start := len(l.text) - len(args)
	bodies, next, err := d.heredocs(&l)
	if err != nil {
		return 0, err
	}
	if bytes.HasPrefix(args, []byte("[")) {
		return next, nil
	}
	if bytes.HasPrefix(args, []byte("<<")) && len(bodies) > 0 {
		start = bodies[0].at
	}
	found, _ := assignments(l.text[start:])
	for _, a := range found {
		d.addText(a.name, a.value, d.src.span(l.offset(start+a.start), l.offset(start+a.end)))
	}
	return next, nil
}

func (d *dockerfile) skipHeredocs(l logical) (int, error) {
	_, next, err := d.heredocs(&l)
	return next, err
}

// heredocs adds to a line the documents that follow it, and says where in its
// text and in the file each begins.
func (d *dockerfile) heredocs(l *logical) (bodies []part, next int, err error) {
	next = l.next
	for _, name := range heredocNames(string(l.text)) {
		l.text = append(l.text, '\n')
		bodies = append(bodies, part{len(l.text), next})
		for closed := false; !closed; {
			if next >= len(d.src.text) {
				return nil, 0, d.errorAt(*l, "not a Dockerfile: a here-document has no end")
			}
			length := lineLength(d.src.text[next:])
			line := d.src.text[next : next+length]
			l.add(next, line)
			next += length
			closed = string(bytes.TrimSpace(line)) == name
		}
	}
	return bodies, next, nil
}

// heredocNames returns what ends the documents that a line announces: <<EOF,
// <<-EOF, <<"EOF".
func heredocNames(line string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(line, "<<")
		if !ok {
			return names
		}
		line = rest
		if strings.HasPrefix(rest, "<") { // a here-string
			line = strings.TrimLeft(rest, "<")
			continue
		}
		rest = strings.TrimLeft(strings.TrimPrefix(rest, "-"), `"'`)
		if i := strings.IndexFunc(rest, func(r rune) bool { return !isNameRune(r) }); i >= 0 {
			rest = rest[:i]
		}
		if rest != "" && (rest[0] < '0' || rest[0] > '9') {
			names = append(names, rest)
		}
	}
}
