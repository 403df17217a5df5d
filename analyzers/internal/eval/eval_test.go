package eval_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
)

// asker reports what the arguments of calls of sink can be.
var asker = &analysis.Analyzer{
	Name:     "asker",
	Doc:      "say what the arguments of sink can be",
	Requires: []*analysis.Analyzer{eval.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		return nil, pass.ResultOf[eval.Analyzer].(*eval.Shared).With(func(e *eval.Engine) {
			for _, fn := range e.Functions() {
				for _, b := range fn.Blocks {
					ask(pass, e, b)
				}
			}
		})
	},
}

func ask(pass *analysis.Pass, e *eval.Engine, b *ssa.BasicBlock) {
	for _, instr := range b.Instrs {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if fn := call.Common().StaticCallee(); fn != nil && fn.Name() == "sink" {
			pass.Report(analysis.Diagnostic{Pos: call.Pos(), Message: checktest.Show(e.Value(call.Common().Args[0], instr))})
		}
	}
}

const head = `package p

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

func sink(string) {}

func some() bool

func other() string

type Config struct {
	Host, Password string
	DB             *Config
	Env            map[string]string
}

type Wrapped struct {
	Config
	next *Wrapped
}

var (
	ctx    context.Context
	client *secretsmanager.Client
)

`

// values returns what there is to say of the calls of sink, in order.
func values(t *testing.T, source string) string {
	t.Helper()
	w := checktest.NewWorld(t, checktest.Environment)
	u := w.Compile(t, "example.com/p", head+source)
	return asked(w.Analyze(t, asker, u))
}

func asked(r checktest.Outcome) string {
	var all []string
	for _, d := range r.Diagnostics {
		all = append(all, d.Message)
	}
	return strings.Join(all, "; ")
}

// A body is the body of a function with the parameters p, q and n, and what its sink
// gets.
type body struct{ name, body, want string }

func testBodies(t *testing.T, bodies []body) {
	t.Helper()
	for _, b := range bodies {
		t.Run(b.name, func(t *testing.T) {
			declarations, statements, found := strings.Cut(b.body, "\n---\n")
			if !found {
				declarations, statements = "", b.body
			}
			source := declarations + "\nfunc f(p string, q *Config, n int) {\n" + statements + "\n}\n"
			if got := values(t, source); got != b.want {
				t.Errorf("got  %s\nwant %s\n%s", got, b.want, source)
			}
		})
	}
}

func TestStrings(t *testing.T) {
	testBodies(t, []body{
		{"constant", `sink("a")`, `"a"`},
		{"folded", `const a = "a"; sink(a + "b")`, `"ab"`},
		{"parameter", `sink(p)`, `param0`},
		{"concatenation", `sink("a" + p + "b")`, `"a"+param0+"b"`},
		{"appended to", `s := "a"; s += p; s += "b"; sink(s)`, `"a"+param0+"b"`},
		{"slice of a string", `sink(p[1:])`, `param0`},
		{"bytes and back", `sink(string([]byte(p)))`, `param0`},
		{"named type", "type name string\n---\nsink(string(name(p)))", `param0`},
		{"Sprintf", `sink(fmt.Sprintf("%s:%s@%%%5d", p, "b", n))`, `param0+":b@%"+param2`},
		{"Sprintf with a format that is not known", `sink(fmt.Sprintf(p, q.Host))`, `fmt.Sprintf((param1.Host|param0))`},
		{"Sprintf with too few arguments", `sink(fmt.Sprintf("%s-%s", p))`, `param0+"-"+param0`},
		{"Sprintf of a spread slice", `sink(fmt.Sprintf("%s=", append([]any{}, p)...))`, `param0+"="`},
		{"Sprintf of a width", `sink(fmt.Sprintf("%*d|%s", n, 7, p))`, `"7|"+param0`},
		{"Sprintf of a type", `sink(fmt.Sprintf("%T", p))`, `?`},
		{"Sprintf that ends in a percent sign", `sink(fmt.Sprintf("a%"))`, `"a"`},
		{"Sprint", `sink(fmt.Sprint("a", p))`, `"a"+param0`},
		{"Join", `sink(strings.Join([]string{"a", p}, "="))`, `"a="+param0`},
		{"Join of what is not known one by one", `sink(strings.Join(append([]string{"a"}, p), ","))`, `strings.Join(("a"|param0))`},
		{"Builder", `var b strings.Builder; b.WriteString("a"); b.WriteString(p); sink(b.String())`, `strings.Builder.String((strings.Builder.WriteString("a")|strings.Builder.WriteString(param0)))`},
		{"trimmed", `sink(strings.TrimSpace(strings.ToUpper(p)))`, `param0`},
		{"replaced", `sink(strings.Replace(p, "a", "b", 1))`, `strings.Replace(param0)`},
		{"Expand", `sink(os.ExpandEnv("a${A}$B"))`, `env("A")+env("B")`},
		{"Expand by somebody's own", `sink(os.Expand("${A}", func(string) string { return p }))`, `os.Expand(("${A}"|<returned by f$1 param0>))`},
		{"base64", `sink(base64.StdEncoding.EncodeToString([]byte(p)))`, `base64.Encoding.EncodeToString(param0)`},
		{"unknown", `sink(other())`, `?example.com/p.other`},
	})
}

