package eval_test

import "testing"

// TestFormats: which arguments a format shows, and how much of them.
func TestFormats(t *testing.T) {
	testBodies(t, []body{
		{"explicit index", `sink(fmt.Sprintf("%[2]s", p, q.Host))`, `param1.Host`},
		{"explicit index, and on from there", `sink(fmt.Sprintf("%[2]s%[1]s", p, q.Host))`, `param1.Host+param0`},
		{"after an explicit index", `sink(fmt.Sprintf("%[1]s-%s", p, q.Host))`, `param0+"-"+param1.Host`},
		{"index of nothing", `sink(fmt.Sprintf("%[3]s", p, "a"))`, `(param0|"a")`},
		{"few characters", `sink(fmt.Sprintf("%.3s", p))`, ``},
		{"more characters", `sink(fmt.Sprintf("%.5s", p))`, `param0`},
		{"few characters, and the next", `sink(fmt.Sprintf("%.3s|%s", p, q.Host))`, `"|"+param1.Host`},
		{"address", `sink(fmt.Sprintf("%p", q))`, `?`},
		{"quoted", `sink(fmt.Sprintf("%q%x", p, q.Host))`, `param0+param1.Host`},
	})
}

// TestGlimpses: a few characters of a text tell nothing of it.
func TestGlimpses(t *testing.T) {
	testBodies(t, []body{
		{"first four", `sink(p[:4])`, `?`},
		{"first five", `sink(p[:5])`, `param0`},
		{"four in between", `sink(p[2:6])`, `?`},
		{"last four", `sink(p[len(p)-4:])`, `?`},
		{"last five", `sink(p[len(p)-5:])`, `param0`},
		{"all but four", `sink(p[4:])`, `param0`},
		{"last of another's length", `sink(p[len(q.Host)-4:])`, `param0`},
		{"up to what is not known", `sink(p[:n])`, `param0`},
		{"from what is not known", `sink(p[n:4])`, `param0`},
	})
}

// TestAsserted: what an interface holds is known where it is made in view.
func TestAsserted(t *testing.T) {
	testBodies(t, []body{
		{"the same type", `var x any = p; sink(x.(string))`, `param0`},
		{"another type", `var x any = 1; s, _ := x.(string); sink(s)`, `?`},
		{"another type with text", "type name string\n---\nvar x any = name(p); s, _ := x.(string); sink(s)", `?`},
		{"an interface that it has", "type hoster interface{ host() string }\nfunc (c *Config) host() string { return c.Host }\n---\nvar x any = q; sink(x.(hoster).host())", `<returned by host param1.Host>`},
	})
}

// TestChannels: what is sent is received, by whichever statement.
func TestChannels(t *testing.T) {
	testBodies(t, []body{
		{"send", `c := make(chan string, 1); c <- p; sink(<-c)`, `param0`},
		{"send in a select", `c := make(chan string, 1); select { case c <- p: default: }; sink(<-c)`, `param0`},
		{"two sends", `c := make(chan string, 2); c <- p; c <- "a"; sink(<-c)`, `(param0|"a")`},
		{"sent by a goroutine", `c := make(chan string); go func() { c <- p }(); sink(<-c)`, `param0`},
		{"sent by a function", "func put(c chan string, s string) { c <- s }\n---\nc := make(chan string, 1); put(c, p); sink(<-c)", `<stored by put param0>`},
		{"struct", `c := make(chan Config, 1); c <- Config{Host: p}; d := <-c; sink(d.Host)`, `param0`},
		{"another channel", `c, d := make(chan string, 1), make(chan string, 1); c <- p; d <- "a"; sink(<-d)`, `"a"`},
	})
}

// TestFunctionValues: what a function returns that is a value, and what it is given.
func TestFunctionValues(t *testing.T) {
	testBodies(t, []body{
		{"parameter", "func g(h func(string) string, s string) string { return h(s) }\n---\nsink(g(func(s string) string { return s + \"b\" }, p))", `<returned by g <returned by f$1 param0+"b">>`},
		{"parameter that is ignored", "func g(h func(string) string, s string) string { return \"a\" }\n---\nsink(g(func(s string) string { return s }, p))", `"a"`},
		{"function that ignores its argument", "func g(h func(string) string, s string) string { return h(s) }\n---\nsink(g(func(string) string { return \"a\" }, p))", `"a"`},
		{"field", "type box struct{ fn func(string) string }\n---\nb := box{func(s string) string { return s }}; sink(b.fn(p))", `<returned by f$1 param0>`},
	})
}
