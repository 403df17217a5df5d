package setting

// Meaning is what a name says of the value beside it.
type Meaning uint8

const (
	// Plain says nothing of a secret: KEYBOARD, TOKENIZER, PASSENGER, DB_USER.
	Plain Meaning = iota
	// Secret is held in the clear: PASSWORD, API_KEY, VAULT_SECRET_ID, dbPassword.
	Secret
	// Credential is one that AWS's own SDKs and tools read from the
	// environment: AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN.
	Credential
	// Handle is where a secret is, what it is called, or how it is used:
	// PASSWORD_FILE, SECRET_ARN, TOKEN_TTL, KEY_ID.
	Handle
	// Encrypted is a secret under a layer of encryption: ENCRYPTED_PASSWORD,
	// PASSWORD_CIPHERTEXT, DB_PASSWORD_ENC.
	Encrypted
)

func (m Meaning) String() string {
	switch m {
	case Secret:
		return "secret"
	case Credential:
		return "credential"
	case Handle:
		return "handle"
	case Encrypted:
		return "encrypted"
	}
	return "plain"
}

// Of says what a name means. Any string is a name; the empty one is plain.
func (n *Names) Of(name string) Meaning {
	t := text{letters: make([]byte, 0, 2*len(name)), starts: make([]int, 0, 16)}
	t.add(n, name)
	if len(t.starts) == 0 {
		return Plain
	}
	if n.credentials[string(t.letters)] && isVariable(name) {
		return Credential
	}
	var r reading
	for i := 0; i < len(t.starts); {
		v, length := n.at(&t, i)
		r.see(v, length)
		i += length
	}
	return r.meaning()
}

// at returns what the longest phrase at word i says, and how many words it
// has. Of a word of which nothing is known it returns 0 and 1.
func (n *Names) at(t *text, i int) (verb, int) {
	for length := min(n.longest, len(t.starts)-i); length > 0; length-- {
		words := t.words(i, i+length)
		if v, ok := n.phrases[string(words)]; ok {
			return v, length
		}
		if length == 1 && isNumber(words) {
			return variant, 1
		}
	}
	return 0, 1
}

// A reading is what has been seen of a name, from left to right.
type reading struct {
	secret    bool // a secret was seen; what follows is about what came after the last one
	denied    bool // before it, something said that it is none
	handle    bool
	encrypted bool
	other     bool // a word that makes the name one about something else
}

func (r *reading) see(v verb, length int) {
	switch {
	case v&secret != 0:
		r.secret, r.other = true, false
		r.handle = r.handle && r.denied
	case v&not != 0:
		r.denied = true
		r.handle = r.handle || v&handle != 0 && (length > 1 || r.secret)
	case v&encrypted != 0:
		r.encrypted = true
	case v&handle != 0:
		r.handle = r.handle || r.secret || length > 1
	case v&variant == 0:
		r.other = true
	}
}

func (r *reading) meaning() Meaning {
	switch {
	case r.handle:
		return Handle
	case !r.secret, r.denied, r.other:
		return Plain
	case r.encrypted:
		return Encrypted
	}
	return Secret
}

// isVariable reports whether a name is written as environment variables are:
// in capitals, with underscores.
func isVariable(name string) bool {
	for i := range len(name) {
		if c := name[i]; c != '_' && !isUpper(c) && !isDigit(c) {
			return false
		}
	}
	return true
}

// isNumber reports whether a word is a number or a version: "2", "v2".
func isNumber(word []byte) bool {
	if len(word) > 1 && word[0] == 'v' {
		word = word[1:]
	}
	for _, c := range word {
		if !isDigit(c) {
			return false
		}
	}
	return len(word) > 0
}
