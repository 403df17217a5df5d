package eval_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// shower reports what readers see of the arguments of show: an answer for each mode.
var shower = &analysis.Analyzer{
	Name:     "shower",
	Doc:      "say what readers see of the arguments of show",
	Requires: []*analysis.Analyzer{eval.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		return nil, pass.ResultOf[eval.Analyzer].(*eval.Shared).With(func(e *eval.Engine) {
			for _, fn := range e.Functions() {
				for _, b := range fn.Blocks {
					for _, instr := range b.Instrs {
						call, ok := instr.(*ssa.Call)
						if ok && call.Call.StaticCallee() != nil && call.Call.StaticCallee().Name() == "show" {
							pass.Report(analysis.Diagnostic{Pos: call.Pos(), Message: seenBy(e.Value(call.Call.Args[0], call))})
						}
					}
				}
			}
		})
	},
}

// seenBy returns the modes in which v shows a secret.
func seenBy(v *value.Value) string {
	var modes []string
	for _, m := range []value.Mode{value.Whole, value.Fmt, value.Syntax, value.JSON, value.Either} {
		for leaf := range v.ShownAs(m) {
			if leaf.Kind == value.Secret || leaf.Kind == value.Env {
				modes = append(modes, map[value.Mode]string{value.Whole: "whole"}[m]+string(m))
				break
			}
		}
	}
	return strings.Join(modes, " ")
}

// TestShapes: what a type does to how its values are shown. s is a secret.
func TestShapes(t *testing.T) {
	const all = "whole fmt go json any"
	for _, b := range []body{
		{"text", `show(s)`, all},
		{"constant", `show("a")`, ""},
		{"bytes", `show([]byte(s))`, all},
		{"address of a text", `show(&s)`, "whole json any"},
		{"struct", "type T struct{ S string }\n---\nshow(T{s})", all},
		{"address of a struct", "type T struct{ S string }\n---\nshow(&T{s})", all},
		{"address of an address", "type T struct{ S string }\n---\nx := &T{s}; show(&x)", "whole json any"},
		{"field that is an address", "type T struct{ S *string }\n---\nshow(T{&s})", "whole json any"},
		{"field that is the address of a struct", "type T struct{ S string }\ntype U struct{ T *T }\n---\nshow(U{&T{s}})", "whole json any"},
		{"field that is not exported", "type T struct{ s string }\n---\nshow(T{s})", "whole fmt go any"},
		{"field that JSON leaves out", "type T struct{ S string `json:\"-\"` }\n---\nshow(T{s})", "whole fmt go any"},
		{"field that JSON calls a dash", "type T struct{ S string `json:\"-,\"` }\n---\nshow(T{s})", all},
		{"field that YAML leaves out", "type T struct{ S string `yaml:\"-\"` }\n---\nshow(T{s})", "whole fmt go any"},
		{"list of addresses", `show([]*string{&s})`, "whole json any"},
		{"map", `show(map[string]string{"a": s})`, all},
		{"String", "type T struct{ S string }\nfunc (T) String() string { return \"*\" }\n---\nshow(T{s})", "whole go json"},
		{"String that shows it", "type T struct{ S string }\nfunc (t T) String() string { return \"S\" + t.S }\n---\nshow(T{s})", all},
		{"String that shows another field", "type T struct{ S, N string }\nfunc (t T) String() string { return t.N }\n---\nshow(T{s, \"a\"})", "whole go json"},
		{"String of the pointer", "type T struct{ S string }\nfunc (*T) String() string { return \"*\" }\n---\nshow(T{s})", all},
		{"String of the pointer, of a pointer", "type T struct{ S string }\nfunc (*T) String() string { return \"*\" }\n---\nshow(&T{s})", "whole go json"},
		{"Error", "type T struct{ S string }\nfunc (T) Error() string { return \"*\" }\n---\nshow(T{s})", "whole go json"},
		{"GoString", "type T struct{ S string }\nfunc (T) GoString() string { return \"*\" }\n---\nshow(T{s})", "whole fmt json any"},
		{"MarshalJSON", "type T struct{ S string }\nfunc (T) MarshalJSON() ([]byte, error) { return nil, nil }\n---\nshow(T{s})", "whole fmt go"},
		{"MarshalText", "type T string\nfunc (T) MarshalText() ([]byte, error) { return nil, nil }\n---\nshow(T(s))", "whole fmt go"},
		{"LogValue", "type T string\nfunc (T) LogValue() string { return \"*\" }\n---\nshow(T(s))", "whole fmt go json"},
		{"LogValue within a list", "type T string\nfunc (T) LogValue() string { return \"*\" }\n---\nshow([]T{T(s)})", all},
		{"String within a list", "type T string\nfunc (T) String() string { return \"*\" }\n---\nshow([]T{T(s)})", "whole go json"},
		{"String within a field", "type T string\nfunc (T) String() string { return \"*\" }\ntype U struct{ F T }\n---\nshow(U{T(s)})", "whole go json"},
		{"String within a field that is not exported", "type T string\nfunc (T) String() string { return \"*\" }\ntype U struct{ f T }\n---\nshow(U{T(s)})", "whole fmt go any"},
		{"promoted String", "type T struct{ S string }\nfunc (T) String() string { return \"*\" }\ntype U struct{ T }\n---\nshow(U{T{s}})", "whole go json"},
		{"a method of that name alone", "type T struct{ S string }\nfunc (T) Strings() string { return \"*\" }\n---\nshow(T{s})", all},
		{"Format", "type T struct{ S string }\nfunc (T) Format(int, rune) {}\n---\nshow(T{s})", "whole json"},
	} {
		t.Run(b.name, func(t *testing.T) {
			declarations, statements, found := strings.Cut(b.body, "\n---\n")
			if !found {
				declarations, statements = "", b.body
			}
			source := head + "func show(any) {}\n" + declarations + "\nfunc f() {\n\to, _ := client.GetSecretValue(ctx, nil)\n\ts := *o.SecretString\n\t" + statements + "\n}\n"
			w := checktest.NewWorld(t, checktest.Environment)
			if got := asked(w.Analyze(t, shower, w.Compile(t, "example.com/p", source))); got != b.want {
				t.Errorf("got %q, want %q\n%s", got, b.want, b.body)
			}
		})
	}
}
