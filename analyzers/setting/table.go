package setting

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
)

//go:embed names.txt
var builtin string

// A verb is what a line of the table says of its words. A phrase may have
// several.
type verb uint8

const (
	secret verb = 1 << iota
	plain
	handle
	not
	encrypted
	variant
)

// Names knows what names say: the built-in table, and what a user added. It
// does not change once it is made, so that goroutines can share it.
type Names struct {
	phrases     map[string]verb // words separated by spaces
	words       map[string]bool // that phrases consist of
	credentials map[string]bool // whole names, as phrases
	suffixes    map[byte][]glue // what is found within words, by its last letter
	prefixes    map[byte][]glue // the same, by its first
	longest     int             // how many words the longest phrase has
}

// A glue is a phrase that is found within words, written without its spaces.
type glue struct{ text, phrase string }

// NewNames returns the built-in table with these lines added. It fails on the
// first line that it cannot read, naming its text.
func NewNames(lines ...string) (*Names, error) {
	n := &Names{
		phrases:     map[string]verb{},
		words:       map[string]bool{},
		credentials: map[string]bool{},
		suffixes:    map[byte][]glue{},
		prefixes:    map[byte][]glue{},
	}
	for line := range strings.Lines(builtin) {
		if err := n.add(line); err != nil {
			return nil, err
		}
	}
	for _, line := range lines {
		if err := n.add(line); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// add adds a line: a verb, and phrases with commas between them.
func (n *Names) add(line string) error {
	text, _, _ := strings.Cut(line, "#")
	name, list, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	if name == "" {
		return nil
	}
	for phrase := range strings.SplitSeq(list, ",") {
		words := strings.Fields(phrase)
		if err := n.learn(name, words); err != nil {
			return fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
		}
	}
	return nil
}

// checkWords returns an error if these are not the words of a phrase.
func checkWords(words []string) error {
	if len(words) == 0 {
		return errors.New("want words after the verb, and between commas")
	}
	for _, word := range words {
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return fmt.Errorf("%q is no word: want letters and digits", word)
		}
	}
	return nil
}

func (n *Names) learn(name string, words []string) error {
	if err := checkWords(words); err != nil {
		return err
	}
	phrase := strings.Join(words, " ")
	switch name {
	case "secret":
		n.say(secret, phrase)
	case "plain":
		n.say(plain, phrase)
	case "handle":
		n.say(handle, phrase)
	case "not":
		n.say(not, phrase)
	case "encrypted":
		n.say(encrypted, phrase)
	case "variant":
		n.say(variant, phrase)
	case "service":
		n.say(variant, phrase)
		n.say(secret, phrase+" key")
		n.say(secret, phrase+" pat")
		n.say(secret, phrase+" jwt")
	case "credential":
		n.credentials[phrase] = true
		n.know(phrase)
	case "glue":
		g := glue{strings.ReplaceAll(phrase, " ", ""), phrase}
		first, last := g.text[0], g.text[len(g.text)-1]
		n.prefixes[first] = append(n.prefixes[first], g)
		n.suffixes[last] = append(n.suffixes[last], g)
		n.know(phrase)
	default:
		return fmt.Errorf("there is no verb %q", name)
	}
	return nil
}

// say records the verb. Secret and plain deny each other, and the later line
// wins, so that a user can take back what the built-in table says.
func (n *Names) say(v verb, phrase string) {
	old := n.phrases[phrase]
	switch v {
	case secret:
		old &^= plain | handle | variant
	case plain:
		old &^= secret
	}
	n.phrases[phrase] = old | v
	n.know(phrase)
}

func (n *Names) know(phrase string) {
	count := 0
	for word := range strings.SplitSeq(phrase, " ") {
		n.words[word] = true
		count++
	}
	n.longest = max(n.longest, count)
}
