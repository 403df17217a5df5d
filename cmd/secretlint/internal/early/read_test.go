package early

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// A vetConfig is what the go command writes: the struct of that name in its
// internal/work, as of Go 1.26.
type vetConfig struct {
	ID                        string
	Compiler                  string
	Dir                       string
	ImportPath                string
	GoFiles                   []string
	NonGoFiles                []string
	IgnoredFiles              []string
	ModulePath                string
	ModuleVersion             string
	ImportMap                 map[string]string
	PackageFile               map[string]string
	Standard                  map[string]bool
	PackageVetx               map[string]string
	VetxOnly                  bool
	VetxOutput                string
	Stdout                    string
	GoVersion                 string
	FixArchive                string
	SucceedOnTypecheckFailure bool
}

func (c vetConfig) encode(t *testing.T) []byte {
	t.Helper()
	data, err := json.MarshalIndent(c, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

func (c vetConfig) unit() Unit {
	u := Unit{
		ImportPath: c.ImportPath, ModulePath: c.ModulePath, ModuleVersion: c.ModuleVersion,
		VetxOnly: c.VetxOnly, VetxOutput: c.VetxOutput, Leaf: true, Archives: len(c.PackageFile) > 0,
	}
	for _, path := range c.ImportMap {
		u.Leaf = u.Leaf && (path == "unsafe" || path == "C")
	}
	return u
}

// FuzzEncoded: what the go command's encoder makes is read, unless one of the
// strings that matter has to be escaped.
func FuzzEncoded(f *testing.F) {
	f.Add("fmt", "", "", true, "/tmp/b001/vet.out", "io", "io", "unsafe", "/src/a.go")
	f.Add("example.com/m [example.com/m.test]", "example.com/m", "v1.0.0", false, "/tmp/ü/vet.out", "C", "C", "unsafe", "\"\\\n\x01<&>")
	f.Add("", "", "", true, "", "", "", "", "")
	f.Fuzz(func(t *testing.T, path, module, version string, only bool, output, from, to, from2, file string) {
		c := vetConfig{
			ID: file, Compiler: "gc", ImportPath: path, GoFiles: []string{file, from}, NonGoFiles: []string{},
			ModulePath: module, ModuleVersion: version,
			ImportMap:   map[string]string{from: to, from2: from2},
			PackageFile: map[string]string{to: output}, Standard: map[string]bool{file: only},
			VetxOnly: only, VetxOutput: output, GoVersion: file,
		}
		got, ok := Read(c.encode(t))
		want := !slices.ContainsFunc([]string{path, module, version, output, from, to, from2}, escaped)
		if ok != want {
			t.Fatalf("ok = %t, want %t", ok, want)
		}
		if diff := cmp.Diff(c.unit(), got); ok && diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// escaped reports whether encoding/json does not write a string as it is.
func escaped(s string) bool {
	return !utf8.ValidString(s) || strings.ContainsFunc(s, func(c rune) bool {
		return c < ' ' || strings.ContainsRune("\"\\<>&\u2028\u2029", c)
	})
}

func TestReadNothing(t *testing.T) {
	for _, data := range []string{
		"", "null", "[]", `""`, "{", "{}}", "{} {}", `{"ImportPath"}`, `{"ImportPath":}`, `{"ImportPath":"fmt",}`,
		`{"ImportPath":"fmt","ImportPath":"fmt"}`, `{"importPath":"fmt"}`, `{"VetxOnly":null}`, `{"VetxOnly":1}`, `{"VetxOnly":"true"}`,
		`{"New":1}`, `{"New":[[[[[]]]]]}`, `{"New":nul}`, `{"New":"\x"}`, `{"New":"\u12g4"}`, `{"New":"\`, "{\"New\":\"\n\"}",
		`{"ImportMap":null}`, `{"ImportMap":[]}`, `{"ImportMap":{"b":"b","a":"a"}}`, `{"ImportMap":{"a":"C","a":"a"}}`, `{"ImportMap":{"a":"\u0043"}}`,
		"{\"ImportPath\":\"\xff\"}", `{"ImportPath":"fmt" "VetxOnly":true}`, "{\"\u017ftdout\":\"\"}",
	} {
		if u, ok := Read([]byte(data)); ok {
			t.Errorf("%s: read as %+v", data, u)
		}
	}
}

// TestReadNew: fields that the go command does not write yet do no harm.
func TestReadNew(t *testing.T) {
	got, ok := Read([]byte(`{"New":[{"a":[null,true,"\u12aF\n"]},{}],"VetxOnly":true,"Newer":null}` + "\n"))
	if diff := cmp.Diff(Unit{VetxOnly: true, Leaf: true}, got); !ok || diff != "" {
		t.Errorf("ok = %t (-want +got):\n%s", ok, diff)
	}
}
