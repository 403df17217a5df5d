package keyzero_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
)

// maxTime is what one small package may take, with room for a busy machine.
const maxTime = 5 * time.Second

// FuzzEngine runs the engine over functions made from bytes, and checks that it
// neither fails, nor takes long, nor depends on the order of a map.
func FuzzEngine(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		w := newWorld(t)
		u := w.Compile(t, "example.com/fuzz", generate(data))
		first := w.AnalyzeWithin(t, keyzero.Analyzer, u, maxTime)
		if failed := first.InternalErrors(); len(failed) > 0 {
			t.Fatalf("%s\n%s", failed, checktest.Numbered(u.Source))
		}
		again := w.AnalyzeWithin(t, keyzero.Analyzer, u, maxTime)
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
		source := generate(seed)
		newWorld(t).Compile(t, "example.com/fuzz", source)
		for _, construct := range constructs {
			used[construct] = used[construct] || strings.Contains(source, construct)
		}
	}
	for _, construct := range constructs {
		if !used[construct] {
			t.Errorf("no seed makes %q", construct)
		}
	}
}

var constructs = []string{
	"client.GenerateDataKey", "api.GenerateDataKey", "acquire(ctx, in)", "client.Decrypt", "newKey(ctx", ".unwrap(ctx",
	"for range", "for i", "switch {", "select {", "go func", "defer func", "panic(", "return", "break", "continue",
	"clear(", "copy(", "append(", "[32]byte(", "string(", "hex.", "rand.Read", "wipeAll(", "half(", "wipeG(",
	"shared[", "global =", "h.key =", "ch <-", "<-ch", "runtime.Goexit", "recover()", "== nil", "len(", "time.Sleep", "goto ",
}

// A generator writes a package from bytes. Each choice takes one byte, so that a
// fuzzer's small changes make small changes; where the bytes end, every choice is
// the first.
type generator struct {
	data  []byte
	out   strings.Builder
	depth int
	left  int // statements that may still be written
	names int
	scope []variable
	loops int // enclosing loops within the innermost function
	label []string
}

type variable struct{ name, kind string }

const preamble = `package fuzz

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type api interface {
	GenerateDataKey(context.Context, *kms.GenerateDataKeyInput, ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error)
	Decrypt(context.Context, *kms.DecryptInput, ...func(*kms.Options)) (*kms.DecryptOutput, error)
}

type holder struct {
	key   []byte
	array [32]byte
	next  *holder
	outs  []*kms.GenerateDataKeyOutput
}

func (h *holder) Close() { clear(h.key) }

func (h *holder) unwrap(ctx context.Context, c api) (key []byte, err error) {
	out, err := c.Decrypt(ctx, nil)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

type wiper interface{ wipe(b []byte) }

type zeroer struct{}

func (zeroer) wipe(b []byte) { clear(b) }

var (
	global    []byte
	globalArr [32]byte
	shared    = map[string][]byte{}
	errBad    = errors.New("bad")
	wipeVar   = func(b []byte) { clear(b) }
)

func wipeAll(bs ...[]byte) {
	for _, b := range bs {
		clear(b)
	}
}

func half(b []byte) { clear(b[:len(b)/2]) }

func wipeG[S ~[]E, E any](s S) {
	for i := range s {
		var zero E
		s[i] = zero
	}
}

func newKey(ctx context.Context, c api, in *kms.GenerateDataKeyInput) ([]byte, func(), error) {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return nil, nil, err
	}
	return out.Plaintext, func() { clear(out.Plaintext) }, nil
}

func sink(any) {}

func with(use func([]byte) error) error { return use(global) }

var _ = []any{bytes.Clone, aes.NewCipher, rand.Read, subtle.XORBytes, hex.EncodeToString, fmt.Sprintf, os.Exit, runtime.Goexit, time.Sleep}
`

