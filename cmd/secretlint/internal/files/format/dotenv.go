package format

import (
	"bytes"
	"strings"
)

// readDotenv reads lines of NAME=value, as Docker, systemd and the libraries
// called dotenv do. There is no line that all of them refuse, so nothing is an
// error.
func readDotenv(text []byte) ([]Setting, error) {
	src := newSource(text)
	var settings []Setting
	at := 0
	if bytes.HasPrefix(text, bom) {
		at = len(bom)
	}
	for at < len(text) {
		line := src.lineAt(at)
		name, start, ok := variableOf(line)
		if !ok {
			at += lineLength(text[at:])
			continue
		}
		start += at
		end, value := dotenvValue(text, start, at+len(line))
		if value != "" {
			settings = append(settings, Setting{Name: name, Value: value, Span: src.span(start, end), Kind: Dotenv})
		}
		at = end + lineLength(text[end:])
	}
	return settings, nil
}

func lineLength(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

// variableOf returns the name in "export NAME = value", and where the value
// begins.
func variableOf(line []byte) (name string, value int, ok bool) {
	i := bytes.IndexByte(line, '=')
	if i < 0 {
		return "", 0, false
	}
	name = strings.TrimSpace(string(line[:i]))
	name = strings.TrimSpace(strings.TrimPrefix(name, "export "))
	if !isVariable(name) {
		return "", 0, false
	}
	rest := line[i+1:]
	return name, i + 1 + len(rest) - len(bytes.TrimLeft(rest, " \t")), true
}

func isVariable(name string) bool {
	for _, c := range name {
		if !isNameRune(c) && c != '.' && c != '-' {
			return false
		}
	}
	return name != "" && name[0] != '-' && (name[0] < '0' || name[0] > '9')
}

// dotenvValue returns a value and where it ends. Quotes may enclose several
// lines.
func dotenvValue(text []byte, start, lineEnd int) (end int, value string) {
	if start < len(text) && (text[start] == '"' || text[start] == '\'') {
		length := dotenvQuoted(text[start:])
		if length > 0 {
			inner := string(text[start+1 : start+length-1])
			if text[start] == '"' {
				inner = strings.NewReplacer(`\n`, "\n", `\"`, `"`, `\\`, `\`).Replace(inner)
			}
			return start + length, inner
		}
	}
	line := text[min(start, lineEnd):lineEnd]
	if i := bytes.Index(line, []byte(" #")); i >= 0 {
		line = line[:i]
	}
	line = bytes.TrimRight(line, " \t\r")
	return min(start, lineEnd) + len(line), string(line)
}

// maxQuoted bounds how far the end of a quoted value is looked for: a quote
// that nobody closed is the value's own.
const maxQuoted = 64 << 10

// dotenvQuoted is quotedLength, but 0 where the quote is not closed, and with
// nothing escaped within single quotes.
func dotenvQuoted(text []byte) int {
	for i := 1; i < min(len(text), maxQuoted); i++ {
		switch {
		case text[0] == '"' && text[i] == '\\':
			i++
		case text[i] == text[0]:
			return i + 1
		}
	}
	return 0
}
