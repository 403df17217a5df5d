package eval_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
)

// askerOf is asker for a user who says more.
func askerOf(sources *eval.Sources) *analysis.Analyzer {
	values := eval.NewAnalyzer(sources)
	a := *asker
	a.Requires = []*analysis.Analyzer{values}
	a.Run = func(pass *analysis.Pass) (any, error) {
		return nil, pass.ResultOf[values].(*eval.Shared).With(func(e *eval.Engine) {
			for _, fn := range e.Functions() {
				for _, b := range fn.Blocks {
					ask(pass, e, b)
				}
			}
		})
	}
	return &a
}

const carriers = `
type Secret string

type Holder struct {
	Pin    string ` + "`mask:\"yes\"`" + `
	Tagged string ` + "`json:\"t\" secret:\"true\"`" + `
	Not    string ` + "`secret:\"no\"`" + `
	Typed  Secret
	Plain  string
	Deep   *Holder
}

func Read() (string, error)

func (*Holder) Fetch() string

func f(h *Holder, list []Holder, byName map[string]*Holder, s Secret) {
	sink(h.Pin)
	sink(h.Tagged)
	sink(h.Not)
	sink(string(h.Typed))
	sink(h.Plain)
	sink(h.Deep.Tagged)
	sink(list[0].Tagged)
	sink(byName["a"].Tagged)
	sink(string(s))
	r, _ := Read()
	sink(r)
	sink(h.Fetch())
	made := Holder{Tagged: "a", Plain: "b"}
	sink(made.Tagged)
	sink(made.Plain)
}
`

// TestWhatUsersSay has what a user says in each row, and what differs from a user who says
// nothing.
func TestWhatUsersSay(t *testing.T) {
	values := func(lines ...string) []string {
		s := eval.NewSources()
		for _, l := range lines {
			if err := s.Add(l); err != nil {
				t.Fatal(err)
			}
		}
		w := checktest.NewWorld(t, checktest.Environment)
		return strings.Split(asked(w.Analyze(t, askerOf(s), w.Compile(t, "example.com/p", head+carriers))), "; ")
	}
	const tagged = "secret(field Holder.Tagged)"
	nothing := []string{"param0.Pin", tagged, "param0.Not", "param0.Typed", "param0.Plain", tagged, tagged, tagged, "param3", "?example.com/p.Read", "?example.com/p.Holder.Fetch", `"a"`, `"b"`}
	if diff := cmp.Diff(nothing, values()); diff != "" {
		t.Fatalf("of who says nothing (-want +got):\n%s", diff)
	}
	for line, changes := range map[string]map[int]string{
		"field example.com/p.Holder.Plain":  {4: "secret(field Holder.Plain)"},
		"field example.com/p.Other.Plain":   nil,
		"field other.com/p.Holder.Plain":    nil,
		"type example.com/p.Secret":         {3: "secret(type p.Secret)", 8: "secret(type p.Secret)"},
		"func example.com/p.Read":           {9: "secret(p.Read)"},
		"func example.com/p.Holder.Fetch":   {10: "secret(p.Holder.Fetch)"},
		"func example.com/p.Fetch":          nil,
		`tag mask:"yes"`:                    {0: "secret(field Holder.Pin)"},
		`tag secret:"no"`:                   {2: "secret(field Holder.Not)"},
		"  func   example.com/p.Read  ":     {9: "secret(p.Read)"},
		"type example.com/p.Secret.Missing": nil,
	} {
		want := append([]string(nil), nothing...)
		for i, text := range changes {
			want[i] = text
		}
		if diff := cmp.Diff(want, values(line)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", line, diff)
		}
	}
}

func TestBadSources(t *testing.T) {
	for _, line := range []string{"", " ", "field", "type", "func ", "tag", "field p", "field example.com/p.Password", "field p.T", "type Secret", "func Fetch", "func a b", "tag mask", "tag :x", "secret p.T", "Type p.T"} {
		err := eval.NewSources().Add(line)
		if err == nil {
			t.Errorf("%q is taken", line)
		} else if !strings.Contains(err.Error(), `want "field PACKAGE.TYPE.FIELD"`) {
			t.Errorf("%q: %v", line, err)
		}
	}
}

// TestAnswers: which fields of AWS's answers carry a secret, and which do not.
func TestAnswers(t *testing.T) {
	testBodies(t, []body{
		{"secret", `o, _ := client.GetSecretValue(ctx, nil); sink(*o.SecretString)`, `secret(secretsmanager.GetSecretValue)`},
		{"secret bytes", `o, _ := client.GetSecretValue(ctx, nil); sink(string(o.SecretBinary))`, `secret(secretsmanager.GetSecretValue)`},
		{"name", `o, _ := client.GetSecretValue(ctx, nil); sink(*o.Name)`, `?github.com/aws/aws-sdk-go-v2/service/secretsmanager.Client.GetSecretValue`},
		{"version", `o, _ := client.GetSecretValue(ctx, nil); sink(*o.ARN)`, `?github.com/aws/aws-sdk-go-v2/service/secretsmanager.Client.GetSecretValue`},
		{"whichever call", "var get func() *secretsmanager.GetSecretValueOutput\n---\nsink(*get().SecretString)", `secret(secretsmanager.GetSecretValue)`},
		{"of a parameter", "func g(o *secretsmanager.GetSecretValueOutput) { sink(*o.SecretString) }\n---\n", `secret(secretsmanager.GetSecretValue)`},
		{"made here, another field", `o := &secretsmanager.GetSecretValueOutput{Name: &p}; sink(*o.Name)`, `param0`},
		{"request", `i := &secretsmanager.GetSecretValueInput{SecretId: &p}; sink(*i.SecretId)`, `param0`},
		{"kept in a field", "type box struct{ o *secretsmanager.GetSecretValueOutput }\n---\nb := box{}; b.o, _ = client.GetSecretValue(ctx, nil); sink(*b.o.SecretString)", `secret(secretsmanager.GetSecretValue)`},
	})
}