// generate returns a package of one to three functions that call each other.
func generate(data []byte) string {
	g := &generator{data: data, left: 120}
	g.out.WriteString(preamble)
	n := 1 + g.choose(3)
	for i := range n {
		typeParam := ""
		if g.choose(4) == 3 {
			typeParam = "[T any]"
		}
		g.printf("\nfunc f%d%s(ctx context.Context, client *kms.Client, api api, in *kms.GenerateDataKeyInput, h *holder, p []byte, n int, ok bool) (key []byte, err error) {\n", i, typeParam)
		g.scope = []variable{{"p", "bytes"}, {"key", "bytes"}, {"err", "error"}, {"n", "int"}, {"ok", "bool"}, {"h", "holder"}}
		if typeParam == "" {
			g.printf("acquire := client.GenerateDataKey\n")
		} else {
			g.printf("acquire := func(ctx context.Context, in *kms.GenerateDataKeyInput, _ ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error) { return api.GenerateDataKey(ctx, in) }\n")
		}
		g.printf("ch := make(chan []byte, 1)\n_, _ = acquire, ch\n")
		g.acquire()
		g.block()
		g.printf("return %s, %s\n}\n", g.bytes(), g.pick("error"))
		if typeParam == "" {
			g.printf("\nfunc call%d(ctx context.Context, client *kms.Client, in *kms.GenerateDataKeyInput) ([]byte, error) { return f%d(ctx, client, client, in, nil, nil, 0, true) }\n", i, i)
		} else {
			g.printf("\nfunc call%d(ctx context.Context, client *kms.Client, in *kms.GenerateDataKeyInput) ([]byte, error) { return f%d[int](ctx, client, client, in, nil, nil, 0, true) }\n", i, i)
		}
	}
	return g.out.String()
}

func (g *generator) printf(format string, args ...any) { fmt.Fprintf(&g.out, format, args...) }

// choose returns a number below n.
func (g *generator) choose(n int) int {
	if len(g.data) == 0 {
		return 0
	}
	b := g.data[0]
	g.data = g.data[1:]
	return int(b) % n
}

func (g *generator) fresh(kind string) string {
	g.names++
	name := fmt.Sprintf("v%d", g.names)
	g.scope = append(g.scope, variable{name, kind})
	return name
}

// pick returns a variable of a kind: the parameters have all kinds there are.
func (g *generator) pick(kind string) string {
	var names []string
	for i := len(g.scope) - 1; i >= 0; i-- {
		if g.scope[i].kind == kind {
			names = append(names, g.scope[i].name)
		}
	}
	return names[g.choose(len(names))]
}

func (g *generator) has(kind string) bool {
	for _, v := range g.scope {
		if v.kind == kind {
			return true
		}
	}
	return false
}

// bytes returns an expression of type []byte.
func (g *generator) bytes() string {
	out := g.pick("bytes")
	if g.has("out") {
		out = g.pick("out") + ".Plaintext"
	}
	switch g.choose(14) {
	case 1:
		return g.pick("bytes")
	case 2:
		return out + "[:16]"
	case 3:
		return g.pick("bytes") + "[16:]"
	case 4:
		return "h.key"
	case 5:
		return "append([]byte(nil), " + out + "...)"
	case 6:
		return "bytes.Clone(" + g.pick("bytes") + ")"
	case 7:
		return "global"
	case 8:
		return `shared["a"]`
	case 9:
		return "h.next.key"
	case 10:
		if g.has("array") {
			return g.pick("array") + "[:]"
		}
	case 11:
		return "h.array[:]"
	case 12:
		return "<-ch"
	case 13:
		return "[]byte(nil)"
	}
	return out
}

// named returns bytes that can be sliced or indexed.
func (g *generator) named() string {
	if g.has("out") && g.choose(3) != 2 {
		return g.pick("out") + ".Plaintext"
	}
	return g.pick("bytes")
}

func (g *generator) cond() string {
	switch g.choose(11) {
	case 1:
		return g.pick("error") + " == nil"
	case 2:
		return g.pick("bool")
	case 3:
		return "!" + g.pick("bool")
	case 4:
		return "len(" + g.bytes() + ") == 0"
	case 5:
		return g.pick("int") + " > 3"
	case 6:
		return fmt.Sprintf("%s == %d", g.pick("int"), g.choose(4))
	case 7:
		return g.pick("error") + " != nil && " + g.pick("bool")
	case 8:
		return g.pick("bool") + " || " + g.pick("int") + " != n"
	case 9:
		return "errors.Is(" + g.pick("error") + ", errBad)"
	case 10:
		if g.has("out") {
			return g.pick("out") + " == nil"
		}
	}
	return g.pick("error") + " != nil"
}

