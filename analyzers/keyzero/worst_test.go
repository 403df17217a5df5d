package keyzero_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
)

// worst are programs made to be slow: each grows one thing that the engine loops
// over, further than people do.
var worst = map[string]func() string{
	"ifs": func() string {
		return around(repeat(2000, `
	if n == %d {
		touch(out.Plaintext)
	}`))
	},
	"ifs over variables": func() string {
		var params strings.Builder
		for i := range 200 {
			fmt.Fprintf(&params, "var ok%d bool\n", i)
		}
		return around(repeat(200, "var ok%[1]d = n > %[1]d\n") + strings.Repeat(repeat(200, `
	if ok%d {
		touch(out.Plaintext)
	}`), 5))
	},
	"copies kept on some paths": func() string {
		return around(repeat(200, `
	var k%[1]d []byte
	if n == %[1]d {
		k%[1]d = out.Plaintext
	}
	touch(k%[1]d)`))
	},
	"stores in fields on some paths": func() string {
		return around("h := &holder{}\n" + repeat(200, `
	if n == %[1]d {
		h.k%[1]d = out.Plaintext
	}`))
	},
	"defers on some paths": func() string {
		return around(repeat(500, `
	if n == %d {
		defer func() { clear(out.Plaintext) }()
	}`))
	},
	"defers": func() string {
		return around(repeat(500, "defer clear(out.Plaintext)\n_ = %d\n"))
	},
	"nested closures": func() string {
		return around(strings.Repeat("func() {\n", 300) + "touch(out.Plaintext)\n" + strings.Repeat("}()\n", 300))
	},
	"closures in a row": func() string {
		return around("v := n\nv++\n" + repeat(300, `
	func() {
		if v == %d {
			return
		}
		touch(out.Plaintext)
	}()`))
	},
	"branching closures that call each other": func() string {
		return around("v := n\nv++\nvar fn0 = func() { touch(out.Plaintext) }\n" + repeat(60, `
	var fn%[2]d = func() {
		if v == %[1]d {
			fn%[1]d()
		} else {
			fn%[1]d()
		}
	}
	fn%[2]d()`))
	},
	"one key through many functions": func() string {
		return around("g0(out.Plaintext)\n") + repeat(300, `
func g%[1]d(key []byte) { g%[2]d(key) }
`) + "func g300(key []byte) { clear(key) }\n"
	},
	"one key out of many functions": func() string {
		return around("k, _ := h0(ctx, client)\ntouch(k)\n") + repeat(300, `
func h%[1]d(ctx context.Context, client *kms.Client) ([]byte, error) { return h%[2]d(ctx, client) }
`) + `
func h300(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, nil)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}
`
	},
	"mutual recursion": func() string {
		return around("r0(out.Plaintext, n)\n") + repeat(60, `
func r%[1]d(key []byte, n int) {
	if n > 0 {
		r%[2]d(key, n-1)
		r0(key, n-1)
	}
	clear(key)
}
`) + "func r60(key []byte, n int) { r0(key, n); r30(key, n) }\n"
	},
	"everything calls everything": func() string {
		var b strings.Builder
		for i := range 40 {
			fmt.Fprintf(&b, "func a%d(key []byte, n int) {\n", i)
			for j := range 40 {
				fmt.Fprintf(&b, "if n > %d { a%d(key, n-1) }\n", j, j)
			}
			b.WriteString("clear(key)\n}\n")
		}
		return around("a0(out.Plaintext, n)\n") + b.String()
	},
	"keys": func() string {
		return around(repeat(200, `
	o%[1]d, err := client.GenerateDataKey(ctx, nil)
	if err != nil {
		return err
	}
	touch(o%[1]d.Plaintext)
	if n == %[1]d {
		return nil
	}
	clear(o%[1]d.Plaintext)
`))
	},
	"copies of copies": func() string {
		return around("k0 := out.Plaintext\n" + repeat(300, `
	k%[2]d := append([]byte(nil), k%[1]d...)
	touch(k%[2]d)`))
	},
	"aliases": func() string {
		return around("k0 := out.Plaintext\n" + repeat(1000, `
	var k%[2]d []byte
	for range n {
		k%[2]d = k%[1]d
	}
	touch(k%[2]d)`))
	},
	"nested loops": func() string {
		return around(repeat(60, "for i%[1]d := range n {\nif i%[1]d == 7 { continue }\n") + "touch(out.Plaintext)\n" + strings.Repeat("}\n", 60))
	},
	"linked list": func() string {
		return around("h := &holder{}\n" + repeat(200, `
	h = &holder{k0: out.Plaintext, next: h}
	h.next.next = h
	_ = %d`))
	},
	"switch in a loop": func() string {
		return around("var k []byte\nfor {\nswitch n {\n" + repeat(80, `
	case %d:
		k = out.Plaintext
		out, err = client.GenerateDataKey(ctx, nil)
		if err != nil { return err }`) + "\n}\nn++\ntouch(k)\n}\n")
	},
}

// repeat writes a text n times: its verbs get the turn, and the next.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"%[3]s", i, i+1, "")
	}
	return b.String()
}

// around puts statements into a function that has a key.
func around(body string) string {
	var fields strings.Builder
	for i := range 200 {
		fmt.Fprintf(&fields, "k%d []byte\n", i)
	}
	return `package worst

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type holder struct {
	` + fields.String() + `
	next *holder
}

func touch([]byte) {}

func f(ctx context.Context, client *kms.Client, n int) error {
	out, err := client.GenerateDataKey(ctx, nil)
	if err != nil {
		return err
	}
	touch(out.Plaintext)
	` + body + `
	return nil
}
`
}

func TestWorstCases(t *testing.T) {
	for name, source := range worst {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			u := w.Compile(t, "example.com/worst", source())
			start := time.Now()
			r := w.AnalyzeWithin(t, keyzero.Analyzer, u, maxTime)
			took := time.Since(start)
			t.Logf("%v, %d findings", took.Round(time.Millisecond), len(r.Diagnostics))
			if failed := r.InternalErrors(); len(failed) > 0 {
				t.Error(failed)
			}
		})
	}
}
