// Package format reads the settings out of files that deploy a program: names,
// and the values that they are given in the clear.
//
// Every format is a pure function of the file's text. What a setting amounts to
// is for others to judge. Values are kept in memory alone, and no error quotes
// what a file says.
package format

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Setting is a name and the value that a file gives it.
type Setting struct {
	Name  string
	Value string // may be a secret: it is never printed
	Where string // "container api", "resource aws_db_instance.main", or empty
	Span

	// Declared says that by the file's own word the value is a secret, whatever
	// its name is: NoEcho, sensitive, SecureString.
	Declared bool

	// Copied, if set, makes this no setting but a note: a secret that is fetched
	// in the right way is copied to there. Value is empty.
	Copied string

	// Kind is what the setting is part of: the Name of a Format, or of a kind of
	// document, which several formats may hold.
	Kind string
}

// A Span is a range of a file. Lines and columns count from 1, columns in
// bytes. The end is behind the last byte.
type Span struct {
	Line, Column, EndLine, EndColumn int
}

// An Error says where a file is not what its format wants.
type Error struct {
	Line    int // 0 if unknown
	Message string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Message
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Message)
}

// A source is the text of a file, and where its lines begin.
type source struct {
	text  []byte
	lines []int // offsets of what follows each newline, and 0
}

func newSource(text []byte) *source {
	s := &source{text: text, lines: []int{0}}
	for i, c := range text {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// position returns the line and the column of an offset.
func (s *source) position(offset int) (line, column int) {
	offset = min(max(offset, 0), len(s.text))
	line = sort.SearchInts(s.lines, offset+1)
	return line, offset - s.lines[line-1] + 1
}

// offset is the reverse of position.
func (s *source) offset(line, column int) int { return s.lines[line-1] + column - 1 }

func (s *source) span(start, end int) Span {
	line, column := s.position(start)
	endLine, endColumn := s.position(max(start, end))
	return Span{line, column, endLine, endColumn}
}

// lineAt returns the text from an offset to the end of its line.
func (s *source) lineAt(offset int) []byte {
	rest := s.text[min(max(offset, 0), len(s.text)):]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return bytes.TrimRight(rest, "\r")
}

// unquoted drops from a parser's message whatever it quotes of the file, which
// may be a secret, but for single characters.
func unquoted(message string) string {
	var b strings.Builder
	for message != "" {
		i := strings.IndexAny(message, "\"'`")
		if i < 0 {
			b.WriteString(message)
			break
		}
		end := strings.IndexByte(message[i+1:], message[i])
		if end < 0 {
			b.WriteString(message[:i])
			break
		}
		quoted := message[i : i+end+2]
		b.WriteString(message[:i])
		if utf8.RuneCountInString(quoted) <= 3 {
			b.WriteString(quoted)
		} else {
			b.WriteString("…")
		}
		message = message[i+end+2:]
	}
	return strings.Map(printable, b.String())
}

func printable(r rune) rune {
	if unicode.IsPrint(r) {
		return r
	}
	return ' '
}
