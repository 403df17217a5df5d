package format

import (
	"bytes"
	"path"
	"strings"
)

// A Format is a kind of file.
type Format struct {
	Name string

	// Match reports whether a file is of this format, by its path, which has
	// forward slashes, and by how it begins, which is nil where nobody looked.
	Match func(path string, head []byte) bool

	// Parse returns the settings in a file. Those before an error, an *Error or
	// ErrTemplate, are returned with it. Text of any kind is fine.
	Parse func(text []byte) ([]Setting, error)

	// Generic says that the names of such files do not tell that they deploy
	// anything: most YAML does not.
	Generic bool
}

// Formats returns the formats, in the order in which they are to be matched.
func Formats() []Format {
	return []Format{
		{Dockerfile, isDockerfile, readDockerfile, false},
		{Systemd, isUnit, readSystemd, false},
		{Terraform, hasExtension(".tf", ".tfvars", ".tofu"), readTerraform, false},
		{Compose, isComposeFile, always(Compose, readCompose), false},
		{GitLab, isGitLabFile, always(GitLab, readGitLab), false},
		{GitHub, isGitHubFile, always(GitHub, readGitHub), false},
		{Kustomize, isBase("kustomization.yaml", "kustomization.yml", "Kustomization"), always(Kustomize, readKustomization), false},
		{Serverless, isBase("serverless.yml", "serverless.yaml"), always(Serverless, readServerless), false},
		{Helm, isValues, always(Helm, readHelm), false},
		{Terraform, hasSuffix(".tf.json", ".tfvars.json", ".tofu.json"), readTerraformJSON, false},
		{Dotenv, isDotenv, readDotenv, false},
		{Shell, isShell, readShell, false},
		{"yaml", hasExtension(".yaml", ".yml"), marked(manifest(parseYAML)), true},
		{"json", hasExtension(".json"), marked(manifest(parseJSON)), true},
		{CloudFormation, hasExtension(".template", ".cfn", ".taskdef"), marked(manifest(parseEither)), true},
	}
}

// Of returns the format of a file.
func Of(path string, head []byte) (Format, bool) {
	for _, f := range Formats() {
		if f.Match(path, head) {
			return f, true
		}
	}
	return Format{}, false
}

// samples end the names of files that are to be copied and filled in.
var samples = [...]string{".example", ".sample", ".template", ".tmpl", ".tpl", ".dist", ".j2", ".erb", ".in", ".gotmpl", ".skel", ".default"}

// Sample cuts from a path what says that the file is to be copied and filled
// in: what stands in such a file may have been put there for an example.
func Sample(name string) (rest string, isSample bool) {
	for _, end := range samples {
		if rest, ok := strings.CutSuffix(name, end); ok {
			if end == ".template" && path.Ext(rest) == "" && !strings.Contains(path.Base(rest), "env") && !isDockerfile(rest, nil) {
				return name, false // of CloudFormation
			}
			return rest, true
		}
	}
	base := strings.ToLower(path.Base(name))
	for _, word := range []string{"example", "sample", "template", "-dist.", ".dist."} {
		if strings.Contains(base, word) {
			return name, word != "template"
		}
	}
	return name, false
}

// marked leaves alone what has none of the keys in it that a manifest has, which
// is most YAML and JSON, and keeps errors of files of which neither the name nor the text says that
// they would be one of ours.
func marked(parse func([]byte) ([]Setting, error)) func([]byte) ([]Setting, error) {
	return func(text []byte) ([]Setting, error) {
		if !hasKey(text) {
			return nil, nil
		}
		settings, err := parse(text)
		if err != nil && !hasMark(text) {
			err = nil
		}
		return settings, err
	}
}

func parseEither(src *source) ([]*node, error) {
	if bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(src.text, bom)), []byte("{")) {
		return parseJSON(src)
	}
	return parseYAML(src)
}

func hasExtension(extensions ...string) func(string, []byte) bool {
	return func(name string, _ []byte) bool {
		for _, e := range extensions {
			if strings.EqualFold(path.Ext(name), e) {
				return true
			}
		}
		return false
	}
}

func hasSuffix(suffixes ...string) func(string, []byte) bool {
	return func(name string, _ []byte) bool {
		for _, s := range suffixes {
			if strings.HasSuffix(name, s) {
				return true
			}
		}
		return false
	}
}

func isBase(names ...string) func(string, []byte) bool {
	return func(name string, _ []byte) bool {
		for _, n := range names {
			if path.Base(name) == n {
				return true
			}
		}
		return false
	}
}

