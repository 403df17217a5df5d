package setting

import "strings"

// Content is what a value looks like.
type Content uint8

const (
	// Empty has no text, none within its quotes, or is what YAML has for nothing.
	Empty Content = iota
	// Reference stands for a value that is elsewhere: ${X}, $(X), {{ .x }},
	// arn:…, ssm:/path, vault:path#key, op://vault/item, the name of a variable.
	Reference
	// Path is that of a file or of an entry in a store.
	Path
	// Location is a URL, a host, or a connection string without a password in
	// the clear.
	Location
	// Connection is a URL or a connection string with a password in the clear.
	Connection
	// Ciphertext is encrypted, wrapped, sealed or hashed.
	Ciphertext
	// Placeholder is to be replaced, or says what belongs there.
	Placeholder
	// Switch is a truth, a number, a duration, a size, or the name of an algorithm.
	Switch
	// Public is a key or a certificate for everybody to know.
	Public
	// Text is anything else, and all that a plain secret can be.
	Text
)

func (c Content) String() string {
	names := [...]string{"empty", "reference", "path", "location", "connection", "ciphertext", "placeholder", "switch", "public", "text"}
	if int(c) < len(names) {
		return names[c]
	}
	return "unknown"
}

// ContentOf says what a value looks like. It errs towards Text: only a value
// that plainly is something else is called so.
func ContentOf(value string) Content {
	v := unquote(strings.TrimSpace(value))
	switch v {
	case "", "{}", "[]", "~":
		return Empty
	}
	for _, is := range [...]struct {
		looks   func(string) bool
		content Content
	}{
		{isCiphertext, Ciphertext},
		{isPublic, Public},
		{isReference, Reference},
		{isSwitch, Switch},
	} {
		if is.looks(v) {
			return is.content
		}
	}
	if content, ok := connection(v); ok {
		return content
	}
	switch {
	case isPlaceholder(v):
		return Placeholder
	case isPath(v):
		return Path
	}
	return Text
}

// unquote removes a pair of quotes around a value, as dotenv files and shells
// have them.
func unquote(v string) string {
	if len(v) >= 2 && v[0] == v[len(v)-1] && (v[0] == '"' || v[0] == '\'') {
		return strings.TrimSpace(v[1 : len(v)-1])
	}
	return v
}

// ciphertexts are what encrypted values begin with.
var ciphertexts = [...]string{
	"ENC[",     // SOPS, hiera-eyaml
	"ENC(",     // Jasypt
	"{cipher}", // Spring Cloud Config
	"AQICAH",   // AWS KMS: ciphertext of Encrypt, in base64
	"AQECAH",   // AWS KMS: the same, under older keys
	"AQIDAH",   // AWS KMS: an encrypted data key
	"AQEDAH",   // AWS KMS: the same, under older keys
	"AYAD",     // AWS Encryption SDK, message format 1
	"AgV4",     // AWS Encryption SDK, message format 2
	"vault:v",  // Vault's transit engine: vault:v1:…
	"$ANSIBLE_VAULT;",
	"age-encryption.org/",
	"YWdlLWVuY3J5cHRpb24ub3JnL", // the same, in base64
	"-----BEGIN AGE ENCRYPTED FILE-----",
	"-----BEGIN PGP MESSAGE-----",
	"-----BEGIN ENCRYPTED PRIVATE KEY-----",
	"-----BEGIN PKCS7-----",
	"-----BEGIN CMS-----",
	"U2FsdGVkX1", // openssl enc: "Salted__", in base64
	"gAAAAA",     // Fernet
	"encrypted:", // dotenvx
	"sealed:",
	"enc:",
	"ENC:",
	"{ssha}", "{SSHA}", "{SHA}", "{bcrypt}", "{pbkdf2}", "{argon2}", "{scrypt}",
	"$2a$", "$2b$", "$2y$", "$argon2", "$scrypt$", "$pbkdf2", "$5$", "$6$", "$y$", "$apr1$", // crypt(5)
	"pbkdf2_sha256$", "pbkdf2:sha", // Django, Werkzeug
	"SCRAM-SHA-", // PostgreSQL's verifier
}

func isCiphertext(v string) bool {
	for _, prefix := range ciphertexts {
		if strings.HasPrefix(v, prefix) {
			return prefix != "vault:v" || isTransit(v)
		}
	}
	return isSealed(v) || isCloudKMS(v) || isJWE(v) ||
		strings.HasPrefix(v, "-----BEGIN") && strings.Contains(v, "Proc-Type: 4,ENCRYPTED")
}

// isTransit tells ciphertext, vault:v1:…, from a reference, vault:path#key.
func isTransit(v string) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(v, "vault:v"), "0123456789")
	return strings.HasPrefix(rest, ":")
}

// isSealed reports whether a value is one of Bitnami's sealed secrets: the
// length of an RSA-wrapped key, 512 bytes, in front of it and the text, in base64.
func isSealed(v string) bool {
	return len(v) > 600 && strings.HasPrefix(v, "Ag") && 'A' <= v[2] && v[2] <= 'D' && isBase64(v)
}

// isCloudKMS reports whether a value is ciphertext of Google Cloud KMS in
// base64: a message whose first field is the name of the key, of 36 or 37 bytes.
func isCloudKMS(v string) bool {
	return len(v) > 80 && (strings.HasPrefix(v, "CiQA") || strings.HasPrefix(v, "CiUA")) && isBase64(v)
}

// isJWE reports whether a value is an encrypted token: five parts, where a
// signed one has three.
func isJWE(v string) bool {
	return strings.HasPrefix(v, "eyJ") && strings.Count(v, ".") == 4 && !strings.ContainsAny(v, " \t\n")
}

func isPublic(v string) bool {
	if rest, ok := strings.CutPrefix(v, "-----BEGIN "); ok {
		kind, _, _ := strings.Cut(rest, "-----")
		return strings.Contains(kind, "PUBLIC KEY") || strings.Contains(kind, "CERTIFICATE")
	}
	for _, prefix := range [...]string{"ssh-rsa AAAA", "ssh-ed25519 AAAA", "ecdsa-sha2-", "minisign:"} {
		if strings.HasPrefix(v, prefix) {
			return true
		}
	}
	return len(v) == 62 && strings.HasPrefix(v, "age1")
}

func isBase64(v string) bool {
	for i := range len(v) {
		if c := v[i]; !isLetter(c) && !isDigit(c) && !strings.ContainsRune("+/=-_\r\n", rune(c)) {
			return false
		}
	}
	return true
}
