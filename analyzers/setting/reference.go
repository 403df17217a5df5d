package setting

import "strings"

// schemes begin references to what a store, another variable or a resource has.
var schemes = [...]string{
	"arn:", "ssm:", "aws-ssm:", "awsssm:", "ssm-secure:",
	"asm:", "awssm:", "aws-sm:", "secretsmanager:", "aws-secretsmanager:", "awssecretsmanager:", "awssecret:",
	"vault:", ">>vault:", "bao:", "openbao:", "hcvault:",
	"op://", "gcpsm:", "gcp:secretmanager:", "gsm:", "sm://", "berglas://", "gcp-sm:",
	"azurekeyvault:", "azurekv:", "akv:", "keyvault:", "azkv:",
	"doppler:", "infisical:", "bws:", "bitwarden:", "lastpass:", "keeper:", "conjur:",
	"ref+", "secretref+", "secret://", "secretref:", "secrets:", "k8s:", "kubernetes:", "sops:", "keychain:", "keyring:",
	"env:", "env://", "parameter:", "param:", "store:", "chamber:", "kv:", "consul:", "consul://",
	"!ref ", "!sub ", "!getatt ", "!importvalue ", "!vault ", "fn::", "resolve:", "valuefrom:",
	"projects/", "@microsoft.keyvault(", "process.env.", "os.environ", "os.getenv",
}

// isReference reports whether a value stands for one that is elsewhere.
func isReference(v string) bool {
	return isExpansion(v) || hasScheme(v) || isVariableName(v)
}

// isExpansion reports whether templates, shells or format verbs fill part of
// a value in.
func isExpansion(v string) bool {
	for _, open := range [...]string{"${", "$(", "{{", "<%", "#{", "%{", "[[", "%("} {
		if i := strings.Index(v, open); i >= 0 && strings.ContainsAny(v[i+2:], ")}]%>") {
			return true
		}
	}
	return isShellVariable(v) || hasFormatVerb(v) || isFenced(v, '%') || isFenced(v, '@') ||
		strings.HasPrefix(v, "`") // a shell's command, or the beginning of one
}

// isShellVariable reports whether v is $NAME, or $$NAME as Compose escapes it.
func isShellVariable(v string) bool {
	name := strings.TrimLeft(v, "$")
	return len(name) < len(v) && len(v)-len(name) <= 2 && isIdentifier(name)
}

// hasFormatVerb reports whether fmt would put a value in: %s, %v, %d, %q.
func hasFormatVerb(v string) bool {
	for {
		_, rest, ok := strings.Cut(v, "%")
		if !ok || rest == "" {
			return false
		}
		if strings.ContainsRune("svdqx", rune(rest[0])) && (len(rest) == 1 || !isLetter(rest[1]) && !isDigit(rest[1])) {
			return true
		}
		v = rest
	}
}

// isFenced reports whether v is a name between two of these: %NAME%, @name@.
func isFenced(v string, fence byte) bool {
	return len(v) > 2 && v[0] == fence && v[len(v)-1] == fence && isIdentifier(strings.Trim(v, string(fence)))
}

func hasScheme(v string) bool {
	if !strings.ContainsAny(v, ":+/.@!( ") {
		return false
	}
	for _, scheme := range schemes {
		if len(v) > len(scheme) && strings.EqualFold(v[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

// isVariableName reports whether v is in capitals with an underscore or a space
// between words, which is how variables are called, and blocks of PEM, and no
// secret is made.
func isVariableName(v string) bool {
	if !isUpper(v[0]) || !strings.ContainsAny(v, "_ ") || !isVariable(strings.ReplaceAll(v, " ", "_")) {
		return false
	}
	digits := 0
	for i := range len(v) {
		if isDigit(v[i]) {
			digits++
		}
	}
	return digits <= 4 && len(v) <= 64 && !hasPlaceholderPart(strings.ToLower(v))
}

// isIdentifier reports whether v is a name in a programming language.
func isIdentifier(v string) bool {
	for i := range len(v) {
		c := v[i]
		if c != '_' && !isLetter(c) && (i == 0 || !isDigit(c)) {
			return false
		}
	}
	return v != ""
}
