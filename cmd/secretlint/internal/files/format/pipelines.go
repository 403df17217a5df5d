package format

import "bytes"

func isGitHub(root *node) bool {
	for _, job := range root.get("jobs").pairs() {
		if job.value.get("runs-on", "uses", "steps") != nil {
			return true
		}
	}
	return root.get("runs").get("using") != nil
}

// readGitHub reads a workflow or an action of GitHub: "Workflow syntax for
// GitHub Actions". ${{ secrets.NAME }} is the right way.
func readGitHub(r *reader, root *node) {
	r.variables("workflow", root.get("env"))
	for _, job := range root.get("jobs").pairs() {
		readJob(r, named("job", job.key.value), job.value)
	}
	readSteps(r, "action", root.get("runs").get("steps"))
}

func readJob(r *reader, where string, job *node) {
	r.variables(where, job.get("env"))
	r.inputs(where, job.get("with"))
	r.variables(where, job.get("secrets"))
	readService(r, where, job.get("container"))
	for _, service := range job.get("services").pairs() {
		readService(r, named("service", service.key.value), service.value)
	}
	readSteps(r, where, job.get("steps"))
}

func readService(r *reader, where string, service *node) {
	r.variables(where, service.get("env"))
	r.variables(where, service.get("credentials"))
}

func readSteps(r *reader, where string, steps *node) {
	for _, step := range steps.each() {
		r.variables(where, step.get("env"))
		r.inputs(where, step.get("with"))
		r.script(where, step.get("run"))
	}
}

// inputs is variables, where text of several lines name=value is several of
// them, and where actions take a list of them, one too.
func (r *reader) inputs(where string, n *node) {
	if !r.first(n, "inputs") {
		return
	}
	for _, e := range n.entries {
		lines, _ := readDotenv([]byte(e.value.text()))
		if e.value.kind != scalar || e.value.style != literal && !isListInput(e.key.value) || len(lines) == 0 {
			r.add(where, e.key.value, e.value)
			continue
		}
		inner, place := newSource([]byte(e.value.value)), r.inside(e.value)
		for _, s := range lines {
			r.addText(where, s.Name, s.Value, place(inner.offset(s.Line, s.Column), inner.offset(s.EndLine, s.EndColumn)))
		}
	}
}

func isListInput(key string) bool {
	switch key {
	case "secrets", "secret-envs", "build-args", "env", "env_vars", "environment-variables":
		return true
	}
	return false
}

// readGitLab reads a pipeline of GitLab: "CI/CD YAML syntax reference".
// Variables of the project's settings are the right way.
func readGitLab(r *reader, root *node) {
	readGitLabPart(r, "pipeline", root)
	for _, job := range root.pairs() {
		readGitLabPart(r, named("job", job.key.value), job.value)
	}
}

func readGitLabPart(r *reader, where string, n *node) {
	if !n.isMapping() {
		return
	}
	r.gitLabVariables(where, n.get("variables"))
	for _, rule := range append(n.get("rules").each(), n.get("workflow").get("rules").each()...) {
		r.gitLabVariables(where, rule.get("variables"))
	}
	for _, service := range n.get("services").each() {
		r.gitLabVariables(named("service", service.get("name").text()), service.get("variables"))
	}
	for _, key := range []string{"before_script", "script", "after_script"} {
		r.script(where, n.get(key))
		for _, line := range n.get(key).each() {
			r.script(where, line)
		}
	}
}

// gitLabVariables is variables, where a value may have a description beside it.
func (r *reader) gitLabVariables(where string, n *node) {
	r.variables(where, n)
	for _, e := range n.pairs() {
		r.add(where, e.key.value, e.value.get("value"))
	}
}

// script adds what the lines of a script assign. A script that is not written
// for a POSIX shell is passed over.
func (r *reader) script(where string, n *node) {
	if n == nil || n.kind != scalar || n.tag != "" || !r.first(n, "script") {
		return
	}
	text := []byte(n.value)
	if bytes.Contains(text, []byte("{{")) {
		text = filledIn(text)
	}
	assignments, _ := assignments(text)
	place := r.inside(n)
	for _, a := range assignments {
		r.addText(where, a.name, a.value, place(a.start, a.end))
	}
}

// inside returns a function from ranges of a scalar's text to spans of the
// file. Where lines were folded or characters escaped, that is the scalar.
func (r *reader) inside(n *node) func(start, end int) Span {
	whole := r.src.span(n.start, n.end)
	if n.style == literal {
		return r.insideLines(n)
	}
	at := bytes.Index(r.src.text[n.start:max(n.end, n.start)], []byte(n.value))
	if at < 0 {
		return func(int, int) Span { return whole }
	}
	return func(start, end int) Span { return r.src.span(n.start+at+start, n.start+at+end) }
}

func (r *reader) insideLines(n *node) func(start, end int) Span {
	inner := newSource([]byte(n.value))
	first, _ := r.src.position(n.start)
	indent := 0
	for i := 0; i < len(inner.lines) && first+i < len(r.src.lines); i++ {
		if own := inner.lineAt(inner.lines[i]); len(own) > 0 {
			indent = max(0, len(r.src.lineAt(r.src.lines[first+i]))-len(own))
			break
		}
	}
	return func(start, end int) Span {
		s := inner.span(start, end)
		return Span{s.Line + first, s.Column + indent, s.EndLine + first, s.EndColumn + indent}
	}
}
