package secretleak

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// A table says where secrets must not go. Its form is defined in the first lines of
// awsapi's leaks.txt.
type table struct {
	sinks map[string]sink
	wraps map[string]int    // which argument of a function its result writes to
	kinds map[string]string // the category of what is written to a type or a variable
	holds map[string]sink   // fields
}

// A sink is a function that shows what it is handed.
type sink struct {
	category string // "" if what it writes to decides
	to       int    // then the argument
	mode     mode
	args     []argument
}

type mode string

const (
	text   mode = "text"   // as it is
	format mode = "format" // the argument is a format for those after it
	part   mode = "part"   // as it is, and only where it is a part of a longer text
)

// shows returns how readers see what is handed over in that mode.
func (m mode) shows() value.Mode {
	switch m {
	case text, part:
		return value.Whole
	case format:
		return value.Fmt
	}
	return value.Mode(m)
}

// An argument is the place of one, or of that and all after it.
type argument struct {
	index int
	rest  bool
}

// recv is the place of a method's receiver.
const recv = -1

var sinks = sync.OnceValues(func() (*table, error) {
	t := &table{sinks: map[string]sink{}, wraps: map[string]int{}, kinds: map[string]string{}, holds: map[string]sink{}}
	for line := range strings.Lines(awsapi.Leaks) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		if err := t.add(words[0], words[1:]); err != nil {
			return nil, fmt.Errorf("leaks: %s: %w", words[0], err)
		}
	}
	return t, nil
})

func (t *table) add(name string, words []string) (err error) {
	switch {
	case len(words) == 2 && words[0] == "wraps":
		t.wraps[name], err = place(words[1])
	case len(words) == 2 && words[0] == "is":
		t.kinds[name] = words[1]
	case len(words) == 3 && words[0] == "holds":
		t.holds[name] = sink{category: words[1], mode: mode(words[2])}
	case len(words) >= 4 && words[0] == "to":
		s := sink{mode: mode(words[2])}
		if s.to, err = place(words[1]); err == nil {
			s.args, err = places(words[3:])
		}
		t.sinks[name] = s
	case len(words) >= 3:
		s := sink{category: words[0], mode: mode(words[1])}
		s.args, err = places(words[2:])
		t.sinks[name] = s
	default:
		err = fmt.Errorf("%q is no form", strings.Join(words, " "))
	}
	return err
}

func places(words []string) (args []argument, err error) {
	for _, w := range words {
		n, rest := strings.CutSuffix(w, "...")
		i, err := place(n)
		if err != nil {
			return nil, err
		}
		args = append(args, argument{i, rest})
	}
	return args, nil
}

func place(word string) (int, error) {
	if word == "recv" {
		return recv, nil
	}
	return strconv.Atoi(word)
}
