package format

import (
	"bytes"
	"strings"
)

// readSystemd reads the environment that a unit gives its processes, and what
// it gives them as a credential in the clear: systemd.exec(5). LoadCredential,
// SetCredentialEncrypted and files are the right way.
func readSystemd(text []byte) ([]Setting, error) {
	src := newSource(text)
	u := &unit{src: src, section: "unit"}
	for at := 0; at < len(text); {
		line := joinLines(text, at)
		u.read(line)
		at = line.next
	}
	return u.settings, nil
}

type unit struct {
	src      *source
	section  string
	settings []Setting
}

func (u *unit) read(l logical) {
	text := strings.TrimSpace(string(l.text))
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		u.section = strings.ToLower(text[1 : len(text)-1])
		return
	}
	key, _, ok := strings.Cut(text, "=")
	if !ok || text[0] == '#' || text[0] == ';' {
		return
	}
	start := bytes.IndexByte(l.text, '=') + 1
	switch strings.TrimSpace(key) {
	case "Environment", "DefaultEnvironment", "ManagerEnvironment":
		u.words(l, start, func(string) bool { return true })
	case "SetCredential":
		name, value, _ := strings.Cut(string(l.text[start:]), ":")
		u.add(l, strings.TrimSpace(name), value, start+len(name)+1, len(l.text))
	case "ExecStart", "ExecStartPre", "ExecStartPost", "ExecStop", "ExecReload", "Exec", "PodmanArgs":
		u.words(l, start, func(word string) bool { return strings.HasPrefix(word, "--") })
	}
}

// words adds the words of a line that are name=value and that are wanted.
func (u *unit) words(l logical, from int, want func(string) bool) {
	for _, w := range words(l.text, from, '\\') {
		raw := string(l.text[w.start:w.end])
		text := dequote(raw, '\\')
		name, value, ok := strings.Cut(text, "=")
		if !ok || !want(text) {
			continue
		}
		start := w.start
		if i := strings.IndexByte(raw, '='); i >= 0 {
			start += i + 1
		}
		u.add(l, strings.TrimLeft(name, "-"), value, start, w.end)
	}
}

func (u *unit) add(l logical, name, value string, start, end int) {
	if value != "" && name != "" {
		at := u.src.span(l.offset(start), l.offset(end))
		u.settings = append(u.settings, Setting{Name: name, Value: value, Where: u.section, Span: at, Kind: Systemd})
	}
}
