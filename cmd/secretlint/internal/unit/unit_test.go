package unit

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/early"
)

// writeFile writes a file in a directory of its own, and returns its name.
func writeFile(t *testing.T, data string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// module writes the files of an archive and returns their directory.
func module(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run runs a command as a user of the toy would, and returns what it prints and
// whether it succeeded.
func run(t *testing.T, dir, name string, args ...string) (output string, ok bool) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "SECRETLINT_TOY=1", "GOWORK=off", "GOFLAGS=", "GOPROXY=off")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), err == nil
}

func goVet(t *testing.T, dir string, args ...string) (output string, ok bool) {
	t.Helper()
	return run(t, dir, "go", append([]string{"vet", "-vettool=" + os.Args[0]}, args...)...)
}

const toyModule = `
-- go.mod --
module example.com/m

go 1.26
-- low/low.go --
package low

type T struct{}

func (T) MarkMethod() {}

func MarkFunc() {}
-- passing/passing.go --
package passing

import "example.com/m/low"

func New() low.T { low.MarkFunc(); return low.T{} }
-- high/high.go --
package high

import (
	"example.com/m/low"
	"example.com/m/passing"
)

func f() {
	passing.New().MarkMethod()
	low.MarkFunc()
}
-- far/far.go --
package far

import "example.com/m/passing"

func f() { passing.New().MarkMethod() }
-- boom/boom.go --
package boom

func MarkBoom() {}
-- fail/fail.go --
package fail

func MarkFail() {}
-- onboom/onboom.go --
package onboom

import (
	"example.com/m/boom"
	"example.com/m/fail"
	"example.com/m/low"
)

func f() {
	boom.MarkBoom()
	fail.MarkFail()
	low.MarkFunc()
}
`

// TestFactsAcrossUnits: facts go from package to package, through one of which
// nothing is to be said.
func TestFactsAcrossUnits(t *testing.T) {
	out, ok := goVet(t, module(t, toyModule), "./high", "./far")
	want := []string{
		"high/high.go:9:2: MarkMethod is marked by low (toy)",
		"high/high.go:10:2: MarkFunc is marked by low (toy)",
		"far/far.go:5:12: MarkMethod is marked by low (toy)",
	}
	for _, line := range want {
		if !strings.Contains(out, line+"\n") {
			t.Errorf("no %q", line)
		}
	}
	if ok || strings.Count(out, "\n") != len(want) {
		t.Errorf("ok = %t and\n%s", ok, out)
	}
}

// TestInternalErrors: an analyzer that fails on a package costs that package's
// facts. Its importers are checked, and the failure is told again by the go
// command's cache.
func TestInternalErrors(t *testing.T) {
	dir := module(t, toyModule)
	for range 2 {
		out, ok := goVet(t, dir, "./onboom")
		want := []string{
			"boom/boom.go:1:1: internal error: a toy breaks: please report it (toy)",
			"fail/fail.go:1:1: internal error: a toy fails (toy)",
			"onboom/onboom.go:12:2: MarkFunc is marked by low (toy)",
		}
		for _, line := range want {
			if !strings.Contains(out, line+"\n") {
				t.Errorf("no %q in\n%s", line, out)
			}
		}
		if ok || strings.Contains(out, "MarkBoom") || strings.Contains(out, "MarkFail") {
			t.Errorf("ok = %t and\n%s", ok, out)
		}
	}
}

// unit runs the tool on a unit of our own making, and returns what it prints.
func unit(t *testing.T, c cfg, args ...string) string {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	file := writeFile(t, string(data)) + ".cfg"
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	out, _ := run(t, c.Dir, os.Args[0], append(args, file)...)
	return out
}

func newUnit(dir, pkg string, imports ...cfg) cfg {
	c := cfg{
		ID:          "example.com/m/" + pkg,
		Dir:         filepath.Join(dir, pkg),
		ImportPath:  "example.com/m/" + pkg,
		GoVersion:   "go1.26",
		GoFiles:     []string{filepath.Join(dir, pkg, pkg+".go")},
		ModulePath:  "example.com/m",
		ImportMap:   make(map[string]string),
		PackageFile: make(map[string]string),
		PackageVetx: make(map[string]string),
		VetxOutput:  filepath.Join(dir, pkg+".vetx"),
	}
	for _, imp := range imports {
		c.ImportMap[imp.ImportPath] = imp.ImportPath
		c.PackageVetx[imp.ImportPath] = imp.VetxOutput
	}
	return c
}

// TestWithoutCompiler: what a leaf leaves is enough for the units above it when
// the go command does not compile any more.
func TestWithoutCompiler(t *testing.T) {
	t.Setenv("GOVERSION", "")
	dir := module(t, toyModule)
	low := newUnit(dir, "low")
	low.VetxOnly = true
	passing := newUnit(dir, "passing", low)
	passing.VetxOnly = true
	high := newUnit(dir, "high", low, passing)
	for _, c := range []cfg{low, passing} {
		if out := unit(t, c); out != "" {
			t.Errorf("%s printed %s", c.ID, out)
		}
	}
	out := unit(t, high)
	if !strings.Contains(out, "MarkFunc is marked by low") || !strings.Contains(out, "MarkMethod is marked by low") {
		t.Errorf("got %s", out)
	}
}

