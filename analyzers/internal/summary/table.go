package summary

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

// A Table says what functions do that are not read from source, and which
// types carry keys. Its form is a line for each thing known:
//
//	crypto/aes.NewCipher key 0
//	crypto/rand.Read zero 0
//	bytes.Clone copy 0 -> result
//	encoding/hex.EncodeToString text 0 -> result
//	os.Exit exits
//	time.Sleep blocks
//	github.com/aws/aws-sdk-go-v2/service/kms.DecryptOutput.Plaintext source weak
//
// Numbers count parameters from 0 without the receiver, which is "recv";
// results are "result", "result1" and so on. A number may be followed by a
// path of selectors. A source is a field of a type that calls return, or a
// function whose first result is a key.
type Table struct {
	funcs  map[string]*Func
	fields map[string][]Field // by the name of the type
}

// A Field is a field that carries a key when its struct is returned by a call.
type Field struct {
	Name string
	Weak bool
	What string
}

// NewTable returns the table of these texts. It fails on the first line that
// it cannot read, naming its text.
func NewTable(texts ...string) (*Table, error) {
	t := &Table{funcs: map[string]*Func{}, fields: map[string][]Field{}}
	for _, text := range texts {
		for line := range strings.Lines(text) {
			if err := t.Add(line); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// Add adds one line. Empty lines and those that begin with # say nothing.
func (t *Table) Add(line string) error {
	words := strings.Fields(line)
	if len(words) == 0 || strings.HasPrefix(words[0], "#") {
		return nil
	}
	words[0] = receivers.Replace(words[0])
	if !isSymbol(words[0]) {
		return fmt.Errorf("%q is no function or field: want import/path.Name", words[0])
	}
	if len(words) < 2 {
		return fmt.Errorf("%q: want what it does after the name", words[0])
	}
	f := t.funcs[words[0]]
	if f == nil {
		f = new(Func)
		t.funcs[words[0]] = f
	}
	if words[1] == "source" {
		return t.addSource(f, words)
	}
	if err := f.learn(words[1], words[2:]); err != nil {
		return fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
	}
	return nil
}

// receivers turns a method as Go writes it, path.(*T).M, into path.T.M.
var receivers = strings.NewReplacer("(*", "", "(", "", ")", "")

// isSymbol reports whether s is an import path, a dot and a name.
func isSymbol(s string) bool {
	slash := strings.LastIndexByte(s, '/')
	dot := strings.LastIndexByte(s, '.')
	return dot > slash+1 && dot < len(s)-1
}

func (t *Table) addSource(f *Func, words []string) error {
	weak := len(words) == 3 && words[2] == "weak"
	if len(words) > 2 && !weak {
		return fmt.Errorf("%q: a source may only be followed by weak", strings.Join(words, " "))
	}
	dot := strings.LastIndexByte(words[0], '.')
	owner, name := words[0][:dot], words[0][dot+1:]
	what := strings.TrimSuffix(owner[strings.LastIndexByte(owner, '/')+1:], "Output")
	t.fields[owner] = append(t.fields[owner], Field{name, weak, what})
	f.Gives = append(f.Gives, Gift{ResultAt(0), weak, words[0][strings.LastIndexByte(words[0], '/')+1:]})
	return nil
}

func (f *Func) learn(verb string, args []string) error {
	switch verb {
	case "blocks":
		f.Blocks = true
		return want(args, 0)
	case "exits":
		f.Exits = true
		return want(args, 0)
	case "zero", "key":
		if err := want(args, 1); err != nil {
			return err
		}
		p, err := parsePlace(args[0])
		if verb == "zero" {
			f.Zeroes = append(f.Zeroes, p)
		} else {
			f.Keys = append(f.Keys, p)
		}
		return err
	case "alias", "copy", "text":
		return f.learnMove(map[string]Manner{"alias": Alias, "copy": Copy, "text": Text}[verb], args)
	}
	return fmt.Errorf("unknown verb %q: want source, zero, key, alias, copy, text, blocks or exits", verb)
}

func (f *Func) learnMove(m Manner, args []string) error {
	if len(args) != 3 || args[1] != "->" {
		return fmt.Errorf("want FROM -> TO after %v", m)
	}
	from, err := parsePlace(args[0])
	if err != nil {
		return err
	}
	to, err := parsePlace(args[2])
	f.Moves = append(f.Moves, Move{from, to, m})
	return err
}

func want(args []string, n int) error {
	if len(args) != n {
		return fmt.Errorf("want %d words after the verb, not %d", n, len(args))
	}
	return nil
}

// receiver is the index of a receiver in a table; Lookup moves it to 0.
const receiver = -1

func parsePlace(s string) (Place, error) {
	name, path := s, ""
	if i := strings.IndexAny(s, ".["); i >= 0 {
		name, path = s[:i], s[i:]
	}
	p := Place{Kind: Param, Path: path}
	if name == "recv" {
		p.Index = receiver
		return p, nil
	}
	number, isResult := strings.CutPrefix(name, "result")
	if isResult {
		p.Kind = Result
		if number == "" {
			return p, nil
		}
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 {
		return p, fmt.Errorf("%q is no parameter: want its number, recv or result", s)
	}
	p.Index = n
	return p, nil
}

// Func returns what the table says of fn, and nil where it says nothing.
func (t *Table) Func(fn *types.Func) *Func {
	f := t.funcs[match.Func(fn)]
	if f == nil || fn.Signature().Recv() == nil {
		return f
	}
	return f.asMethod()
}

// asMethod returns f with parameters counted from the receiver.
func (f *Func) asMethod() *Func {
	g := *f
	g.Zeroes = shift(f.Zeroes)
	g.Keys = shift(f.Keys)
	g.Moves = nil
	for _, m := range f.Moves {
		g.Moves = append(g.Moves, Move{m.From.shift(), m.To.shift(), m.Manner})
	}
	return &g
}

func shift(places []Place) []Place {
	var s []Place
	for _, p := range places {
		s = append(s, p.shift())
	}
	return s
}

func (p Place) shift() Place {
	if p.Kind == Param {
		p.Index++
	}
	return p
}

// Fields returns the fields of a type that carry keys.
func (t *Table) Fields(named *types.Named) []Field {
	return t.fields[match.Type(named)]
}
