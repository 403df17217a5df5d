package keyzero_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

const head = `package p

import (
	"bytes"
	"context"
	"crypto/aes"
	"encoding/hex"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var (
	in    *kms.GenerateDataKeyInput
	cache []byte
	_     = []any{bytes.Clone, aes.NewCipher, hex.EncodeToString, time.Sleep}
)

type box struct{ key []byte }

func use(key []byte) error {
	_, err := aes.NewCipher(key)
	return err
}
`

// TestTraces shows findings as users read them: what is wrong, how the key came to
// be where it is, which branches lead to the exit, and what can be done.
func TestTraces(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"never wiped", `
func f(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	return use(out.Plaintext)
}`, `
never-wiped: 26 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is never wiped: overwrite it as soon as it is used
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	27 "if err != nil {": where this is false
	30 "return use(out.Plaintext)": the key is still in memory here
	fix: Wipe the key with defer clear(out.Plaintext)
`},
		{"the branches to the exit, and the exit", `
func f(ctx context.Context, c *kms.Client, n int) error {
	if n == 0 {
		n++
	}
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	if n > 3 {
		if err := use(out.Plaintext); err != nil {
			return err
		}
	}
	clear(out.Plaintext)
	return nil
}`, `
not-on-every-path: 29 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is not wiped on every path: it survives the return on line 35
	29 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	30 "if err != nil {": where this is false
	33 "if n > 3 {": where this is true
	34 "if err := use(out.Plaintext); err != nil {": where this is true
	35 "return err": the key is still in memory here
	fix: Wipe the key with defer clear(out.Plaintext)
`},
		{"a panic", `
func f(ctx context.Context, c *kms.Client, n int) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	if n == 0 {
		panic("no orders")
	}
	clear(out.Plaintext)
	return nil
}`, `
not-on-every-path: 26 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is not wiped on every path: it survives the panic on line 31
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	27 "if err != nil {": where this is false
	30 "if n == 0 {": where this is true
	31 "panic(\"no orders\")": the key is still in memory here
	fix: Wipe the key with defer clear(out.Plaintext)
`},
		{"a chain of copies", `
func f(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	first := append([]byte(nil), out.Plaintext...)
	defer clear(first)
	second := bytes.Clone(first)
	return use(second)
}`, `
copy-not-wiped: 33 "bytes.Clone(first)": copy of the data key from kms.GenerateDataKey is never wiped
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	31 "append([]byte(nil), out.Plaintext...)": the key is copied here
	33 "bytes.Clone(first)": the key is copied here
	34 "return use(second)": the key is still in memory here
`},
		{"text", `
func f(ctx context.Context, c *kms.Client) (string, error) {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return "", err
	}
	defer clear(out.Plaintext)
	return hex.EncodeToString(out.Plaintext), nil
}`, `
string-copy: 31 "hex.EncodeToString(out.Plaintext)": string made from the data key from kms.GenerateDataKey cannot be wiped: keep the key in bytes
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	31 "hex.EncodeToString(out.Plaintext)": the key is made a string here
`},
		{"stored in a field", `
func f(ctx context.Context, c *kms.Client, b *box) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	b.key = out.Plaintext
	return nil
}`, `
stored: 26 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is stored in field box.key, which nothing wipes
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	30 "b.key = out.Plaintext": it is stored in field box.key here
`},
		{"stored in a variable", `
func f(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	cache = out.Plaintext
	return nil
}`, `
stored: 26 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is stored in package variable cache, which nothing wipes
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	30 "cache = out.Plaintext": it is stored in package variable cache here
`},
		{"wiped late", `
func f(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	err = use(out.Plaintext)
	time.Sleep(100)
	clear(out.Plaintext)
	return err
}`, `
wiped-late: 31 "time.Sleep(100)": data key from kms.GenerateDataKey is wiped only after this call, which does not need it: wipe it as soon as it is used
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	31 "time.Sleep(100)": this may wait, and nothing uses the key any more
	32 "clear(out.Plaintext)": it is wiped here
`},
		{"no fix for what another goroutine may still use", `
func f(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	go use(out.Plaintext)
	return nil
}`, `
never-wiped: 26 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is never wiped: overwrite it as soon as it is used
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	27 "if err != nil {": where this is false
	31 "return nil": the key is still in memory here
`},
		{"no fix in a loop", `
func f(ctx context.Context, c *kms.Client, n int) error {
	for range n {
		out, err := c.GenerateDataKey(ctx, in)
		if err != nil {
			return err
		}
		use(out.Plaintext)
	}
	return nil
}`, `
never-wiped: 27 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is never wiped: overwrite it as soon as it is used
	27 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	28 "if err != nil {": where this is false
	27 "c.GenerateDataKey(ctx, in)": the key is still in memory here
`},
		{"no fix without a check of the error", `
func f(ctx context.Context, c *kms.Client) {
	out, _ := c.GenerateDataKey(ctx, in)
	use(out.Plaintext)
}`, `
never-wiped: 26 "c.GenerateDataKey(ctx, in)": data key from kms.GenerateDataKey is never wiped: overwrite it as soon as it is used
	26 "c.GenerateDataKey(ctx, in)": kms.GenerateDataKey returns a plaintext key here
	28 "}": the key is still in memory here
`},
		{"good", `
func f(ctx context.Context, c *kms.Client) error {
	out, err := c.GenerateDataKey(ctx, in)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	return use(out.Plaintext)
}`, "\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t)
			u := w.Compile(t, "example.com/p", head+test.body[1:])
			r := w.Analyze(t, keyzero.Analyzer, u)
			got := strings.ReplaceAll(textOf(w, u, r.Diagnostics), "`", `"`)
			want := strings.ReplaceAll(test.want[1:], `\"`, `"`)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			requireDeclared(t, r)
		})
	}
}

