package envsecret_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// FuzzEngine runs envsecret, and what it stands on, over packages made from bytes, and
// checks that it neither fails, nor takes long, nor depends on the order of a map.
func FuzzEngine(f *testing.F) {
	all := seeds()
	if testing.Short() { // the race detector has nothing to find in what one goroutine does
		all = all[:4]
	}
	for _, seed := range all {
		f.Add(seed)
	}
	a := envsecret.New()
	f.Fuzz(func(t *testing.T, data []byte) {
		w := checktest.NewWorld(t, checktest.Environment)
		u := w.Compile(t, "example.com/fuzz", newGenerator(data).generate())
		first := w.AnalyzeWithin(t, a, u, maxTime)
		if failed := first.InternalErrors(); len(failed) > 0 {
			t.Fatalf("%s\n%s", failed, checktest.Numbered(u.Source))
		}
		again := w.AnalyzeWithin(t, a, u, maxTime)
		if diff := cmp.Diff(first.Diagnostics, again.Diagnostics); diff != "" {
			t.Fatalf("two runs differ (-first +second):\n%s%s", diff, checktest.Numbered(u.Source))
		}
		if diff := cmp.Diff(first.Facts.Texts(), again.Facts.Texts()); diff != "" {
			t.Fatalf("facts of two runs differ (-first +second):\n%s%s", diff, checktest.Numbered(u.Source))
		}
		if len(first.Details()) != len(first.Diagnostics) {
			t.Fatalf("%d details for %d diagnostics", len(first.Details()), len(first.Diagnostics))
		}
		for _, d := range first.Diagnostics {
			u.RequireInside(t, d)
		}
	})
}

// TestGeneratedCodeCompiles keeps the generator honest: its seeds use every
// production, or the fuzzer explores less than it seems to.
func TestGeneratedCodeCompiles(t *testing.T) {
	used := map[string]bool{}
	for _, seed := range seeds() {
		g := newGenerator(seed)
		checktest.NewWorld(t, checktest.Environment).Compile(t, "example.com/fuzz", g.generate())
		maps.Copy(used, g.used)
	}
	for _, form := range slices.Concat(texts, statements, conditions) {
		if !used[form] {
			t.Errorf("no seed makes %q", form)
		}
	}
}

const preamble = `package fuzz

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/aws/aws-sdk-go-v2/aws"
	ecstypes "github.com/aws/aws-sdk-go-v2/service/ecs/types"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	lambdatypes "github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

type box struct {
	s    string
	next *box
	m    map[string]string
	l    []string
	fn   func(string) string
}

func (b *box) set(s string) *box { b.s = s; return b }

func (b *box) get(k string) string { return b.m[k] + b.s }

type getter interface{ get(string) string }

type env struct{ prefix string }

func (e env) get(k string) string { return os.Getenv(e.prefix + k) }

var (
	global string
	shared = map[string]string{"DB_PASSWORD": "a"}
	table  = []struct{ k, v string }{{"DB_PASSWORD", "b"}, {"HOST", "c"}}
	once   = sync.OnceValue(func() string { return os.Getenv("API_KEY") })
)

func fallback(k, or string) string {
	if v, ok := os.LookupEnv(k); ok {
		return v
	}
	return or
}

func same[T any](x T) T { return x }

func fill(to *string, m map[string]string, s string) { *to = s; m["API_KEY"] = s }

func first(all ...string) string { return all[0] }

func fetch(ctx context.Context, c *secretsmanager.Client) (string, error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

func decrypt(ctx context.Context, c *kms.Client, s string) []byte {
	out, _ := c.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: []byte(s)})
	return out.Plaintext
}

`

