package span_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/span"
)

const source = `package p

func f(a, b string) (s string) {
	use(
		g(a),
		b,
	)
	s = a + b
	t := T{A: a, B: "b"}
	t.A, t.B = b, h(t.A)(b)
	if a == b {
		panic(a)
	}
	go func() {
		ch <- a + "c"
	}()
	return t.A + a + s
}

var v = T{A: "a" +
	"b"}
`

// load parses files into one set. The text of each is at its name.
func load(t *testing.T, sources ...string) (*token.FileSet, []*ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for i, src := range sources {
		f, err := parser.ParseFile(fset, string(rune('a'+i))+".go", src, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return fset, files
}

// TestAround asks about the position that "¦" marks in a text that occurs once.
func TestAround(t *testing.T) {
	fset, files := load(t, source)
	spans := span.New(files)
	for _, test := range []struct{ name, at, want string }{
		{"a call's parenthesis", "use¦(", "use(\n\t\tg(a),\n\t\tb,\n\t)"},
		{"a call within another one's arguments", "g¦(a)", "g(a)"},
		{"a call of what a call returns", "(t.A)¦(b)", "h(t.A)(b)"},
		{"the call that returns it", "h¦(t.A)", "h(t.A)"},
		{"a panic", "panic¦(a)", "panic(a)"},
		{"an operator", "a ¦+ b\n", "a + b"},
		{"an assignment", "s ¦= a", "s = a + b"},
		{"an entry of a literal", "A¦: a", "A: a"},
		{"a literal", "T¦{A: a", `T{A: a, B: "b"}`},
		{"a name within a call", "panic(¦a", "panic(a)"},
		{"a send", "ch ¦<- a", `ch <- a + "c"`},
		{"a return", "¦return t", "return t.A + a + s"},
		{"an inner operator", "t.A ¦+ a + s", "t.A + a"},
		{"an outer operator", "a ¦+ s", "t.A + a + s"},
		{"a statement with a body", "¦if a", "if a == b {\n\t\tpanic(a)\n\t}"},
		{"a literal of the package", "T¦{A: \"a\"", "T{A: \"a\" +\n\t\"b\"}"},
		{"several lines", `"a" ¦+`, "\"a\" +\n\t\"b\""},
	} {
		before, after, _ := strings.Cut(test.at, "¦")
		if strings.Count(source, before+after) != 1 {
			t.Fatalf("%s: %q is not there once", test.name, before+after)
		}
		offset := strings.Index(source, before+after) + len(before)
		pos, end := spans.Around(files[0].FileStart + token.Pos(offset))
		if !end.IsValid() {
			t.Errorf("%s: no end", test.name)
			continue
		}
		if got := source[fset.Position(pos).Offset:fset.Position(end).Offset]; got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestAroundNothing: where there is nothing to be about, the position is all there is.
func TestAroundNothing(t *testing.T) {
	_, files := load(t, source, "package p\n\nvar w = g(1)\n")
	spans := span.New(files)
	for name, at := range map[string]token.Pos{
		"no position":     token.NoPos,
		"another package": files[1].FileEnd + 1000,
		"package clause":  files[0].Package,
		"declaration":     files[0].Decls[0].Pos(),
		"end of a file":   files[1].FileEnd,
	} {
		if pos, end := spans.Around(at); pos != at || end != token.NoPos {
			t.Errorf("%s: got %d to %d, want %d alone", name, pos, end, at)
		}
	}
	empty := span.New(nil)
	if pos, end := empty.Around(7); pos != 7 || end != token.NoPos {
		t.Errorf("without files: got %d to %d", pos, end)
	}
}

// TestAroundInEachFile: a package has several files, and each is asked more than once.
func TestAroundInEachFile(t *testing.T) {
	sources := []string{"package p\n\nvar a = g(1)\n", "package p\n\n// Longer than the other.\nvar b = g(2)\n"}
	fset, files := load(t, sources...)
	spans := span.New(files)
	for range 2 {
		for i, src := range sources {
			at := files[i].FileStart + token.Pos(strings.LastIndex(src, "("))
			pos, end := spans.Around(at)
			want := src[strings.Index(src, "g(") : len(src)-1]
			if got := src[fset.Position(pos).Offset:fset.Position(end).Offset]; got != want {
				t.Errorf("file %d: got %q, want %q", i, got, want)
			}
		}
	}
}
