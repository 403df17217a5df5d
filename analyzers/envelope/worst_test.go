package envelope_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-38a4765b/secretlint/analyzers/envelope"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// maxTime is what one package may take, with room for a busy machine.
const maxTime = 20 * time.Second

const generate = "out, _ := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{})\n"

// worst are programs made to be slow: each grows one thing that the rule loops over,
// further than people do.
var worst = map[string]func() string{
	"data keys": func() string {
		return around(repeat(1000, "{ "+generate+"w.Write(newGCM(out.Plaintext).Seal(out.CiphertextBlob, newNonce(), data, nil)) }\n"))
	},
	"messages under one nonce": func() string {
		return around(generate + "aead, nonce := newGCM(out.Plaintext), newNonce()\n" + repeat(2000, "w.Write(aead.Seal(nil, nonce, data, nil))\n"))
	},
	"messages with nonces of their own": func() string {
		return around(generate + "aead := newGCM(out.Plaintext)\n" + repeat(2000, "w.Write(aead.Seal(nil, newNonce(), data, nil))\n"))
	},
	"branches between messages": func() string {
		return around(generate + "aead, nonce := newGCM(out.Plaintext), newNonce()\n" + repeat(3000, "if some() { rand.Read(nonce); w.Write(aead.Seal(nil, nonce, data, nil)) }\n"))
	},
	"nested loops": func() string {
		return around(generate + "aead, nonce := newGCM(out.Plaintext), newNonce()\n" + strings.Repeat("for some() {\nrand.Read(nonce)\n", 300) + "w.Write(aead.Seal(nil, nonce, data, nil))\n" + strings.Repeat("}\n", 300))
	},
	"one key through many functions": func() string {
		return around(generate+"g0(out)") + repeat(1000, "func g%[1]d(out *kms.GenerateDataKeyOutput) []byte { return g%[2]d(out) }\n") +
			"func g1000(out *kms.GenerateDataKeyOutput) []byte { return newGCM(out.Plaintext).Seal(nil, make([]byte, 12), nil, nil) }\n"
	},
	"exported functions": func() string {
		return around(generate+"G0(out.Plaintext)") + repeat(1000, "func G%[1]d(key []byte) []byte { return G%[2]d(key) }\n") +
			"func G1000(key []byte) []byte { return newGCM(key).Seal(nil, make([]byte, 12), nil, nil) }\n"
	},
	"one key out of many functions": func() string {
		return around("w.Write(newGCM(g0(ctx, client)).Seal(nil, newNonce(), data, nil))") + repeat(1000, "func g%[1]d(ctx context.Context, client *kms.Client) []byte { return g%[2]d(ctx, client) }\n") +
			"func g1000(ctx context.Context, client *kms.Client) []byte { " + generate + "return out.Plaintext }\n"
	},
	"each function twice": func() string {
		return around(generate+"g0(out.Plaintext, data)") + repeat(60, "func g%[1]d(a, b []byte) []byte { return append(g%[2]d(a, b), g%[2]d(b, a)...) }\n") +
			"func g60(a, b []byte) []byte { return newGCM(a).Seal(nil, b, nil, nil) }\n"
	},
	"everything calls everything": func() string {
		var b strings.Builder
		for i := range 40 {
			fmt.Fprintf(&b, "func a%d(key, blob []byte, n int) []byte {\n", i)
			for j := range 40 {
				fmt.Fprintf(&b, "if n > %d { return a%d(blob, key, n-1) }\n", j, j)
			}
			b.WriteString("return newGCM(key).Seal(nil, blob, nil, nil)\n}\n")
		}
		return around(generate+"w.Write(a0(out.Plaintext, out.CiphertextBlob, n))") + b.String()
	},
	"one interface, many methods": func() string {
		return "type sealer interface{ seal(key, blob []byte) []byte }\n" +
			repeat(200, "type t%[1]d struct{ key []byte }\nfunc (t *t%[1]d) seal(key, blob []byte) []byte { t.key = key; return newGCM(t.key).Seal(nil, blob, nil, nil) }\n") +
			around(generate+"var s sealer\n"+repeat(200, "if n == %[1]d { s = new(t%[1]d) }\nw.Write(s.seal(out.Plaintext, out.CiphertextBlob))\n"))
	},
	"one field, many methods": func() string {
		return "type holder struct{ key, blob []byte }\n" + repeat(500, "func (h *holder) m%[1]d(w io.Writer) { w.Write(newGCM(h.key).Seal(h.blob, newNonce(), nil, nil)) }\n") +
			repeat(100, "func n%[1]d(ctx context.Context, client *kms.Client) *holder { "+generate+"return &holder{out.Plaintext, out.CiphertextBlob} }\n")
	},
	"a list of itself": func() string {
		return "type list struct { next *list; key []byte }\n" + around(generate+"x := &list{key: out.Plaintext}\n"+repeat(300, "if some() { x = &list{next: x, key: x.key} }\nx.next.next = x\n")+"w.Write(x.next.next.next.key)")
	},
	"parameters": func() string {
		return putting + aroundPut(repeat(1000, "client.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String(\"/prod/\" + p + \"/password\"), Value: &p, Type: \"String\"})\n"))
	},
	"parameters by callers of callers": func() string {
		return putting + repeat(12, "func p1_%[1]d(ctx context.Context, client *ssm.Client, name, v string) { put(ctx, client, name+\"%[1]d\", v) }\n") +
			repeat(12, "func p2_%[1]d(ctx context.Context, client *ssm.Client, name, v string) {\n"+calls("p1_")+"}\n") +
			repeat(12, "func p3_%[1]d(ctx context.Context, client *ssm.Client, name, v string) {\n"+calls("p2_")+"}\n") +
			repeat(12, "func p4_%[1]d(ctx context.Context, client *ssm.Client, name, v string) {\n"+calls("p3_")+"}\n")
	},
	"sizes": func() string {
		return around("data = make([]byte, 10)\n" + repeat(1000, "data = append(data, make([]byte, 10)...)\n") + "client.Encrypt(ctx, &kms.EncryptInput{Plaintext: data})")
	},
	"sizes on many ways": func() string {
		return around(repeat(500, "if some() { data = append(data, data...) }\n") + "client.Encrypt(ctx, &kms.EncryptInput{Plaintext: data})")
	},
}

