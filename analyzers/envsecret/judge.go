package envsecret

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// A verdict is what there is to say of an effect. The zero verdict is nothing.
type verdict struct {
	category   string
	message    string
	confidence rule.Confidence
	what       string       // for the fingerprint
	leaf       *value.Value // where the secret is from, if that is known
	in         *value.Value // what it is a leaf of
}

// judge says what an effect amounts to by what is known of it so far: one verdict
// for each variable that is read.
func (c *checker) judge(f effect) []verdict {
	if f.kind == read {
		return c.judgeRead(f)
	}
	if v := c.judgePut(f); v.category != "" {
		return []verdict{v}
	}
	return nil
}

func (c *checker) judgeRead(f effect) []verdict {
	var all []verdict
	for _, name := range namesIn(f.name) {
		if v := c.judgeName(name); v.category != "" {
			all = append(all, v)
		}
	}
	return all
}

// namesIn returns the names that a value can be. Of one that a program makes from
// parts it returns the last part, if that is known: names end with what they say.
func namesIn(v *value.Value) []string {
	var names []string
	for _, alt := range alternatives(v) {
		names = append(names, alt.Constants()...)
		if alt.Kind != value.Built {
			continue
		}
		first, last := alt.Parts[0], alt.Parts[len(alt.Parts)-1]
		for _, end := range last.Constants() {
			if len(alt.Parts) == 2 && first.Kind == value.Const {
				end = first.Text + end
			}
			names = append(names, strings.TrimLeft(end, "_-."))
		}
	}
	return slices.DeleteFunc(names, func(name string) bool { return !value.IsName(name) })
}

// judgePut goes by the best evidence: where the value is from, what it looks like,
// and what it is called.
func (c *checker) judgePut(f effect) verdict {
	name, meaning := c.called(f.name)
	known := c.e.WithFields(f.val, f.at.Parent())
	if leaf := c.secretIn(known, name); leaf != nil {
		if isSession(leaf) && !f.deployed && (name == "" || meaning == setting.Credential) {
			v := credentials(name, leaf)
			v.in = known
			return v
		}
		return verdict{
			category:   "put-secret",
			message:    fmt.Sprintf("secret from %s is put into the environment%s", origin(leaf), as(name)),
			confidence: rule.Certain,
			what:       origin(leaf) + as(name),
			leaf:       leaf,
			in:         known,
		}
	}
	if rule, ok := c.literalIn(f.val, name); ok {
		return rule
	}
	if !c.canBeSecret(f.val) {
		return verdict{}
	}
	switch {
	case meaning == setting.Credential && !f.deployed:
		return credentials(name, nil)
	case meaning == setting.Credential, meaning == setting.Secret:
		return verdict{
			category:   "put-name",
			message:    fmt.Sprintf("secret %s is put into the environment in the clear", name),
			confidence: rule.Likely,
			what:       name,
		}
	}
	return verdict{}
}

func credentials(name string, leaf *value.Value) verdict {
	if name == "" {
		name = "from " + origin(leaf)
	}
	return verdict{
		category:   "aws-credentials",
		message:    "AWS credentials are put into the environment: " + name,
		confidence: rule.Likely,
		what:       name,
		leaf:       leaf,
	}
}

func as(name string) string {
	if name == "" {
		return ""
	}
	return " as " + name
}

// called returns the name of a variable and what it says: of several, the first
// that says something.
func (c *checker) called(v *value.Value) (string, setting.Meaning) {
	names := namesIn(v)
	for _, name := range names {
		if m := c.judges.Names.Of(name); m == setting.Secret || m == setting.Credential {
			return name, m
		}
	}
	if len(names) != 1 {
		return "", setting.Plain // which of several it is, nobody knows
	}
	return names[0], c.judges.Names.Of(names[0])
}

// secretIn returns a leaf of v that is a secret: fetched by a call, or another
// variable of the environment by its name. What is put back where it was read is
// where it was.
func (c *checker) secretIn(v *value.Value, name string) *value.Value {
	for leaf := range v.Exposed() {
		switch leaf.Kind {
		case value.Secret:
			if leaf.Path != value.Environment {
				return leaf
			}
		case value.Env:
			if len(leaf.Parts) == 0 {
				continue
			}
			from, ok := leaf.Parts[0].Constant()
			if ok && from != name && c.judges.Names.Of(from) == setting.Secret {
				return leaf
			}
		}
	}
	return nil
}

// isSession reports whether a leaf is temporary credentials of AWS's own.
func isSession(leaf *value.Value) bool {
	return strings.HasPrefix(leaf.Text, "sts.") || strings.HasPrefix(leaf.Text, "aws.") || strings.HasPrefix(leaf.Text, "sso.")
}

func origin(leaf *value.Value) string {
	if leaf.Kind == value.Env {
		from, _ := leaf.Parts[0].Constant()
		return "environment variable " + from
	}
	return leaf.Text
}

// literalIn judges the constants that v can be.
func (c *checker) literalIn(v *value.Value, name string) (verdict, bool) {
	for _, alt := range alternatives(v) {
		text, ok := rendered(alt, "<elsewhere>")
		if !ok {
			continue
		}
		if found := c.judges.Judge(name, text); found.Kind == setting.Literal {
			return verdict{
				category:   "put-literal",
				message:    fmt.Sprintf("secret literal is put into the environment%s (%s)", as(name), found.Rule),
				confidence: rule.Certain,
				what:       name + " " + found.Rule,
			}, true
		}
	}
	return verdict{}, false
}

// canBeSecret reports whether a value under a secret's name can be the secret
// itself: it is neither empty, nor a reference, a path or ciphertext.
func (c *checker) canBeSecret(v *value.Value) bool {
	return slices.ContainsFunc(alternatives(v), func(alt *value.Value) bool {
		if text, ok := rendered(alt, "word"); ok && setting.ContentOf(text) != setting.Text {
			return false
		}
		for leaf := range alt.Leaves() {
			if c.isElsewhere(leaf) {
				return false
			}
		}
		return alt.Kind != value.Zero && alt.Kind != value.Env
	})
}

// rendered returns a string of which parts are known, with filler in the place of those
// that are not.
func rendered(v *value.Value, filler string) (string, bool) {
	switch v.Kind {
	case value.Const:
		return v.Text, true
	case value.Built:
		var text strings.Builder
		for _, p := range v.Parts {
			if p.Kind == value.Const {
				text.WriteString(p.Text)
			} else {
				text.WriteString(filler)
			}
		}
		return text.String(), true
	case value.Via:
		return rendered(v.Parts[0], filler)
	}
	return "", false
}

// isElsewhere reports whether a leaf is called what is not the secret itself: what
// encrypts returns, or a field for the name, place or ciphertext of one.
func (c *checker) isElsewhere(leaf *value.Value) bool {
	switch leaf.Kind {
	case value.Unknown, value.Param:
	default:
		return false
	}
	if strings.Contains(strings.ToLower(leaf.Text), "encrypt") {
		return true
	}
	field := leaf.Path[strings.LastIndexByte(leaf.Path, '.')+1:]
	meaning := c.judges.Names.Of("secret_" + field)
	return field != "" && !strings.Contains(field, "[") && (meaning == setting.Handle || meaning == setting.Encrypted)
}
