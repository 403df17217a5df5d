package secretleak_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// A worstCase is a program made to be slow: it grows one thing that the engine loops
// over, further than people do. Of what it leaks it tells how many findings there are at
// the least. Where a bound is reached before the secret is, a note has to say so.
type worstCase struct {
	name     string
	leaks    int
	bound    bool // or else a note
	declared string
	body     string // of a function that has a secret in s, and parameters p and n
}

func worstCases() []worstCase {
	return []worstCase{
		{name: "blocks", leaks: 1, body: "t := p\n" + repeat(3300, "if n == %[1]d { t = s }\nif n > %[1]d { n++ }\n") + "log.Print(t)"},
		{name: "blocks that all log", leaks: 3000, body: repeat(3000, "if n == %[1]d { log.Print(\"at %[1]d\", s) }\n")},
		{name: "blocks between a secret and a variable", leaks: 1, body: "a, b := s, p\n" + repeat(1500, "if n == %[1]d { a, b = b, a } else { a = b + a }\n") + "log.Print(a)\nlog.Print(b)"},
		{name: "log calls", leaks: 5000, body: repeat(5000, "log.Printf(\"%[1]d: %%s\", s)\n")},
		{name: "log calls without a secret", body: repeat(5000, "log.Printf(\"%[1]d: %%s\", p)\n")},
		{name: "calls down", leaks: 1, declared: repeat(1000, "func g%[1]d(v string) { g%[2]d(v) }\n") + "func g1000(v string) { log.Print(v) }\n", body: "g0(s)"},
		{name: "results up", leaks: 1, declared: repeat(1000, "func g%[1]d(v string) string { return g%[2]d(v) }\n") + "func g1000(v string) string { return v }\n", body: "log.Print(g0(s))"},
		{name: "secret from below", leaks: 1, declared: repeat(1000, "func g%[1]d(c *secretsmanager.Client) string { return g%[2]d(c) }\n") + "func g1000(c *secretsmanager.Client) string { return fetch(c) }\n", body: "log.Print(g0(client))"},
		{name: "calls down with a longer text each", leaks: 1, declared: repeat(500, "func g%[1]d(v string) { g%[2]d(v + \"%[1]d\") }\n") + "func g500(v string) { log.Print(v) }\n", body: "g0(s)"},
		{name: "each function twice", leaks: 1, declared: repeat(60, "func g%[1]d(v string) string { return g%[2]d(v) + g%[2]d(v+\"x\") }\n") + "func g60(v string) string { return v }\n", body: "log.Print(g0(s))"},
		{name: "each function logs twice", leaks: 1, declared: repeat(60, "func g%[1]d(v string) { g%[2]d(v); g%[2]d(v+\"x\") }\n") + "func g60(v string) { log.Print(v) }\n", body: "g0(s)"},
		{name: "ring that passes on", leaks: 1, declared: ring(200, "func r%[1]d(v string, n int) { if n > 0 { r%[2]d(v, n-1) } }\n", "func r0(v string, n int) { log.Print(v); r1(v, n) }\n"), body: "r100(s, n)"},
		{name: "ring that returns", leaks: 1, declared: ring(200, "func r%[1]d(v string, n int) string { if n > 0 { return r%[2]d(v, n-1) }; return \"\" }\n", "func r0(v string, n int) string { if n > 3 { return v }; return r1(v, n) }\n"), body: "log.Print(r100(s, n))"},
		{name: "ring that logs what it returns", leaks: 1, declared: ring(100, "func r%[1]d(v string, n int) string { w := r%[2]d(v, n-1); log.Print(w); return w }\n", "func r0(v string, n int) string { if n > 3 { return v }; return r1(v, n) }\n"), body: "r50(s, n)"},
		{name: "everything calls everything", leaks: 1, declared: clique(40), body: "log.Print(a0(s, n))"},
		{name: "one interface", leaks: 1, bound: true, declared: "type shower interface{ show(string) string }\n" +
			repeat(300, "type t%[1]d struct{ s string }\nfunc (t *t%[1]d) show(v string) string { log.Print(v); return v + t.s }\n"),
			body: "var x shower\n" + repeat(300, "if n == %[1]d { x = &t%[1]d{p} }\n_ = x.show(s)\n")},
		{name: "one interface without a secret", declared: "type shower interface{ show(string) string }\n" +
			repeat(300, "type t%[1]d struct{ s string }\nfunc (t *t%[1]d) show(v string) string { log.Print(v); return v + t.s }\n"),
			body: "var x shower\n" + repeat(300, "if n == %[1]d { x = &t%[1]d{p} }\np = x.show(p)\n")},
		{name: "fields", leaks: 1, bound: true, declared: "type holder struct {\n" + repeat(2000, "S%d string\n") + "}\n", body: "h := holder{\n" + repeat(2000, "S%[1]d: p,\n") + "}\nh.S1999 = s\nlog.Print(h)"},
		{name: "fields one by one", leaks: 1000, declared: "type holder struct {\n" + repeat(1000, "S%d string\n") + "}\n", body: "h := &holder{}\n" + repeat(1000, "h.S%[1]d = s\nlog.Print(h.S%[1]d)\n")},
		{name: "stores to one field", leaks: 1, declared: "type holder struct{ s string }\n" + repeat(2500, "func set%[1]d(h *holder, v string) { h.s = v + \"%[1]d\" }\n"), body: "h := &holder{}\n" + repeat(2500, "set%[1]d(h, s)\n") + "log.Print(h.s)"},
		{name: "one variable of the package", leaks: 1, declared: "var v string\n" + repeat(2500, "func set%[1]d(p string) { v = p + \"%[1]d\" }\nfunc get%[1]d() { log.Print(v) }\n"), body: "v = s"},
		{name: "one variable of the package without a secret", declared: "var v string\n" + repeat(2500, "func set%[1]d(p string) { v = v + p + \"%[1]d\" }\nfunc get%[1]d() { log.Print(v) }\n")},
		{name: "closures", leaks: 1, body: "v := p\n" + repeat(2000, "func() { if n == %[1]d { v += s } }()\nlog.Print(v)\n")},
		{name: "closures in closures", leaks: 1, body: strings.Repeat("func() {\n", 200) + "log.Print(s)\n" + strings.Repeat("}()\n", 200)},
		{name: "closures in a list", leaks: 1, bound: true, body: "all := []func(string){\n" + repeat(500, "func(v string) { log.Print(v, %[1]d) },\n") + "}\nfor _, do := range all { do(s) }"},
		{name: "long text", leaks: 1, bound: true, body: "t := p\n" + repeat(5000, "t += \"a%d\" + p\n") + "t += s\nlog.Print(t)"},
		{name: "long text that begins with it", leaks: 1, body: "t := s\n" + repeat(5000, "t += \"a%d\" + p\n") + "log.Print(t)"},
		{name: "one expression", leaks: 1, body: "log.Print(p" + repeat(3000, " + p + \"%d\"") + " + s)"},
		{name: "text in a loop", leaks: 1, body: "t := p\nfor n < 1000 {\n" + repeat(500, "if n == %[1]d { t = t + p + \"%[1]d\" }\n") + "t += s\n}\nlog.Print(t)"},
		{name: "one builder", leaks: 100, body: "var b strings.Builder\n" + repeat(1000, "b.WriteString(\"a%d\" + p)\n") + "b.WriteString(s)\n" + repeat(100, "log.Print(%d, b.String())\n")},
		{name: "map", leaks: 1, bound: true, body: "m := map[string]string{\n" + repeat(5000, "\"K%d\": p,\n") + "\"secret\": s,\n}\nlog.Print(m)"},
		{name: "map that is asked often", leaks: 1, bound: true, body: "m := map[string]string{\n" + repeat(1000, "\"K%d\": p,\n") + "\"secret\": s,\n}\n" + repeat(500, "log.Print(m[\"K%d\"])\n") + "log.Print(m[\"secret\"])"},
		{name: "list", leaks: 1, bound: true, body: "l := []string{\n" + repeat(5000, "p + \"%d\",\n") + "s,\n}\nlog.Print(l)"},
		{name: "list that grows", leaks: 1, bound: true, body: "var l []string\n" + repeat(2000, "l = append(l, p + \"%d\")\n") + "l = append(l, s)\nlog.Print(l)"},
		{name: "list of structs", leaks: 1, bound: true, declared: "type item struct{ Name, Value string }\n", body: "l := []item{\n" + repeat(2000, "{\"K%d\", p},\n") + "{\"K\", s},\n}\nlog.Print(l)\nfor _, i := range l { log.Print(i.Value) }"},
		{name: "structs in structs", leaks: 1, bound: true, declared: repeat(200, "type t%[1]d struct { Next t%[2]d; S string }\n") + "type t200 struct { S string }\n", body: "var x t0\nx" + strings.Repeat(".Next", 200) + ".S = s\nlog.Print(x)\nlog.Print(x" + strings.Repeat(".Next", 200) + ".S)"},
		{name: "a type of itself", leaks: 1, declared: "type node struct { Next *node; All []*node; By map[string]*node; S string }\n",
			body: "x := &node{S: s}\n" + repeat(300, "if n == %[1]d { x = &node{Next: x, All: []*node{x}, By: map[string]*node{\"%[1]d\": x}, S: p} }\n") + "x.Next = x\njson.NewEncoder(os.Stdout).Encode(x)\nlog.Print(x.Next.S)\nlog.Print(x.S)"},
		{name: "types of each other", leaks: 1, declared: repeat(50, "type t%[1]d struct { A *t%[2]d; B []t%[2]d; C any; S string }\n") + "type t50 struct { A *t0; S string }\n",
			body: "x := &t0{S: p}\n" + repeat(49, "x.A"+"%[3]s = &t1{S: s}\n") + "json.NewEncoder(os.Stdout).Encode(x)\nlog.Print(x.A.S)"},
		{name: "generics", leaks: 1, bound: true, declared: "type box[T any] struct{ V T }\nfunc wrap[T any](v T) box[T] { return box[T]{v} }\nfunc show[T any](v T) { log.Print(v) }\n" + repeat(100, "func g%[1]d[T any](v T) { show(v); g%[2]d(v) }\n") + "func g100[T any](v T) { log.Print(wrap(v)) }\n",
			body: "g0(s)\nshow(wrap(wrap(wrap(wrap(wrap(wrap(wrap(wrap(wrap(s))))))))))"},
		{name: "switch", leaks: 1, body: "var t string\nswitch n {\n" + repeat(3000, "case %[1]d:\nt = p + \"%[1]d\"\n") + "default:\nt = s\n}\n" + repeat(300, "log.Print(t, %d)\n")},
		{name: "switch in a loop", leaks: 1, body: "t := p\nfor {\nswitch n {\n" + repeat(500, "case %[1]d:\nt = t + \"%[1]d\" + s\nlog.Print(t)\n") + "}\n}\n"},
		{name: "functions", leaks: 3000, declared: repeat(3000, "func g%[1]d(a, b string) { log.Printf(\"%%s %%s\", a, b) }\n"), body: repeat(3000, "g%d(p, s)\n")},
		{name: "functions without a secret", declared: repeat(3000, "func g%[1]d(a, b string, c map[string]string) { log.Printf(\"%%s %%s %%v\", a, b, c); g%[2]d(a, b, c) }\n") + "func g3000(a, b string, c map[string]string) {}\n"},
		{name: "callers", leaks: 3000, declared: "func show(v string) { log.Print(v) }\n" + repeat(3000, "func g%[1]d(c *secretsmanager.Client) { show(fetch(c)) }\n")},
		{name: "channels", leaks: 1, body: "c := make(chan string)\n" + repeat(1000, "go func() { c <- p + \"%d\" }()\n") + "go func() { c <- s }()\n" + repeat(100, "log.Print(<-c, %d)\n")},
		{name: "errors around errors", leaks: 1, body: "err := fmt.Errorf(\"%s\", s)\n" + repeat(1000, "err = fmt.Errorf(\"%[1]d: %%w\", err)\n") + "panic(err)"},
	}
}

