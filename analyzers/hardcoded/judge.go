package hardcoded

import (
	"encoding/base64"
	"slices"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// A verdict is what is said of a constant. The zero value says nothing.
type verdict struct {
	category   string
	kind       string // what follows "hard-coded secret: "
	confidence rule.Confidence
	rule       string // what .gitleaksignore calls it
	at         int    // where in the text, in bytes
}

// maxText is the longest text that is looked at, in bytes. What is longer is data
// that a generator put into a Go file.
const maxText = 1 << 20

// judge says what a constant is, by its text and its name.
func (c *checker) judge(scanner *literal.Scanner, file, name, value string) verdict {
	if len(value) > maxText || !c.tests && isCalledSample(name) {
		return verdict{}
	}
	var weak *literal.Hit
	for _, h := range scanner.ScanSetting(file, name, value) {
		if !h.Generic() && !isHarmless(value[h.Start:h.End]) {
			return verdict{specific, h.Rule, rule.Certain, h.Rule, h.Start}
		}
		if h.Generic() && weak == nil && c.isGeneric(name, value[h.Start:h.End]) {
			weak = &h
		}
	}
	switch {
	case isConnection(value):
		return verdict{connection, "password in a connection string", rule.Certain, connection, 0}
	case weak != nil:
		return verdict{generic, weak.Rule, rule.Likely, weak.Rule, weak.Start}
	case c.isNamed(name, value):
		return verdict{generic, "value of " + shown(name), rule.Likely, generic, 0}
	}
	return verdict{}
}

// isHarmless reports whether a secret of a known form is one that is for everybody
// to know, or for nobody to use.
func isHarmless(secret string) bool {
	switch setting.ContentOf(secret) {
	case setting.Placeholder, setting.Public, setting.Reference, setting.Empty:
		return true
	}
	return false
}

// isGeneric reports whether what gitleaks' generic rule found is a secret: the rule
// goes by names that end in key or token, which are also those of keys of maps, of
// metrics and of headers, and their values name things. Names are made of words;
// what is drawn at random is not.
func (c *checker) isGeneric(name, secret string) bool {
	if setting.ContentOf(secret) != setting.Text || isPublicKey(secret) || !isRandom(secret) || isEncodedText(secret) || isAddress(secret) || isCut(secret) {
		return false
	}
	switch c.meaning(name) {
	case setting.Handle, setting.Encrypted:
		return false
	case setting.Plain: // an identifier, which is drawn at random, too
		return !isUUID(secret) && !isAboutPublic(name)
	}
	return !isAboutPublic(name)
}

// isUUID reports whether a value has the form of a UUID.
func isUUID(value string) bool {
	if len(value) != 36 {
		return false
	}
	for i := range len(value) {
		isDash := i == 8 || i == 13 || i == 18 || i == 23
		if isDash != (value[i] == '-') || !isDash && !strings.ContainsRune("0123456789abcdefABCDEF", rune(value[i])) {
			return false
		}
	}
	return true
}

// isAboutPublic reports whether a name says that its value is for everybody.
func isAboutPublic(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"public", "pubkey", "pub_key", "publishable", "checksum", "digest", "sha256", "sha1", "md5", "etag", "fingerprint", "thumbprint", "integrity"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// The length of a password that somebody chose.
const (
	minPassword = 6
	maxPassword = 128
)

// isNamed reports whether a name says that it holds a secret, and the value can be
// one. What is called a token or a key is so only if it looks drawn at random; a
// password may be a word and a number.
func (c *checker) isNamed(name, value string) bool {
	if !isPasswordLike(value) {
		return false
	}
	if isAddress(value) || isCut(value) {
		return false
	}
	if m := c.meaning(name); m != setting.Secret && m != setting.Credential {
		return false
	}
	if isNameItself(name, value) || isAboutPublic(name) || isPublicKey(value) || isEncodedText(value) || isMadeUp(value) {
		return false
	}
	return isRandom(value) || isAboutPassword(name) && !strings.ContainsAny(value, "-_./:,;()[]{}<>%\\")
}

// isAddress reports whether a value has a word before or after a slash, as names of
// entries in stores and of resources have. Base64 has slashes, and no words.
func isAddress(value string) bool {
	const least = 5 // letters of a word
	if !strings.Contains(value, "/") {
		return false
	}
	for segment := range strings.SplitSeq(value, "/") {
		if len(segment) >= least && strings.Trim(segment, "abcdefghijklmnopqrstuvwxyz_-") == "" {
			return true
		}
	}
	return false
}

// isCut reports whether the end of a value is left out, as in examples.
func isCut(value string) bool {
	return strings.HasSuffix(value, "...") || strings.HasSuffix(value, "…")
}

// isNameItself reports whether a value says what the name does, as constants of an
// enumeration do: AuthV2Password = "v2password".
func isNameItself(name, value string) bool {
	name, value = letters(name), letters(value)
	return strings.Contains(name, value) || strings.Contains(value, name)
}

// letters returns the letters and digits in s, small.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r > '~' || classOf(byte(r)) == sign {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// isPasswordLike reports whether a value has the length and the characters of a
// password: no spaces, letters, and a digit or a sign.
func isPasswordLike(value string) bool {
	if len(value) < minPassword || len(value) > maxPassword {
		return false
	}
	letters, others := 0, 0
	for i := range len(value) {
		switch c := classOf(value[i]); {
		case value[i] <= ' ' || value[i] > '~':
			return false
		case c == lower || c == upper:
			letters++
		default:
			others++
		}
	}
	return letters > 0 && others > 0
}

func isAboutPassword(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"password", "passwd", "passphrase", "pwd"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return strings.HasSuffix(name, "pass")
}

// isMadeUp reports whether a value says that it is none: a placeholder, as it is,
// with a number behind it, or with figures for letters, as in s3cret.
func isMadeUp(value string) bool {
	if setting.ContentOf(value) != setting.Text {
		return true
	}
	for _, word := range [...]string{letterly(value), strings.TrimRight(value, "0123456789!?@#$%^&*")} {
		if word != "" && setting.ContentOf(word) == setting.Placeholder {
			return true
		}
	}
	return false
}

// letterly puts letters for the figures that stand for them.
func letterly(value string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune("0134578@$!", r); i >= 0 {
			return rune("oleastbasi"[i])
		}
		return r
	}, value)
}