// acquire gets a key, and mostly checks the error.
func (g *generator) acquire() {
	how := g.choose(8)
	kind := "out"
	switch how {
	case 4:
		kind = "decrypted"
	case 5, 6:
		kind = "bytes"
	}
	if how == 7 && g.has("out") {
		g.printf("%s, %s = client.GenerateDataKey(ctx, in)\n", g.pick("out"), g.pick("error"))
		return
	}
	g.names++
	err := fmt.Sprintf("e%d", g.names)
	out := fmt.Sprintf("v%d", g.names)
	switch how {
	case 1:
		g.printf("%s, %s := api.GenerateDataKey(ctx, in)\n", out, err)
	case 2:
		g.printf("%s, %s := acquire(ctx, in)\n", out, err)
	case 3:
		g.printf("%s, %s := func() (*kms.GenerateDataKeyOutput, error) { return client.GenerateDataKey(ctx, in) }()\n", out, err)
	case 4:
		g.printf("%s, %s := client.Decrypt(ctx, nil)\n", out, err)
	case 5:
		g.printf("%s, drop%d, %s := newKey(ctx, api, in)\n_ = drop%d\n", out, g.names, err, g.names)
		if g.choose(2) == 1 {
			g.printf("defer drop%d()\n", g.names)
		}
	case 6:
		g.printf("%s, %s := h.unwrap(ctx, api)\n", out, err)
	default:
		g.printf("%s, %s := client.GenerateDataKey(ctx, in)\n", out, err)
	}
	g.printf("_, _ = %s, %s\n", out, err)
	g.scope = append(g.scope, variable{out, kind}, variable{err, "error"})
	if kind == "decrypted" {
		b := g.fresh("bytes")
		g.printf("%s := %s.Plaintext\naes.NewCipher(%s)\n", b, out, b)
	}
	switch g.choose(4) {
	case 0, 1:
		g.printf("if %s != nil {\nreturn nil, %s\n}\n", err, err)
	case 2:
		g.printf("if %s == nil {\nreturn nil, nil\n}\n", err)
	}
}

// block writes statements with a scope of their own.
func (g *generator) block() {
	outer := len(g.scope)
	g.depth++
	for range 1 + g.choose(6) {
		if g.left--; g.left <= 0 || g.depth > 5 {
			break
		}
		g.statement()
	}
	g.depth--
	g.scope = g.scope[:outer]
}

// inClosure writes the body of a function literal.
func (g *generator) inClosure(body func()) {
	loops, label := g.loops, g.label
	g.loops, g.label = 0, nil
	body()
	g.loops, g.label = loops, label
}

func (g *generator) loop(head string) {
	g.printf("%s {\n", head)
	g.loops++
	g.block()
	g.loops--
	g.printf("}\n")
}

func (g *generator) statement() {
	switch g.choose(34) {
	case 0:
		g.printf("clear(%s)\n", g.bytes())
	case 1:
		g.printf("if %s {\n", g.cond())
		g.block()
		if g.choose(2) == 1 {
			g.printf("} else {\n")
			g.block()
		}
		g.printf("}\n")
	case 2:
		g.acquire()
	case 3:
		g.printf("defer clear(%s)\n", g.bytes())
	case 4:
		g.deferClosure()
	case 5:
		e := g.bytes()
		b := g.fresh("bytes")
		g.printf("var %s []byte = %s\n_ = %s\n", b, e, b)
	case 6:
		g.printf("%s = %s\n", g.pick("bytes"), g.bytes())
	case 7:
		g.store()
	case 8:
		g.array()
	case 9:
		g.text()
	case 10:
		g.loop("for range n")
	case 11:
		g.names++
		g.scope = append(g.scope, variable{fmt.Sprintf("i%d", g.names), "int"})
		g.loop(fmt.Sprintf("for i%[1]d := 0; i%[1]d < n; i%[1]d++", g.names))
		g.scope = g.scope[:len(g.scope)-1]
	case 12:
		g.loop("for " + g.cond())
	case 13:
		g.switchOver()
	case 14:
		g.selectOver()
	case 15:
		g.printf("go func() {\n")
		g.inClosure(func() { g.closureBlock() })
		g.printf("}()\n")
	case 16:
		g.printf("return %s, %s\n", g.bytes(), g.pick("error"))
	case 17:
		g.leave()
	case 18:
		g.wipeLoop()
	case 19:
		g.wipeByCall()
	case 20:
		g.closure()
	case 21:
		g.printf("copy(%s, %s)\n", g.bytes(), g.bytes())
	case 22:
		g.printf("_, %s = aes.NewCipher(%s)\n", g.pick("error"), g.bytes())
	case 23:
		g.printf("time.Sleep(1)\n")
	case 24:
		g.printf("%s = %s\n", g.pick("bool"), g.cond())
	case 25:
		g.printf("sink(%s)\n", g.bytes())
	case 26:
		g.printf("h = &holder{key: %s, next: h}\n", g.bytes())
	case 27:
		if g.loops > 0 {
			g.printf("%s\n", []string{"break", "continue"}[g.choose(2)])
		}
	case 28:
		g.jumpBack()
	case 29:
		g.printf("%s = with(func(k []byte) error {\n", g.pick("error"))
		g.inClosure(func() {
			g.scope = append(g.scope, variable{"k", "bytes"})
			g.printf("_ = k\n")
			g.closureBlock()
			g.scope = g.scope[:len(g.scope)-1]
		})
		g.printf("return nil\n})\n")
	case 30:
		g.printf("%s, %s = call0(ctx, client, in)\n", g.pick("bytes"), g.pick("error"))
	case 31:
		g.printf("%s = fmt.Errorf(\"x\", %s)\n", g.pick("error"), g.bytes())
	case 32:
		if g.has("out") {
			g.printf("h.outs = append(h.outs, %s)\nfor _, o := range h.outs {\nclear(o.Plaintext)\n}\n", g.pick("out"))
		}
	case 33:
		g.printf("func(k []byte) {\n")
		g.inClosure(func() {
			g.scope = append(g.scope, variable{"k", "bytes"})
			g.printf("_ = k\n")
			g.closureBlock()
			g.scope = g.scope[:len(g.scope)-1]
		})
		g.printf("}(%s)\n", g.bytes())
	}
}

