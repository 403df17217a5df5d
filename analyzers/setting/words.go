package setting

import "strings"

// A text is the words of a name in lower case, with a space between two.
type text struct {
	letters []byte
	starts  []int // where in letters each word begins
}

// words returns the words from the one numbered from up to to.
func (t *text) words(from, to int) []byte {
	end := len(t.letters)
	if to < len(t.starts) {
		end = t.starts[to] - 1
	}
	return t.letters[t.starts[from]:end]
}

// add appends the words of a name. What is neither letter nor digit separates
// words, and so does the beginning of one in camel case: dbPassword, APIKey.
func (t *text) add(n *Names, name string) {
	for i := 0; i < len(name); {
		if !isLetter(name[i]) && !isDigit(name[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(name) && !breaks(name, end) {
			end++
		}
		start := t.begin()
		for _, c := range []byte(name[i:end]) {
			t.letters = append(t.letters, lower(c))
		}
		t.unglue(n, start)
		i = end
	}
}

// breaks reports whether a word ends before name[i], which has one before it.
func breaks(name string, i int) bool {
	c, before := name[i], name[i-1]
	if !isLetter(c) && !isDigit(c) {
		return true
	}
	if !isUpper(c) {
		return false
	}
	if !isUpper(before) {
		return isLetter(before) || i+1 < len(name) && isLower(name[i+1])
	}
	// The last capital of a run begins a word: APIKey. A plural s does not: APIs.
	return i+1 < len(name) && isLower(name[i+1]) && name[i+1:] != "s"
}

// begin begins a word and returns where its letters will be.
func (t *text) begin() int {
	if len(t.letters) > 0 {
		t.letters = append(t.letters, ' ')
	}
	t.starts = append(t.starts, len(t.letters))
	return len(t.letters)
}

// unglue takes the last word, which begins at start, apart where it is made of
// several: "dbpassword", "apikey2", "passwordfile".
func (t *text) unglue(n *Names, start int) {
	word := t.letters[start:]
	if n.words[string(word)] || len(word) < 3 {
		return
	}
	if trimmed := trimDigits(word); len(trimmed) < len(word) && len(trimmed) > 2 {
		t.letters = t.letters[:start+len(trimmed)]
		t.unglue(n, start)
		return
	}
	var found glue
	for _, g := range n.suffixes[word[len(word)-1]] {
		if len(g.text) > len(found.text) && hasSuffix(word, g.text) {
			found = g
		}
	}
	if found.text != "" {
		t.replace(n, start, len(word)-len(found.text), found.phrase)
		return
	}
	t.unglueFront(n, start)
}

// replace puts a phrase in the place of the letters of the last word from
// keep on, and takes apart what it keeps.
func (t *text) replace(n *Names, start, keep int, phrase string) {
	t.letters = t.letters[:start+keep]
	if keep > 0 {
		t.unglue(n, start)
	} else {
		t.letters = t.letters[:max(start-1, 0)]
		t.starts = t.starts[:len(t.starts)-1]
	}
	for rest, more := phrase, true; more; {
		var word string
		word, rest, more = strings.Cut(rest, " ")
		t.begin()
		t.letters = append(t.letters, word...)
	}
}

// unglueFront takes a phrase from the front of the last word, if the rest is a
// word that is known: "passwordfile", and not "secretary".
func (t *text) unglueFront(n *Names, start int) {
	for _, g := range n.prefixes[t.letters[start]] {
		word := t.letters[start:]
		if !hasPrefix(word, g.text) || !n.words[string(word[len(g.text):])] {
			continue
		}
		rest := string(word[len(g.text):])
		t.replace(n, start, 0, g.phrase)
		t.begin()
		t.letters = append(t.letters, rest...)
		return
	}
}

func trimDigits(word []byte) []byte {
	for len(word) > 0 && isDigit(word[len(word)-1]) {
		word = word[:len(word)-1]
	}
	return word
}

func hasSuffix(word []byte, suffix string) bool {
	return len(word) >= len(suffix) && string(word[len(word)-len(suffix):]) == suffix
}

func hasPrefix(word []byte, prefix string) bool {
	return len(word) >= len(prefix) && string(word[:len(prefix)]) == prefix
}

func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return isUpper(c) || isLower(c) }

func lower(c byte) byte {
	if isUpper(c) {
		return c + 'a' - 'A'
	}
	return c
}
