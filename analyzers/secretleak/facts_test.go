package secretleak_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// TestFactCodec has every field set: gob says nothing of a field that it did not have to
// encode.
func TestFactCodec(t *testing.T) {
	v := &value.Value{Kind: value.Shown, Text: "fmt", Frame: value.Args, Index: 2, Path: ".P", Pos: 3, Parts: []*value.Value{{Kind: value.Param, Path: ".F"}}}
	checktest.FactCodec(t, &secretleak.Fact{Effects: []secretleak.Effect{{Category: "logged", To: 1, ToPath: ".w", Part: true, Listed: true, Val: v, Line: 3, End: "log.Print"}}})
}

func TestFactText(t *testing.T) {
	p := &value.Value{Kind: value.Param, Index: 1}
	f := &secretleak.Fact{Effects: []secretleak.Effect{
		{Category: "logged", Val: p}, {Category: "in-file", Val: &value.Value{Kind: value.Shown, Text: "json", Parts: []*value.Value{p}}},
		{To: 2, ToPath: ".w", Val: p},
	}}
	want := "param1 is logged; param1 is written to a file; param1 is written to param2.w"
	if got := f.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// audit shows what it is given in several ways.
const audit = `
type Entry struct {
	User  string
	Token string
	Note  *string
	Mute  string ` + "`json:\"-\"`" + `
}

type Masked struct{ Text string }

func (Masked) String() string { return "***" }

type Logger struct {
	W      io.Writer
	prefix string
}

func Log(msg string) { log.Print("audit: " + msg) }

func Logf(format string, args ...any) { log.Printf(format, args...) }

func Both(msg string) { Log(msg); fmt.Println(msg) }

func Plain(e Entry) { fmt.Printf("%+v", e) }

func JSON(e *Entry) { b, _ := json.Marshal(e); log.Print(string(b)) }

func User(e Entry) { log.Print(e.User) }

func To(w io.Writer, msg string) { fmt.Fprintln(w, msg) }

func (l *Logger) Print(msg string) { fmt.Fprintln(l.W, l.prefix+msg) }

func Save(path, msg string) error { return os.WriteFile(path, []byte(msg), 0o600) }

func Wrap(op, detail string) error { return fmt.Errorf("%s: %s", op, detail) }

func Each(all []string, show func(string)) {
	for _, s := range all {
		show(s)
	}
}

func Length(s string) { log.Print(len(s)) }

func Hash(s string) { log.Print(sha256.Sum256([]byte(s))) }

func Any(v any) { fmt.Println(v) }

func Get(u string) { http.Get("https://host/?k=" + u) }
`

// audits are in a package between: what is known of audit passes through.
const middle = `package middle

import "example.com/audit"

type Sink interface{ Print(string) }

func Log(s string) { audit.Log("middle: " + s) }

func Send(s Sink, text string) { s.Print(text) }
`

// TestFacts has three packages in a row, each of which knows the one before by export
// data and by facts that were gobs in between.
func TestFacts(t *testing.T) {
	const response = "in-response: secret from secretsmanager.GetSecretValue is sent in a response"
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"logged", `audit.Log(s)`, one(logged)},
		{"something else is", `audit.Log(p)`, nil},
		{"by a format", `audit.Logf("%s", s)`, one(logged)},
		{"type by a format", `audit.Logf("%T", p)`, nil},
		{"two ways", `audit.Both(s)`, []string{logged, printed}},
		{"through two", `middle.Log(s)`, one(logged)},
		{"field that fmt shows", `audit.Plain(audit.Entry{Token: s})`, one(printed)},
		{"field of which fmt shows the address", `audit.Plain(audit.Entry{Note: &s})`, nil},
		{"field that JSON shows", `audit.JSON(&audit.Entry{Note: &s})`, one(logged)},
		{"field that JSON leaves out", `audit.JSON(&audit.Entry{Mute: s})`, nil},
		{"another field", `audit.User(audit.Entry{Token: s})`, nil},
		{"that field", `audit.User(audit.Entry{User: s})`, one(logged)},
		{"standard output", `audit.To(os.Stdout, s)`, one(printed)},
		{"buffer", `audit.To(&bytes.Buffer{}, s)`, nil},
		{"response", "func h(w http.ResponseWriter, s string) { audit.To(w, s) }\n---\nh(nil, s)", one(response)},
		{"what a field is", `(&audit.Logger{W: os.Stdout}).Print(s)`, one(printed)},
		{"what a field is, a buffer", `(&audit.Logger{W: &bytes.Buffer{}}).Print(s)`, nil},
		{"through an interface", "var sink middle.Sink\n---\nsink.Print(s)", nil},
		{"file", `audit.Save(p, s)`, one("in-file: secret from secretsmanager.GetSecretValue is written to a file")},
		{"name of a file", `audit.Save(s, p)`, nil},
		{"error", `if err := audit.Wrap("a", s); err != nil { panic(err) }`, one("in-error: secret from secretsmanager.GetSecretValue becomes part of an error")},
		{"callback", `audit.Each([]string{s}, func(s string) { log.Print(s) })`, one(logged)},
		{"callback with something else", `audit.Each([]string{p}, func(s string) { log.Print(s) })`, nil},
		{"named callback", "func show(s string) { log.Print(s) }\n---\naudit.Each([]string{s}, show)", one(logged)},
		{"length", `audit.Length(s)`, nil},
		{"hash", `audit.Hash(s)`, nil},
		{"in an interface", `audit.Any(s)`, one(printed)},
		{"in an interface, an address", `audit.Any(&s)`, nil},
		{"in an interface, masked", `audit.Any(audit.Masked{s})`, nil},
		{"query", `audit.Get(s)`, one("in-url: secret from secretsmanager.GetSecretValue becomes part of a URL")},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, w := secretleak.New(), world(t)
			w.Add(t, a, "example.com/audit", program("example.com/audit", audit, ""))
			w.Add(t, a, "example.com/middle", middle)
			source := body{test.name, test.body, nil}.program("example.com/p")
			source = strings.Replace(source, "import (\n", "import (\n\t\"example.com/audit\"\n\t\"example.com/middle\"\n", 1)
			_, r := w.Add(t, a, "example.com/p", source)
			if diff := cmp.Diff(test.want, found(r.Diagnostics)); diff != "" {
				t.Errorf("findings (-want +got):\n%s%s", diff, test.body)
			}
		})
	}
}

