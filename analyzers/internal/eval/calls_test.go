package eval_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

func TestFunctions(t *testing.T) {
	testBodies(t, []body{
		{"result", "func g() string { return \"a\" }\n---\nsink(g())", `"a"`},
		{"parameter as a result", "func g(s string) string { return s + \"b\" }\n---\nsink(g(p))", `<returned by g param0+"b">`},
		{"second result", "func g(s string) (int, string) { return 1, s }\n---\n_, s := g(p); sink(s)", `<returned by g param0>`},
		{"named result", "func g(s string) (t string, err error) { t = s; return }\n---\ns, _ := g(p); sink(s)", `<returned by g param0>`},
		{"result on several paths", "func g(s string) string { if s == \"\" { return \"a\" }; return s }\n---\nsink(g(p))", `<returned by g ("a"|param0)>`},
		{"field of a result", "func g(s string) *Config { return &Config{Host: s} }\n---\nsink(g(p).Host)", `<returned by g param0>`},
		{"called twice with different arguments", "func g(s string) string { return s }\n---\nsink(g(\"a\")); sink(g(\"b\"))", `"a"; "b"`},
		{"through each other", "func g(s string) string { return h(s) }\nfunc h(s string) string { return s }\n---\nsink(g(p))", `<returned by g <returned by h param0>>`},
		{"the same twice in a row", "func g(s string) string { return s }\n---\nsink(g(g(p)))", `<returned by g <returned by g param0>>`},
		{"recursion", "func g(s string, n int) string { if n == 0 { return s }; return g(s, n-1) }\n---\nsink(g(p, n))", `<returned by g param0>`},
		{"mutual recursion, one way in", "func g(s string, n int) string { if n == 0 { return s }; return h(s, n-1) }\nfunc h(s string, n int) string { return g(s, n) }\n---\nsink(g(p, n))", `<returned by g param0>`},
		{"mutual recursion, the other way in", "func g(s string, n int) string { if n == 0 { return s }; return h(s, n-1) }\nfunc h(s string, n int) string { return g(s, n) }\n---\nsink(h(p, n))", `<returned by h <returned by g param0>>`},
		{"variadic", "func g(all ...string) string { return all[0] }\n---\nsink(g(p, \"b\"))", `<returned by g (param0|"b")>`},
		{"generic", "func g[T any](x T) T { return x }\n---\nsink(g(p))", `<returned by g param0>`},
		{"generic over pointers", "func deref[T any](x *T, or T) T { if x == nil { return or }; return *x }\n---\nsink(deref(&p, \"a\"))", `<returned by deref ("a"|param0)>`},
		{"generic type", "type box[T any] struct{ x T }\nfunc (b *box[T]) get() T { return b.x }\n---\nb := &box[string]{p}; sink(b.get())", `<returned by get param0>`},
		{"method", "func (c *Config) host() string { return c.Host }\n---\nsink(q.host())", `<returned by host param1.Host>`},
		{"method of a value", "func (c Config) host() string { return c.Host }\n---\nc := Config{Host: p}; sink(c.host())", `<returned by host param0>`},
		{"promoted method", "func (c *Config) host() string { return c.Host }\n---\nw := &Wrapped{}; w.Host = p; sink(w.host())", `<returned by host param0>`},
		{"method value", "func (c *Config) host() string { return c.Host }\n---\nh := q.host; sink(h())", `<returned by host param1.Host>`},
		{"method expression", "func (c *Config) host() string { return c.Host }\n---\nsink((*Config).host(q))", `<returned by host param1.Host>`},
		{"interface", "type hoster interface{ host() string }\nfunc (c *Config) host() string { return c.Host }\ntype fixed struct{}\nfunc (fixed) host() string { return \"a\" }\n---\nvar h hoster = q; if some() { h = fixed{} }; sink(h.host())", `(<returned by host param1.Host>|"a")`},
		{"interface of which the type is known", "type hoster interface{ host() string }\nfunc (c *Config) host() string { return c.Host }\ntype fixed struct{}\nfunc (fixed) host() string { return \"a\" }\n---\nsink(hoster(q).host())", `<returned by host param1.Host>`},
		{"package variable of function type", "var g = func(s string) string { return s }\n---\nsink(g(p))", `<returned by init$1 param0>`},
		{"defer that sets a result", "func g(s string) (t string) { defer func() { t = s }(); return \"a\" }\n---\nsink(g(p))", `<returned by g ("a"|param0)>`},
	})
}

