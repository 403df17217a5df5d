package early

import "unicode/utf8"

// Read reads a unit's description, as JSON that the go command writes: with
// objects whose keys are in order, no numbers, and no escapes in what matters.
// It is not ok on anything else; where it is, encoding/json reads the same.
func Read(data []byte) (u Unit, ok bool) {
	r := &reader{data: data}
	r.unit(&u)
	r.space()
	return u, !r.failed && r.pos == len(data)
}

// A reader reads JSON. Once something is not as expected, it has failed, and
// what its methods return means nothing.
type reader struct {
	data   []byte
	pos    int
	failed bool
}

// fields are the keys that matter, and how each is read.
var fields = [...]struct {
	key  string
	read func(*reader, *Unit)
}{
	{"ImportPath", func(r *reader, u *Unit) { u.ImportPath = r.text() }},
	{"ModulePath", func(r *reader, u *Unit) { u.ModulePath = r.text() }},
	{"ModuleVersion", func(r *reader, u *Unit) { u.ModuleVersion = r.text() }},
	{"ImportMap", func(r *reader, u *Unit) { u.Leaf = r.leaf() }},
	{"PackageFile", func(r *reader, u *Unit) { u.Archives = r.texts(nil) > 0 }},
	{"VetxOnly", func(r *reader, u *Unit) { u.VetxOnly = r.boolean() }},
	{"VetxOutput", func(r *reader, u *Unit) { u.VetxOutput = r.text() }},
}

func (r *reader) unit(u *Unit) {
	var seen [len(fields)]bool
	u.Leaf = true
	r.list('{', '}', func() {
		key := r.text()
		r.want(':')
		i := r.field(key)
		if i < 0 {
			r.skip(maxDepth)
			return
		}
		r.failed = r.failed || seen[i]
		seen[i] = true
		fields[i].read(r, u)
	})
}

// field returns the index of the field with the key, or -1. A key that
// encoding/json could take for another's is not expected.
func (r *reader) field(key string) int {
	for i := range fields {
		switch {
		case key == fields[i].key:
			return i
		case len(key) == len(fields[i].key) && lower(key) == lower(fields[i].key):
			r.failed = true
		}
	}
	for i := range len(key) {
		r.failed = r.failed || key[i] >= utf8.RuneSelf
	}
	return -1
}

// leaf reads an object of imports, and reports whether none has export data.
func (r *reader) leaf() bool {
	leaf := true
	r.texts(func(path string) { leaf = leaf && (path == "unsafe" || path == "C") })
	return leaf
}

// texts reads an object of strings in the order of their keys, and returns their
// number.
func (r *reader) texts(each func(string)) (n int) {
	last := ""
	r.list('{', '}', func() {
		key := r.text()
		r.failed = r.failed || n > 0 && key <= last
		r.want(':')
		value := r.text()
		if each != nil {
			each(value)
		}
		last = key
		n++
	})
	return n
}

// maxDepth is how deep lists and objects may lie in each other.
const maxDepth = 4

// skip passes over a value of any kind but a number.
func (r *reader) skip(depth int) {
	switch r.space(); {
	case depth == 0:
		r.failed = true
	case r.at('"'):
		r.quoted()
	case r.at('['):
		r.list('[', ']', func() { r.skip(depth - 1) })
	case r.at('{'):
		r.list('{', '}', func() {
			r.quoted()
			r.want(':')
			r.skip(depth - 1)
		})
	case !r.word("null"):
		r.boolean()
	}
}

// list reads what stands between two brackets, item by item.
func (r *reader) list(opening, closing byte, item func()) {
	r.want(opening)
	if r.space(); r.at(closing) {
		r.pos++
		return
	}
	for !r.failed {
		item()
		if r.space(); r.at(closing) {
			r.pos++
			return
		}
		r.want(',')
	}
}

func (r *reader) boolean() bool {
	if r.word("true") {
		return true
	}
	r.failed = !r.word("false") || r.failed
	return false
}

func (r *reader) word(word string) bool {
	r.space()
	end := r.pos + len(word)
	if end > len(r.data) || string(r.data[r.pos:end]) != word {
		return false
	}
	r.pos = end
	return true
}

// text reads a string without escapes.
func (r *reader) text() string {
	raw := r.quoted()
	for _, c := range raw {
		r.failed = r.failed || c == '\\'
	}
	r.failed = r.failed || !utf8.Valid(raw)
	return string(raw)
}

// quoted reads a string and returns what stands between the quotes.
func (r *reader) quoted() []byte {
	r.want('"')
	start := r.pos
	for r.pos < len(r.data) {
		switch c := r.data[r.pos]; {
		case c == '"':
			r.pos++
			return r.data[start : r.pos-1]
		case c < ' ':
			r.failed = true
			return nil
		case c == '\\':
			r.escape()
		default:
			r.pos++
		}
	}
	r.failed = true
	return nil
}

func (r *reader) escape() {
	length := 2
	if r.pos+1 < len(r.data) && r.data[r.pos+1] == 'u' {
		length = 6
	}
	if r.pos+length > len(r.data) {
		r.failed = true
		r.pos = len(r.data)
		return
	}
	r.failed = r.failed || !isEscape(r.data[r.pos+1:r.pos+length])
	r.pos += length
}

// isEscape reports whether s is what may follow a backslash.
func isEscape(s []byte) bool {
	if s[0] == 'u' {
		for _, c := range s[1:] {
			if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
				return false
			}
		}
		return true
	}
	switch s[0] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return true
	}
	return false
}

func (r *reader) space() {
	for r.at(' ') || r.at('\t') || r.at('\r') || r.at('\n') {
		r.pos++
	}
}

// want passes over a byte that has to come next, after space.
func (r *reader) want(c byte) {
	if r.space(); !r.at(c) {
		r.failed = true
		return
	}
	r.pos++
}

func (r *reader) at(c byte) bool { return r.pos < len(r.data) && r.data[r.pos] == c }

func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}
