package format

import (
	"bytes"
	"sort"
	"strings"
)

// A logical line is made of lines of a file that continue each other.
type logical struct {
	text  []byte
	parts []part // where parts of the text are in the file
	next  int    // offset of the line that follows
}

type part struct{ at, offset int }

// offset returns where in the file an offset of the text is.
func (l *logical) offset(at int) int {
	i := sort.Search(len(l.parts), func(i int) bool { return l.parts[i].at > at }) - 1
	if i < 0 {
		return 0
	}
	return l.parts[i].offset + at - l.parts[i].at
}

func (l *logical) add(offset int, text []byte) {
	l.parts = append(l.parts, part{len(l.text), offset})
	l.text = append(l.text, text...)
}

// joinLines joins a line with those that follow it for as long as they end in a
// backslash, as units of systemd have it: systemd.syntax(7).
func joinLines(text []byte, at int) logical {
	l := logical{next: at}
	for l.next < len(text) {
		start := l.next
		length := lineLength(text[start:])
		l.next += length
		line := bytes.TrimRight(text[start:start+length], "\r\n")
		if trimmed := bytes.TrimSpace(line); len(l.text) > 0 && len(trimmed) > 0 && (trimmed[0] == '#' || trimmed[0] == ';') {
			continue
		}
		before, continued := bytes.CutSuffix(line, []byte{'\\'})
		l.add(start, before)
		if !continued {
			break
		}
		l.add(start+len(before), []byte{' '})
	}
	return l
}

type word struct{ start, end int }

// words cuts a text into words, which quotes keep together.
func words(text []byte, from int, escape byte) []word {
	var all []word
	start, quote := -1, byte(0)
	for i := from; i < len(text); i++ {
		c := text[i]
		isSpace := c == ' ' || c == '\t' || c == '\r' || c == '\n'
		if isSpace && quote == 0 {
			if start >= 0 {
				all, start = append(all, word{start, i}), -1
			}
			continue
		}
		if start < 0 {
			start = i
		}
		switch {
		case c == escape && quote != '\'':
			i++
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	if start >= 0 {
		all = append(all, word{start, len(text)})
	}
	return all
}

// dequote removes quotes and escapes from a word.
func dequote(s string, escape byte) string {
	if !strings.ContainsAny(s, "\"'") && strings.IndexByte(s, escape) < 0 {
		return s
	}
	var b strings.Builder
	quote := byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == escape && quote != '\'' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote && quote != 0:
			quote = 0
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