// The forms of texts and statements: $s stands for a text, $v for a variable, $b for
// statements, $c for a condition, and # for a number that nothing else has.
var (
	texts = []string{
		"$v", `"DB_PASSWORD"`, `"a"`, "$s + $s", "os.Getenv($s)", "fallback($s, $s)", "h.s", "h.next.s", "h.get($s)", "g.get($s)", "h.m[$s]",
		"shared[$s]", "global", "l[0]", `fmt.Sprintf("%s=%s", $s, $s)`, `strings.Join([]string{$s, $s}, "=")`, "strings.TrimSpace($s)", "same($s)",
		"first($s, $s)", "first(l...)", "h.set($s).s", "h.fn($s)", "func(in# string) string { return in# + $s }($s)", "string(decrypt(ctx, k, $s))",
		"base64.StdEncoding.EncodeToString([]byte($s))", "<-ch", "once()", `os.ExpandEnv("${DB_PASSWORD}" + $s)`, "min($s, $s)", "($s)[:1]",
		"f0(ctx, c, k, h, g, $s, n-1)", "slices.Concat(l, []string{$s})[0]", "maps.Clone(h.m)[$s]", "any(h).(*box).s", "(*&h.s)",
	}
	statements = []string{
		"$v = $s", "$v += $s", "os.Setenv($s, $s)", "h.s = $s", "h.next = &box{s: $s, next: h}", "h = h.next", "h.m[$s] = $s", "shared[$s] = $s",
		"global = $s", "l = append(l, $s)", "l = append(l, $s + \"=\" + $s)", "copy(l, []string{$s})", "fill(&$v, h.m, $s)", "ch <- $s", "syscall.Exec($s, nil, l)",
		"cmd.Env = append(os.Environ(), $s)", "cmd.Env = l", "cmd.Env = append(cmd.Env, \"API_KEY=\" + $s)", "h.fn = func(in# string) (r string) {\n$breturn $s\n}",
		"fmt.Println($s)", "if $c {\n$b}", "if $c {\n$b} else {\n$b}", "for range n {\n$b}", "for k#, v# := range h.m {\nos.Setenv(k#, v#)\n$b}",
		"for _, e# := range table {\nos.Setenv(e#.k, e#.v + $s)\n$b}", "for _, kv# := range os.Environ() {\nk#, v#, _ := strings.Cut(kv#, \"=\")\nif k# == \"DB_PASSWORD\" {\nfmt.Println(v#)\n}\n_ = v#\n$b}",
		"switch n {\ncase 1:\n$bcase 2:\n$bfallthrough\ndefault:\n$b}", "select {\ncase x# := <-ch:\nfmt.Println(x#)\ncase ch <- $s:\n$bdefault:\n}",
		"defer func() {\n$b}()", "go func() {\n$b}()", "func() {\n$b}()", "var x# any = $s\nif s#, ok := x#.(string); ok {\n$v = s#\n}", "g = env{$s}", "g = h", "g = nil",
		"s#, err# := fetch(ctx, c)\nif err# == nil {\n$v = s#\n}", "json.Unmarshal([]byte($s), h)", "var b# strings.Builder\nb#.WriteString($s)\n$v = b#.String()",
		"_ = &lambdatypes.Environment{Variables: map[string]string{$s: $s}}", "_ = ecstypes.KeyValuePair{Name: aws.String($s), Value: aws.String($s)}", "d# := *h\nd#.s = $s\nh = &d#",
		"maps.Copy(h.m, map[string]string{$s: $s})", "again#:\nn--\nif n > 3 {\n$v = $s\ngoto again#\n}", "if $c {\nr = $s\nreturn\n}", "if $s == \"\" {\n$b}",
	}
	conditions = []string{"n > 3", `os.Getenv("DB_PASSWORD") == ""`, "h != nil", "len($s) > 2", "$s == $s"}
)

// A generator writes a package from bytes. Each choice takes one byte, so that a
// fuzzer's small changes make small changes; where the bytes end, every choice is the
// first.
type generator struct {
	data  []byte
	left  int // forms that may still be opened
	names int
	depth int
	used  map[string]bool
}

func newGenerator(data []byte) *generator {
	return &generator{data: data, left: 150, used: map[string]bool{}}
}

// generate returns a package of functions that call each other.
func (g *generator) generate() string {
	var out strings.Builder
	out.WriteString(preamble)
	for i := range 1 + g.choose(3) {
		body := g.block() + g.block()
		fmt.Fprintf(&out, `func f%d(ctx context.Context, c *secretsmanager.Client, k *kms.Client, h *box, g getter, p string, n int) (r string) {
	ch := make(chan string, 1)
	cmd := exec.Command(p)
	q, l := "q", []string{p}
	_, _, _, _ = ch, cmd, q, l
%s	return %s
}

func Call%d(p string) string { return f%d(nil, nil, nil, &box{m: shared}, env{}, p, 1) }

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
			b.WriteString(g.expand(statements) + "\n")
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
	form = strings.ReplaceAll(form, "#", fmt.Sprint(g.names))
	var b strings.Builder
	for {
		before, after, found := strings.Cut(form, "$")
		b.WriteString(before)
		if !found || after == "" {
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
		default:
			b.WriteString("$" + after[:1]) // of a text with ${…} in it
		}
		form = after[1:]
	}
}

// seeds returns bytes that make something worth starting from: each form alone, and a
// few long walks.
func seeds() [][]byte {
	seeds := [][]byte{nil}
	for i := range statements {
		seeds = append(seeds, []byte{0, 1, byte(i), 1, 4, 0, 1, 6, 2})
	}
	for i := range texts {
		seeds = append(seeds, []byte{0, 0, 2, 1, byte(i), 1, 1, 0, 2})
	}
	for i := range 60 {
		walk := make([]byte, 200)
		x := uint32(i)*2654435761 + 1
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
