package secretleak_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// configured is a program with secrets that no API of AWS's returns.
const configured = `
type Config struct {
	Host     string
	Password string
	Pin      string ` + "`mask:\"yes\"`" + `
	Tagged   string ` + "`json:\"tagged\" secret:\"true\"`" + `
	Untagged string ` + "`secret:\"false\"`" + `
}

type Secret string

type Vault struct{}

func (*Vault) Fetch(name string) (string, error)

func Read(name string) string

func (*Vault) IssueToken(c context.Context) (string, error) { return Read("a"), nil }

func (*Vault) Other(c context.Context) (string, error) { return Read("a"), nil }

func fields(c *Config) {
	log.Print(c.Host)
	log.Print(c.Password)
	log.Print(c.Pin)
	log.Print(c.Tagged)
	log.Print(c.Untagged)
}

func values(s Secret, v *Vault) {
	log.Print(s)
	t, err := v.Fetch("a")
	log.Print(t, err)
	log.Print(Read("a"))
}

func names() {
	log.Print(os.Getenv("ACME_PIN"))
	log.Print(os.Getenv("ACCESS_TOKEN"))
}

func start(v *Vault) {
	lambda.Start(v.IssueToken)
	lambda.Start(v.Other)
}
`

// TestFlags has a flag in each row, with what is found by it beyond what is found
// without.
func TestFlags(t *testing.T) {
	always := []string{
		"secret from field Config.Tagged is logged",
		"secret from environment variable ACCESS_TOKEN is logged",
	}
	const reply = "secret from p.Read is sent in a response"
	read := []string{reply, reply, always[0], "secret from p.Read is logged", always[1]}
	for _, test := range []struct {
		name  string
		flags [][2]string
		want  []string
	}{
		{"nothing", nil, always},
		{"field", [][2]string{{"sources", "field example.com/p.Config.Password"}}, []string{"secret from field Config.Password is logged", always[0], always[1]}},
		{"field of another type", [][2]string{{"sources", "field example.com/p.Vault.Password"}}, always},
		{"tag", [][2]string{{"sources", `tag mask:"yes"`}}, []string{"secret from field Config.Pin is logged", always[0], always[1]}},
		{"tag without quotes", [][2]string{{"sources", `  tag   mask:yes `}}, []string{"secret from field Config.Pin is logged", always[0], always[1]}},
		{"tag of another value", [][2]string{{"sources", `tag mask:"no"`}}, always},
		{"type", [][2]string{{"sources", "type example.com/p.Secret"}}, []string{always[0], "secret from type p.Secret is logged", always[1]}},
		{"method", [][2]string{{"sources", "func example.com/p.Vault.Fetch"}}, []string{always[0], "secret from p.Vault.Fetch is logged", always[1]}},
		{"function", [][2]string{{"sources", "func example.com/p.Read"}}, read},
		{"function, and a handler that gives it away", [][2]string{{"sources", "func example.com/p.Read"}, {"credentials", " example.com/p.Vault.IssueToken"}}, read[1:]},
		{"both handlers", [][2]string{{"sources", "func example.com/p.Read"}, {"credentials", "example.com/p.Vault.Other"}, {"credentials", "example.com/p.Vault.IssueToken"}}, read[2:]},
		{"name", [][2]string{{"names", "secret acme pin"}}, []string{always[0], "secret from environment variable ACME_PIN is logged", always[1]}},
		{"plain name", [][2]string{{"names", "plain access token"}}, always[:1]},
		{"two", [][2]string{{"sources", "type example.com/p.Secret"}, {"names", "plain access token"}}, []string{always[0], "secret from type p.Secret is logged"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, w := secretleak.New(), world(t)
			for _, f := range test.flags {
				if err := a.Flags.Set(f[0], f[1]); err != nil {
					t.Fatal(err)
				}
			}
			_, r := w.Add(t, a, "example.com/p", program("example.com/p", configured, ""))
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

// TestFlagsAreItsOwn: what one analyzer is told no other one knows.
func TestFlagsAreItsOwn(t *testing.T) {
	told := secretleak.New()
	if err := told.Flags.Set("sources", "type example.com/p.Secret"); err != nil {
		t.Fatal(err)
	}
	w := world(t)
	u := w.Compile(t, "example.com/p", program("example.com/p", configured, ""))
	count := func() int { return len(w.Analyze(t, secretleak.New(), u).Diagnostics) }
	before := count()
	if n := len(w.Analyze(t, told, u).Diagnostics); n != before+1 {
		t.Errorf("%d findings by who was told, %d by who was not", n, before)
	}
	if n := count(); n != before {
		t.Errorf("%d findings by who was not told, %d before", n, before)
	}
}

// TestBadFlags: an error repeats the line and says what would be right.
func TestBadFlags(t *testing.T) {
	const forms = `want "field PACKAGE.TYPE.FIELD", "type PACKAGE.TYPE", "func PACKAGE.FUNCTION" or "tag KEY:VALUE"`
	for _, test := range []struct {
		flag, line string
		want       []string
	}{
		{"sources", "", []string{`""`, forms}},
		{"sources", "field", []string{`"field"`, forms}},
		{"sources", "field ", []string{forms}},
		{"sources", "field example.com/p.Password", []string{`"field example.com/p.Password"`, forms}},
		{"sources", "type Secret", []string{`"type Secret"`, forms}},
		{"sources", "func Fetch", []string{`"func Fetch"`, forms}},
		{"sources", "fields example.com/p.Config.Password", []string{`"fields example.com/p.Config.Password"`, forms}},
		{"sources", "tag mask", []string{`"tag mask"`, forms}},
		{"sources", `tag :"yes"`, []string{forms}},
		{"sources", "example.com/p.Config.Password", []string{forms}},
		{"names", "secret", []string{`"secret"`}},
		{"names", "hidden acme pin", []string{`"hidden acme pin"`, `"hidden"`}},
	} {
		a := secretleak.New()
		err := a.Flags.Set(test.flag, test.line)
		if err == nil {
			t.Errorf("-%s=%q is taken", test.flag, test.line)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("-%s=%q: %q does not say %s", test.flag, test.line, err, want)
			}
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("-%s=%q: more than a line: %q", test.flag, test.line, err)
		}
	}
}

// TestUnfinished: where a bound was reached a note says so, once for the package, and
// nothing is silently right.
func TestUnfinished(t *testing.T) {
	var fields, sum strings.Builder
	for i := range 500 {
		fmt.Fprintf(&fields, "\tF%d string\n", i)
		fmt.Fprintf(&sum, " + p.F%d", i)
	}
	source := program("example.com/p", "\ntype wide struct {\n"+fields.String()+"}\n\nfunc g(p wide) {\n\ta := \"a\""+sum.String()+"\n\tlog.Print(a)\n\tlog.Print(a)\n}\n", "")
	_, u, r := analyze(t, source)
	if len(r.Diagnostics) != 1 {
		t.Fatalf("found %v, want one note", found(r.Diagnostics))
	}
	d := r.Diagnostics[0]
	if d.Category != "unfinished" || !strings.Contains(d.Message, "too many ways lead here, and to another place") {
		t.Errorf("%s: %s", d.Category, d.Message)
	}
	u.RequireInside(t, d)
	if r.Details()[0].What != "unfinished" {
		t.Errorf("details are %+v", r.Details()[0])
	}
	_, _, r = analyze(t, program("example.com/p", "\nfunc g(p, q string) { log.Print(p + q) }\n", ""))
	if len(r.Diagnostics) != 0 {
		t.Errorf("found %v in what is simple", found(r.Diagnostics))
	}
}
