package envsecret_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// TestFactCodec has every field set: gob says nothing of a field that it did not have
// to encode.
func TestFactCodec(t *testing.T) {
	v := &value.Value{Kind: value.Env, Text: "t", Frame: 1, Index: 2, Path: ".P", Pos: 3, Parts: []*value.Value{{Kind: value.Const, Text: "A"}}}
	checktest.FactCodec(t, &envsecret.Fact{Effects: []envsecret.Effect{{Put: true, Deployed: true, Entry: true, Used: true, Name: v, Val: v}}})
}

const env = `package env

import (
	"fmt"
	"os"
	"os/exec"
)

func Get(k string) string { return os.Getenv(k) }

func Print(k string) { fmt.Println(os.Getenv(k)) }

func Set(k, v string) { os.Setenv(k, v) }

func SetAll(vars map[string]string) {
	for k, v := range vars {
		os.Setenv(k, v)
	}
}

func Run(entries ...string) error {
	cmd := exec.Command("child")
	cmd.Env = entries
	return cmd.Run()
}

type Vars struct{ Prefix string }

func (v Vars) Get(k string) string { return os.Getenv(v.Prefix + k) }

func Fixed() string { return os.Getenv("DB_PASSWORD") }

func Presence(k string) bool { return os.Getenv(k) != "" }
`

const wrap = `package wrap

import "example.com/env"

type Getter interface{ Get(string) string }

func Get(k string) string { return env.Get("APP_" + k) }

func Run(password string) error { return env.Run("PGPASSWORD=" + password) }
`

