package format

import (
	"bytes"
	"errors"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// maxProgram bounds what is given to parsers that recurse, on the stack, into
// what is nested: they have no bound of their own.
const maxProgram = 1 << 20

var errLong = &Error{Message: "not looked at: longer than 1 MiB"}

// ErrNoScript is the error for a text in which no line can be said to be what
// keeps it from being a script: it begins as one does, and is something else.
var ErrNoScript = &Error{Message: "not a shell script"}

func scriptError(at syntax.Pos, message string) error {
	if at.Line() == 0 {
		return ErrNoScript
	}
	return &Error{int(at.Line()), message}
}

// An assignment gives a variable a value, between two offsets of a text.
type assignment struct {
	name, value string
	start, end  int
}

// readShell reads a script for a POSIX shell or bash.
func readShell(text []byte) ([]Setting, error) {
	found, err := assignments(text)
	if err != nil && isFilledIn(text) {
		err = ErrTemplate
	}
	src := newSource(text)
	var settings []Setting
	for _, a := range found {
		settings = append(settings, Setting{Name: a.name, Value: a.value, Span: src.span(a.start, a.end), Kind: Shell})
	}
	return settings, err
}

// isFilledIn is isTemplate for texts in which double brackets are a test.
// Templates of Terraform have ${ name } and %{ if … } in them.
func isFilledIn(text []byte) bool {
	for _, open := range []string{"${ ", "%{ ", "%{~", "%{if", "%{for", "{{", "{%", "<%"} {
		if bytes.Contains(text, []byte(open)) {
			return true
		}
	}
	return false
}

// assignments returns what a script assigns to variables, for itself or for
// the commands that it starts. Those before an error are returned with it.
func assignments(text []byte) ([]assignment, error) {
	if len(text) > maxProgram {
		return nil, errLong
	}
	if isNested(text) {
		return nil, &Error{Message: "not looked at: " + errDeep.Error()}
	}
	file, err := parseShell(text, syntax.LangBash)
	var other syntax.LangError
	if errors.As(err, &other) { // scripts may be for either
		if zsh, bad := parseShell(text, syntax.LangZsh); bad == nil {
			file, err = zsh, nil
		}
	}
	s := &script{}
	if file != nil {
		syntax.Walk(file, s.visit)
	}
	var bad syntax.ParseError
	if errors.As(err, &bad) {
		return s.found, scriptError(bad.Pos, "not a shell script: "+unquoted(bad.Text))
	}
	if errors.As(err, &other) {
		return s.found, scriptError(other.Pos, "not a shell script for bash")
	}
	if err != nil {
		return s.found, ErrNoScript
	}
	return s.found, nil
}

func parseShell(text []byte, language syntax.LangVariant) (*syntax.File, error) {
	return syntax.NewParser(syntax.Variant(language), syntax.RecoverErrors(8)).Parse(bytes.NewReader(text), "")
}

// maxNested bounds what may be open at once, as far as that can be told without
// parsing.
const maxNested = 10_000

// isNested reports whether a parser that recurses would recurse too deeply:
// into brackets, or along a pipeline.
func isNested(text []byte) bool {
	open, pipes, last := 0, 0, byte(0)
	for _, c := range text {
		switch c {
		case '(', '{', '[':
			open++
		case ')', '}', ']':
			open = max(open-1, 0)
		case '|', '&':
			pipes++
		case '\n':
			if last != '|' && last != '&' && last != '\\' {
				pipes = 0
			}
		}
		if open > maxNested || pipes > maxNested {
			return true
		}
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			last = c
		}
	}
	return false
}

type script struct{ found []assignment }

func (s *script) visit(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.CallExpr:
		for _, a := range n.Assigns {
			s.assign(a)
		}
		s.call(n.Args)
	case *syntax.DeclClause:
		for _, a := range n.Args {
			s.assign(a)
		}
	}
	return true
}

func (s *script) assign(a *syntax.Assign) {
	if a.Name != nil && a.Value != nil && !a.Naked {
		s.add(a.Name.Value, wordText(a.Value), a.Value.Pos(), a.Value.End())
	}
}

func (s *script) add(name, value string, start, end syntax.Pos) {
	if name != "" && value != "" {
		s.found = append(s.found, assignment{name, value, int(start.Offset()), int(end.Offset())})
	}
}

// call adds what a command is told to put into an environment.
func (s *script) call(args []*syntax.Word) {
	if len(args) == 0 {
		return
	}
	command := args[0].Lit()
	command = command[strings.LastIndexByte(command, '/')+1:]
	for i, arg := range args[1:] {
		before, text := args[i].Lit(), wordText(arg)
		flag, rest, _ := strings.Cut(text, "=")
		switch {
		case command == "env" && !strings.HasPrefix(text, "-"):
			s.pair(text, arg)
		case takesVariable(command, before):
			s.pair(text, arg)
		case takesVariable(command, flag):
			s.pair(rest, arg)
		}
	}
}

// takesVariable reports whether the argument of a flag is name=value.
func takesVariable(command, flag string) bool {
	switch command {
	case "docker", "podman", "nerdctl", "docker-compose", "buildah":
		return flag == "-e" || flag == "--env" || flag == "--build-arg"
	case "kubectl", "oc":
		return flag == "--from-literal" || flag == "--env"
	case "helm":
		return flag == "--set" || flag == "--set-string"
	}
	return false
}

func (s *script) pair(text string, word *syntax.Word) {
	if name, value, ok := strings.Cut(text, "="); ok {
		s.add(name[strings.LastIndexByte(name, '.')+1:], value, word.Pos(), word.End())
	}
}

// wordText returns the text of a word, in which a reference stands for what the
// shell puts in: ${NAME}. Of a variable with a default it is the default.
func wordText(word *syntax.Word) string {
	if text, ok := defaultWord(word.Parts); ok {
		return text
	}
	var b strings.Builder
	writeParts(&b, word.Parts)
	return b.String()
}

func writeParts(b *strings.Builder, parts []syntax.WordPart) {
	for _, part := range parts {
		switch part := part.(type) {
		case *syntax.Lit:
			b.WriteString(unescape(part.Value))
		case *syntax.SglQuoted:
			b.WriteString(part.Value)
		case *syntax.DblQuoted:
			writeParts(b, part.Parts)
		default:
			b.WriteString("${…}")
		}
	}
}

func defaultWord(parts []syntax.WordPart) (string, bool) {
	if len(parts) != 1 {
		return "", false
	}
	switch part := parts[0].(type) {
	case *syntax.DblQuoted:
		return defaultWord(part.Parts)
	case *syntax.ParamExp:
		if part.Exp == nil || part.Exp.Word == nil {
			return "", false
		}
		switch part.Exp.Op {
		case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
			return wordText(part.Exp.Word), true
		}
	}
	return "", false
}

func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
			if s[i] == '\n' {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
