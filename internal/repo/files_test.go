package repo

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// The limits of non-test code. A function over the limit does two things; the
// one exception is a flat switch, which belongs below it all the same.
const (
	maxFileLines = 400
	maxFuncLines = 80
)

func TestFormatted(t *testing.T) {
	for _, f := range tracked(t) {
		if !strings.HasSuffix(f.name, ".go") {
			continue
		}
		want, err := format.Source(f.data)
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
		} else if !bytes.Equal(want, f.data) {
			t.Errorf("%s: not formatted: run gofmt -w", f.name)
		}
	}
}

func TestLengths(t *testing.T) {
	for _, f := range tracked(t) {
		if !isCode(f.name) {
			continue
		}
		if n := bytes.Count(f.data, []byte("\n")); n > maxFileLines {
			t.Errorf("%s: %d lines, want at most %d", f.name, n, maxFileLines)
		}
		checkFuncs(t, f)
	}
}

// isCode reports whether the file is the program's, and not a test or corpus.
func isCode(name string) bool {
	return strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, "testdata/")
}

func checkFuncs(t *testing.T, f file) {
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, f.name, f.data, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return
	}
	for _, decl := range parsed.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		if n := fset.Position(fn.End()).Line - fset.Position(fn.Pos()).Line + 1; n > maxFuncLines {
			t.Errorf("%v: %s has %d lines, want at most %d", fset.Position(fn.Pos()), fn.Name, n, maxFuncLines)
		}
	}
}

// foreign matches what is true of one machine only: the paths of homes and
// checkouts, and where it gets its modules from.
var foreign = regexp.MustCompile(`(?:^|[\s"'=(:` + "`" + `])/(?:work|root|home|Users)/\w|proxy\.golang\.|GOPROXY[=]http`)

func TestNoMachine(t *testing.T) {
	for _, f := range tracked(t) {
		for i, line := range bytes.Split(f.data, []byte("\n")) {
			if m := foreign.Find(line); m != nil {
				t.Errorf("%s:%d: %q is of one machine", f.name, i+1, m)
			}
		}
	}
}

// TestTidy: go.mod says what is needed and no more. It asks for modules that a
// build does not, so it may need the network.
func TestTidy(t *testing.T) {
	if testing.Short() {
		t.Skip("may need the network")
	}
	cmd := exec.Command("go", "mod", "tidy", "-diff")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go mod tidy -diff: %v\n%s", err, out)
	}
}