// TestLeafOfOthers: so it is if the leaf is not the user's own, and is not
// analyzed.
func TestLeafOfOthers(t *testing.T) {
	t.Setenv("GOVERSION", "")
	dir := module(t, toyModule)
	low := newUnit(dir, "low")
	low.VetxOnly, low.ModuleVersion = true, "v1.0.0"
	unit(t, low)
	if facts, err := readVetx(low.VetxOutput); err != nil || len(facts) > 0 {
		t.Errorf("facts %q, %v", facts, err)
	}
	if out := unit(t, newUnit(dir, "passing", low)); out != "" {
		t.Errorf("got %s", out)
	}
}

// TestBroken: what does not compile is told of where it was named, and harms
// nothing elsewhere.
func TestBroken(t *testing.T) {
	for name, src := range map[string]string{
		"types":  "package low\n\nvar x int = missing\n",
		"syntax": "package low\n\nvar x int = \n",
	} {
		dir := module(t, "-- low/low.go --\n"+src)
		low := newUnit(dir, "low")
		if out := unit(t, low); !strings.HasPrefix(out, low.GoFiles[0]+":3:") || strings.Count(out, "\n") != 1 {
			t.Errorf("%s, named: got %q", name, out)
		}
		low.VetxOnly = true
		if out := unit(t, low); out != "" {
			t.Errorf("%s, imported: got %q", name, out)
		}
		if data, err := os.ReadFile(low.VetxOutput); err != nil || len(data) > 0 {
			t.Errorf("%s: left %q, %v", name, data, err)
		}
	}
}

// TestText is what go commands before 1.26 ask for.
func TestText(t *testing.T) {
	dir := module(t, "-- low/low.go --\npackage low\n\nfunc Mark() { Mark() }\n")
	low := newUnit(dir, "low")
	want := low.GoFiles[0] + ":3:15: Mark is marked by low (toy)\n"
	if got := unit(t, low); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := unit(t, low, "-toy=false"); got != "" {
		t.Errorf("with -toy=false: got %q", got)
	}
	if got := unit(t, low, "-json"); !strings.Contains(got, `"toy": [`) {
		t.Errorf("with -json: got %q", got)
	}
}

// FuzzUnit: where package early can read a description, it decides by the same
// as this package does.
func FuzzUnit(f *testing.F) {
	c := newUnit("/dir", "high", newUnit("/dir", "low"))
	for _, change := range []func(){
		func() {},
		func() { c.VetxOnly, c.ModuleVersion = true, "v1.0.0" },
		func() { c.ImportMap = map[string]string{"C": "C", "unsafe": "unsafe"} },
		func() { c.PackageFile = map[string]string{"example.com/m/low": "/dir/low.a"} },
	} {
		change()
		data, err := json.MarshalIndent(c, "", "\t")
		if err != nil {
			f.Fatal(err)
		}
		if _, ok := early.Read(data); !ok {
			f.Fatalf("cannot read %s", data)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ok := early.Read(data)
		if !ok {
			return
		}
		var c cfg
		var other *json.UnmarshalTypeError // of a field that does not matter
		if err := json.Unmarshal(data, &c); errors.As(err, &other) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.unit(), &got); diff != "" {
			t.Errorf("(-unit +early):\n%s", diff)
		}
	})
}

// TestLeafCompiled: types are left for those above a leaf only if these may not
// be compiled.
func TestLeafCompiled(t *testing.T) {
	dir := module(t, toyModule)
	for _, version := range []string{"", "v1.0.0"} {
		low := newUnit(dir, "low")
		low.VetxOnly, low.ModuleVersion = true, version
		for goVersion, want := range map[string]bool{"": true, "go1.26.8": false, "go1.99": true} {
			t.Setenv("GOVERSION", goVersion)
			unit(t, low)
			data, err := os.ReadFile(low.VetxOutput)
			if err != nil {
				t.Fatal(err)
			}
			facts, err := readVetx(low.VetxOutput)
			if got := len(data) > vetxHeader+len(facts); got != want || err != nil {
				t.Errorf("version %q, go command %q: types = %t, %v", version, goVersion, got, err)
			}
			if (len(facts) > 0) != (version == "") {
				t.Errorf("version %q, go command %q: facts %q", version, goVersion, facts)
			}
		}
	}
}

func TestFlags(t *testing.T) {
	out, ok := run(t, t.TempDir(), os.Args[0], "-flags")
	var flags []struct {
		Name string
		Bool bool
	}
	if err := json.Unmarshal([]byte(out), &flags); err != nil || !ok {
		t.Fatalf("%v in %s", err, out)
	}
	got := make(map[string]bool)
	for _, f := range flags {
		got[f.Name] = f.Bool
	}
	want := map[string]bool{"V": false, "c": false, "deep": false, "diff": true, "flags": true, "json": true, "toy": true}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestVersion: the line changes with the configuration, and only with it.
func TestVersion(t *testing.T) {
	dir := module(t, "-- go.mod --\nmodule m\n")
	version := func() string {
		out, ok := run(t, dir, os.Args[0], "-V=full")
		if fields := strings.Fields(out); !ok || len(fields) < 4 || fields[1] != "version" || !strings.HasPrefix(fields[len(fields)-1], "buildID=") {
			t.Fatalf("got %q", out)
		}
		return out
	}
	first := version()
	if again := version(); again != first {
		t.Errorf("got %q, then %q", first, again)
	}
	if err := os.WriteFile(filepath.Join(dir, ".secretlint.yml"), []byte("disable: [toy]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if configured := version(); configured == first {
		t.Errorf("got %q with and without a configuration", first)
	}
}