const putting = `func put(ctx context.Context, client *ssm.Client, name, v string) {
	client.PutParameter(ctx, &ssm.PutParameterInput{Name: &name, Value: &v, Type: "String"})
}
`

func calls(prefix string) string {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "%s%d(ctx, client, name, v)\n", prefix, i)
	}
	return b.String()
}

// repeat writes a text n times: its verbs get the turn, and the next.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"%[3]s", i, i+1, "")
	}
	return b.String()
}

// around puts statements into a function that can get data keys.
func around(body string) string {
	return "func f(ctx context.Context, client *kms.Client, w io.Writer, data []byte, n int) {\n" + body + "\n}\n"
}

func aroundPut(body string) string {
	return "func f(ctx context.Context, client *ssm.Client, p string) {\n" + body + "\n}\n"
}

func TestWorstCases(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds, and much longer under the race detector")
	}
	for name, source := range worst {
		t.Run(name, func(t *testing.T) {
			a := envelope.New()
			w := checktest.NewWorld(t, fakes)
			u := w.Compile(t, "example.com/worst", head+source())
			start := time.Now()
			r := w.AnalyzeWithin(t, a, u, maxTime)
			t.Logf("%v, %d findings", time.Since(start).Round(time.Millisecond), len(r.Diagnostics))
			if failed := r.InternalErrors(); len(failed) > 0 {
				t.Error(failed)
			}
		})
	}
}