// closureBlock is a block in which return has results again: the enclosing
// function's would not fit.
func (g *generator) closureBlock() {
	g.printf("_, _ = func() (_ []byte, err error) {\n")
	g.block()
	g.printf("return nil, nil\n}()\n")
}

func (g *generator) deferClosure() {
	g.printf("defer func() {\n")
	g.inClosure(func() {
		switch g.choose(3) {
		case 1:
			g.printf("if r := recover(); r != nil {\nclear(%s)\n}\n", g.bytes())
		case 2:
			g.closureBlock()
		default:
			g.printf("if %s {\nclear(%s)\n}\n", g.cond(), g.bytes())
		}
	})
	g.printf("}()\n")
}

func (g *generator) store() {
	e := g.bytes()
	switch g.choose(8) {
	case 1:
		g.printf("global = %s\n", e)
	case 2:
		g.printf("shared[%q] = %s\n", "a", e)
	case 3:
		g.printf("ch <- %s\n", e)
	case 4:
		g.printf("h.next.next.key = %s\n", e)
	case 5:
		g.printf("copy(globalArr[:], %s)\n", e)
	case 6:
		g.printf("copy(h.array[:], %s)\n", e)
	case 7:
		if g.has("out") {
			g.printf("h.outs = append(h.outs, %s)\n", g.pick("out"))
		}
	default:
		g.printf("h.key = %s\n", e)
	}
}

func (g *generator) array() {
	switch {
	case g.has("array") && g.choose(3) == 1:
		g.printf("%s = [32]byte{}\n", g.pick("array"))
	case g.has("array") && g.choose(3) == 1:
		src := g.pick("array")
		a := g.fresh("array")
		g.printf("%s := %s\n_ = %s\n", a, src, a)
	default:
		src := g.named()
		a := g.fresh("array")
		g.printf("%s := [32]byte(%s)\n_ = %s\n", a, src, a)
	}
}

func (g *generator) text() {
	e := g.bytes()
	g.names++
	switch g.choose(3) {
	case 1:
		g.printf("s%d := hex.EncodeToString(%s)\n_ = s%[1]d\n", g.names, e)
	case 2:
		g.printf("s%d := fmt.Sprintf(\"%%x\", %s)\n_ = s%[1]d\n", g.names, e)
	default:
		e = g.named()
		g.printf("s%d := string(%s)\n_ = s%[1]d\n", g.names, e)
	}
}

func (g *generator) switchOver() {
	g.printf("switch {\n")
	for range 1 + g.choose(3) {
		g.printf("case %s:\n", g.cond())
		g.block()
		if g.choose(4) == 3 {
			g.printf("fallthrough\n")
		}
	}
	g.printf("default:\n")
	g.block()
	g.printf("}\n")
}

func (g *generator) selectOver() {
	b := g.bytes()
	if b == "<-ch" {
		b = "key"
	}
	g.printf("select {\ncase x := <-ch:\nclear(x)\ncase ch <- %s:\n", b)
	g.block()
	g.printf("case <-ctx.Done():\n")
	g.block()
	if g.choose(2) == 1 {
		g.printf("default:\n")
	}
	g.printf("}\n")
}