// TestFacts has three packages in a row, each of which knows the one before by export
// data and by facts that were gobs in between.
func TestFacts(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"read", `use(env.Get("DB_PASSWORD"))`, []string{"secret DB_PASSWORD is read from the environment in the clear"}},
		{"read of something else", `use(env.Get("DB_HOST"))`, nil},
		{"read that is only looked at", `if env.Get("DB_PASSWORD") == "" { panic("x") }`, nil},
		{"read and used there", `env.Print("DB_PASSWORD")`, []string{"secret DB_PASSWORD is read from the environment in the clear"}},
		{"read through two", `use(wrap.Get("API_KEY"))`, []string{"secret APP_API_KEY is read from the environment in the clear"}},
		{"read by a method", `use(env.Vars{"APP_"}.Get("API_KEY"))`, []string{"secret APP_API_KEY is read from the environment in the clear"}},
		{"read through an interface", `var g wrap.Getter = env.Vars{}; if p != "" { g = nil }; use(g.Get("API_KEY"))`, []string{"secret API_KEY is read from the environment in the clear"}},
		{"presence", `if env.Presence("DB_PASSWORD") { panic("x") }`, nil},
		{"put", `env.Set("DB_PASSWORD", p)`, []string{"secret DB_PASSWORD is put into the environment in the clear"}},
		{"put of a path", `env.Set("DB_PASSWORD", "/run/secrets/db")`, nil},
		{"put of a map", `env.SetAll(map[string]string{"DB_HOST": p, "DB_PASSWORD": p})`, []string{"secret DB_PASSWORD is put into the environment in the clear"}},
		{"put of an entry", `env.Run("DB_HOST=" + p, "DB_PASSWORD=" + p)`, []string{"secret DB_PASSWORD is put into the environment in the clear"}},
		{"reported where it is", `wrap.Run(p); use(env.Fixed())`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := envsecret.New()
			w := checktest.NewWorld(t, checktest.Environment)
			w.Add(t, a, "example.com/env", env)
			w.Add(t, a, "example.com/wrap", wrap)
			_, r := w.Add(t, a, "example.com/app", `package app

import (
	"example.com/env"
	"example.com/wrap"
)

func use(string)

func f(p string) {
	`+test.body+`
}
`)
			var got []string
			for _, d := range r.Diagnostics {
				got = append(got, d.Message)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// canaries are constants that nobody should read anywhere but in the source. Each has
// a part of its own by which to find it.
const canaries = `package canaries

import (
	"context"
	"fmt"
	"os"
	"os/exec"

	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

const token = "ghp_C4n4ry1k3J9xQ2mZ7vT5bN8wR4yL6pD0sF3"

const password = "c4n4ry2-hunter-correct-horse"

var table = map[string]string{"DB_PASSWORD": "c4n4ry3-hunter-Xq9", "PGPASSWORD": password}

func Literal() { os.Setenv("GITHUB_TOKEN", token) }

func Given(p string) { os.Setenv("DB_PASSWORD", p+password) }

func Named() { os.Setenv("DB_PASSWORD", password) }

func Table() {
	for k, v := range table {
		os.Setenv(k, v)
	}
}

func Child(host string) error {
	cmd := exec.Command("psql", host)
	cmd.Env = append(cmd.Env, "PGPASSWORD=c4n4ry4-hunter-Zz1", fmt.Sprintf("DSN=postgres://app:%s@%s/db", password, host), "API_KEY="+token)
	return cmd.Run()
}

func Deployed() *types.Environment {
	return &types.Environment{Variables: map[string]string{"DB_PASSWORD": "c4n4ry5-hunter-Yy2", "GITHUB_TOKEN": token}}
}

func Fallback(k string) string {
	if v := os.Getenv(k); v != "" {
		return v
	}
	return "c4n4ry6-hunter-Ww3"
}

func Address(host string) string { return "postgres://app:c4n4ry7-hunter@" + host + "/db?user=" + os.Getenv("DB_USER") }

func Query(user string) string { return "https://app:c4n4ry8-hunter@db/?user=" + user }

func Entry(name string) string { return name + "=c4n4ry9-hunter-Vv4" }

func Put(name string) { os.Setenv(name, "c4n4rya-hunter-Uu5") }

func PutEntry(host string) []string { return []string{"HOST=" + host, "PASSWORD=c4n4ryb-hunter-Tt6"} }

func Vars(host string) map[string]string { return map[string]string{"HOST": host, "PASSWORD": "c4n4ryc-hunter-Ss7"} }

type Settings struct{ Host, Password string }

func Fill(s *Settings, host string) { *s = Settings{host, "c4n4ryd-hunter-Rr8"} }

func Header(ctx context.Context, host string) string { return "Basic c4n4rye-hunter==" + host }
`

// TestCanary: secrets of the source are in no text that a finding has, and in no fact.
func TestCanary(t *testing.T) {
	a := envsecret.New()
	w := checktest.NewWorld(t, checktest.Environment)
	_, r := w.Add(t, a, "example.com/canaries", canaries)
	var out strings.Builder
	categories := map[string]bool{}
	for i, d := range r.Diagnostics {
		fmt.Fprintf(&out, "%s\n%+v\n", checktest.Text(w.Fset, d), r.Details()[i])
		categories[d.Category] = true
	}
	if !categories["put-literal"] || !categories["put-name"] {
		t.Errorf("the canaries are not found: %v\n%s", categories, &out)
	}
	facts := 0
	for _, f := range r.Facts.Objects() {
		facts++
		if err := gob.NewEncoder(&out).Encode(f.Fact); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&out, f.Fact)
	}
	if facts < 6 {
		t.Errorf("only %d facts", facts)
	}
	if i := strings.Index(strings.ToLower(out.String()), "c4n4ry"); i >= 0 {
		t.Errorf("a constant of the source comes out: %q", out.String()[max(0, i-80):min(out.Len(), i+40)])
	}
	if strings.Contains(out.String(), "hunter") {
		t.Error("a part of a constant comes out")
	}
}

// TestEncodedFactsAreTheSame: a build cache keeps facts by their bytes.
func TestEncodedFactsAreTheSame(t *testing.T) {
	encode := func() []byte {
		var data bytes.Buffer
		w := checktest.NewWorld(t, checktest.Environment)
		u, r := w.Add(t, envsecret.New(), "example.com/env", env)
		for _, name := range u.Pkg.Scope().Names() {
			for _, f := range r.Facts.Objects() {
				if fact, ok := f.Fact.(*envsecret.Fact); ok && f.Object == u.Pkg.Scope().Lookup(name) {
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
