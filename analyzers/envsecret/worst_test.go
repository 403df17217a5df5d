package envsecret_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// maxTime is what one package may take, with room for a busy machine.
const maxTime = 20 * time.Second

// worst are programs made to be slow: each grows one thing that the engine loops
// over, further than people do.
var worst = map[string]func() string{
	"phis": func() string {
		return around(`s := "a"`+repeat(2000, `
	if n == %[1]d {
		s = p + "%[1]d"
	}`)) + "\n" + "func use(s string) { os.Setenv(s, s) }\n"
	},
	"nested phis": func() string {
		return around(`s := "a"` + strings.Repeat("\nif some() {\ns += p\n", 400) + strings.Repeat("}\ns += p\n", 400) + "os.Setenv(\"DB_PASSWORD\", s)")
	},
	"phis of phis": func() string {
		return around(`a, b := "a", p` + repeat(1000, `
	if n == %[1]d {
		a, b = b, a
	} else {
		a = a + b
	}`) + "\nos.Setenv(a, b)")
	},
	"nested loops": func() string {
		return around(`s := "a"` + repeat(60, "\nfor range n {\nif n == %d { continue }\ns += p\n") + "os.Setenv(\"DB_PASSWORD\", s)\n" + strings.Repeat("}\n", 60))
	},
	"puts": func() string {
		return around(repeat(10000, "os.Setenv(\"DB_PASSWORD_%d\", p)\n"))
	},
	"puts of what is fetched": func() string {
		return around("out, _ := client.GetSecretValue(ctx, nil)\n" + repeat(3000, "os.Setenv(\"A%d\", *out.SecretString)\n"))
	},
	"reads": func() string {
		return around(repeat(5000, "fmt.Println(os.Getenv(\"DB_PASSWORD_%d\"))\n"))
	},
	"reads into one variable": func() string {
		return around("s := \"\"\n" + repeat(2000, "if n == %[1]d { s = os.Getenv(\"DB_PASSWORD_%[1]d\") }\n") + "fmt.Println(s)")
	},
	"reads into one field": func() string {
		return "type holder struct{ s string }\n" + around("h := &holder{}\n"+repeat(400, "if n == %[1]d { h.s = os.Getenv(\"DB_PASSWORD_%[1]d\") }\nfmt.Println(h.s)\n"))
	},
	"reads into the fields of a struct": func() string {
		return "type holder struct {\n" + repeat(1000, "s%d string\n") + "}\n" +
			around("h := &holder{\n"+repeat(1000, "s%[1]d: os.Getenv(\"DB_PASSWORD_%[1]d\"),\n")+"}\n"+repeat(1000, "fmt.Println(h.s%d)\n"))
	},
	"reads by a wrapper": func() string {
		return "func get(k, or string) string {\nif v := os.Getenv(k); v != \"\" {\nreturn v\n}\nreturn or\n}\n" +
			around(repeat(2000, "fmt.Println(get(\"DB_PASSWORD_%d\", p))\n"))
	},
	"map": func() string {
		return around("m := map[string]string{\n" + repeat(5000, "\"DB_PASSWORD_%d\": p,\n") + "}\nfor k, v := range m { os.Setenv(k, v) }\nos.Setenv(\"A\", m[\"A\"])")
	},
	"map that is asked often": func() string {
		return around("m := map[string]string{\n" + repeat(500, "\"DB_PASSWORD_%d\": p,\n") + "}\n" + repeat(500, "os.Setenv(\"A%[1]d\", m[\"DB_PASSWORD_%[1]d\"])\n"))
	},
	"map of the package": func() string {
		return "var m = map[string]string{\n" + repeat(5000, "\"DB_PASSWORD_%[1]d\": \"hunter%[1]d\",\n") + "}\n" + around("for k, v := range m { os.Setenv(k, v) }")
	},
	"list": func() string {
		return around("cmd := exec.Command(\"a\")\ncmd.Env = []string{\n" + repeat(5000, "\"DB_PASSWORD_%d=\" + p,\n") + "}\n")
	},
	"list that grows": func() string {
		return around("cmd := exec.Command(\"a\")\n" + repeat(1000, "cmd.Env = append(cmd.Env, \"DB_PASSWORD_%d=\" + p)\n"))
	},
	"local list that grows": func() string {
		return around("var env []string\n" + repeat(1000, "env = append(env, \"DB_PASSWORD_%d=\" + p)\n") + "cmd := exec.Command(\"a\")\ncmd.Env = env\n")
	},
	"structs in structs": func() string {
		return repeat(200, "type t%[1]d struct { next *t%[2]d; s string }\n") + "type t200 struct { s string }\n" +
			around("x := &t200{s: p}\n"+"y200 := x\n"+down(200, "y%[1]d := &t%[1]d{next: y%[2]d}\n")+"os.Setenv(\"A\", y0"+strings.Repeat(".next", 200)+".s)")
	},
	"long chain of one type": func() string {
		return "type list struct { next *list; s string }\n" + around("x0 := &list{s: p}\n"+repeat(2000, "x%[2]d := &list{next: x%[1]d}\n")+"os.Setenv(\"A\", x2000"+strings.Repeat(".next", 2000)+".s)")
	},
	"linked list in a loop": func() string {
		return "type list struct { next *list; s string }\n" + around("x := &list{s: p}\n"+repeat(300, "if some() { x = &list{next: x, s: x.s + \"%d\"} }\nx.next.next = x\n")+"os.Setenv(\"A\", x.next.next.s)")
	},
	"switch": func() string {
		return around("var s string\nswitch n {\n" + repeat(3000, "case %[1]d:\ns = \"s%[1]d\"\n") + "}\n" + repeat(300, "os.Setenv(s, p + \"%d\")\n"))
	},
	"switch in a loop": func() string {
		return around("s := p\nfor {\nswitch n {\n" + repeat(300, "case %[1]d:\ns = s + \"s%[1]d\"\nos.Setenv(s, s)\n") + "}\n}\n")
	},
	"one value through many functions": func() string {
		return around("g0(p)") + repeat(1000, "func g%[1]d(s string) { g%[2]d(s) }\n") + "func g1000(s string) { os.Setenv(\"DB_PASSWORD\", s) }\n"
	},
	"one value out of many functions": func() string {
		return around("os.Setenv(\"A\", g0())") + repeat(1000, "func g%[1]d() string { return g%[2]d() }\n") + "func g1000() string { return os.Getenv(\"DB_PASSWORD\") }\n"
	},
	"each function twice": func() string {
		return around("os.Setenv(\"A\", g0(p))") + repeat(60, "func g%[1]d(s string) string { return g%[2]d(s) + g%[2]d(s + \"x\") }\n") + "func g60(s string) string { return s }\n"
	},
	"mutual recursion": func() string {
		return around("r0(p, n)") + repeat(200, "func r%[1]d(s string, n int) string { if n > 0 { return r%[2]d(s, n-1) }; os.Setenv(s, s); return r0(s, n-1) }\n") +
			"func r200(s string, n int) string { return r0(s, n) + r100(s, n) }\n"
	},
	"everything calls everything": func() string {
		var b strings.Builder
		for i := range 40 {
			fmt.Fprintf(&b, "func a%d(k, s string, n int) string {\n", i)
			for j := range 40 {
				fmt.Fprintf(&b, "if n > %d { return a%d(k, s + \"x\", n-1) }\n", j, j)
			}
			b.WriteString("os.Setenv(k, s)\nreturn os.Getenv(k)\n}\n")
		}
		return around("fmt.Println(a0(\"DB_PASSWORD\", p, n))") + b.String()
	},
	"one interface, many methods": func() string {
		return "type getter interface{ get(string) string }\n" +
			repeat(60, "type t%[1]d struct{ s string }\nfunc (t *t%[1]d) get(k string) string { return os.Getenv(k) + t.s }\n") +
			around("var g getter\n"+repeat(60, "if n == %[1]d { g = &t%[1]d{p} }\nos.Setenv(g.get(\"DB_PASSWORD\"), g.get(p))\n"))
	},
	"nested closures": func() string {
		return around(strings.Repeat("func() {\n", 200) + "os.Setenv(\"DB_PASSWORD\", p)\n" + strings.Repeat("}()\n", 200))
	},
	"closures that store": func() string {
		return around("s := \"a\"\n" + repeat(300, "func() { if n == %[1]d { s += p } }()\nos.Setenv(\"A\", s)\n"))
	},
	"one variable of the package": func() string {
		return "var v string\n" + repeat(1000, "func s%[1]d(p string) { v = p + \"%[1]d\" }\nfunc g%[1]d() { os.Setenv(\"DB_PASSWORD_%[1]d\", v) }\n")
	},
	"long strings": func() string {
		return around("s := p\n" + repeat(3000, "s += \"a%d\" + p\n") + "os.Setenv(\"DB_PASSWORD\", s)")
	},
	"one builder": func() string {
		return around("var b strings.Builder\n" + repeat(1000, "b.WriteString(\"a%d\" + p)\n") + repeat(100, "os.Setenv(\"DB_PASSWORD_%d\", b.String())\n"))
	},
	"entries of the environment": func() string {
		return around("for _, kv := range os.Environ() {\nk, v, _ := strings.Cut(kv, \"=\")\n" + repeat(1000, "if k == \"DB_PASSWORD_%d\" { fmt.Println(v) }\n") + "}")
	},
	"deployed variables": func() string {
		return around("e := &lambdatypes.Environment{Variables: map[string]string{}}\n" + repeat(2000, "e.Variables[\"DB_PASSWORD_%d\"] = p\n"))
	},
	"deployed pairs": func() string {
		return around("_ = []ecstypes.KeyValuePair{\n" + repeat(2000, "{Name: aws.String(\"DB_PASSWORD_%d\"), Value: aws.String(p)},\n") + "}")
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

func down(n int, format string) string {
	var b strings.Builder
	for i := n - 1; i >= 0; i-- {
		fmt.Fprintf(&b, format+"%[3]s", i, i+1, "")
	}
	return b.String()
}

const worstHead = `package worst

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	ecstypes "github.com/aws/aws-sdk-go-v2/service/ecs/types"
	lambdatypes "github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

func some() bool

`

// around puts statements into a function that has something to put.
func around(body string) string {
	return "func f(ctx context.Context, client *secretsmanager.Client, p string, n int) {\n" + body + "\n}\n"
}

func TestWorstCases(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds, and much longer under the race detector")
	}
	for name, source := range worst {
		t.Run(name, func(t *testing.T) {
			a := envsecret.New()
			w := checktest.NewWorld(t, checktest.Environment)
			u := w.Compile(t, "example.com/worst", worstHead+source())
			start := time.Now()
			r := w.AnalyzeWithin(t, a, u, maxTime)
			t.Logf("%v, %d findings", time.Since(start).Round(time.Millisecond), len(r.Diagnostics))
			if failed := r.InternalErrors(); len(failed) > 0 {
				t.Error(failed)
			}
		})
	}
}
