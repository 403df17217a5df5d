package format

import (
	"encoding/base64"
	"path"
	"strings"
)

// file adds what a file sets that stands whole under its name, as ConfigMaps
// and Secrets have them. It reports whether there was any such thing.
// place turns ranges of the text into spans of the file around it.
func (r *reader) file(where, name, text string, place func(start, end int) Span) bool {
	settings, ok := readEmbedded(name, text)
	if !ok || len(settings) == 0 {
		return false
	}
	inner := newSource([]byte(text))
	for _, s := range settings {
		at := place(inner.offset(s.Line, s.Column), inner.offset(s.EndLine, s.EndColumn))
		r.addText(where+", "+name, s.Name, s.Value, at)
	}
	return true
}

// readEmbedded returns what a configuration file sets. One that cannot be read
// sets nothing: it may be filled in, or for a program that is less strict.
func readEmbedded(name, text string) ([]Setting, bool) {
	var settings []Setting
	switch strings.ToLower(path.Ext(name)) {
	case ".env", ".properties":
		settings, _ = readDotenv([]byte(text))
	case ".sh":
		settings, _ = readShell([]byte(text))
	case ".yaml", ".yml":
		settings, _ = readTrees([]byte(text), parseYAML, readConfiguration)
	case ".json":
		settings, _ = readTrees([]byte(text), parseJSON, readConfiguration)
	case ".dockerconfigjson", ".dockercfg":
		settings, _ = readTrees([]byte(text), parseJSON, readRegistries)
	default:
		return nil, false
	}
	return settings, true
}

// readRegistries reads how Docker logs in to registries: with a password, or
// with the name of the user and the password in base64.
func readRegistries(src *source, root *node) []Setting {
	r := newReader(src, Kubernetes)
	registries := root.get("auths")
	if registries == nil {
		registries = root
	}
	for _, e := range registries.pairs() {
		auth := e.value.get("auth")
		if e.value.get("password").text() != "" || auth == nil {
			r.add("", "password", e.value.get("password"))
			continue
		}
		login, _ := base64.StdEncoding.DecodeString(auth.text())
		_, password, _ := strings.Cut(string(login), ":")
		r.addText("", "password", password, src.span(auth.start, auth.end))
	}
	return r.settings
}

func readConfiguration(src *source, root *node) []Setting { return read(src, Helm, readHelm, root) }
