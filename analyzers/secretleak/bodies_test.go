package secretleak_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

const (
	logged  = "logged: secret from secretsmanager.GetSecretValue is logged"
	printed = "printed: secret from secretsmanager.GetSecretValue is printed"
)

func one(message string) []string { return []string{message} }

func testBodies(t *testing.T, bodies []body) {
	t.Helper()
	for _, b := range bodies {
		t.Run(b.name, func(t *testing.T) {
			source := b.program("example.com/p")
			_, _, r := analyze(t, source)
			if diff := cmp.Diff(b.want, found(r.Diagnostics)); diff != "" {
				t.Errorf("findings (-want +got):\n%s%s", diff, checktest.Numbered(source))
			}
		})
	}
}

// TestGuards: where a condition says that a text is empty, or that the place is never
// reached, there is nothing to see.
func TestGuards(t *testing.T) {
	testBodies(t, []body{
		{"no condition", `log.Print(s)`, one(logged)},
		{"empty", `if s == "" { log.Print(s) }`, nil},
		{"not empty", `if s != "" { log.Print(s) }`, one(logged)},
		{"the other branch of not empty", `if s != "" { p = "" } else { log.Print(s) }`, nil},
		{"the other branch of empty", `if s == "" { p = "" } else { log.Print(s) }`, one(logged)},
		{"without a length", `if len(s) == 0 { log.Print(s) }`, nil},
		{"of some length", `if len(s) != 0 { log.Print(s) }`, one(logged)},
		{"equal to something", `if s == "test" { log.Print(s) }`, one(logged)},
		{"of a length", `if len(s) == 12 { log.Print(s) }`, one(logged)},
		{"another text is empty", `if p == "" { log.Print(s) }`, one(logged)},
		{"another text is without a length", `if len(p) == 0 { log.Print(s) }`, one(logged)},
		{"empty, and more in between", `if s == "" { if n > 3 { log.Print(s) } }`, nil},
		{"empty on one of two ways", `if n > 3 { if s != "" { n++ } else { n-- }; log.Print(s) }`, one(logged)},
		{"empty, or something else", `if s == "" || n > 3 { log.Print(s) }`, one(logged)},
		{"after the check", `if s == "" { n++ }; log.Print(s)`, one(logged)},
		{"after a return", `if s != "" { return }; log.Print(s)`, nil},
		{"never", "const debug = false\n---\nif debug { log.Print(s) }", nil},
		{"always", "const debug = true\n---\nif debug { log.Print(s) }", one(logged)},
		{"never, and more in between", "const debug = false\n---\nif debug { if n > 3 { log.Print(s) } }", nil},
		{"not now", "var debug = false\n---\nif debug { log.Print(s) }", one(logged)},
		{"shown with another", `if s == "" { log.Print(s, fetch(client)) }`, one(logged)},
	})
}

// TestWriters: what is written to decides.
func TestWriters(t *testing.T) {
	const file = "in-file: secret from secretsmanager.GetSecretValue is written to a file"
	const response = "in-response: secret from secretsmanager.GetSecretValue is sent in a response"
	testBodies(t, []body{
		{"standard output", `fmt.Fprintln(os.Stdout, s)`, one(printed)},
		{"standard error by a format", `fmt.Fprintf(os.Stderr, "%s", s)`, one(printed)},
		{"file", `w, _ := os.Create("a"); w.WriteString(s)`, one(file)},
		{"file, whole", `os.WriteFile("a", []byte(s), 0o600)`, one(file)},
		{"buffer", `var b bytes.Buffer; b.WriteString(s)`, nil},
		{"buffer that is printed", `var b bytes.Buffer; b.WriteString(s); fmt.Println(b.String())`, one(printed)},
		{"writer around a file", `w, _ := os.Create("a"); b := bufio.NewWriter(w); b.WriteString(s)`, one(file)},
		{"writer around a buffer", `b := bufio.NewWriter(&bytes.Buffer{}); b.WriteString(s)`, nil},
		{"encoder", `json.NewEncoder(os.Stdout).Encode(out)`, one(printed)},
		{"encoder around a writer", `json.NewEncoder(bufio.NewWriter(os.Stdout)).Encode(out)`, one(printed)},
		{"response", "func h(w http.ResponseWriter, s string) { w.Write([]byte(s)) }\n---\nh(nil, s)", one(response)},
		{"helper of a response", "func h(w http.ResponseWriter, s string) { http.Error(w, s, 500) }\n---\nh(nil, s)", one(response)},
		{"whatever it is", "func to(w io.Writer, s string) { fmt.Fprint(w, s) }\n---\nto(os.Stdout, s)", one(printed)},
		{"whatever it is, a buffer", "func to(w io.Writer, s string) { fmt.Fprint(w, s) }\n---\nto(&bytes.Buffer{}, s)", nil},
		{"two of them", "func to(w io.Writer, s string) { fmt.Fprint(w, s) }\n---\nto(os.Stdout, p); to(os.Stdout, s)", one(printed)},
		{"a field", "type app struct{ w io.Writer }\nfunc (a *app) to(s string) { fmt.Fprint(a.w, s) }\n---\n(&app{os.Stdout}).to(s)", one(printed)},
		{"a logger's writer", `log.New(os.Stdout, "", 0).Println(s)`, one(logged)},
	})
}

