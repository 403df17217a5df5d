package literal

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Not secrets: made up, and put together so that no scanner takes them for some.
const (
	awsKey    = "AKIA" + "QYLPMN5HHHFPZAM2"
	githubPAT = "ghp_" + "x7Qd9ZpL2mVb4KtR8sWn1YcGf6HjA3eUo5Di"
	random    = "q8Zt3VnK" + "7wLp2XsR9dYb"
)

func scanner(t testing.TB, o Options) *Scanner {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// files is a ReadFile of files in memory.
func files(all map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if text, ok := all[name]; ok {
			return []byte(text), nil
		}
		return nil, errors.New("no such file: " + name)
	}
}

func TestDefaultsDecode(t *testing.T) {
	for id, r := range defaultSet().rules {
		c := r.config()
		if c.RuleID != id || c.Description == "" || c.Regex == nil && c.Path == nil {
			t.Errorf("%s: its line is of rule %q", id, c.RuleID)
		}
		if err := c.Validate(); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(needOf(c), r.need, cmp.AllowUnexported(need{})); diff != "" {
			t.Errorf("%s: needs (-derived +embedded):\n%s", id, diff)
		}
		if diff := cmp.Diff(c.Keywords, r.keywords); diff != "" && len(c.Keywords)+len(r.keywords) > 0 {
			t.Errorf("%s: keywords (-rule's +embedded):\n%s", id, diff)
		}
	}
	if n := len(defaultSet().allows()); n == 0 {
		t.Error("no allowlists for all rules")
	}
}

func TestScan(t *testing.T) {
	s := scanner(t, Options{})
	for _, test := range []struct {
		name, text string
		want       []string // rule and secret
	}{
		{"nothing", "a sentence about a key and a token", nil},
		{"a key", "use " + awsKey + " here", []string{"aws-access-token " + awsKey}},
		{"an example of AWS's", "AKIAIOSFODNN7EXAMPLE", nil},
		{"two on a line", awsKey + " " + githubPAT, []string{"aws-access-token " + awsKey, "github-pat " + githubPAT}},
		{"one better known than generic", `token = "` + githubPAT + `"`, []string{"github-pat " + githubPAT}},
		{"generic", `api_key = "` + random + `"`, []string{"generic-api-key " + random}},
		{"allowed", awsKey + " # gitleaks:allow\n", nil},
		{"allowed elsewhere", "# gitleaks:allow\n" + awsKey + "\n", []string{"aws-access-token " + awsKey}},
		{"allowed elsewhere, without a newline at the end", "# gitleaks:allow\n" + awsKey, []string{"aws-access-token " + awsKey}},
		{"below other lines", "\n\na\nb " + awsKey + "\n" + githubPAT, []string{"aws-access-token " + awsKey, "github-pat " + githubPAT}},
		{"no letters", strings.Repeat("\xff\x00", 40), nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, h := range s.Scan("x.go", test.text) {
				got = append(got, h.Rule+" "+test.text[h.Start:h.End])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(got) > 0 && !s.Suspicious(test.text) {
				t.Error("not suspicious")
			}
		})
	}
}

func TestScanSetting(t *testing.T) {
	s := scanner(t, Options{})
	for _, test := range []struct {
		name, value string
		want        string // rule and secret
	}{
		{"apiKey", random, "generic-api-key " + random},
		{"colour", random, ""},
		{"", awsKey, "aws-access-token " + awsKey},
		{"colour", "x " + awsKey, "aws-access-token " + awsKey},
		{awsKey, "colour", ""}, // the secret is not in the value
		{"token", "sha256-with-rsa", ""},
		{"key" + random, "key" + random, "generic-api-key key" + random},
	} {
		got := ""
		for _, h := range s.ScanSetting("", test.name, test.value) {
			got = h.Rule + " " + test.value[h.Start:h.End]
			if h.Generic() != (h.Rule == "generic-api-key") {
				t.Errorf("Generic of %s is %v", h.Rule, h.Generic())
			}
		}
		if got != test.want {
			t.Errorf("ScanSetting(%q, …) = %q, want %q", test.name, got, test.want)
		}
	}
}

// TestConcurrent builds detectors in several goroutines at once: run it with -race.
func TestConcurrent(t *testing.T) {
	s := scanner(t, Options{})
	text := awsKey + " " + githubPAT + ` api_key = "` + random + `"`
	want := scanner(t, Options{Ignore: "none", ReadFile: files(map[string]string{"none": ""})}).Scan("x.go", text)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if diff := cmp.Diff(want, s.Scan("x.go", text)); diff != "" {
				t.Errorf("(-alone +with others):\n%s", diff)
			}
		})
	}
	group.Wait()
	if len(want) < 3 {
		t.Errorf("found %v", want)
	}
}