func TestMemory(t *testing.T) {
	testBodies(t, []body{
		{"setter", "func (c *Config) set(s string) { c.Host = s }\n---\nc := &Config{}; c.set(p); sink(c.Host)", `<stored by set param0>`},
		{"setter that returns its receiver", "func (c *Config) with(s string) *Config { c.Host = s; return c }\n---\nsink((&Config{}).with(p).Host)", `<returned by with param0>`},
		{"out-parameter", "func fill(c *Config, s string) { c.Host = s }\n---\nvar c Config; fill(&c, p); sink(c.Host)", `<stored by fill param0>`},
		{"out-parameter of a pointer", "func fill(t *string, s string) { *t = s }\n---\nvar t string; fill(&t, p); sink(t)", `<stored by fill param0>`},
		{"out-parameter of a slice", "func fill(t []string, s string) { t[0] = s }\n---\nt := make([]string, 1); fill(t, p); sink(t[0])", `<stored by fill param0>`},
		{"out-parameter of a map", "func fill(m map[string]string, s string) { m[\"A\"] = s }\n---\nm := map[string]string{}; fill(m, p); sink(m[\"A\"])", `<stored by fill param0>`},
		{"out-parameter through another function", "func fill(c *Config, s string) { c.Host = s }\nfunc outer(c *Config, s string) { fill(c, s) }\n---\nvar c Config; outer(&c, p); sink(c.Host)", `<stored by outer <stored by fill param0>>`},
		{"closure sets a variable", `s := "a"; func() { s = p }(); sink(s)`, `("a"|param0)`},
		{"closure reads a variable", `s := p; func() { sink(s) }()`, `param0`},
		{"closure with a parameter", `g := func(s string) string { return s + p }; sink(g("a"))`, `<returned by f$1 "a"+param0>`},
		{"closure that is returned", "func g(s string) func() string { return func() string { return s } }\n---\nh := g(p); sink(h())", `<returned by g <returned by g$1 param0>>`},
		{"deferred", `s := "a"; defer func() { sink(s) }(); s = p`, `("a"|param0)`},
		{"goroutine", `c := make(chan string); go func() { c <- p }(); sink(<-c)`, `param0`},
		{"functional options", "type option func(*Config)\nfunc host(s string) option { return func(c *Config) { c.Host = s } }\nfunc build(opts ...option) *Config { c := &Config{Host: \"a\"}; for _, o := range opts { o(c) }; return c }\n---\nsink(build(host(p)).Host)", `<returned by build ("a"|<stored in field Host param0>)>`},
		{"json", `b, _ := json.Marshal(q.Host); var c Config; json.Unmarshal(b, &c); sink(c.Password)`, `json.Unmarshal(json.Marshal(param1.Host))`},
		{"package variable", "var v = \"a\"\n---\nsink(v)", `"a"`},
		{"package variable that is set elsewhere", "var v string\nfunc init() { v = \"a\" }\n---\nsink(v)", `"a"`},
		{"field of a package variable", "var v = Config{Host: \"a\"}\n---\nsink(v.Host)", `"a"`},
		{"package variable of maps", "var v = map[string]string{\"A\": \"a\"}\n---\nsink(v[\"A\"])", `<kept in a map "a">`},
		{"table of structs", "var v = []struct{ k, s string }{{\"A\", \"a\"}, {\"B\", \"b\"}}\n---\nfor _, e := range v { sink(e.k) }", `("A"|"B")`},
		{"sync.OnceValue", "var v = sync.OnceValue(func() string { return os.Getenv(\"A\") })\n---\nsink(v())", `<returned by init$1 env("A")>`},
	})
}

