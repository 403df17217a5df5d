// Package sdktrait reads which fields a service package of the AWS SDK for Go v2
// marks as sensitive. Newer versions carry the model that they were generated from
// in a package named schemas below the service's, with the trait smithy.api#sensitive
// on shapes and on members. It tells what holds for the version that a program is
// built with, where a table made from some version tells what held for that one.
package sdktrait

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Mark says what a service's model says of a field.
type Mark int

// The marks.
const (
	Unknown   Mark = iota // the model does not have the field, or there is none
	Plain                 // the field is not marked
	Sensitive             // the field is marked, or its type, or the structure that it is in
)

// Schemas is what a service's model says of its members.
type Schemas struct {
	shapes  map[string]shape
	members map[string]target // by structure and member, as Go names them
}

type shape struct{ sensitive, collection bool }

// A target is the shape of a member, and whether the member itself is marked.
type target struct {
	shape     string
	sensitive bool
}

// Parse reads the file schemas.go of a service. It knows the lines that AWS's generator
// writes and no Go beyond those, because such files have up to two megabytes; lines of
// another form are passed over, and what they were about is Unknown.
func Parse(file string) *Schemas {
	lines := strings.Count(file, "\n")
	s := &Schemas{shapes: make(map[string]shape, lines/20), members: make(map[string]target, lines/5)}
	var current string
	for line := range strings.Lines(file) {
		switch {
		case strings.HasPrefix(line, "var "):
			current, _, _ = strings.Cut(line[len("var "):], " ")
		case strings.HasPrefix(line, "}, smithy.ShapeType"):
			s.addShape(current, line)
		case strings.HasPrefix(line, "\t"):
			s.addMember(line)
		}
	}
	return s
}

// addShape takes the end of a declaration: "}, smithy.ShapeTypeString, 0, TRAITS)".
func (s *Schemas) addShape(name, line string) {
	kind, traits, _ := strings.Cut(line[len("}, smithy.ShapeType"):], ",")
	added := shape{sensitive: isMarked(traits), collection: kind == "List" || kind == "Map" || kind == "Set"}
	if added != (shape{}) {
		s.shapes[goName(name)] = added
	}
}

// addMember takes "VAR = SHAPE.AddMember("NAME", TARGET, TRAITS)".
func (s *Schemas) addMember(line string) {
	_, call, _ := strings.Cut(line, " = ")
	owner, arguments, found := strings.Cut(call, `.AddMember("`)
	if !found {
		return
	}
	name, rest, _ := strings.Cut(arguments, `", `)
	end := strings.IndexAny(rest, ",)")
	if end < 0 {
		return
	}
	s.members[key(owner, name)] = target{shape: goName(rest[:end]), sensitive: isMarked(rest[end:])}
}

func isMarked(traits string) bool { return strings.Contains(traits, ".Sensitive{") }

// goName returns the name that the SDK gives a shape or a member. Those of shapes
// that have no type in Go begin with an underscore here.
func goName(name string) string {
	name = strings.TrimPrefix(name, "_")
	first, size := utf8.DecodeRuneInString(name)
	if unicode.IsUpper(first) {
		return name
	}
	return string(unicode.ToUpper(first)) + name[size:]
}

func key(owner, name string) string { return goName(owner) + "." + goName(name) }

// Mark returns what the model says of a field of a struct, both as Go names them, and
// without packages: "GetSecretValueOutput", "SecretString".
func (s *Schemas) Mark(structure, field string) Mark {
	for _, owner := range models(structure) {
		if mark := s.mark(owner, field); mark != Unknown {
			return mark
		}
	}
	union, member, found := cutLast(structure, "Member")
	if found && field == "Value" {
		return s.mark(union, member)
	}
	return Unknown
}

func (s *Schemas) mark(owner, name string) Mark {
	member, found := s.members[owner+"."+name]
	switch {
	case !found:
		return Unknown
	case member.sensitive, s.shapes[owner].sensitive, s.isSensitive(member.shape, maxNested):
		return Sensitive
	}
	return Plain
}

// maxNested bounds lists of lists, which can be of themselves.
const maxNested = 4

// isSensitive reports whether a shape is marked, or what it is a list or a map of.
func (s *Schemas) isSensitive(name string, depth int) bool {
	found := s.shapes[name]
	if found.sensitive || !found.collection || depth == 0 {
		return found.sensitive
	}
	for _, element := range []string{".Member", ".Key", ".Value"} {
		if m := s.members[name+element]; m.sensitive || m.shape != "" && s.isSensitive(m.shape, depth-1) {
			return true
		}
	}
	return false
}

// models returns the names that models may have for a struct. The SDK names the inputs
// and outputs of operations in its own way, whatever the models call them.
func models(structure string) []string {
	if operation, ok := strings.CutSuffix(structure, "Output"); ok {
		return []string{structure, operation + "Response", operation + "Result"}
	}
	if operation, ok := strings.CutSuffix(structure, "Input"); ok {
		return []string{structure, operation + "Request", operation + "Message"}
	}
	return []string{structure}
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
