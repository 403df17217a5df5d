package setting

import "strings"

// isSwitch reports whether a value chooses among a few: a truth, a small
// number, a duration, a size, an algorithm. Six digits and more can be a secret.
func isSwitch(v string) bool {
	switch strings.ToLower(v) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "t", "f",
		"enabled", "disabled", "enable", "disable", "auto", "always", "never", "required", "optional", "default",
		"basic", "bearer", "plain", "plaintext", "file", "env", "vault", "aws", "gcp", "azure", "kms", "string",
		"header", "cookie", "query", "body", "form", "json", "yaml", "text", "binary", "hex", "base64", "pem",
		"debug", "info", "warn", "error", "prod", "production", "dev", "development", "staging", "local":
		return true
	}
	return isQuantity(v) || isAlgorithm(v)
}

// isQuantity reports whether v is a number of up to five digits, with a unit
// or without.
func isQuantity(v string) bool {
	number := strings.TrimLeft(v, "-+0123456789._,:")
	digits := len(v) - len(number)
	if digits > 5 || !strings.ContainsAny(v[:digits], "0123456789") {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(number)) {
	case "", "ns", "us", "µs", "ms", "s", "sec", "secs", "seconds", "m", "min", "mins", "minutes", "h", "hr", "hours",
		"d", "day", "days", "w", "weeks", "b", "k", "kb", "kib", "ki", "mb", "mib", "mi", "g", "gb", "gib", "gi", "%":
		return true
	}
	return false
}

// isAlgorithm reports whether v names an algorithm: "HS256", "aes-256-gcm".
func isAlgorithm(v string) bool {
	if len(v) > 48 {
		return false
	}
	lowered := strings.ToLower(v)
	for _, name := range [...]string{"aes", "rsa", "sha", "hmac", "ecdsa", "eddsa", "ed25519", "chacha20", "xchacha20", "hs", "rs", "es", "ps",
		"md5", "bcrypt", "argon2", "scrypt", "pbkdf2", "x25519", "curve25519", "des", "blowfish", "symmetric_default"} {
		rest, ok := strings.CutPrefix(lowered, name)
		if ok && isAlgorithmRest(rest) {
			return true
		}
	}
	return false
}

// isAlgorithmRest reports whether v is made of sizes and of modes.
func isAlgorithmRest(v string) bool {
	isSeparator := func(r rune) bool { return strings.ContainsRune("-_/.:", r) }
	for part := range strings.FieldsFuncSeq(v, isSeparator) {
		switch strings.Trim(part, "0123456789") {
		case "", "gcm", "cbc", "ctr", "cfb", "siv", "kw", "kwp", "wrap", "poly", "ietf", "sha", "hmac", "aes", "rsa", "oaep", "pss", "pkcs",
			"padding", "pkcs5padding", "pkcs7padding", "nopadding", "v", "p", "id", "i", "d", "ede", "encryption", "decryption", "signing", "key", "hkdf", "ecdsa", "nist":
		default:
			return false
		}
	}
	return len(v) > 0 && len(v) < 40
}

// isPlaceholder reports whether a value is to be replaced by another, says
// what belongs there, or stands for a secret in an example.
func isPlaceholder(v string) bool {
	lowered := strings.ToLower(v)
	return isFiller(lowered) || isBracketed(v) || isPlaceholderWord(lowered) || hasPlaceholderPart(lowered) || isRequest(v) || isProse(v)
}

// isRequest reports whether v asks for a value, in words that are run together:
// "YourSigningSecret", "changePassword", "ChooseStrongKeyHere".
func isRequest(v string) bool {
	for _, verb := range [...]string{"your", "change", "choose", "replace", "insert", "enter"} {
		if len(v) > len(verb) && strings.EqualFold(v[:len(verb)], verb) && isUpper(v[len(verb)]) && isLower(v[len(verb)-1]) {
			return true
		}
	}
	return false
}

