package literal

import (
	"strconv"
	"strings"
)

// A need is what a text has to have for a rule to find anything, and that costs
// less to look for than the rule's expression. All are derived from the rule.
type need struct {
	length   int  // of the text, in bytes
	run      int  // of characters that can be part of the secret, one after another
	distinct int  // characters in that run: few of them have no entropy
	mixed    bool // the run must not be of letters, dots, dashes and underscores alone
	assigned bool // keyword, sign of assignment and run come in this order
}

// assignment is the part of gitleaks' expressions that stands between a name and
// the secret, and signs the first characters of what it matches.
const (
	assignment = `(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)`
	signs      = "=>:|?,"
)

// String returns n as a field of the table of keywords.
func (n need) String() string {
	text := strconv.Itoa(n.length) + " " + strconv.Itoa(n.run) + " " + strconv.Itoa(n.distinct)
	if n.mixed {
		text += " mixed"
	}
	if n.assigned {
		text += " assigned"
	}
	return text
}

// parseNeed reads what String wrote. What it cannot read asks for nothing.
func parseNeed(text string) (n need) {
	for i, field := range strings.Fields(text) {
		v, _ := strconv.Atoi(field)
		switch i {
		case 0:
			n.length = v
		case 1:
			n.run = v
		case 2:
			n.distinct = v
		default:
			n.mixed = n.mixed || field == "mixed"
			n.assigned = n.assigned || field == "assigned"
		}
	}
	return n
}

// separators is how much a setting's fragment is longer than its name and value.
const separators = len(` = ""`)

// isMet reports whether value has what n asks for; name counts for its length. The
// name of a setting is never part of the secret. at is where in value the rule's
// first keyword ends, or inName.
func (n need) isMet(name, value string, at int) bool {
	if len(name)+len(value)+separators < n.length {
		return false
	}
	if n.assigned && at != inName {
		sign := strings.IndexAny(value[at:], signs)
		if sign < 0 {
			return false
		}
		value = value[at+sign+1:]
	}
	return n.run == 0 || n.hasRun(value)
}

func (n need) hasRun(value string) bool {
	for start := 0; start < len(value); {
		end := start
		for end < len(value) && class[value[end]] != other {
			end++
		}
		if end-start >= n.run && n.isMetByRun(value[start:end]) {
			return true
		}
		start = end + 1
	}
	return false
}

func (n need) isMetByRun(run string) bool {
	var seen [256]bool
	distinct, mixed := 0, !n.mixed
	for i := range len(run) {
		c := run[i]
		mixed = mixed || class[c] == figure
		if !seen[c] {
			seen[c] = true
			distinct++
		}
		if mixed && distinct >= n.distinct {
			return true
		}
	}
	return false
}

// The classes of bytes that a secret may be made of.
const (
	other  = iota
	letter // and the dot, the dash and the underscore
	figure // digits, and what only base64 has
)

// class is a constant table: a switch would be asked for every byte of every text.
var class = [256]byte{
	'.': letter, '-': letter, '_': letter,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter,
	'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter, 'o': letter, 'p': letter, 'q': letter, 'r': letter,
	's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter, 'I': letter,
	'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter,
	'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'0': figure, '1': figure, '2': figure, '3': figure, '4': figure, '5': figure, '6': figure, '7': figure, '8': figure, '9': figure,
	'+': figure, '/': figure, '=': figure,
}
