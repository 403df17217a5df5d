package secretleak_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// line returns the line of the source that a text is on, which has to be there once.
func line(t *testing.T, source, text string) int {
	t.Helper()
	if strings.Count(source, text) != 1 {
		t.Fatalf("%q is there %d times", text, strings.Count(source, text))
	}
	return 1 + strings.Count(source[:strings.Index(source, text)], "\n")
}

// TestWay: a finding shows where the secret is from, each step, and where it gets out.
func TestWay(t *testing.T) {
	for _, test := range []struct {
		name, declarations, body string
		at                       string   // what the finding is about
		lines                    []string // texts on the lines of the way, and what is said there
	}{
		{"directly", "", `log.Print(s) // here`, "log.Print(s)",
			[]string{"client.GetSecretValue(nil, nil): the secret is from secretsmanager.GetSecretValue"}},
		{"made into something", "", `log.Print("a" + s) // here`, `log.Print("a" + s)`,
			[]string{"client.GetSecretValue(nil, nil): the secret is from secretsmanager.GetSecretValue", `"a" + s: becomes part of a string`}},
		{"returned", "", "t := fetch(client) // there\nlog.Print(t) // here", "log.Print(t)",
			[]string{"client.GetSecretValue(nil, &: the secret is from secretsmanager.GetSecretValue", "// there: returned by fetch"}},
		{"handed on", "func show(t string) { log.Print(t) } // inside", `show(s) // here`, "show(s)",
			[]string{"client.GetSecretValue(nil, nil): the secret is from secretsmanager.GetSecretValue", "// inside: is logged in show"}},
		{"handed on twice", "func show(t string) { log.Print(t) } // inside\nfunc pass(t string) { show(\"x\" + t) } // between", `pass(s) // here`, "pass(s)",
			[]string{"client.GetSecretValue(nil, nil): the secret is from secretsmanager.GetSecretValue", "// between: becomes part of a string", "// between: on to pass", "// inside: is logged in show"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := program("example.com/p", test.declarations, test.body)
			w, u, r := analyze(t, source)
			if len(r.Diagnostics) != 1 {
				t.Fatalf("found %v, want one", found(r.Diagnostics))
			}
			d := r.Diagnostics[0]
			u.RequireInside(t, d)
			if got := source[w.Fset.Position(d.Pos).Offset:w.Fset.Position(d.End).Offset]; got != test.at {
				t.Errorf("it is about %q, want %q", got, test.at)
			}
			var got, want []string
			for _, step := range d.Related {
				got = append(got, strings.TrimSpace(strings.Split(source, "\n")[w.Fset.Position(step.Pos).Line-1])+": "+step.Message)
			}
			for _, s := range test.lines {
				text, message, _ := strings.Cut(s, ": ")
				want = append(want, strings.TrimSpace(strings.Split(source, "\n")[line(t, source, text)-1])+": "+message)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("way (-want +got):\n%s", diff)
			}
		})
	}
}

// TestConfidence: what is known by types and flow is certain, what a name or a field says
// is likely.
func TestConfidence(t *testing.T) {
	for _, test := range []struct {
		name, body string
		what       string
		want       rule.Confidence
	}{
		{"an answer of AWS's", `log.Print(s)`, "secretsmanager.GetSecretValue", rule.Certain},
		{"a variable's name", `log.Print(os.Getenv("DB_PASSWORD"))`, "environment variable DB_PASSWORD", rule.Likely},
		{"through a parameter", "func show(t string) { log.Print(t) }\n---\nshow(s)", "secretsmanager.GetSecretValue", rule.Certain},
		{"what a field holds", "type app struct{ key string }\nfunc (a *app) Show() { log.Print(a.key) }\n---\nleft = &app{key: s}\n}\nvar left *app\nfunc g() {", "secretsmanager.GetSecretValue", rule.Likely},
		{"a marked field", "type conf struct{ Pin string `secret:\"true\"` }\nfunc show(c conf) { log.Print(c.Pin) }\n---\n", "field conf.Pin", rule.Certain},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, r := analyze(t, body{test.name, test.body, nil}.program("example.com/p"))
			details := r.Details()
			if len(details) != 1 || len(r.Diagnostics) != 1 {
				t.Fatalf("found %v with %v", found(r.Diagnostics), details)
			}
			if details[0].What != test.what || details[0].Confidence != test.want {
				t.Errorf("got %+v, want %s, %s", details[0], test.what, test.want)
			}
		})
	}
}

// TestNearest: a finding stands in the function next to the sink that knows the secret,
// once.
func TestNearest(t *testing.T) {
	for _, test := range []struct{ name, declarations, body, at string }{
		{"where it is known", "func show(t string) { log.Print(t) }\nfunc pass(t string) { show(t) }", "pass(s) // here", "// here"},
		{"not where it was called from", "func g(client *secretsmanager.Client) { log.Print(fetch(client)) } // here", "g(client)", "// here"},
		{"a callback with a name", "func show(t string) { log.Print(t) }\nfunc each(all []string, f func(string)) { for _, t := range all { f(t) } }", "each([]string{s}, show) // here", "// here"},
		{"a closure", "", "func() { log.Print(s) }() // here", "// here"},
		{"a method by an interface", "type shower interface{ show(string) }\ntype a struct{}\nfunc (a) show(t string) { log.Print(t) }\nvar x shower = a{}", "x.show(s) // here", "// here"},
		{"a promoted method by an interface", "type shower interface{ show(string) }\ntype a struct{}\nfunc (a) show(t string) { log.Print(t) }\ntype b struct{ a }\nvar x shower = b{}", "x.show(s) // here", "// here"},
		{"a method value", "type a struct{}\nfunc (a) show(t string) { log.Print(t) }", "f := a{}.show\nf(s) // here", "// here"},
		{"what a deferred call shows", "func show(t string) { log.Print(t) }", "defer show(s) // here", "// here"},
		{"a goroutine", "func show(t string) { log.Print(t) }", "go show(s) // here", "// here"},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := program("example.com/p", test.declarations, test.body)
			w, _, r := analyze(t, source)
			if len(r.Diagnostics) != 1 {
				t.Fatalf("found %v, want one", found(r.Diagnostics))
			}
			if got, want := w.Fset.Position(r.Diagnostics[0].Pos).Line, line(t, source, test.at); got != want {
				t.Errorf("on line %d, want %d", got, want)
			}
			if got := found(r.Diagnostics)[0]; got != logged {
				t.Errorf("found %q, want %q", got, logged)
			}
		})
	}
}
