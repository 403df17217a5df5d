package secretleak

import (
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// A verdict is what there is to say of an effect. Without a leaf it is nothing.
type verdict struct {
	leaf *value.Value // the secret
	in   *value.Value // what it is a leaf of
}

// sure returns the secret that an effect shows by what its function does.
func (c *checker) sure(f effect) verdict {
	if f.category == "" {
		return verdict{}
	}
	return c.secretIn(f, f.val)
}

// guess returns the secret that an effect shows by what the package does elsewhere: what
// is in fields, and what is given to functions that are values.
func (c *checker) guess(f effect) verdict {
	if f.category == "" {
		return verdict{}
	}
	known := c.e.WithFields(f.val, f.at.Parent())
	if known == f.val {
		return verdict{}
	}
	return c.secretIn(f, known)
}

func (c *checker) secretIn(f effect, v *value.Value) verdict {
	for leaf := range v.Exposed() {
		switch {
		case !c.isSecret(leaf), f.part && !isPart(v, leaf):
		case strings.HasPrefix(leaf.Text, "ssm.") && (f.listed || c.isListed(f.at)):
		default:
			return verdict{leaf, v}
		}
	}
	return verdict{}
}

// isSecret reports whether a leaf is a secret: what a call returned, or a variable of the
// environment by its name.
func (c *checker) isSecret(leaf *value.Value) bool {
	switch leaf.Kind {
	case value.Secret:
		return true
	case value.Env:
		name, ok := variable(leaf)
		meaning := c.names.Of(name)
		return ok && (meaning == setting.Secret || meaning == setting.Credential)
	}
	return false
}

func variable(leaf *value.Value) (string, bool) {
	if len(leaf.Parts) == 0 {
		return "", false
	}
	return leaf.Parts[0].Constant()
}

func origin(leaf *value.Value) string {
	if leaf.Kind == value.Env {
		name, _ := variable(leaf)
		return "environment variable " + name
	}
	return leaf.Text
}

// isPart reports whether a leaf is a part of a longer text and does not begin it: an
// address that is a secret as a whole is one to be called by those who have it.
func isPart(v, leaf *value.Value) bool {
	if v.Kind == value.Built {
		for i, p := range v.Parts {
			if p.Trail(leaf) != nil {
				return i > 0 && before(v.Parts[:i])
			}
		}
	}
	for _, p := range v.Parts {
		if p.Trail(leaf) != nil {
			return isPart(p, leaf)
		}
	}
	return false
}

// before reports whether something of parts is known to stand before a secret.
func before(parts []*value.Value) bool {
	for _, p := range parts {
		if text, ok := p.Constant(); !ok || strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}

// confidence says how sure it is that the leaf gets there, and that it is a secret.
func (v verdict) confidence(f effect) rule.Confidence {
	switch {
	case v.leaf.Path == value.Environment:
		return rule.Possible
	case f.guessed:
		return rule.Likely
	case v.leaf.Kind == value.Env:
		return rule.Likely
	}
	for _, s := range v.in.Trail(v.leaf) {
		if s.Guessed {
			return rule.Likely
		}
	}
	return rule.Certain
}