func TestPaths(t *testing.T) {
	testBodies(t, []body{
		{"branches", `s := "a"; if some() { s = p }; sink(s)`, `("a"|param0)`},
		{"branches that all assign", `s := "x"; if some() { s = "a" } else { s = "b" }; sink(s)`, `("a"|"b")`},
		{"switch", `var s string; switch n { case 1: s = "a"; case 2: s = "b"; default: s = p }; sink(s)`, `("a"|"b"|param0)`},
		{"zero and something", `var s string; if some() { s = p }; sink(s)`, `(""|param0)`},
		{"loop", `s := "a"; for range n { s += "b" }; sink(s)`, `("a"|"ab")`},
		{"loop over what is known", `for _, s := range []string{"a", "b"} { sink(s) }`, `("a"|"b")`},
		{"overwritten", `s := "a"; s = p; sink(s)`, `param0`},
		{"overwritten in memory", `c := Config{Host: "a"}; c.Host = p; g := &c; sink(g.Host)`, `param0`},
		{"overwritten later", `c := &Config{Host: "a"}; sink(c.Host); c.Host = p`, `"a"`},
		{"overwritten on one path", `c := &Config{Host: "a"}; if some() { c.Host = p }; sink(c.Host)`, `("a"|param0)`},
		{"overwritten as a whole", `c := &Config{Host: "a"}; *c = Config{}; sink(c.Host)`, `zero`},
		{"in a loop, seen on the next turn", `c := &Config{}; for range n { sink(c.Host); c.Host = p }`, `param0`},
		{"made anew in each turn", `for range n { c := &Config{}; sink(c.Host); c.Host = p }`, `zero`},
		{"min", `sink(min(p, "a"))`, `(param0|"a")`},
		{"goto", "again:\nif n > 3 { sink(p) }\nn++\np = \"b\"\nif n < 9 { goto again }", `(param0|"b")`},
	})
}

