package eval

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// A verb says what a model's function does with its arguments.
type verb string

const (
	same     verb = "same"
	from     verb = "from"
	into     verb = "into"
	concat   verb = "concat"
	format   verb = "format"
	join     verb = "join"
	list     verb = "list"
	env      verb = "env"
	environ  verb = "environ"
	expand   verb = "expand"
	decrypts verb = "decrypts"
	refers   verb = "reference"
	shows    verb = "shows"
	redacts  verb = "redacts"
	keys     verb = "keys"
	maps     verb = "maps"
	wraps    verb = "wraps"
	nothing  verb = "nothing"
)

// A model is a line of the table of flows: what a function does that is not read
// from source.
type model struct {
	verb  verb
	dst   int   // of into
	args  []int // as Call.Args has them: 0 is a method's receiver
	all   bool  // all arguments
	plain bool  // of into: what is stored is the argument itself
	mode  value.Mode
}

// The places of arguments in a line.
const receiver = -1

// models are the table's lines by function, and by package where they are for
// all of it.
type models map[string]model

// known returns the table. It is parsed when it is first asked for.
var known = sync.OnceValues(func() (models, error) {
	m := models{}
	for line := range strings.Lines(awsapi.Flows) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		model, err := parseModel(words[1:])
		if err != nil {
			return nil, fmt.Errorf("flows: %s: %w", words[0], err)
		}
		m[words[0]] = model
	}
	return m, nil
})

var verbs = []verb{same, from, into, concat, format, join, list, env, environ, expand, decrypts, refers, shows, redacts, keys, maps, wraps, nothing}

func parseModel(words []string) (model, error) {
	if len(words) == 0 || !slices.Contains(verbs, verb(words[0])) {
		return model{}, fmt.Errorf("want one of %v", verbs)
	}
	m := model{verb: verb(words[0])}
	words = words[1:]
	if m.verb == shows && len(words) > 0 {
		m.mode, words = value.Mode(words[0]), words[1:]
	}
	for i, w := range words {
		switch w {
		case "*":
			m.all = true
			continue
		case "recv":
			m.args = append(m.args, receiver)
			continue
		case "from":
			continue
		case "same":
			m.plain = true
			continue
		}
		n, err := strconv.Atoi(w)
		if err != nil {
			return model{}, fmt.Errorf("argument %d: %w", i, err)
		}
		m.args = append(m.args, n)
	}
	if (m.verb == into || m.verb == wraps) && len(m.args) > 0 {
		m.dst, m.args = m.args[0], m.args[1:]
	}
	return m, nil
}

// find returns what the table says of a function.
func (m models) find(fn *types.Func) (model, bool) {
	found, ok := m[match.Func(fn)]
	if !ok {
		found, ok = m[match.Path(fn.Pkg())+".*"]
	}
	if !ok {
		return model{}, false
	}
	return found.shifted(fn), true
}

// shifted returns m with its arguments counted as calls have them: the receiver
// first.
func (m model) shifted(fn *types.Func) model {
	if m.verb == into || m.verb == wraps {
		m.dst = argument(fn, m.dst)
	}
	args := make([]int, len(m.args))
	for i, a := range m.args {
		args[i] = argument(fn, a)
	}
	m.args = args
	return m
}

func argument(fn *types.Func, i int) int {
	if fn.Signature().Recv() == nil {
		return i
	}
	return i + 1 // the receiver is -1 in the table
}

// takes reports whether what the function makes is made of argument i.
func (m model) takes(i int) bool {
	return (m.verb == same || m.verb == from) && (m.all || slices.Contains(m.args, i))
}