func (g *generator) leave() {
	switch g.choose(3) {
	case 1:
		g.printf("runtime.Goexit()\n")
	case 2:
		g.printf("if %s {\nos.Exit(1)\n}\n", g.cond())
	default:
		g.printf("if %s {\npanic(%q)\n}\n", g.cond(), "x")
	}
}

// wipeLoop writes a loop that stores zeros, over everything or nearly so.
func (g *generator) wipeLoop() {
	b := g.named()
	g.names++
	head := []string{
		"for i%[1]d := range %[2]s {\n%[2]s[i%[1]d] = 0\n}\n",
		"for i%[1]d := 0; i%[1]d < len(%[2]s); i%[1]d++ {\n%[2]s[i%[1]d] = 0\n}\n",
		"for i%[1]d := len(%[2]s) - 1; i%[1]d >= 0; i%[1]d-- {\n%[2]s[i%[1]d] = 0\n}\n",
		"for i%[1]d := 0; i%[1]d < len(%[2]s); i%[1]d += 2 {\n%[2]s[i%[1]d] = 0\n}\n",
		"for i%[1]d := range len(%[2]s) {\n%[2]s[i%[1]d] = 0\nif ok {\nbreak\n}\n}\n",
		"for i%[1]d := 0; ; i%[1]d++ {\n%[2]s[i%[1]d] = 0\n}\n",
		"for i%[1]d := range %[2]s {\n%[2]s[0] = 0\n_ = i%[1]d\n}\n",
	}[g.choose(7)]
	g.printf(head, g.names, b)
}

func (g *generator) wipeByCall() {
	b := g.named()
	switch g.choose(9) {
	case 1:
		g.printf("half(%s)\n", b)
	case 2:
		g.printf("wipeG(%s)\n", b)
	case 3:
		g.printf("defer wipeAll(%s, %s)\n", b, g.bytes())
	case 4:
		g.printf("rand.Read(%s)\n", b)
	case 5:
		g.printf("subtle.XORBytes(%[1]s, %[1]s, %[1]s)\n", b)
	case 6:
		g.printf("wiper(zeroer{}).wipe(%s)\n", b)
	case 7:
		g.printf("defer wipeVar(%s)\n", b)
	case 8:
		g.printf("clear(%[1]s[:16])\nclear(%[1]s[16:])\n", b)
	default:
		g.printf("wipeAll(%s)\n", b)
	}
}

// closure declares a function and runs it now, later, or never.
func (g *generator) closure() {
	g.names++
	name := fmt.Sprintf("fn%d", g.names)
	g.printf("var %s func(b []byte) []byte\n%s = func(b []byte) []byte {\n_ = b\n", name, name)
	g.inClosure(func() {
		g.scope = append(g.scope, variable{"b", "bytes"})
		g.closureBlock()
		g.scope = g.scope[:len(g.scope)-1]
		if g.choose(3) == 2 {
			g.printf("%s(b)\n", name)
		}
	})
	g.printf("return b\n}\n_ = %s\n", name)
	switch g.choose(4) {
	case 0:
		g.printf("%s = %s(%s)\n", g.pick("bytes"), name, g.bytes())
	case 1:
		g.printf("defer %s(%s)\n", name, g.bytes())
	case 2:
		g.printf("go %s(%s)\n", name, g.bytes())
	}
}

// jumpBack writes a loop by goto, around a block of its own.
func (g *generator) jumpBack() {
	g.names++
	name := fmt.Sprintf("again%d", g.names)
	g.printf("%s:\n{\n", name)
	g.block()
	g.printf("}\nif %s {\ngoto %s\n}\n", g.cond(), name)
}

// seeds returns bytes that make something worth starting from: each statement
// alone, and a few long walks.
func seeds() [][]byte {
	seeds := [][]byte{nil}
	for s := range 34 {
		seeds = append(seeds, []byte{0, 0, 0, 0, 0, 2, byte(s), 1, 2, 0, 1, 3, 0, 1})
	}
	for s := range 40 {
		walk := make([]byte, 160)
		x := uint32(s)*2654435761 + 1
		for i := range walk {
			x ^= x << 13
			x ^= x >> 17
			x ^= x << 5
			walk[i] = byte(x >> 8)
		}
		seeds = append(seeds, walk)
	}
	return seeds
}