func TestContainers(t *testing.T) {
	testBodies(t, []body{
		{"slice", `s := []string{"a", p}; sink(s[1])`, `param0`},
		{"array", `s := [2]string{"a", p}; sink(s[0])`, `("a"|param0)`},
		{"append", `s := []string{"a"}; s = append(s, p); sink(s[1])`, `("a"|param0)`},
		{"append of many", `s := append([]string{"a"}, []string{p, "b"}...); sink(s[0])`, `("a"|param0|"b")`},
		{"map by a key", `m := map[string]string{"A": "a", "B": p}; sink(m["B"])`, `<kept in a map param0>`},
		{"map by a key that is set later", `m := map[string]string{}; sink(m["B"]); m["B"] = p`, `zero`},
		{"map by a key that is not there", `m := map[string]string{"A": "a"}; sink(m["B"])`, `?`},
		{"map by a key that is not known", `m := map[string]string{"A": "a", "B": p}; sink(m[q.Host])`, `("a"|param0)`},
		{"map with keys that are not known", `m := map[string]string{"A": "a", q.Host: p}; sink(m["B"])`, `<kept in a map param0>`},
		{"keys of a map", `m := map[string]string{"A": "a", "B": p}; for k := range m { sink(k) }`, `("A"|"B")`},
		{"values of a map", `m := map[string]string{"A": "a", "B": p}; for _, v := range m { sink(v) }`, `("a"|param0)`},
		{"map of slices", `m := map[string][]string{"A": {p}}; sink(m["A"][0])`, `param0`},
		{"maps.Copy", `m := map[string]string{}; maps.Copy(m, map[string]string{"A": p}); sink(m["A"])`, `<kept in a map param0>`},
		{"slices.Clone", `sink(slices.Clone([]string{p})[0])`, `param0`},
		{"slices.Concat", `sink(slices.Concat([]string{p}, []string{"a"})[0])`, `(param0|"a")`},
		{"channel", `c := make(chan string, 1); c <- p; sink(<-c)`, `param0`},
		{"channel that is ranged over", `c := make(chan string, 1); c <- p; close(c); for s := range c { sink(s) }`, `param0`},
		{"select", `a, b := make(chan int), make(chan string, 1); b <- p; select { case <-a: case s := <-b: sink(s) }`, `param0`},
		{"structs in a slice", `s := []Config{{Host: "a"}, {Host: p}}; for _, c := range s { sink(c.Host) }`, `("a"|param0)`},
		{"pointers in a map", `m := map[string]*Config{"A": {Host: p}}; sink(m["A"].Host)`, `param0`},
		{"copied by an index", `s := make([]string, 1); t := []string{p}; for i := range t { s[i] = t[i] }; sink(s[0])`, `param0`},
		{"copy", `s := make([]string, 1); copy(s, []string{p}); sink(s[0])`, `param0`},
	})
}

func TestStructs(t *testing.T) {
	testBodies(t, []body{
		{"field", `c := Config{Host: "a", Password: p}; sink(c.Password)`, `param0`},
		{"field of a parameter", `sink(q.DB.Password)`, `param1.DB.Password`},
		{"copy of a struct", `c := Config{Host: p}; d := c; c.Host = "a"; sink(d.Host)`, `param0`},
		{"copy by a pointer", `c := Config{Host: p}; d := *(&c); sink(d.Host)`, `param0`},
		{"alias of a struct", `c := &Config{Host: "a"}; d := c; d.Host = p; sink(c.Host)`, `param0`},
		{"nested", `c := Config{DB: &Config{Host: p}}; sink(c.DB.Host)`, `param0`},
		{"embedded", `w := Wrapped{Config: Config{Host: p}}; sink(w.Host)`, `param0`},
		{"embedded, set later", `var w Wrapped; w.Host = p; sink(w.Config.Host)`, `param0`},
		{"list of structs that refer to each other", `w := &Wrapped{}; w.next = w; w.Host = p; sink(w.next.next.Host)`, `param0`},
		{"changed after a pointer to it was stored", `c := &Config{}; w := &Config{DB: c}; c.Host = p; sink(w.DB.Host)`, `param0`},
		{"copied before it is changed", `c := Config{}; w := Wrapped{Config: c}; c.Host = p; sink(w.Config.Host)`, `zero`},
		{"map that is filled after it was stored", `m := map[string]string{}; c := &Config{Env: m}; m["A"] = p; sink(c.Env["A"])`, `param0`},
		{"map in a struct", `c := Config{Env: map[string]string{"A": p}}; sink(c.Env["A"])`, `<kept in a map param0>`},
		{"struct without a name", `c := struct{ s string }{p}; sink(c.s)`, `param0`},
		{"array in a struct", `var c struct{ a [2]string }; c.a[0] = p; sink(c.a[0])`, `param0`},
		{"pointer to a field", `c := &Config{}; h := &c.Host; *h = p; sink(c.Host)`, `param0`},
		{"pointer to a variable", `s := "a"; t := &s; *t = p; sink(s)`, `param0`},
		{"in an interface", `var x any = Config{Host: p}; sink(x.(Config).Host)`, `param0`},
		{"in an interface, asked for", `var x any = p; if s, ok := x.(string); ok { sink(s) }`, `param0`},
		{"in an interface, by a switch", `var x any = p; switch s := x.(type) { case string: sink(s) }`, `param0`},
	})
}