func TestSources(t *testing.T) {
	testBodies(t, []body{
		{"variable", `sink(os.Getenv("A"))`, `env("A")`},
		{"variable by a parameter", `sink(os.Getenv("APP_" + p))`, `env("APP_"+param0)`},
		{"variable that may be there", `s, ok := os.LookupEnv("A"); if ok { sink(s) }`, `env("A")`},
		{"wrapper", "func get(k, or string) string { if v, ok := os.LookupEnv(k); ok { return v }; return or }\n---\nsink(get(\"A\", \"a\"))", `<returned by get (env("A")|"a")>`},
		{"function that is a variable", `g := os.Getenv; sink(g("A"))`, `env("A")`},
		{"environment", `for _, kv := range os.Environ() { sink(kv) }`, `env()`},
		{"secret", `out, _ := client.GetSecretValue(ctx, nil); sink(*out.SecretString)`, `secret(secretsmanager.GetSecretValue)`},
		{"not the secret", `out, _ := client.GetSecretValue(ctx, nil); sink(*out.ARN)`, `?github.com/aws/aws-sdk-go-v2/service/secretsmanager.Client.GetSecretValue`},
		{"secret by a helper", "func get() (string, error) { out, err := client.GetSecretValue(ctx, nil); if err != nil { return \"\", err }; return aws.ToString(out.SecretString), nil }\n---\ns, _ := get(); sink(s)", `<returned by get (""|secret(secretsmanager.GetSecretValue))>`},
		{"part of a secret", `out, _ := client.GetSecretValue(ctx, nil); var m map[string]string; json.Unmarshal([]byte(*out.SecretString), &m); sink(m["A"])`, `json.Unmarshal(secret(secretsmanager.GetSecretValue))`},
	})
}

const lower = `package lower

import "os"

type Settings struct{ Host, Password string }

func Get(k, or string) string {
	if v := os.Getenv(k); v != "" {
		return v
	}
	return or
}

func Load() (*Settings, error) {
	return &Settings{Host: "localhost", Password: os.Getenv("DB_PASSWORD")}, nil
}

func Fill(s *Settings) { s.Password = os.Getenv("DB_PASSWORD") }

func Entry(name, val string) string { return name + "=" + val }

func Fixed() string { return "hidden" }

func (s *Settings) Env() map[string]string { return map[string]string{"PGPASSWORD": s.Password} }
`

const middle = `package middle

import "example.com/lower"

type Loader interface{ Env() map[string]string }

func Load() *lower.Settings {
	s, err := lower.Load()
	if err != nil {
		return nil
	}
	return s
}

func Get(k string) string { return lower.Get(k, "none") }
`

// TestFacts has three packages in a row, each of which knows the one before by
// export data and by facts that were gobs in between.
func TestFacts(t *testing.T) {
	for _, b := range []body{
		{"wrapper", `sink(lower.Get("A", p))`, `<returned by lower.Get (env("A")|param0)>`},
		{"wrapper of a wrapper", `sink(middle.Get("A"))`, `<returned by middle.Get <returned by lower.Get (env("A")|?constant)>>`},
		{"field of a result", `s, _ := lower.Load(); sink(s.Password)`, `<returned by lower.Load env("DB_PASSWORD")>`},
		{"field that says nothing", `s, _ := lower.Load(); sink(s.Host)`, `?`},
		{"field of a result of another package's type", `sink(middle.Load().Password)`, `<returned by middle.Load <returned by lower.Load env("DB_PASSWORD")>>`},
		{"out-parameter", `var s lower.Settings; lower.Fill(&s); sink(s.Password)`, `<stored by lower.Fill env("DB_PASSWORD")>`},
		{"string made of arguments", `sink(lower.Entry("A", p))`, `<returned by lower.Entry "A="+param0>`},
		{"constant", `sink(lower.Fixed())`, `?example.com/lower.Fixed`},
		{"map made of a receiver", `s := &lower.Settings{Password: p}; for k, v := range s.Env() { sink(k); sink(v) }`, `"PGPASSWORD"; <returned by lower.Env <kept in a map param0>>`},
		{"method through an interface", `var l middle.Loader = &lower.Settings{Password: p}; if some() { l = nil }; for k := range l.Env() { sink(k) }`, `"PGPASSWORD"`},
	} {
		t.Run(b.name, func(t *testing.T) {
			w := checktest.NewWorld(t, checktest.Environment)
			w.Add(t, asker, "example.com/lower", lower)
			w.Add(t, asker, "example.com/middle", middle)
			_, r := w.Add(t, asker, "example.com/p", `package p

import (
	"example.com/lower"
	"example.com/middle"
)

func sink(string) {}

func some() bool

func f(p string) {
	`+b.body+`
}
`)
			if got := asked(r); got != b.want {
				t.Errorf("got  %s\nwant %s", got, b.want)
			}
		})
	}
}