// repeat writes a text n times: its verbs get the turn, and the next.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"%[3]s", i, i+1, "")
	}
	return b.String()
}

// ring is the functions 1 to n-1, of which each calls the next, the last one the first,
// and that one.
func ring(n int, format, first string) string {
	b := strings.Builder{}
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, format+"%[3]s", i, (i+1)%n, "")
	}
	return b.String() + first
}

// clique is n functions that all call each other.
func clique(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "func a%d(v string, n int) string {\n", i)
		for j := range n {
			fmt.Fprintf(&b, "if n > %d { return a%d(v+\"x\", n-1) }\n", j, j)
		}
		b.WriteString("log.Print(v)\nreturn v\n}\n")
	}
	return b.String()
}

func (w worstCase) source() string { return program("example.com/worst", w.declared, w.body) }

// maxWorst is what one program may take before the test gives up, with room for a busy
// machine. What they take is for BenchmarkWorstCases to say.
const maxWorst = 60 * time.Second

func TestWorstCases(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds, and much longer under the race detector")
	}
	for _, test := range worstCases() {
		t.Run(test.name, func(t *testing.T) {
			w := world(t)
			u := w.Compile(t, "example.com/worst", test.source())
			r := w.AnalyzeWithin(t, secretleak.New(), u, maxWorst)
			if failed := r.InternalErrors(); len(failed) > 0 {
				t.Fatal(failed)
			}
			leaks, notes := count(r)
			switch {
			case leaks < test.leaks && (!test.bound || notes == 0):
				t.Errorf("%d findings and %d notes, want %d findings", leaks, notes, test.leaks)
			case test.leaks == 0 && leaks > 0:
				t.Errorf("%d findings of what has no secret", leaks)
			}
		})
	}
}

func count(r checktest.Outcome) (leaks, notes int) {
	for _, d := range r.Diagnostics {
		if d.Category == "unfinished" {
			notes++
		} else {
			leaks++
		}
	}
	return leaks, notes
}

// BenchmarkWorstCases measures the pass over each of the programs, and what it takes for
// one of their functions.
func BenchmarkWorstCases(b *testing.B) {
	for _, bench := range worstCases() {
		b.Run(strings.ReplaceAll(bench.name, " ", "-"), func(b *testing.B) {
			w := world(b)
			u := w.Compile(b, "example.com/worst", bench.source())
			functions := strings.Count(u.Source, "\nfunc ") + strings.Count(u.Source, "func(")
			var r checktest.Outcome
			for b.Loop() {
				r = w.Analyze(b, secretleak.New(), u)
			}
			leaks, notes := count(r)
			b.ReportMetric(float64(leaks), "findings")
			b.ReportMetric(float64(notes), "notes")
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/float64(functions), "ms/function")
		})
	}
}
