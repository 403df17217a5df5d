package secretleak_test

import (
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// maxTime is what one package may take, with room for a busy machine.
const maxTime = 20 * time.Second

// FuzzEngine runs secretleak, and what it stands on, over two packages made from bytes,
// one of which imports the other, and checks that it neither fails, nor takes long, nor
// depends on the order of a map.
func FuzzEngine(f *testing.F) {
	all := seeds()
	if testing.Short() { // the race detector has nothing to find in what one goroutine does
		all = all[:4]
	}
	for _, seed := range all {
		f.Add(seed)
	}
	a := secretleak.New()
	f.Fuzz(func(t *testing.T, data []byte) {
		w, g := world(t), newGenerator(data)
		below := g.generate("below", "")
		lower, r := w.Add(t, a, "example.com/below", below)
		check(t, lower, r)
		u := w.Compile(t, "example.com/fuzz", g.generate("fuzz", `import "example.com/below"`))
		defer debug.SetGCPercent(debug.SetGCPercent(-1)) // which engine a pass gets is not the matter here
		first := w.AnalyzeWithin(t, a, u, maxTime)
		check(t, u, first)
		again := w.AnalyzeWithin(t, a, u, maxTime)
		if diff := cmp.Diff(first.Diagnostics, again.Diagnostics); diff != "" {
			t.Fatalf("two runs differ (-first +second):\n%s%s", diff, checktest.Numbered(u.Source))
		}
		if diff := cmp.Diff(first.Facts.Texts(), again.Facts.Texts()); diff != "" {
			t.Fatalf("facts of two runs differ (-first +second):\n%s%s", diff, checktest.Numbered(u.Source))
		}
	})
}

// check checks what holds of every run.
func check(t *testing.T, u *checktest.Unit, r checktest.Outcome) {
	t.Helper()
	if failed := r.InternalErrors(); len(failed) > 0 {
		t.Fatalf("%s\n%s", failed, checktest.Numbered(u.Source))
	}
	if len(r.Details()) != len(r.Diagnostics) {
		t.Fatalf("%d details for %d diagnostics", len(r.Details()), len(r.Diagnostics))
	}
	for _, d := range r.Diagnostics {
		if d.Pos < u.File.FileStart || d.Pos >= u.File.FileEnd || d.End.IsValid() && d.End < d.Pos {
			t.Fatalf("%q is not in the file: [%d, %d)\n%s", d.Message, d.Pos, d.End, checktest.Numbered(u.Source))
		}
		if strings.Contains(d.Message, canaryText) {
			t.Fatalf("%q has a constant", d.Message)
		}
	}
	for about, text := range r.Facts.Texts() {
		if strings.Contains(text, canaryText) {
			t.Fatalf("the fact of %s has a constant: %s", about, text)
		}
	}
}

// TestGeneratedCodeCompiles keeps the generator honest: its seeds use every production,
// or the fuzzer explores less than it seems to.
func TestGeneratedCodeCompiles(t *testing.T) {
	used := map[string]bool{}
	for _, seed := range seeds() {
		g := newGenerator(seed)
		w := world(t)
		w.Add(t, secretleak.New(), "example.com/below", g.generate("below", ""))
		w.Compile(t, "example.com/fuzz", g.generate("fuzz", `import "example.com/below"`))
		maps.Copy(used, g.used)
	}
	for _, form := range slices.Concat(texts, statements, conditions) {
		if !used[form] {
			t.Errorf("no seed makes %q", form)
		}
	}
}

const canaryText = "c4n4ry"

// preamble is what both packages have. Each has a type with every method that shows a
// value, writers in fields, functions in fields, and structs within structs.
const preamble = `
type Box struct {
	S    string
	P    *string
	Next *Box
	M    map[string]string
	L    []string
	Fn   func(string) string
	W    io.Writer
	Skip string ` + "`json:\"-\"`" + `
	tag  string ` + "`secret:\"true\"`" + `
}

func (b *Box) Set(s string) *Box { b.S = s; return b }

func (b *Box) Get(k string) string { return b.M[k] + b.S }

func (b *Box) Show(s string) { fmt.Fprintln(b.W, s, b.tag) }

type Masked struct{ Box }

func (m Masked) String() string { return m.S[:2] }

func (m Masked) MarshalJSON() ([]byte, error) { return []byte(m.Skip), nil }

type Open struct{ s string }

func (o Open) Error() string { return "open " + o.s }

func (o *Open) GoString() string { return o.s }

func (o Open) LogValue() slog.Value { return slog.StringValue(o.s) }

type Getter interface{ Get(string) string }

type Shower interface{ Show(string) }

type Env struct{ prefix string }

func (e Env) Get(k string) string { return os.Getenv(e.prefix + k) }

func (e Env) Show(s string) { log.Print(e.prefix, s) }

var (
	global string
	Global = Box{S: os.Getenv("DB_PASSWORD"), M: map[string]string{"A": "` + canaryText + `"}}
	shared = map[string]string{"DB_PASSWORD": "` + canaryText + `"}
)

func same[T any](x T) T { return x }

func fill(to *string, m map[string]string, s string) { *to = s; m["API_KEY"] = s }

func first(all ...string) string { return all[0] }

func Each(all []string, show func(string) string) (last string) {
	for _, s := range all {
		last = show(s)
	}
	return last
}

func To(w io.Writer, v any) { json.NewEncoder(w).Encode(v) }

func Log(format string, args ...any) { log.Printf(format, args...) }

func Fetch(c *secretsmanager.Client) *secretsmanager.GetSecretValueOutput {
	out, _ := c.GetSecretValue(nil, &secretsmanager.GetSecretValueInput{})
	return out
}

func With(opts ...func(*Box)) *Box {
	b := &Box{W: os.Stderr}
	for _, o := range opts {
		o(b)
	}
	return b
}
`

// The forms of texts and statements: $s stands for a text, $v for a variable, $b for
// statements, $c for a condition, @ for the package below, and # for a number that
// nothing else has.
var (
	texts = []string{
		"$v", `"DB_PASSWORD"`, `"` + canaryText + `"`, "$s + $s", "os.Getenv($s)", "h.S", "*h.P", "h.Next.S", "h.Get($s)", "g.Get($s)", "h.M[$s]", "shared[$s]",
		"global", "h.L[0]", `fmt.Sprintf("%s=%[1]v%#v", $s, $s)`, "fmt.Sprintf($s, $s, h)", "fmt.Sprint(h, $s)", `strings.Join([]string{$s, $s}, "=")`, "strings.TrimSpace($s)",
		`strings.Replace($s, $s, "***", -1)`, "same($s)", "first($s, $s)", "first(h.L...)", "h.Set($s).S", "h.Fn($s)", "func(in# string) string { return in# + $s }($s)",
		"*Fetch(c).SecretString", "string(Fetch(c).SecretBinary)", "*Fetch(c).Name", "<-ch", "($s)[:5]", "($s)[:2]", "F0(c, h, g, $s, n-1)", "@F0(c, @With(), nil, $s, n)",
		"@Global.S", "@Each(h.L, strings.TrimSpace)", "@Each([]string{$s}, func(in# string) (r string) {\n$breturn in#\n})", "Each(h.L, h.Fn)", "any(h).(*Box).S", "*@Fetch(c).SecretString",
	}
	statements = []string{
		"$v = $s", "$v += $s", "log.Print($s)", "log.Printf($s, $s)", "log.Printf(\"%v %T %p %.2s\", h, h, h, $s)", "fmt.Println(h, $s)", "fmt.Println(*h)", "fmt.Printf(\"%+v\", Fetch(c))",
		"fmt.Println(Masked{*h})", "fmt.Printf(\"%#v %v\", &Open{$s}, Open{$s})", "panic(Open{$s})", "slog.Info($s, \"k\", Open{$s}, slog.Any(\"b\", h))", "fmt.Fprintln(h.W, $s)", "h.Show($s)",
		"w.Show($s)", "w = h", "w = Env{$s}", "w = &Masked{*h}", "h.W = os.Stdout", "h.W = &buf", "h.W = bufio.NewWriter(h.W)", "To(h.W, h)", "To(&buf, []any{h, $s})", "@To(h.W, $s)",
		"@Log($s, $s)", "@Log(\"%s\", h)", "Log(\"a\", []any{$s}...)", "buf.WriteString($s)", "$v = buf.String()", "json.NewEncoder(os.Stderr).Encode(map[string]any{$s: h})",
		"b#, _ := json.Marshal(h)\n$v = string(b#)", "json.Unmarshal([]byte($s), h)", "err = fmt.Errorf(\"%w: %s\", err, $s)", "err = errors.New($s)", "log.Print(err)", "os.WriteFile($s, []byte($s), 0)",
		"exec.Command($s, $s, $s)", "cmd := exec.Command(\"a\", h.L...)\ncmd.Args = append(cmd.Args, $s)", "u# := url.URL{Host: $s}\nu#.RawQuery = $s\nhttp.Get(u#.String())", "http.Error(resp, $s, 500)",
		"resp.Header().Set($s, $s)", "resp.Write([]byte($s))", "h.S = $s", "s# := $s\nh.P = &s#", "h.Next = &Box{S: $s, Next: h}", "h = h.Next", "h = With(func(b# *Box) {\nb#.S = $s\n$b})", "h.S = @With2($s).S",
		"h.M[$s] = $s", "shared[$s] = $s", "global = $s", "h.L = append(h.L, $s)", "copy(h.L, []string{$s})", "fill(&$v, h.M, $s)", "ch <- $s", "h.Fn = func(in# string) (r string) {\n$breturn $s\n}",
		"h.Fn = strings.TrimSpace", "h.Fn = h.Get", "if $c {\n$b}", "if $c {\n$b} else {\n$b}", "for k#, v# := range h.M {\nlog.Print(k#, v#)\n$b}", "for range n {\n$b}", "for h != nil {\nh = h.Next\n$b}",
		"switch n {\ncase 1:\n$bcase 2:\n$bfallthrough\ndefault:\n$b}", "select {\ncase x# := <-ch:\nfmt.Println(x#)\ncase ch <- $s:\n$bdefault:\n}", "defer func() {\n$b}()", "go func() {\n$b}()", "defer log.Print($s)",
		"var x# any = h\nif s#, ok := x#.(interface{ Get(string) string }); ok {\n$v = s#.Get($s)\n}", "g = Env{$s}", "g = h", "g = nil", "out# := Fetch(c)\nout#.SecretString = &$v\nfmt.Println(*out#.SecretString)",
		"d# := *h\nd#.S = $s\nh = &d#", "again#:\nn--\nif n > 3 {\n$v = $s\ngoto again#\n}", "if $c {\nr = $s\nreturn\n}", "lambda.Start(func(in# string) (string, error) { return in# + $s, err })",
	}
	conditions = []string{"n > 3", `$s == ""`, "h != nil", "len($s) == 0", "$s == $s", "debug"}
)

// A generator writes a package from bytes. Each choice takes one byte, so that a
// fuzzer's small changes make small changes; where the bytes end, every choice is the
// first.
type generator struct {
	data  []byte
	left  int // forms that may still be opened
	names int
	depth int
	below string // what stands before the names of the other package
	used  map[string]bool
}

func newGenerator(data []byte) *generator {
	return &generator{data: data, used: map[string]bool{}}
}

// generate returns a package of functions that call each other.
func (g *generator) generate(name, imported string) string {
	g.left = 40
	if imported != "" {
		g.below = "below."
	}
	var out strings.Builder
	fmt.Fprintf(&out, "package %s\n\n%s\nimport (\n", name, imported)
	for _, i := range imports {
		fmt.Fprintf(&out, "\t%q\n", i)
	}
	out.WriteString(")\n" + preamble + "\nfunc With2(s string) *Box { return With(func(b *Box) { b.S = s }) }\n\n")
	for i := range 1 + g.choose(3) {
		body := g.block() + g.block()
		fmt.Fprintf(&out, `func F%d(c *secretsmanager.Client, h *Box, g Getter, p string, n int) (r string) {
	const debug = false
	var (
		q    string
		w    Shower
		buf  bytes.Buffer
		err  error
		resp http.ResponseWriter
	)
	ch := make(chan string, 1)
%s	return %s
}

func Call%d(p string) string { return F%d(nil, &Box{M: shared, W: os.Stdout}, Env{}, p, 1) }

`, i, body, g.text(), i, i)
	}
	return out.String()
}

// choose returns a number below n.
func (g *generator) choose(n int) int {
	if len(g.data) == 0 {
		return 0
	}
	b := g.data[0]
	g.data = g.data[1:]
	return int(b) % n
}

func (g *generator) block() string {
	var b strings.Builder
	g.depth++
	for range 1 + g.choose(4) {
		if g.depth < 6 {
			b.WriteString("{\n" + g.expand(statements) + "\n}\n")
		}
	}
	g.depth--
	return b.String()
}

func (g *generator) text() string { return g.expand(texts) }

// expand returns one of the forms, with what stands in it replaced.
func (g *generator) expand(forms []string) string {
	if g.left--; g.left <= 0 {
		return strings.NewReplacer("$v", "p", "$s", "p", "$b", "", "$c", "n > 3", "#", "0").Replace(forms[0])
	}
	form := forms[g.choose(len(forms))]
	g.names++
	g.used[form] = true
	form = strings.NewReplacer("#", fmt.Sprint(g.names), "%#v", "%#v", "@", g.below).Replace(form)
	var b strings.Builder
	for {
		before, after, found := strings.Cut(form, "$")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		switch after[0] {
		case 's':
			b.WriteString(g.text())
		case 'v':
			b.WriteString([]string{"p", "q", "r"}[g.choose(3)])
		case 'b':
			b.WriteString(g.block())
		case 'c':
			b.WriteString(g.expand(conditions))
		}
		form = after[1:]
	}
}

// seeds returns bytes that make something worth starting from: each form alone, and a
// few long walks.
func seeds() [][]byte {
	seeds := [][]byte{nil}
	for i := range statements {
		seeds = append(seeds, []byte{0, 1, byte(i), 26, 0, 28, 1, byte(i), 26, 26, 0, 2})
	}
	for i := range texts {
		seeds = append(seeds, []byte{0, 0, 2, byte(i), 26, 0, 0, 2, byte(i), 26, 1})
	}
	for i := range 30 {
		walk := make([]byte, 250)
		x := uint32(i)*2654435761 + 7
		for j := range walk {
			x ^= x << 13
			x ^= x >> 17
			x ^= x << 5
			walk[j] = byte(x >> 8)
		}
		seeds = append(seeds, walk)
	}
	return seeds
}
