package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/go/analysis"
)

// words is a flag that may be given several times and refuses "bad".
type words []string

func (w *words) String() string { return "" }

func (w *words) Set(s string) error {
	if s == "bad" {
		return errors.New("a bad word")
	}
	*w = append(*w, s)
	return nil
}

func toys() ([]*analysis.Analyzer, *words) {
	w := new(words)
	alpha := &analysis.Analyzer{Name: "alpha"}
	alpha.Flags.Var(w, "words", "")
	return []*analysis.Analyzer{alpha, {Name: "beta"}}, w
}

func TestParse(t *testing.T) {
	analyzers, w := toys()
	conf, err := Parse("f.yml", []byte(`
disable: [beta]
deep:
  - example.com/one
  - example.com/two
alpha:
  words: &w [x, y]
`), analyzers)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Disable:  []string{"beta"},
		Deep:     []string{"example.com/one", "example.com/two"},
		Settings: []Setting{{Analyzer: "alpha", Flag: "words", Value: "x"}, {Analyzer: "alpha", Flag: "words", Value: "y"}},
	}
	if diff := cmp.Diff(want, conf, cmpopts.IgnoreUnexported(Setting{})); diff != "" {
		t.Error(diff)
	}
	enabled, err := conf.Apply(analyzers)
	if err != nil || len(enabled) != 1 || enabled[0].Name != "alpha" {
		t.Errorf("Apply = %v, %v", enabled, err)
	}
	if diff := cmp.Diff(&words{"x", "y"}, w); diff != "" {
		t.Error(diff)
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"syntax", "deep: [", "f.yml:1: "},
		{"tab", "deep:\n\t- x", "f.yml:2: "},
		{"scalar", "yes", "f.yml:1:1: want keys with values, got a string"},
		{"list", "- x", "f.yml:1:1: want keys with values, got a list"},
		{"unknown", "alpah: {}", `f.yml:1:1: alpah: unknown key (did you mean "alpha"?)`},
		{"far", "weather: {}", "f.yml:1:1: weather: unknown key"},
		{"section", "alpha: []", "f.yml:1:8: alpha: want keys with values, got a list"},
		{"flag", "alpha:\n  word: [x]", `f.yml:2:3: alpha.word: unknown key (did you mean "words"?)`},
		{"no flags", "beta:\n  word: [x]", "f.yml:2:3: beta.word: unknown key"},
		{"value", "alpha:\n  words: x", "f.yml:2:10: alpha.words: want a list of strings, got a string"},
		{"nothing", "deep:", "f.yml:1:6: deep: want a list of strings, got nothing"},
		{"number", "deep: [1]", "f.yml:1:8: deep: want a string, got 1"},
		{"mapping", "deep: [{a: b}]", "f.yml:1:8: deep: want a string, got keys with values"},
		{"version", "deep: [a@v1]", `f.yml:1:8: deep: want a module path without a version, got "a@v1"`},
		{"rule", "disable: [alhpa]", `f.yml:1:11: disable: unknown rule "alhpa" (did you mean "alpha"?)`},
		{"twice", "deep: [a]\ndeep: [b]", "f.yml:2:1: deep: given twice"},
		{"documents", "deep: [a]\n---\ndeep: [b]", "f.yml:2:1: a second document: want one"},
		{"second syntax", "deep: [a]\n---\ndeep: [", "f.yml:3: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			analyzers, _ := toys()
			_, err := Parse("f.yml", []byte(test.text), analyzers)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestParseNothing(t *testing.T) {
	for _, text := range []string{"", "# a comment\n", "---\n", "{}"} {
		if _, err := Parse("f.yml", []byte(text), nil); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestApplyError(t *testing.T) {
	analyzers, _ := toys()
	conf, err := Parse("f.yml", []byte("alpha:\n  words:\n    - good\n    - bad\n"), analyzers)
	if err != nil {
		t.Fatal(err)
	}
	_, err = conf.Apply(analyzers)
	if want := "f.yml:4:7: alpha.words: a bad word"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestFind(t *testing.T) {
	t.Setenv("GOWORK", "")
	for _, test := range []struct {
		name, files, dir, want string
	}{
		{"module root", "go.mod .secretlint.yml sub/x", "sub", ".secretlint.yml"},
		{"not inside the module", "go.mod sub/.secretlint.yml", "sub", ""},
		{"repository root", ".git/x m/go.mod .secretlint.yml", "m", ".secretlint.yml"},
		{"module before repository", ".git/x m/go.mod m/.secretlint.yml .secretlint.yml", "m", "m/.secretlint.yml"},
		{"not above the repository", "r/.git/x r/go.mod .secretlint.yml", "r", ""},
		{"workspace root", "go.work m/go.mod .secretlint.yml", "m", ".secretlint.yml"},
		{"not above the module", "m/go.mod .secretlint.yml", "m", ""},
		{"no module", ".secretlint.yml", ".", ".secretlint.yml"},
		{"nothing", "x", ".", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := writeFiles(t, test.files)
			got, err := Find(filepath.Join(root, test.dir))
			if err != nil {
				t.Fatal(err)
			}
			if want := test.want; want != "" && got != filepath.Join(root, want) || want == "" && got != "" {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestFindAll(t *testing.T) {
	t.Setenv("GOWORK", "")
	root := writeFiles(t, "a/go.mod a/.secretlint.yml b/go.mod .secretlint.yml")
	work := "go 1.26\nuse ./a\nuse ./b\n"
	if err := os.WriteFile(filepath.Join(root, "go.work"), []byte(work), 0o666); err != nil {
		t.Fatal(err)
	}
	got, err := FindAll(filepath.Join(root, "b"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{filepath.Join(root, ".secretlint.yml"), filepath.Join(root, "a", ".secretlint.yml")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// writeFiles makes empty files and returns their directory.
func writeFiles(t *testing.T, files string) string {
	root := t.TempDir()
	for name := range strings.FieldsSeq(files) {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}