// isRepeated reports whether v is one byte over and over, in base64: four characters
// that come again and again, up to the last few.
func isRepeated(v string) bool {
	v = strings.TrimRight(v, "=")
	const period, least = 4, 20
	if len(v) < least {
		return false
	}
	whole := len(v) - period - len(v)%period
	return v[period:period+whole] == v[:whole]
}

// isFiller reports whether v is one character over and over, "xxxx", "****", or
// punctuation alone, "<>", or the beginning of a token, "ghp_", or a UUID that
// somebody counted.
func isFiller(v string) bool {
	if isPunctuation(v) || isCountedUUID(v) || isRepeated(v) {
		return true
	}
	if last := v[len(v)-1]; (last == '_' || last == '-') && len(v) <= 16 {
		return true
	}
	return len(v) > 1 && strings.Trim(v, v[:1]) == "" || v == "x" || v == "-" || v == "*" || v == "?"
}

func isPunctuation(v string) bool {
	for i := range len(v) {
		if v[i] > '~' || isLetter(v[i]) || isDigit(v[i]) {
			return false
		}
	}
	return len(v) <= 8
}

// isCountedUUID reports whether v is a UUID that nobody drew: each group is one
// digit over and over, or counts, as in 12345678-0987-1234-5678-123456789012.
func isCountedUUID(v string) bool {
	groups := strings.Split(v, "-")
	if len(v) != 36 || len(groups) != 5 {
		return false
	}
	for i, length := range [...]int{8, 4, 4, 4, 12} {
		if len(groups[i]) != length || !isCounted(groups[i]) {
			return false
		}
	}
	return true
}

// isCounted reports whether from each digit to the next it is the same step of
// one or none. After 9 comes 0, or a.
func isCounted(v string) bool {
	const digits, wrapped = "0123456789abcdef", 10
	step := 0
	for i := 1; i < len(v); i++ {
		before, now := strings.IndexByte(digits, v[i-1]), strings.IndexByte(digits, v[i])
		if before < 0 || now < 0 {
			return false
		}
		s := now - before
		if s == wrapped-1 || s == 1-wrapped {
			s /= 1 - wrapped
		}
		if s < -1 || s > 1 || i > 1 && s != step {
			return false
		}
		step = s
	}
	return true
}

func isBracketed(v string) bool {
	first, last := v[0], v[len(v)-1]
	if len(v) < 3 || strings.ContainsAny(v, "\n\"") {
		return false
	}
	return first == '<' && last == '>' || first == '[' && last == ']' || first == '{' && last == '}' || strings.HasPrefix(v, "__") && strings.HasSuffix(v, "__")
}

func isPlaceholderWord(v string) bool {
	switch strings.Trim(v, "!.") {
	case "", "password", "passwd", "passphrase", "pass", "pwd", "secret", "token", "key", "apikey", "api-key", "api_key", "api key",
		"auth", "credential", "credentials", "user:password", "user:pass", "username:password", "username:pass",
		"value", "string", "text", "foo", "bar", "baz", "foobar", "qux", "foo-bar", "foo_bar", "foobarbaz",
		"todo", "tbd", "fixme", "none", "null", "nil", "undefined", "unset", "empty", "n/a", "na", "unknown", "missing", "invalid",
		"changeit", "x-oauth-basic", "hidden", "masked", "secret-value", "secret_value", "somesecret", "some-secret", "some_secret", "test", "testing":
		return true
	}
	rest, isTest := strings.CutPrefix(v, "test")
	return isTest && rest != "" && isPlaceholderWord(strings.TrimLeft(rest, "-_"))
}

