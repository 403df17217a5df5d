package format

import (
	"bytes"
	"strings"
)

// A node is a value in YAML or JSON. Aliases are followed, so that nodes can be
// reached in several ways: trees are graphs without cycles.
type node struct {
	kind       kind
	tag        string // "!Sub", or empty for what needs none
	value      string // of a scalar
	style      style
	start, end int // offsets in the source
	entries    []entry
	items      []*node
}

type entry struct{ key, value *node }

type kind uint8

const (
	null kind = iota
	scalar
	mapping
	sequence
)

type style uint8

const (
	plain style = iota
	quoted
	literal // lines as they stand, indented
	folded
)

// get returns the value of the first of these keys that a mapping has, or nil.
func (n *node) get(keys ...string) *node {
	if n == nil {
		return nil
	}
	for _, key := range keys {
		for _, e := range n.entries {
			if e.key.value == key {
				return e.value
			}
		}
	}
	return nil
}

// at follows keys through mappings.
func (n *node) at(keys ...string) *node {
	for _, key := range keys {
		n = n.get(key)
	}
	return n
}

// text returns the text of a scalar, and nothing of other nodes.
func (n *node) text() string {
	if n == nil || n.kind != scalar {
		return ""
	}
	return n.value
}

func (n *node) isMapping() bool { return n != nil && n.kind == mapping }

func (n *node) each() []*node {
	if n == nil {
		return nil
	}
	return n.items
}

func (n *node) pairs() []entry {
	if n == nil {
		return nil
	}
	return n.entries
}

// A reader collects the settings of a document.
type reader struct {
	src      *source
	kind     string
	settings []Setting
	seen     map[visit]bool
}

// A visit keeps what aliases share from being read again and again.
type visit struct {
	node *node
	as   string
}

func newReader(src *source, kind string) *reader {
	return &reader{src: src, kind: kind, seen: map[visit]bool{}}
}

// first reports whether a node is read for the first time in this way.
func (r *reader) first(n *node, as string) bool {
	v := visit{n, as}
	if n == nil || r.seen[v] {
		return false
	}
	r.seen[v] = true
	return true
}

// add adds the setting that gives a scalar to a name.
func (r *reader) add(where, name string, v *node) {
	if v == nil || v.kind != scalar || isIntrinsic(v.tag) {
		return
	}
	r.addText(where, name, v.value, r.src.span(v.start, v.end))
}

func (r *reader) addText(where, name, value string, at Span) {
	if value != "" && name != "" {
		r.settings = append(r.settings, Setting{Name: name, Value: value, Where: where, Span: at, Kind: r.kind})
	}
}

// declare is add for what the file says is a secret.
func (r *reader) declare(where, name string, v *node) {
	before := len(r.settings)
	r.add(where, name, v)
	for i := range r.settings[before:] {
		r.settings[before+i].Declared = true
	}
}

// note says that a secret is copied to a place.
func (r *reader) note(where, name, to string, at *node) {
	r.settings = append(r.settings, Setting{Name: name, Where: where, Copied: to, Span: r.src.span(at.start, at.end), Kind: r.kind})
}

// isIntrinsic reports whether a tag makes of a scalar the name of what it
// stands for: !Ref, !GetAtt, !vault, !secret. Text in !Sub is text.
func isIntrinsic(tag string) bool {
	return tag != "" && tag != "!Sub" && tag != "!Base64"
}

// variables adds the settings of an environment, in any of the forms that there
// are: a mapping, a list of name=value, or a list of mappings with the keys
// name and value.
func (r *reader) variables(where string, n *node) {
	if !r.first(n, "variables") {
		return
	}
	for _, e := range n.entries {
		r.add(where, e.key.value, e.value)
	}
	for _, item := range n.items {
		switch item.kind {
		case scalar:
			r.assignment(where, item)
		case mapping:
			r.pair(where, item)
		}
	}
}

// pair adds a setting that is a mapping with a name and a value. It reports
// whether it was one.
func (r *reader) pair(where string, n *node) bool {
	name := n.get("name", "Name", "key", "Key", "ParameterKey")
	value := n.get("value", "Value", "ParameterValue")
	if name.text() == "" || value == nil || isIntrinsic(name.tag) {
		return false
	}
	switch n.get("type", "Type").text() {
	case "PARAMETER_STORE", "SECRETS_MANAGER": // AWS CodeBuild API Reference, EnvironmentVariable
		return true
	}
	r.add(where, name.value, value)
	return true
}

// assignment adds name=value, which is one scalar.
func (r *reader) assignment(where string, n *node) {
	name, value, ok := strings.Cut(n.value, "=")
	if !ok || isIntrinsic(n.tag) {
		return
	}
	start := n.start
	if i := bytes.IndexByte(r.src.text[n.start:n.end], '='); i >= 0 {
		start += i + 1
	}
	end := n.end
	if n.style == quoted && end > start {
		end--
	}
	r.addText(where, strings.TrimLeft(strings.TrimSpace(name), "-"), value, r.src.span(start, end))
}

// arguments adds what the arguments of a command give to its flags: those of
// the form --name=value.
func (r *reader) arguments(where string, n *node) {
	if !r.first(n, "arguments") {
		return
	}
	for _, item := range n.items {
		if strings.HasPrefix(item.text(), "-") && !strings.ContainsAny(item.text(), " \n") {
			r.assignment(where, item)
		}
	}
}

// everything adds all scalars beneath a node, each under its own key, as far as
// it is a mapping's. Keys that say no more than "value" have the name of what
// they are in.
func (r *reader) everything(where, name string, n *node, except func(key string) bool) {
	if !r.first(n, "everything") {
		return
	}
	if n.kind == mapping && r.pair(where, n) {
		return
	}
	for _, e := range n.entries {
		key := e.key.value
		if except != nil && except(key) {
			continue
		}
		if isValueKey(key) && name != "" {
			key = name
		}
		r.add(where, key, e.value)
		r.everything(where, key, e.value, except)
	}
	for _, item := range n.items {
		r.everything(where, name, item, except)
	}
}

func isValueKey(key string) bool {
	switch key {
	case "value", "Value", "default", "Default", "Fn::Sub":
		return true
	}
	return false
}

// named returns "what name", or what if there is no name.
func named(what, name string) string {
	if name == "" {
		return what
	}
	return what + " " + name
}