// isDockerfile reports whether a file is called Dockerfile, Containerfile,
// Dockerfile.dev, dev.Dockerfile or dev.dockerfile.
func isDockerfile(name string, _ []byte) bool {
	base := strings.ToLower(path.Base(name))
	for _, what := range []string{"dockerfile", "containerfile"} {
		if base == what || strings.HasSuffix(base, "."+what) {
			return true
		}
		if rest, ok := strings.CutPrefix(base, what+"."); ok && !isForeignExtension(rest) {
			return true
		}
	}
	return false
}

// isForeignExtension reports whether an extension is that of a text about a
// Dockerfile, or of a program that deals in them.
func isForeignExtension(e string) bool {
	switch e[strings.LastIndexByte(e, '.')+1:] {
	case "md", "txt", "rst", "adoc", "html", "go", "py", "js", "ts", "rb", "java", "rs", "sh", "json", "yaml", "yml", "toml", "lock", "dockerignore", "containerignore", "orig", "bak", "diff", "patch", "svg", "png":
		return true
	}
	return false
}

// isUnit reports whether a file is a unit of systemd, a drop-in for one, or a
// Quadlet of Podman.
func isUnit(name string, _ []byte) bool {
	switch path.Ext(name) {
	case ".service", ".socket", ".container":
		return true
	case ".conf":
		dir := path.Dir(name)
		return strings.HasSuffix(dir, ".service.d") || strings.HasSuffix(dir, ".conf.d") && strings.Contains(dir, "systemd")
	}
	return false
}

func isYAML(name string) bool {
	e := path.Ext(name)
	return e == ".yml" || e == ".yaml"
}

func isComposeFile(name string, _ []byte) bool {
	base := strings.ToLower(path.Base(name))
	return isYAML(base) && (strings.HasPrefix(base, "docker-compose") || strings.HasPrefix(base, "compose.") || strings.HasPrefix(base, "compose-") ||
		strings.HasPrefix(base, "podman-compose") || strings.HasPrefix(base, "docker-stack"))
}

func isGitLabFile(name string, _ []byte) bool {
	return isYAML(name) && (strings.Contains(path.Base(name), "gitlab-ci") || strings.Contains("/"+name, "/.gitlab/ci/"))
}

func isGitHubFile(name string, _ []byte) bool {
	for _, forge := range []string{".github", ".gitea", ".forgejo"} {
		if strings.HasSuffix("/"+path.Dir(name), "/"+forge+"/workflows") && isYAML(name) {
			return true
		}
	}
	return isBase("action.yml", "action.yaml")(name, nil)
}

// isValues reports whether a file has values for a chart of Helm.
func isValues(name string, _ []byte) bool {
	base := strings.ToLower(path.Base(name))
	if !isYAML(base) {
		return false
	}
	stem := strings.TrimSuffix(base, path.Ext(base))
	return stem == "values" || strings.HasPrefix(stem, "values-") || strings.HasPrefix(stem, "values.") || strings.HasPrefix(stem, "values_") ||
		strings.HasSuffix(stem, "-values") || strings.HasSuffix(stem, ".values") || strings.HasSuffix(stem, "_values")
}

// isDotenv reports whether a file is called .env, .env.prod, prod.env or env.prod.
func isDotenv(name string, _ []byte) bool {
	base := strings.ToLower(path.Base(name))
	if base == ".env" || base == ".flaskenv" || strings.HasSuffix(base, ".env") {
		return true
	}
	rest, ok := strings.CutPrefix(base, ".env.")
	return ok && !isForeignExtension(rest)
}

// isShell reports whether a file is a script for a POSIX shell or bash, by its
// name or by its first line.
func isShell(name string, head []byte) bool {
	base := path.Base(name)
	switch path.Ext(base) {
	case ".sh", ".bash", ".ksh":
		return !hasInterpreter(head) || hasShell(head)
	case "", ".profile", ".bashrc", ".bash_profile", ".envrc":
		return base == ".envrc" || base == ".profile" || base == ".bashrc" || base == ".bash_profile" || hasShell(head)
	}
	return false
}

func hasInterpreter(head []byte) bool { return bytes.HasPrefix(head, []byte("#!")) }

func hasShell(head []byte) bool {
	line, _, _ := strings.Cut(string(head), "\n")
	if !strings.HasPrefix(line, "#!") {
		return false
	}
	for field := range strings.FieldsSeq(line[2:]) {
		switch path.Base(field) {
		case "sh", "bash", "dash", "ash", "ksh":
			return true
		}
	}
	return false
}

// readTerraformJSON reads Terraform in JSON, in which a variable's default is
// under its name.
func readTerraformJSON(text []byte) ([]Setting, error) {
	return readTrees(text, parseJSON, func(src *source, root *node) []Setting {
		return read(src, Terraform, func(r *reader, n *node) { r.everything("", "", n, isNoValue) }, root)
	})
}