// factsOf returns the facts that a package left, by function.
func factsOf(t *testing.T, source string) map[string]*secretleak.Fact {
	t.Helper()
	_, _, r := analyze(t, source)
	facts := map[string]*secretleak.Fact{}
	for _, f := range r.Facts.Objects() {
		if fact, ok := f.Fact.(*secretleak.Fact); ok {
			facts[f.Object.Name()] = fact
		}
	}
	return facts
}

// TestWhatHasFacts: only those have one whose callers decide.
func TestWhatHasFacts(t *testing.T) {
	facts := factsOf(t, program("example.com/audit", audit+`
func Own(client *secretsmanager.Client) { log.Print(fetch(client)) }
func Fixed(s string) { log.Print("a") }
func hidden(s string) { log.Print(s) }
`, ""))
	var got []string
	for name, f := range facts {
		got = append(got, name+": "+f.String())
	}
	slices.Sort(got)
	want := []string{
		"Any: param0 is printed",
		"Both: param0 is printed; ?constant+param0 is logged",
		"Get: ?constant+param0 becomes part of a URL",
		"JSON: param0 is logged",
		"Log: ?constant+param0 is logged",
		"Logf: param1[] is logged; param0 is logged",
		"Plain: param0 is printed",
		"Print: param0.prefix+param1 is written to param0.W",
		"Save: param1 is written to a file",
		"To: param1 is written to param0",
		"User: param0.User is logged",
		"Wrap: param0 becomes part of an error; param1 becomes part of an error",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

// TestFactsAreBounded: whoever imports a package reads its facts, whatever it does.
func TestFactsAreBounded(t *testing.T) {
	const maxEffects, maxNodes, maxBytes = 12, 12 * 420, 40_000
	var params, ways, parts []string
	for i := range 100 {
		params = append(params, fmt.Sprintf("p%d string", i))
		ways = append(ways, fmt.Sprintf("log.Print(p%d)", i))
		parts = append(parts, fmt.Sprintf("p%d", i))
	}
	list := strings.Join(params, ", ")
	facts := factsOf(t, program("example.com/p", strings.Join([]string{
		"func Ways(" + list + ") {\n" + strings.Join(ways, "\n") + "\n}",
		"func Long(" + list + ") {\n" + strings.Repeat("log.Print("+strings.Join(parts, "+\"a\"+")+")\n", 30) + "}",
		"func Listed(" + list + ") {\n" + "log.Print([]string{" + strings.Join(append(parts[:100:100], parts...), ", ") + "})\n}",
		"func Deep(a, b string) {\n" + strings.Repeat("a, b = a + b, b + \"x\" + a\n", 40) + "log.Print(a)\n}",
	}, "\n\n"), ""))
	for _, name := range []string{"Ways", "Long", "Listed", "Deep"} {
		if facts[name] == nil {
			t.Errorf("nothing is known of %s", name)
		}
	}
	for name, f := range facts {
		var data bytes.Buffer
		if err := gob.NewEncoder(&data).Encode(f); err != nil {
			t.Fatal(err)
		}
		nodes := 0
		for _, e := range f.Effects {
			nodes += nodesOf(e.Val)
		}
		if len(f.Effects) > maxEffects || nodes > maxNodes || data.Len() > maxBytes {
			t.Errorf("%s: %d effects, %d nodes, %d bytes", name, len(f.Effects), nodes, data.Len())
		}
	}
}

func nodesOf(v *value.Value) int {
	n := 1
	for _, p := range v.Parts {
		n += nodesOf(p)
	}
	return n
}

// canaries are constants that nobody should read anywhere but in the source.
const canaries = `
const password = "c4n4ry1-hunter-correct-horse"

var table = map[string]string{"DB_PASSWORD": "c4n4ry2-hunter-Xq9", "PGPASSWORD": password}

var Shared = "c4n4ry3-hunter" + os.Getenv("DB_PASSWORD")

type Conf struct{ Host, Password string }

func (c Conf) String() string { return "c4n4ry4-hunter" + c.Password }

func Literal() { log.Print(password) }

func Given(s string) { log.Print("c4n4ry5-hunter", s, password+s) }

func Format(s string) { log.Printf("c4n4ry6-hunter %s "+password, s) }

func Either(s string) {
	if s == "" {
		s = "c4n4ry7-hunter"
	}
	fmt.Println(s)
}

func Struct(c Conf) { fmt.Printf("%+v %#v", Conf{"c4n4ry8-hunter", c.Password}, c) }

func Map(s string) { fmt.Println(map[string]string{"A": "c4n4ry9-hunter", "B": s}) }

func List(s string) { exec.Command("a", "c4n4rya-hunter", s) }

func Address(s string) { http.Get("https://app:c4n4ryb-hunter@host/?key=" + s) }

func Error(s string) error { return fmt.Errorf("c4n4ryc-hunter %s", s) }

func Write(w io.Writer, s string) { io_(w, "c4n4ryd-hunter"+s) }

func io_(w io.Writer, s string) { fmt.Fprint(w, s, "c4n4rye-hunter") }

func Joined(s string) { log.Print(strings.Join([]string{"c4n4ryf-hunter", s}, "c4n4ryg-hunter")) }

func Call(show func(string)) { show("c4n4ryh-hunter" + os.Getenv("DB_PASSWORD")) }

func Redacted(s string) { log.Print(strings.Replace(s, "c4n4ryi-hunter", "c4n4ryj-hunter", 1)) }

func Entry(m map[string]string, s string) { m["A"] = "c4n4ryk-hunter" + s; log.Print(m) }

func Panic(s string) { panic("c4n4ryl-hunter" + s) }

func Get() Conf { return Conf{Host: "c4n4rym-hunter", Password: os.Getenv("DB_PASSWORD")} }

func Leak(client *secretsmanager.Client) {
	s := fetch(client)
	Given(s + "c4n4ryn-hunter")
	Format("c4n4ryo-hunter" + s)
	Struct(Conf{"c4n4ryp-hunter", s})
	Map(s)
	fmt.Println(Conf{Host: "c4n4ryq-hunter", Password: s}, table["DB_PASSWORD"], os.Getenv("DB_PASSWORD")+"c4n4ryr-hunter")
	log.Printf("c4n4rys-hunter %s %s", s, "c4n4ryt-hunter")
	Panic(s)
}
`

// TestCanary: no constant of the source is in what a finding says, and in no fact.
func TestCanary(t *testing.T) {
	w := world(t)
	_, r := w.Add(t, secretleak.New(), "example.com/p", program("example.com/p", canaries, ""))
	var out strings.Builder
	for i, d := range r.Diagnostics {
		fmt.Fprintf(&out, "%s\n%+v\n", checktest.Text(w.Fset, d), r.Details()[i])
	}
	facts := map[string]int{}
	for _, f := range r.Facts.Objects() {
		facts[fmt.Sprintf("%T", f.Fact)]++
		if err := gob.NewEncoder(&out).Encode(f.Fact); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&out, f.Fact)
	}
	if len(r.Diagnostics) < 7 || facts["*secretleak.Fact"] < 12 || facts["*value.Func"] < 3 || facts["*value.Var"] < 1 {
		t.Errorf("only %d findings, and facts %v", len(r.Diagnostics), facts)
	}
	for _, text := range []string{"c4n4ry", "hunter"} {
		if i := strings.Index(out.String(), text); i >= 0 {
			t.Errorf("a constant of the source comes out: %q", out.String()[max(0, i-80):min(out.Len(), i+40)])
		}
	}
}

// TestEncodedFactsAreTheSame: a build cache keeps facts by their bytes.
func TestEncodedFactsAreTheSame(t *testing.T) {
	encode := func() []byte {
		var data bytes.Buffer
		w := world(t)
		u, r := w.Add(t, secretleak.New(), "example.com/audit", program("example.com/audit", audit, ""))
		for _, name := range u.Pkg.Scope().Names() {
			for _, f := range r.Facts.Objects() {
				if fact, ok := f.Fact.(*secretleak.Fact); ok && f.Object == u.Pkg.Scope().Lookup(name) {
					if err := gob.NewEncoder(&data).Encode(fact); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		return data.Bytes()
	}
	first := encode()
	if len(first) == 0 {
		t.Fatal("no facts")
	}
	for range 5 {
		if !bytes.Equal(first, encode()) {
			t.Fatal("two runs export other bytes")
		}
	}
}
