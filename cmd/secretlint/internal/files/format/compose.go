package format

import "strings"

// readCompose reads a file of Docker Compose, or a stack of Swarm: Compose
// Specification, "services top-level elements". Secrets are the right way.
func readCompose(r *reader, root *node) {
	for _, e := range root.get("services").pairs() {
		where := named("service", e.key.value)
		r.defaults(where, e.value.get("environment"))
		r.variables(where, e.value.at("build", "args"))
		r.arguments(where, e.value.get("command"))
		r.arguments(where, e.value.get("entrypoint"))
	}
}

// defaults is variables, with ${NAME:-default} read as what the file itself
// says: the default.
func (r *reader) defaults(where string, n *node) {
	from := len(r.settings)
	r.variables(where, n)
	for i := range r.settings[from:] {
		s := &r.settings[from+i]
		if value, ok := defaultOf(s.Value); ok {
			s.Value = value
		}
	}
}

// defaultOf returns the text that stands for a variable that is not set, if the
// value is no more than a variable with one: ${NAME:-default}, ${NAME-default}.
func defaultOf(value string) (string, bool) {
	rest, ok := strings.CutPrefix(value, "${")
	if !ok || !strings.HasSuffix(rest, "}") {
		return "", false
	}
	i := strings.IndexFunc(rest, func(r rune) bool { return !isNameRune(r) })
	rest = strings.TrimPrefix(rest[max(i, 0):len(rest)-1], ":")
	text, ok := strings.CutPrefix(rest, "-")
	if !ok || strings.ContainsAny(text, "${}") {
		return "", false
	}
	return text, true
}

func isNameRune(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}
