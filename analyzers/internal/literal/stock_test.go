package literal

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	goscanner "go/scanner"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp/syntax"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/spf13/viper"
	"github.com/zricethezav/gitleaks/v8/config"
	"github.com/zricethezav/gitleaks/v8/detect"
	"github.com/zricethezav/gitleaks/v8/report"
)

var update = flag.Bool("update", false, "write the embedded rules from gitleaks' default configuration")

// TestGenerated: the rules that are embedded are those of the version in go.mod.
func TestGenerated(t *testing.T) {
	keywords, rules := generate(t)
	for name, want := range map[string][]byte{"keywords.txt": keywords, "rules.jsonl": rules} {
		if *update {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what gitleaks' rules come to: run go generate", name)
		}
	}
}

// generate returns what the default rules come to, as the package embeds them.
func generate(t *testing.T) (keywords, rules []byte) {
	t.Helper()
	c := stock(t, config.DefaultConfig)
	for _, id := range slices.Sorted(slices.Values(c.OrderedRules)) {
		r := c.Rules[id]
		slices.Sort(r.Keywords)
		sortStopWords(r.Allowlists)
		keywords = append(keywords, strings.Join(slices.Concat([]string{id, needOf(r).String()}, r.Keywords), "\t")+"\n"...)
		rules = append(rules, encode(t, r)...)
	}
	sortStopWords(c.Allowlists)
	return keywords, append(rules, encode(t, c.Allowlists)...)
}

// sortStopWords puts an order where the library leaves that of a map.
func sortStopWords(lists []*config.Allowlist) {
	for _, a := range lists {
		slices.Sort(a.StopWords)
	}
}

// encode returns v as a line of JSON without fields that are zero.
func encode(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(pruned(tree)); err != nil {
		t.Fatal(err)
	}
	return line.Bytes()
}

func pruned(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = pruned(v[i])
		}
	case map[string]any:
		for k, field := range v {
			switch field := pruned(field).(type) {
			case nil:
				delete(v, k)
			case string, float64, bool:
				if field == "" || field == 0.0 || field == false {
					delete(v, k)
				}
			case []any:
				if len(field) == 0 {
					delete(v, k)
				}
			}
		}
	}
	return v
}