// isConnection reports whether a value is a URL or a connection string with a
// password that stands there, and is neither filled in nor an expression for such.
func isConnection(value string) bool {
	if !mayConnect(value) || setting.ContentOf(value) != setting.Connection {
		return false
	}
	for _, open := range [...]string{"%s", "%v", "%q", "%d", "%w", "%[", "${", "{{", "$(", "(?", `\`, "[^", "[a-z", "[A-Z"} {
		if strings.Contains(value, open) {
			return false
		}
	}
	return true
}

// mayConnect is a cheap necessary condition for isConnection.
func mayConnect(value string) bool {
	return len(value) >= 8 && (strings.IndexByte(value, '@') > 0 || strings.IndexByte(value, '=') > 0) && strings.IndexByte(value, '\n') < 0
}

// isEncodedText reports whether a value is text in base64: what is drawn at random
// does not come out as text.
func isEncodedText(value string) bool {
	data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(value, "="))
	return err == nil && len(data) >= 9 && !slices.ContainsFunc(data, func(c byte) bool {
		return c > '~' || c < ' ' && c != '\n' && c != '\t' && c != '\r'
	})
}

// publicKeys are what keys for everybody begin with: publishable keys of Stripe's,
// and public keys of RSA as RFC 5280 encodes them (SubjectPublicKeyInfo), of 2048
// and 1024 bits, in base64 and in hex.
var publicKeys = [...]string{"pk_live_", "pk_test_", "MIIBIjANBgkqhkiG9w0BAQEF", "MIGfMA0GCSqGSIb3DQEBAQUA", "30820122300d06092a864886f70d010101", "30819f300d06092a864886f70d010101"}

// isPublicKey reports whether a value is one of those, or a public key of minisign
// or signify: in base64 the letters Ed, a number of 8 bytes and the 32 of a key of
// Ed25519.
func isPublicKey(value string) bool {
	if slices.ContainsFunc(publicKeys[:], func(prefix string) bool { return strings.HasPrefix(value, prefix) }) {
		return true
	}
	const size = 2 + 8 + 32
	if len(value) != base64.StdEncoding.EncodedLen(size) {
		return false
	}
	data, err := base64.StdEncoding.DecodeString(value)
	return err == nil && string(data[:2]) == "Ed"
}

// The classes of characters of which words keep to one, but for a capital letter
// at their beginning.
const (
	sign = iota
	lower
	upper
	digit
)

func classOf(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return lower
	case 'A' <= c && c <= 'Z':
		return upper
	case '0' <= c && c <= '9':
		return digit
	}
	return sign
}

// isRandom reports whether a value looks drawn at random: between one character
// and the next it goes from letters to digits or from small letters to capitals
// far more often than names do, even those with numbers of versions in them.
func isRandom(value string) bool {
	const (
		leastChanges = 4
		oneIn        = 5 // characters; in random base64 and hex it is one in two
	)
	changes := 0
	for i := 1; i < len(value); i++ {
		from, to := classOf(value[i-1]), classOf(value[i])
		if from != to && from != sign && to != sign && (from != upper || to != lower) {
			changes++
		}
	}
	return changes >= leastChanges && changes*oneIn >= len(value) && 2*inWords(value) < len(value)
}

// inWords returns how many characters of a value are in words: four small letters
// or more, or a capital and three, that somebody could pronounce.
func inWords(value string) (n int) {
	const least = 4
	for start := 0; start < len(value); {
		end := start + 1
		for end < len(value) && classOf(value[end]) == lower {
			end++
		}
		if c := classOf(value[start]); end-start >= least && (c == lower || c == upper) && isPronounceable(value[start:end]) {
			n += end - start
		}
		start = end
	}
	return n
}

// isPronounceable reports whether a word has vowels, and never more than three
// letters between them.
func isPronounceable(word string) bool {
	vowels, consonants := 0, 0
	for i := range len(word) {
		if strings.IndexByte("aeiouyAEIOUY", word[i]) >= 0 {
			vowels++
			consonants = 0
		} else if consonants++; consonants > 3 {
			return false
		}
	}
	return vowels > 0
}

// shown returns the name if it is one that a program may have, and no more than
// that it has one otherwise: the key of a map may be a secret itself.
func shown(name string) string {
	if len(name) > 64 || name == "" {
		return "a secret's name"
	}
	for i := range len(name) {
		if classOf(name[i]) == sign && name[i] != '_' || classOf(name[i]) == digit {
			return "a secret's name"
		}
	}
	return name
}
