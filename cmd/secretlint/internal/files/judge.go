package files

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files/format"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

// The categories of findings, which envsecret declares.
const (
	deployedLiteral = "deployed-literal"
	deployedName    = "deployed-name"
	deployedCopy    = "deployed-copy"
)

// generic is the detector's rule that goes by a name and by how random a value
// is.
const generic = "generic-api-key"

// finding judges a setting, and returns nil if there is nothing to say of it.
func (r *run) finding(file string, s format.Setting, isSample bool) *finding.Finding {
	name := r.shown(s.Name)
	if s.Copied != "" {
		return r.at(file, s, deployedCopy, rule.Certain, copyMessage(s.Copied, name))
	}
	v := r.verdict(s)
	switch {
	case isSample && (v.Kind != setting.Literal || v.Rule == generic || v.Rule == setting.ConnectionString):
		return nil
	case v.Kind == setting.Literal && v.Rule == generic:
		return r.at(file, s, deployedLiteral, rule.Likely, literalMessage(name, v.Rule, s.Kind))
	case v.Kind == setting.Literal:
		return r.at(file, s, deployedLiteral, rule.Certain, literalMessage(name, v.Rule, s.Kind))
	case v.Kind == setting.None:
		return nil
	}
	confidence := rule.Possible
	if s.Declared {
		confidence = rule.Likely
	}
	return r.at(file, s, deployedName, confidence, fmt.Sprintf("secret %s stands here in the clear%s", name, advice(s.Kind)))
}

func copyMessage(to, name string) string {
	if name == hiddenName {
		return fmt.Sprintf("what is fetched here is copied into %s, under a name that is not shown", to)
	}
	return fmt.Sprintf("what is fetched here is copied into %s, as %s", to, name)
}

func literalMessage(name, detector, kind string) string {
	return fmt.Sprintf("secret literal in the clear: %s (%s)%s", name, detector, advice(kind))
}

// verdict judges by what the setting is called within its path: of
// /prod/db/password by the last part.
func (r *run) verdict(s format.Setting) setting.Verdict {
	name := s.Name[strings.LastIndexByte(strings.TrimRight(s.Name, "/"), '/')+1:]
	v := r.Judge.Judge(name, s.Value)
	if v.Kind == setting.Named && (namesSecret(name, s) || listsNames(name, s)) {
		v.Kind = setting.None
	}
	if v.Kind == setting.None && s.Declared && setting.ContentOf(s.Value) == setting.Text {
		v.Kind = setting.Named
	}
	return v
}

// namesSecret reports whether a setting is the name of a Secret of Kubernetes, as
// in passwordSecret: db-password. Under some keys charts take the secret itself.
func namesSecret(name string, s format.Setting) bool {
	of, ok := strings.CutSuffix(name, "Secret")
	if !ok || of == "" || s.Kind != format.Helm && s.Kind != format.Kubernetes || !strings.Contains(s.Value, "-") {
		return false
	}
	for _, kind := range []string{"client", "app", "api", "jwt", "session", "cookie", "shared", "signing", "webhook", "consumer"} {
		if strings.HasSuffix(strings.ToLower(of), kind) {
			return false
		}
	}
	for part := range strings.SplitSeq(s.Value, "-") {
		letters := strings.Trim(part, "abcdefghijklmnopqrstuvwxyz")
		if part == "" || letters != "" && (letters != part || len(part) > 2 || strings.Trim(part, "0123456789") != "") {
			return false
		}
	}
	return true
}

// listsNames reports whether a variable of a script, with a name in the plural,
// is a list of names with space between, which the script goes through.
func listsNames(name string, s format.Setting) bool {
	if s.Kind != format.Shell || !strings.HasSuffix(strings.ToLower(name), "s") {
		return false
	}
	words := strings.Fields(s.Value)
	for _, word := range words {
		if strings.Trim(strings.ToLower(word), "abcdefghijklmnopqrstuvwxyz_-./:") != "" {
			return false
		}
	}
	return len(words) > 1
}

func (r *run) at(file string, s format.Setting, category string, confidence rule.Confidence, message string) *finding.Finding {
	f := &finding.Finding{
		Rule:       r.Rule.Name,
		Category:   category,
		Severity:   r.Rule.Severity(category),
		Confidence: confidence,
		Message:    message,
		File:       file,
		Line:       s.Line,
		Column:     s.Column,
		EndLine:    s.EndLine,
		EndColumn:  s.EndColumn,
		CWE:        r.Rule.CWE,
		URL:        r.Rule.URL,
	}
	if f.URL != "" {
		f.URL += "#" + category
	}
	f.Identify(strings.Join([]string{r.fromTop(file), s.Where, s.Name}, "\x00"))
	return f
}

// fromTop returns a file's name relative to its repository or module, so that
// fingerprints do not depend on where a command was started.
func (r *run) fromTop(file string) string {
	abs, err := filepath.Abs(filepath.FromSlash(file))
	if err != nil {
		return file
	}
	dir := filepath.Dir(abs)
	top, ok := r.top[dir]
	if !ok {
		top = topOf(dir)
		r.top[dir] = top
	}
	rel, err := filepath.Rel(top, abs)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// topOf returns the root of the repository that a directory is in; outside a
// repository that of the Go module; or else the directory itself.
func topOf(dir string) string {
	module := ""
	for at := dir; ; at = filepath.Dir(at) {
		for _, mark := range []string{".git", ".hg", ".svn", ".jj"} {
			if exists(filepath.Join(at, mark)) {
				return at
			}
		}
		if module == "" && exists(filepath.Join(at, "go.mod")) {
			module = at
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	if module != "" {
		return module
	}
	return dir
}

// maxName is the length of the longest name that is shown.
const maxName = 100

const hiddenName = "of a name that is not shown"

// shown returns a name as messages have it. What is not made like a name may be
// a value that stands in a name's place.
func (r *run) shown(name string) string {
	if len(name) > maxName || name == "" {
		return hiddenName
	}
	numbers, inNumber := 0, false
	for _, c := range name {
		isDigit := unicode.IsDigit(c)
		if !unicode.IsLetter(c) && !isDigit && !strings.ContainsRune("_-./ ", c) {
			return hiddenName
		}
		if isDigit && !inNumber {
			numbers++
		}
		inNumber = isDigit
	}
	if numbers > maxNumbers && r.Judge.Names.Of(name) == setting.Plain {
		return hiddenName
	}
	return name
}

// maxNumbers is how many numbers a name has that says nothing of a secret.
// Passwords have more.
const maxNumbers = 2

// advice says what to do instead, by what the setting is part of.
func advice(kind string) string {
	switch kind {
	case format.Kubernetes, format.Kustomize:
		return ": seal or encrypt it, or let the program fetch it"
	case format.Helm:
		return ": encrypt the values with SOPS, or name an existing Secret"
	case format.Compose:
		return ": use secrets, which are mounted as files"
	case format.ECS:
		return ": name its ARN under secrets"
	case format.CloudFormation, format.Serverless:
		return ": use a dynamic reference such as {{resolve:secretsmanager:…}}"
	case format.Terraform:
		return ": read it from Secrets Manager or Parameter Store"
	case format.Dockerfile:
		return ": mount it with RUN --mount=type=secret, or let the program fetch it"
	case format.Systemd:
		return ": use LoadCredentialEncrypted"
	case format.GitHub:
		return ": use ${{ secrets.NAME }}"
	case format.GitLab:
		return ": use a masked variable of the project, or secrets"
	}
	return ": encrypt it, or let the program fetch it"
}
