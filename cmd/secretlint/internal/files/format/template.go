package format

import "bytes"

// isTemplate reports whether a text is filled in before it is what its name
// says: with Go templates, Jinja, ERB and the like.
func isTemplate(text []byte) bool {
	for _, open := range []string{"{{", "{%", "<%", "[[", "${{", "#{", "@@"} {
		if bytes.Contains(text, []byte(open)) {
			return true
		}
	}
	return false
}

// filledIn returns the text with what Go templates and Jinja would fill in
// replaced by a reference of the same length, and with lines that are nothing
// else left blank, so that what is around it may be read. Offsets stay as they
// are.
func filledIn(text []byte) []byte {
	out := bytes.Clone(text)
	for at := 0; ; {
		start, end, ok := nextAction(out, at)
		if !ok {
			return out
		}
		if start > 0 && out[start-1] == '$' { // ${{ … }} of GitHub
			start--
		}
		if isAlone(out, start, end) {
			blank(out[start:end], ' ')
		} else {
			blank(out[start:end], '_')
			copy(out[start:], "${")
			out[end-1] = '}'
		}
		at = end
	}
}

// nextAction returns the range of the next {{ … }} or {% … %}.
func nextAction(text []byte, from int) (start, end int, ok bool) {
	for i := from; i+1 < len(text); i++ {
		if text[i] != '{' || text[i+1] != '{' && text[i+1] != '%' {
			continue
		}
		closing := "}}"
		if text[i+1] == '%' {
			closing = "%}"
		}
		length := bytes.Index(text[i+2:], []byte(closing))
		if length < 0 {
			return 0, 0, false
		}
		return i, i + length + 4, true
	}
	return 0, 0, false
}

// maxBeside bounds how far to look for the ends of a line, for files of one line.
const maxBeside = 4096

// isAlone reports whether nothing but other actions is on the lines of a range.
func isAlone(text []byte, start, end int) bool {
	before, after := text[max(0, start-maxBeside):start], text[end:min(len(text), end+maxBeside)]
	before = before[bytes.LastIndexByte(before, '\n')+1:]
	if i := bytes.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	}
	after = bytes.TrimSpace(after)
	return len(bytes.TrimSpace(before)) == 0 && (len(after) == 0 || bytes.HasPrefix(after, []byte("{{")) || after[0] == '#')
}

func blank(text []byte, with byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = with
		}
	}
}
