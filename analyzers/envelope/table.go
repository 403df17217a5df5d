package envelope

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// A table is what the text table of awsapi says.
type table struct {
	keys     map[string]dataKey // by the name of the answer's type
	requests map[string]request // by the name of the input's type
	limits   map[string]int     // bytes, by the name of the algorithm
	calls    map[string][]line  // by the name of the function
}

// A dataKey is an answer that has a data key: its fields, of which encrypted is "" where
// the key is not new.
type dataKey struct {
	operation string // "kms.GenerateDataKey"
	plaintext string
	encrypted string
}

// A request is an operation that is asked for by an input, and what is to be asked of it.
type request struct {
	operation string // "kms.Encrypt"
	facts     []string
}

func (r request) has(fact string) bool {
	for _, f := range r.facts {
		if f == fact {
			return true
		}
	}
	return false
}

// A line is something that a function does.
type line struct {
	verb  verb
	arg   int // counted as Call.Args has them; receiver for a method's
	words []string
}

type verb string

const (
	makes   verb = "makes"
	seals   verb = "seals"
	stream  verb = "stream"
	block   verb = "block"
	writes  verb = "writes"
	tags    verb = "tags"
	reads   verb = "reads"
	bounds  verb = "bounds"
	private verb = "private"
	shows   verb = "shows"
	wipes   verb = "wipes"
	clock   verb = "clock"
	repeats verb = "repeats"
	caches  verb = "caches"
	elapsed verb = "elapsed"
	wraps   verb = "wraps"
)

const receiver = -1

// known returns the table. It is parsed when it is first asked for.
var known = sync.OnceValues(func() (*table, error) {
	t := &table{keys: map[string]dataKey{}, requests: map[string]request{}, limits: map[string]int{}, calls: map[string][]line{}}
	for text := range strings.Lines(awsapi.Envelope) {
		words := strings.Fields(text)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		if err := t.learn(words); err != nil {
			return nil, fmt.Errorf("envelope: %s: %w", strings.Join(words, " "), err)
		}
	}
	t.learnLoggers(awsapi.Leaks)
	return t, nil
})

// learnLoggers adds the functions that the table of leaks says log what they are handed.
func (t *table) learnLoggers(leaks string) {
	for text := range strings.Lines(leaks) {
		if words := strings.Fields(text); len(words) > 1 && words[1] == "logged" {
			t.calls[words[0]] = append(t.calls[words[0]], line{verb: shows, arg: receiver})
		}
	}
}

func (t *table) learn(words []string) (err error) {
	if len(words) < 2 {
		return fmt.Errorf("want more words")
	}
	switch words[0] {
	case "key":
		return t.learnKey(words[1:])
	case "request":
		service, operation, _ := cut(words[1:])
		r := request{operation: service + "." + operation, facts: words[3:]}
		for _, name := range typeNames(service, operation+"Input") {
			t.requests[name] = r
		}
	case "limit":
		t.limits[words[1]], err = strconv.Atoi(words[len(words)-1])
	default:
		var l line
		if l, err = parseLine(words); err == nil {
			t.calls[words[1]] = append(t.calls[words[1]], l)
		}
	}
	return err
}

func (t *table) learnKey(words []string) error {
	service, typ, ok := cut(words)
	if !ok {
		return fmt.Errorf("want SERVICE TYPE PLAINTEXT")
	}
	k := dataKey{operation: service + "." + strings.TrimSuffix(typ, "Output"), plaintext: words[2]}
	if len(words) > 3 {
		k.encrypted = words[3]
	}
	for _, name := range typeNames(service, typ) {
		t.keys[name] = k
	}
	return nil
}

// cut returns the first two words; ok tells whether there are more.
func cut(words []string) (first, second string, ok bool) {
	if len(words) < 2 {
		return words[0], "", false
	}
	return words[0], words[1], len(words) > 2
}

// typeNames returns the names of a service's type in both versions of the SDK.
func typeNames(service, typ string) []string {
	return []string{
		awsapi.SDKPaths[0] + "/service/" + service + "." + typ,
		awsapi.SDKPaths[1] + "/service/" + service + "." + typ,
	}
}

// parseLine parses a line about a function: VERB FUNCTION, and for most an argument and
// more words.
func parseLine(words []string) (line, error) {
	l := line{verb: verb(words[0]), arg: receiver}
	switch l.verb {
	case tags, bounds, private, shows, wipes, clock, elapsed:
		return l, nil
	case makes, seals, stream, block, writes, reads, repeats, caches, wraps:
	default:
		return l, fmt.Errorf("%s is no verb", words[0])
	}
	rest := words[2:]
	if l.verb == stream && len(rest) > 0 { // its mode comes first
		rest = append(append([]string{}, rest[1:]...), rest[0])
	}
	if len(rest) == 0 {
		return l, fmt.Errorf("want an argument")
	}
	l.words = rest[1:]
	if rest[0] == "recv" {
		return l, nil
	}
	var err error
	l.arg, err = strconv.Atoi(rest[0])
	return l, err
}

// find returns what the table says that a call's callee does, with its arguments counted
// as the call has them.
func (t *table) find(c ssaflow.Call, v verb) (line, bool) {
	if c.Func == nil {
		return line{}, false
	}
	for _, l := range t.calls[match.Func(c.Func)] {
		if l.verb == v {
			l.arg = argument(c.Func, l.arg)
			return l, l.arg < max(1, len(c.Args))
		}
	}
	return line{}, false
}

// other returns the argument of a call that a word of a line names.
func (l line) other(c ssaflow.Call, word int) ssa.Value {
	n, err := strconv.Atoi(l.words[word])
	if err != nil {
		return nil
	}
	if n = argument(c.Func, n); n < len(c.Args) {
		return c.Args[n]
	}
	return nil
}

func argument(fn *types.Func, i int) int {
	if fn.Signature().Recv() == nil {
		return i
	}
	return i + 1 // the receiver is -1 in the table
}
