package setting

import "strings"

// Kind is what a setting is found to be.
type Kind uint8

const (
	// None holds no secret in the clear, or none that can be seen.
	None Kind = iota
	// Named is a plain value under the name of a secret.
	Named
	// Literal is a value that is a secret by what it looks like.
	Literal
	// AWSCredential is a plain value under the name of one of AWS's own
	// credentials, and nothing that a detector recognises.
	AWSCredential
)

// Verdict is what a Judge says of a setting.
type Verdict struct {
	Kind Kind
	// Rule is what recognised a Literal: the detector's rule, or
	// ConnectionString.
	Rule string
}

// ConnectionString is the rule of values that are a URL or a connection string
// with a password in the clear.
const ConnectionString = "connection-string"

// generic is the rule of the detector that goes by a name and by how random the
// value is. Ciphertext is random, and so are many values of plain names.
const generic = "generic-api-key"

// A Judge decides about settings.
type Judge struct {
	Names *Names
	// Scan asks a detector for secrets about a setting. It may be nil.
	Scan func(name, value string) (ruleID string, found bool)
}

// Judge says what a name and a value in the clear amount to.
func (j *Judge) Judge(name, value string) Verdict {
	content := ContentOf(value)
	if content == Empty || content == Placeholder {
		return Verdict{}
	}
	meaning := j.Names.Of(name)
	if rule, ok := j.scan(name, value); ok && !isPublicRule(rule) && (rule != generic || content == Text && meaning != Plain && meaning != Handle) {
		return Verdict{Literal, rule}
	}
	switch {
	case content == Connection:
		return Verdict{Literal, ConnectionString}
	case content != Text || j.isName(value):
		return Verdict{}
	case meaning == Secret:
		return Verdict{Kind: Named}
	case meaning == Credential:
		return Verdict{Kind: AWSCredential}
	}
	return Verdict{}
}

// isPublicRule reports whether a rule of the detector is about what everybody may
// know: the id of a client, or the public half of a key.
func isPublicRule(rule string) bool {
	switch rule {
	case "new-relic-user-api-id", "sendbird-access-id", "sumologic-access-id":
		return true
	}
	return strings.HasSuffix(rule, "-client-id") || strings.HasSuffix(rule, "-public-key")
}

func (j *Judge) scan(name, value string) (string, bool) {
	if j.Scan == nil {
		return "", false
	}
	return j.Scan(name, value)
}

// isName reports whether a value is itself a name, such as the key of a map in
// which the secret is, or an operation on it: "db-password", "client_secret",
// "GetSecretValue".
func (j *Judge) isName(value string) bool {
	if strings.ContainsAny(value, "0123456789!?#$%^&*+=/ ") {
		return false
	}
	lowered := strings.ToLower(value)
	isKey := lowered == value && strings.ContainsAny(value, "_-.")
	return (isKey || isCamel(value)) && j.Names.Of(value) != Plain
}

// isCamel reports whether a capital follows a small letter.
func isCamel(v string) bool {
	for i := 1; i < len(v); i++ {
		if isUpper(v[i]) && isLower(v[i-1]) {
			return true
		}
	}
	return false
}
