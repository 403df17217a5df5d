package stock

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/zricethezav/gitleaks/v8/cmd/generate/secrets"
	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"
	"github.com/zricethezav/gitleaks/v8/report"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
)

// TestGenerated: the rules that are embedded are those of the version in go.mod.
func TestGenerated(t *testing.T) {
	var keywords, rules bytes.Buffer
	if err := Write(&keywords, &rules); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]byte{"keywords.txt": keywords.Bytes(), "rules.jsonl": rules.Bytes()} {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what gitleaks' rules come to: run go generate", name)
		}
	}
}

// TestSame: literal finds what gitleaks does, in texts that each rule's expression
// is the pattern of, as they are and in what a program writes around them, and in
// texts of words that mean something to a rule.
func TestSame(t *testing.T) {
	c, err := Read(config.DefaultConfig)
	if err != nil {
		t.Fatal(err)
	}
	same(t, c, literal.Options{}, 10, 4000)
}

// TestSameConfigured runs each configuration in a process of its own, for the
// library reads one in a process.
func TestSameConfigured(t *testing.T) {
	if name := os.Getenv("STOCK_CONFIG"); name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Read(string(data))
		if err != nil {
			t.Fatal(err)
		}
		same(t, c, literal.Options{Config: name}, 2, 1000)
		return
	}
	names, err := filepath.Glob("testdata/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		cmd := exec.Command(os.Args[0], "-test.run=^TestSameConfigured$")
		cmd.Env = append(os.Environ(), "STOCK_CONFIG="+name)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func same(t *testing.T, c config.Config, o literal.Options, each, random int) {
	t.Helper()
	scanner, err := literal.New(o)
	if err != nil {
		t.Fatal(err)
	}
	detector := detect.NewDetector(c)
	found, wrong := 0, 0
	rules := make(map[string]bool)
	for _, text := range examples(c, each, random) {
		want := theirs(detector, text)
		for _, f := range want {
			rules[f.Rule] = true
		}
		found += len(want)
		if diff := gocmp.Diff(want, ours(scanner, text)); diff != "" && wrong < 20 {
			wrong++
			t.Errorf("in %q (-gitleaks +ours):\n%s", text, diff)
		}
	}
	if t.Logf("%d findings by %d of %d rules", found, len(rules), len(c.Rules)); len(rules) < len(c.Rules)*9/10 {
		t.Errorf("only %d of %d rules found anything: the texts test too little", len(rules), len(c.Rules))
	}
}

// A finding is what both can be compared by.
type finding struct{ Rule, Secret string }

func theirs(d *detect.Detector, text string) []finding {
	return sorted(d.DetectString(text), func(f report.Finding) finding { return finding{f.RuleID, f.Secret} })
}

func ours(s *literal.Scanner, text string) []finding {
	return sorted(s.Scan("", text), func(h literal.Hit) finding { return finding{h.Rule, text[h.Start:h.End]} })
}

func sorted[T any](all []T, of func(T) finding) []finding {
	found := make([]finding, 0, len(all))
	for _, x := range all {
		found = append(found, of(x))
	}
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Secret, b.Secret))
	})
	return found
}

// examples returns texts for the rules of c. The library's generator of secrets has
// a source of chance of its own; ours is seeded, so that a failure comes again.
func examples(c config.Config, each, random int) (texts []string) {
	for _, id := range slices.Sorted(slices.Values(c.OrderedRules)) {
		r := c.Rules[id]
		if r.Regex == nil {
			continue
		}
		for range each {
			s := ascii.Replace(secrets.NewSecret(r.Regex.String()))
			texts = append(texts, s)
			for _, k := range append(r.Keywords, "password") {
				texts = append(texts, fmt.Sprintf("%s = %q", k, s), fmt.Sprintf("const %s_token = `%s`\n", k, s), fmt.Sprintf("a\n%s: %s // note\nb\n", k, s))
			}
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range random {
		texts = append(texts, randomText(rnd, c))
	}
	return texts
}

// ascii undoes what nobody writes: letters beyond ASCII that are an s and a k where
// case does not matter. This is one of the stated differences.
var ascii = strings.NewReplacer("\u017f", "s", "\u212a", "k")

const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=_-. \"'\n:;,{}$"

func randomText(rnd *rand.Rand, c config.Config) string {
	var b strings.Builder
	for range 1 + rnd.IntN(6) {
		r := c.Rules[c.OrderedRules[rnd.IntN(len(c.OrderedRules))]]
		if len(r.Keywords) > 0 {
			b.WriteString(r.Keywords[rnd.IntN(len(r.Keywords))])
		}
		b.WriteString([]string{"", "_key", " = ", ": \"", "=\"", "\n", " := `", "-----begin ", "gitleaks:allow"}[rnd.IntN(9)])
		letters := alphabet[:[]int{16, 26, 62, 67, len(alphabet)}[rnd.IntN(5)]]
		for range rnd.IntN(64) {
			b.WriteByte(letters[rnd.IntN(len(letters))])
		}
		b.WriteString([]string{"\"", "`", "\n", "' ", ""}[rnd.IntN(5)])
	}
	return b.String() + "\n"
}