// TestTraceThroughAnotherPackage begins where the key was made for us.
func TestTraceThroughAnotherPackage(t *testing.T) {
	w := newWorld(t)
	w.Add(t, keyzero.Analyzer, "example.com/keys", `package keys

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func New(ctx context.Context, c *kms.Client) ([]byte, error) {
	out, err := c.GenerateDataKey(ctx, nil)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}
`)
	u := w.Compile(t, "example.com/app", `package app

import (
	"context"

	"example.com/keys"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func f(ctx context.Context, c *kms.Client) error {
	key, err := keys.New(ctx, c)
	if err != nil {
		return err
	}
	_ = key[0]
	return nil
}
`)
	r := w.Analyze(t, keyzero.Analyzer, u)
	got := strings.ReplaceAll(textOf(w, u, r.Diagnostics), "`", `"`)
	want := `never-wiped: 11 "keys.New(ctx, c)": data key from kms.GenerateDataKey is never wiped: overwrite it as soon as it is used
	example.com/keys/x.go: New returns the key of kms.GenerateDataKey to its caller
	11 "keys.New(ctx, c)": it is called here, and the key is the caller's
	12 "if err != nil {": where this is false
	16 "return nil": the key is still in memory here
	fix: Wipe the key with defer clear(key)
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	requireDeclared(t, r)
}

// requireDeclared checks what drivers rely on: a detail for each finding, and a
// category that the rule declares, which alone has a severity.
func requireDeclared(t *testing.T, r checktest.Outcome) {
	t.Helper()
	if len(r.Details()) != len(r.Diagnostics) {
		t.Fatalf("%d details for %d diagnostics", len(r.Details()), len(r.Diagnostics))
	}
	for i, d := range r.Diagnostics {
		if !slices.ContainsFunc(keyzero.Rule.Categories, func(c rule.Category) bool { return c.Name == d.Category }) {
			t.Errorf("category %q is not declared", d.Category)
		}
		if want := keyzero.Rule.URL + "#" + d.Category; d.URL != want {
			t.Errorf("URL = %q, want %q", d.URL, want)
		}
		if !strings.Contains(d.Message, r.Details()[i].What) || r.Details()[i].What == "" {
			t.Errorf("detail %d is about %q, the finding says %q", i, r.Details()[i].What, d.Message)
		}
		if len(d.Related) == 0 || !d.End.IsValid() {
			t.Errorf("%q has %d steps and ends at %d", d.Message, len(d.Related), d.End)
		}
	}
}

// TestDetailsAreParallel has findings whose order on the page is not that in
// which the engine comes across them.
func TestDetailsAreParallel(t *testing.T) {
	w := newWorld(t)
	u := w.Compile(t, "example.com/p", head+`
type sealer interface{ Seal(key []byte) error }

func f(ctx context.Context, c *kms.Client, s sealer) error {
	late := func() error {
		out, err := c.GenerateDataKey(ctx, in)
		if err != nil {
			return err
		}
		return use(out.Plaintext)
	}
	old, err := c.Decrypt(ctx, nil)
	if err != nil {
		return err
	}
	text := hex.EncodeToString(old.Plaintext)
	defer println(text)
	if err := s.Seal(old.Plaintext); err != nil {
		return err
	}
	return late()
}`)
	r := w.Analyze(t, keyzero.Analyzer, u)
	requireDeclared(t, r)
	type row struct {
		What       string
		Confidence rule.Confidence
	}
	var got []row
	for _, d := range r.Details() {
		got = append(got, row{d.What, d.Confidence})
	}
	want := []row{
		{"kms.GenerateDataKey", rule.Certain},
		{"kms.Decrypt", rule.Likely},
		{"kms.Decrypt", rule.Likely},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("details (-want +got):\n%s", diff)
	}
	if !slices.IsSortedFunc(r.Diagnostics, func(a, b analysis.Diagnostic) int { return int(a.Pos - b.Pos) }) {
		t.Error("findings are not in the order of the file")
	}
}