// TestSuspicious: what most constants are like has to be dismissed without work.
func TestSuspicious(t *testing.T) {
	s := scanner(t, Options{})
	for _, text := range []string{"", "a", "key", "%s: no such key", "https://example.com/api/v1/tokens", "Authorization", "X-Api-Key", "application/json"} {
		if s.Suspicious(text) {
			t.Errorf("%q is suspicious", text)
		}
	}
	if n := testing.AllocsPerRun(100, func() { s.SuspiciousSetting("tokenKey", "https://example.com/api/v1?key=q8Zt3VnK7wLp2XsR9dYb") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestConfig(t *testing.T) {
	const own = "[[rules]]\nid = \"own\"\nregex = '''own-[0-9]{4}'''\nkeywords = [\"own-\"]\n"
	read := files(map[string]string{
		"/r/default.toml":  "[extend]\nuseDefault = true\ndisabledRules = [\"github-pat\"]\n" + own,
		"/r/own.toml":      own + "[[allowlists]]\npaths = ['''^gen/''']\n",
		"/r/path.toml":     "[extend]\npath = \"sub/base.toml\"\n" + own,
		"/r/sub/base.toml": "[[rules]]\nid = \"base\"\nregex = '''base-[0-9]{4}'''\n",
		"/r/ignore":        "# comment\n\na.go:own:3\nabcdef:b\\c.go:own:4\nd.go:own\ne.go:own:x\n",
	})
	text := "own-1234 base-1234 " + githubPAT + " " + awsKey
	for config, want := range map[string][]string{
		"/r/default.toml": {"own", "aws-access-token"},
		"/r/own.toml":     {"own"},
		"/r/path.toml":    {"own", "base"},
	} {
		var got []string
		for _, h := range scanner(t, Options{Config: config, ReadFile: read}).Scan("/r/x.go", text) {
			got = append(got, h.Rule)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", config, diff)
		}
	}
	s := scanner(t, Options{Config: "/r/own.toml", Ignore: "/r/ignore", ReadFile: read})
	if hits := s.Scan("/r/gen/x.go", text); len(hits) > 0 {
		t.Errorf("found %v in a file that is allowed", hits)
	}
	for _, at := range []struct {
		file string
		line int
		want bool
	}{{"/r/a.go", 3, true}, {"/r/a.go", 4, false}, {"/r/b/c.go", 4, true}, {"/a.go", 3, false}, {"/r/d.go", 0, false}} {
		if got := s.Ignores(at.file, "own", at.line); got != at.want {
			t.Errorf("Ignores(%s, own, %d) = %v", at.file, at.line, got)
		}
	}
}

// TestOver: what a configuration says of a default rule is put over it, and its own
// rules are gitleaks' in all that they can say.
func TestOver(t *testing.T) {
	const config = `
[extend]
useDefault = true
[[rules]]
id = "aws-access-token"
keywords = ["ours"]
[[rules.allowlists]]
regexes = ["7777"]
[[rules]]
id = "below"
regex = '\n+below-([a-z]{4})'
keywords = ["below-"]
[[rules]]
id = "word"
regex = 'word-([a-z]+)'
keywords = ["word-"]
[[rules]]
id = "near"
regex = 'near-[0-9]{4}'
keywords = ["near-"]
[[rules.required]]
id = "other"
withinLines = 1
withinColumns = 8
[[rules]]
id = "other"
regex = 'other-[0-9]{4}'
skipReport = true
`
	s := scanner(t, Options{Config: "c", ReadFile: files(map[string]string{"c": config})})
	for text, want := range map[string][]string{
		awsKey:                                 {"aws-access-token " + awsKey},
		"AKIAIOSFODNN7EXAMPLE":                 nil,
		"AKIA" + "7777" + "LPMN5HHHFPZA":       nil,
		"a\n\n\nbelow-abcd\n":                  {"below below-abcd"},
		"word-found":                           {"word found"},
		"word-abcdefghijklmnopqrstuvwxyz":      nil, // a stop word for all of the default rules
		"near-1234\nother-1234\n":              {"near near-1234"},
		"near-1234 other-1234\n":               nil,
		"near-1234\n\nother-1234\n":            nil,
		"near-1234\n" + githubPAT + "\nother-": {"github-pat " + githubPAT},
	} {
		var got []string
		for _, h := range s.Scan("x.go", text) {
			got = append(got, h.Rule+" "+text[h.Start:h.End])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestBadConfig(t *testing.T) {
	rule := func(rest string) string { return "[[rules]]\nid = \"own\"\n" + rest }
	for text, want := range map[string]string{
		"[[rules]\n":                                "/r/.gitleaks.toml:1:",
		"title = 1\n":                               "",
		"rules = 1\n":                               "/r/.gitleaks.toml",
		rule("regex = '''a(b'''\n"):                 "rule own: error parsing regexp: missing closing ): `a(b`",
		rule("path = '''*'''\n"):                    "rule own: error parsing regexp",
		rule("regex = 'a'\nsecretGroup = 1"):        "rule own: invalid regex secret group 1",
		rule(""):                                    "rule own: both |regex| and |path| are empty",
		"[[rules]]\nregex = 'a'\n":                  "rule number 1: rule |id| is missing",
		rule("regex = 'a'\n[[rules.allowlists]]\n"): "rule own: [[rules.allowlists]] must contain",
		rule("regex = 'a'\n[[rules.allowlists]]\ncondition = 'xor'\nregexes = ['a']\n"):   "rule own: [[rules.allowlists]] unknown allowlist |condition| 'xor'",
		rule("regex = 'a'\n[[rules.allowlists]]\nregexTarget = 'all'\nregexes = ['a']\n"): "rule own: [[rules.allowlists]] unknown allowlist |regexTarget| 'all'",
		rule("regex = 'a'\n[[rules.required]]\nid = 'other'\n"):                           "rule own: it requires rule \"other\"",
		"[[allowlists]]\ntargetRules = ['own']\nregexes = ['a']\n":                        "rule own: an allowlist is about it",
		"[allowlist]\nregexes = ['a']\n[[allowlists]]\nregexes = ['a']\n":                 "[allowlist] is deprecated",
		"[[allowlists]]\nregexes = ['(']\n":                                               "allowlist 1: error parsing regexp",
		"[extend]\nuseDefault = true\npath = 'x'\n":                                       "cannot both be set",
		"[extend]\npath = 'x'\n":                                                          "no such file: /r/x",
	} {
		_, err := New(Options{Config: "/r/.gitleaks.toml", ReadFile: files(map[string]string{"/r/.gitleaks.toml": text})})
		if want == "" {
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "/r/") {
			t.Errorf("%q: error %v, want one line with %q and the file", text, err, want)
		}
	}
	if _, err := New(Options{Ignore: "/r/none", ReadFile: files(nil)}); err == nil {
		t.Error("no error where the fingerprints cannot be read")
	}
}

// FuzzScan: places are within the text, what is found was suspicious, and two runs
// give the same.
func FuzzScan(f *testing.F) {
	f.Add("apiKey", random)
	f.Add("", "x\n"+awsKey+" // gitleaks:allow\n"+githubPAT)
	f.Add("k\xff", "-----BEGIN PRIVATE KEY-----\n"+strings.Repeat("ab/", 40)+"\n-----END PRIVATE KEY-----")
	s := scanner(f, Options{})
	f.Fuzz(func(t *testing.T, name, value string) {
		hits := s.ScanSetting("x.go", name, value)
		for _, h := range hits {
			if h.Start < 0 || h.Start >= h.End || h.End > len(value) {
				t.Fatalf("%+v is not within %d bytes", h, len(value))
			}
		}
		if diff := cmp.Diff(hits, s.ScanSetting("x.go", name, value)); diff != "" {
			t.Fatal(diff)
		}
		if len(s.Scan("x.go", value)) > 0 && !s.Suspicious(value) {
			t.Fatal("found, and not suspicious")
		}
	})
}

// FuzzConfig: whatever a configuration says, it is one line of error or a Scanner.
func FuzzConfig(f *testing.F) {
	f.Add("[extend]\nuseDefault = true\n[[rules]]\nid = \"own\"\nregex = '''own-[0-9]{4}'''\n")
	f.Add("[[allowlists]]\ntargetRules = ['own']\nregexes = ['a']\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := New(Options{Config: "c", ReadFile: files(map[string]string{"c": text})})
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("more than a line: %v", err)
			}
			return
		}
		s.ScanSetting("x.go", "apiKey", random)
	})
}

func BenchmarkSuspicious(b *testing.B) {
	s := scanner(b, Options{})
	for _, text := range []string{"application/json", "https://example.com/api/v1/tokens?key=none", strings.Repeat("the quick brown fox ", 50)} {
		b.Run(fmt.Sprint(len(text)), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s.Suspicious(text)
			}
		})
	}
}

func BenchmarkScan(b *testing.B) {
	s := scanner(b, Options{})
	for name, text := range map[string]string{"aws": awsKey, "generic": `apiKey = "` + random + `"`} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.Scan("", text)
			}
		})
	}
}

// BenchmarkNew is what a process pays to look at its first text.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		s, err := build(defaultSet(), Options{})
		if err != nil {
			b.Fatal(err)
		}
		s.Suspicious("colour")
	}
}

// BenchmarkExtended is BenchmarkNew where a configuration extends the default.
func BenchmarkExtended(b *testing.B) {
	const own = "[extend]\nuseDefault = true\n[[rules]]\nid = \"own\"\nregex = '''own-[0-9]{4}'''\nkeywords = [\"own-\"]\n"
	read := files(map[string]string{"c": own})
	for b.Loop() {
		scanner(b, Options{Config: "c", ReadFile: read}).Suspicious("colour")
	}
}

// BenchmarkFirst is what a process pays for its first secret.
func BenchmarkFirst(b *testing.B) {
	for name, text := range map[string]string{"aws": awsKey, "generic": `apiKey = "` + random + `"`} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s, err := build(defaultSet(), Options{})
				if err != nil {
					b.Fatal(err)
				}
				s.Scan("", text)
			}
		})
	}
}