// TestShown: what readers see of a value by the way in which it is shown.
func TestShown(t *testing.T) {
	testBodies(t, []body{
		{"address of a text", `fmt.Println(out.SecretString)`, nil},
		{"the answer by %+v", `fmt.Printf("%+v", out)`, one(printed)}, // SecretBinary
		{"the answer's type", `fmt.Printf("%T", out)`, nil},
		{"the answer's address", `fmt.Printf("%p", out)`, nil},
		{"another field", `fmt.Println(*out.Name, *out.ARN)`, nil},
		{"length", `fmt.Println(len(s), s == "")`, nil},
		{"four characters", `fmt.Println(s[:4])`, nil},
		{"five characters", `fmt.Println(s[:5])`, one(printed)},
		{"four characters by a format", `fmt.Printf("%.4s", s)`, nil},
		{"a struct with an address", "type c struct{ s *string }\n---\nfmt.Println(c{&s})", nil},
		{"a struct with an address, as JSON", "type c struct{ S *string }\n---\nb, _ := json.Marshal(c{&s}); fmt.Println(string(b))", one(printed)},
		{"a field that JSON leaves out", "type c struct{ s string }\n---\nb, _ := json.Marshal(c{s}); fmt.Println(string(b))", nil},
		{"a type with String", "type c struct{ s string }\nfunc (c) String() string { return \"***\" }\n---\nfmt.Println(c{s})", nil},
		{"a type with String, in full", "type c struct{ s string }\nfunc (c) String() string { return \"***\" }\n---\nfmt.Printf(\"%#v\", c{s})", one(printed)},
		{"a type with String that shows it", "type c struct{ s string }\nfunc (c c) String() string { return c.s }\n---\nfmt.Println(c{s})", one(printed)},
		{"hashed", `fmt.Println(sha256.Sum256([]byte(s)))`, nil},
		{"overwritten", `s = "a"; fmt.Println(s)`, nil},
		{"a format that is not known", `fmt.Printf(p, s)`, one(printed)},
		{"an argument without a verb", `fmt.Printf("%s", p, s)`, nil},
		{"the second argument", `fmt.Printf("%[2]s", s, p)`, nil},
		{"the second argument, which it is", `fmt.Printf("%[2]s", p, s)`, one(printed)},
		{"an error of it", `err := errors.New(s); if err != nil { n++ }`, nil},
	})
}

// TestCategories: the category says what becomes of the secret.
func TestCategories(t *testing.T) {
	const from = "secret from secretsmanager.GetSecretValue "
	testBodies(t, []body{
		{"panic", `panic(s)`, one("panicked: " + from + "becomes part of a panic")},
		{"panic with a text", `panic("a" + s)`, one("panicked: " + from + "becomes part of a panic")},
		{"panic with a constant", `panic("a")`, nil},
		{"error", "func g(s string) error { return fmt.Errorf(\"open %s\", s) }\n---\ng(s)", one("in-error: " + from + "becomes part of an error")},
		{"argument", `exec.Command("a", "-p", s)`, one("in-argument: " + from + "becomes an argument of a command")},
		{"builtin", `println(s)`, one(printed)},
		{"query", `u := &url.URL{Host: p}; u.RawQuery = "k=" + s`, one("in-url: " + from + "becomes part of a URL")},
		{"attribute", `slog.Info("a", slog.String("k", s))`, one(logged)},
		{"value of a key", `slog.Info("a", "k", s)`, one(logged)},
		{"environment by a secret's name", `log.Print(os.Getenv("DB_PASSWORD"))`, one("logged: secret from environment variable DB_PASSWORD is logged")},
		{"environment by another name", `log.Print(os.Getenv("DB_HOST"))`, nil},
		{"each once", `log.Print(s, s)`, one(logged)},
		{"two of them", `log.Print(s, os.Getenv("DB_PASSWORD"))`, []string{"logged: secret from environment variable DB_PASSWORD is logged", logged}},
		{"reply of a handler", "func handle(c context.Context) (string, error) { return fetch(nil), nil }\nfunc start() { lambda.Start(handle) }\n---\n", one("in-response: " + from + "is sent in a response")},
	})
}