// stock returns gitleaks' configuration in text, as the library reads it. It keeps
// state in variables: once in a process for what extends the default.
func stock(t testing.TB, text string) config.Config {
	t.Helper()
	v := viper.New()
	v.SetConfigType("toml")
	if err := v.ReadConfig(strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	var form config.ViperConfig
	if err := v.Unmarshal(&form); err != nil {
		t.Fatal(err)
	}
	c, err := form.Translate()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSame: literal finds what gitleaks does, in texts that each rule's expression
// is the pattern of, as they are and in what a program writes around them, and in
// texts of words that mean something to a rule.
func TestSame(t *testing.T) {
	same(t, stock(t, config.DefaultConfig), Options{}, 5, 2000)
}

// TestSameConfigured runs each configuration in a process of its own, for the
// library reads one in a process.
func TestSameConfigured(t *testing.T) {
	if name := os.Getenv("STOCK_CONFIG"); name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		same(t, stock(t, string(data)), Options{Config: name}, 2, 1000)
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

func same(t *testing.T, c config.Config, o Options, each, random int) {
	t.Helper()
	scanner, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	detector := detect.NewDetector(c)
	found, wrong := 0, 0
	rules := make(map[string]bool)
	for _, text := range examples(t, c, each, random) {
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

func ours(s *Scanner, text string) []finding {
	return sorted(s.Scan("", text), func(h Hit) finding { return finding{h.Rule, text[h.Start:h.End]} })
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

// examples returns texts for the rules of c. Chance is seeded, so that a failure
// comes again.
func examples(t *testing.T, c config.Config, each, random int) (texts []string) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, id := range slices.Sorted(slices.Values(c.OrderedRules)) {
		r := c.Rules[id]
		if r.Regex == nil {
			continue
		}
		re, err := syntax.Parse(r.Regex.String(), syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		for range each {
			s := matching(rnd, re)
			texts = append(texts, s)
			for _, k := range append(slices.Clip(r.Keywords), "password") {
				texts = append(texts, fmt.Sprintf("%s = %q", k, s), fmt.Sprintf("const %s_token = `%s`\n", k, s), fmt.Sprintf("a\n%s: %s // note\nb\n", k, s))
			}
		}
	}
	for range random {
		texts = append(texts, randomText(rnd, c))
	}
	return texts
}

// matching returns a text that re matches, but for what stands at its ends.
func matching(rnd *rand.Rand, re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpLiteral:
		return string(re.Rune)
	case syntax.OpCharClass:
		return string(character(rnd, re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return string(rune(' ' + rnd.IntN('~'-' ')))
	case syntax.OpAlternate:
		return matching(rnd, re.Sub[rnd.IntN(len(re.Sub))])
	case syntax.OpConcat, syntax.OpCapture:
		return repeated(rnd, re.Sub, 1)
	case syntax.OpQuest:
		return repeated(rnd, re.Sub, rnd.IntN(2))
	case syntax.OpStar:
		return repeated(rnd, re.Sub, rnd.IntN(12))
	case syntax.OpPlus:
		return repeated(rnd, re.Sub, 1+rnd.IntN(12))
	case syntax.OpRepeat:
		return repeated(rnd, re.Sub, re.Min+rnd.IntN(max(min(re.Max-re.Min, 12), 0)+1))
	}
	return "" // places, as of a word's end
}

func repeated(rnd *rand.Rand, subs []*syntax.Regexp, times int) string {
	var b strings.Builder
	for range times {
		for _, sub := range subs {
			b.WriteString(matching(rnd, sub))
		}
	}
	return b.String()
}

// character returns one of a class, in ASCII if there is any. Nobody writes the
// letters beyond ASCII that are an s and a k where case does not matter: one of the
// stated differences.
func character(rnd *rand.Rand, class []rune) rune {
	var all []rune
	for i := 0; i < len(class); i += 2 {
		for r := class[i]; r <= class[i+1] && r < 0x7f; r++ {
			if r >= ' ' || r == '\n' || r == '\t' {
				all = append(all, r)
			}
		}
	}
	if len(all) == 0 {
		return class[0]
	}
	return all[rnd.IntN(len(all))]
}

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

// BenchmarkSource scans the standard library's package net: its files, and the
// strings in them. Both are counted as so many bytes of source.
func BenchmarkSource(b *testing.B) {
	names, err := filepath.Glob(filepath.Join(runtime.GOROOT(), "src", "net", "*.go"))
	if err != nil || len(names) == 0 {
		b.Skip("no source: ", err)
	}
	var files, texts []string
	size := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files, texts = append(files, string(data)), append(texts, constants(data)...)
		size += len(data)
	}
	s, d := scanner(b, Options{}), detect.NewDetector(stock(b, config.DefaultConfig))
	for _, bench := range []struct {
		name  string
		texts []string
		scan  func(string)
	}{
		{"files/ours", files, func(text string) { s.Scan("", text) }},
		{"files/gitleaks", files, func(text string) { d.DetectString(text) }},
		{"strings/ours", texts, func(text string) { s.Scan("", text) }},
		{"strings/gitleaks", texts, func(text string) { d.DetectString(text) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				for _, text := range bench.texts {
					bench.scan(text)
				}
			}
		})
	}
}

// constants returns the strings in a Go file.
func constants(src []byte) (texts []string) {
	var s goscanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(src)), src, nil, 0)
	for {
		switch _, tok, lit := s.Scan(); tok {
		case token.STRING:
			if text, err := strconv.Unquote(lit); err == nil {
				texts = append(texts, text)
			}
		case token.EOF:
			return texts
		}
	}
}