func hasPlaceholderPart(v string) bool {
	for _, part := range [...]string{
		"changeme", "change-me", "change_me", "change me", "changethis", "change-this", "change_this",
		"replaceme", "replace-me", "replace_me", "replace-with", "replace_with", "replace with", "replacethis",
		"your-", "your_", "your ", "yourpass", "yoursecret", "yourtoken", "yourkey", "yourapikey", "youraccess",
		"placeholder", "example", "dummy", "redacted", "xxxx", "****", "....", "goes-here", "goes_here", "goes here", "goeshere", "-here", "_here",
		"insert-", "insert_", "insert your", "put-your", "enter-", "not-a-real", "not_a_real", "notreal", "not-real", "fake", "obfuscated",
		"do-not-use", "donotuse", "not-set", "notset", "not_set", "lorem ipsum", "abcdefghijklmnop",
	} {
		if strings.Contains(v, part) {
			return true
		}
	}
	return false
}

// isProse reports whether v is a sentence or its beginning, as descriptions
// are: three words or more, and one of them a word that passphrases are not
// made of.
func isProse(v string) bool {
	count, prose := 0, false
	for word := range strings.FieldsSeq(v) {
		count++
		switch strings.ToLower(strings.Trim(word, ".,:;()'\"")) {
		case "the", "a", "an", "of", "for", "to", "is", "in", "on", "with", "by", "from", "and", "or", "not", "must", "be", "your", "this", "used", "use", "via", "set":
			prose = true
		}
	}
	return count >= 3 && prose
}

// isPath reports whether v is the name of a file, or of an entry in a store of
// secrets or parameters.
func isPath(v string) bool {
	if strings.ContainsAny(v, " \t\n\"'") && !strings.HasPrefix(v, "C:\\") {
		return isPathList(v)
	}
	for _, start := range [...]string{"./", "../", "~/", `.\`, `..\`, `\\`, "file:"} {
		if strings.HasPrefix(v, start) {
			return true
		}
	}
	if len(v) > 2 && isLetter(v[0]) && v[1] == ':' && (v[2] == '\\' || v[2] == '/') {
		return true
	}
	return hasFileExtension(v) || strings.Contains(v, "/") && isSlashed(v)
}

// isPathList reports whether v is several names of files with space between.
func isPathList(v string) bool {
	count := 0
	for field := range strings.FieldsSeq(v) {
		count++
		if strings.ContainsAny(field, "\"'") || !isPath(field) {
			return false
		}
	}
	return count > 1
}

func hasFileExtension(v string) bool {
	i := strings.LastIndexByte(v, '.')
	if i < 0 {
		return false
	}
	switch strings.ToLower(v[i+1:]) {
	case "pem", "key", "crt", "cer", "cert", "der", "p12", "pfx", "p8", "jks", "keystore", "kdbx", "pub", "asc", "gpg", "age", "jwk", "jwks",
		"json", "yaml", "yml", "toml", "ini", "conf", "cfg", "properties", "env", "txt", "xml", "hcl", "tf", "tfvars", "sock", "sh", "enc", "token", "passwd", "htpasswd":
		return true
	}
	return false
}

// isSlashed reports whether v has segments as names of files have. Base64 has
// slashes as well: it mixes cases and digits, and its segments are no words.
func isSlashed(v string) bool {
	if strings.ContainsAny(v, "+=") {
		return false
	}
	mixed := 0
	for segment := range strings.SplitSeq(v, "/") {
		if !isSegment(segment) {
			return false
		}
		mixed += changes(segment)
	}
	return mixed == 0 || mixed == 1 && v[0] == '/'
}

// isSegment reports whether v is a name: of letters, digits and separators, and
// of few capitals where it has small letters too.
func isSegment(v string) bool {
	upper, lower := 0, 0
	for i := range len(v) {
		switch c := v[i]; {
		case isUpper(c):
			upper++
		case isLower(c):
			lower++
		case !isDigit(c) && !strings.ContainsRune("._-:@*~,", rune(c)):
			return false
		}
	}
	return lower == 0 || upper <= len(v)/4+1
}

// changes counts where a letter follows a digit at once, as words hardly have it.
func changes(v string) int {
	n := 0
	for i := 1; i < len(v); i++ {
		if isLetter(v[i]) && isDigit(v[i-1]) {
			n++
		}
	}
	return n
}
