package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// maxEarlyBytes is the most that packages may allocate before a unit ends that
// needs nothing. It was 7 KB when this was written, of 127 KB in all, or of 3.6 MB
// with the AWS SDK and gitleaks linked. Names would say less: with every library
// come packages that need nothing, are initialised first, and do nothing.
const maxEarlyBytes = 16 << 10

// TestEarly: a unit that needs nothing ends before package os is initialised, for
// which most others wait, and before much else is, however much is linked.
func TestEarly(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	dir := t.TempDir()
	tool := filepath.Join(dir, "secretlint")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, test := range []struct {
		name    string
		imports map[string]string // with files of export data
		args    []string
		early   bool
	}{
		{"no leaf", map[string]string{"io": "/io.a"}, []string{"-json"}, true},
		{"leaf", map[string]string{}, []string{"-json"}, true},
		{"no flag", map[string]string{}, nil, true},
		{"flags", map[string]string{}, []string{"-json", "-keyzero=true", "-deep=example.com/other"}, true},
		{"flag in two arguments", map[string]string{}, []string{"-json", "-deep", "example.com/other"}, false},
	} {
		vetx := filepath.Join(t.TempDir(), "vet.out")
		packages := initialised(t, exec.Command(tool, append(test.args, describe(t, vetx, test.imports))...))
		if data, err := os.ReadFile(vetx); err != nil || len(data) > 0 {
			t.Errorf("%s: left %q, %v", test.name, data, err)
		}
		sum, needsOS := 0, false
		for _, p := range packages {
			sum += p.bytes
			needsOS = needsOS || p.path == "os"
		}
		if early := !needsOS && sum <= maxEarlyBytes; early != test.early {
			last := packages[len(packages)-1].path
			t.Errorf("%s: the last of %d packages initialised is %s, after %d bytes", test.name, len(packages), last, sum)
		}
	}
}

// describe writes the description of a dependency that is not the user's own.
func describe(t *testing.T, vetx string, imports map[string]string) string {
	t.Helper()
	importMap := make(map[string]string)
	for path := range imports {
		importMap[path] = path
	}
	data, err := json.MarshalIndent(map[string]any{
		"ID": "fmt", "ImportPath": "fmt", "GoFiles": []string{}, "ModulePath": "",
		"ImportMap": importMap, "PackageFile": imports, "VetxOnly": true, "VetxOutput": vetx,
	}, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "vet.cfg")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

type initialisedPackage struct {
	path  string
	bytes int
}

var initTrace = regexp.MustCompile(`^init (\S+) @.*, (\d+) bytes, \d+ allocs$`)

// initialised runs the program as the go command does and returns the packages
// whose initialisation was completed, in order.
func initialised(t *testing.T, cmd *exec.Cmd) []initialisedPackage {
	t.Helper()
	cmd.Env = slices.Concat(os.Environ(), []string{"GODEBUG=inittrace=1", "GOVERSION=go1.26.0"})
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var packages []initialisedPackage
	for line := range strings.Lines(string(out)) {
		m := initTrace.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			t.Fatalf("printed %q", line)
		}
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, initialisedPackage{m[1], n})
	}
	if len(packages) == 0 {
		t.Fatal("no trace of initialisation")
	}
	return packages
}
