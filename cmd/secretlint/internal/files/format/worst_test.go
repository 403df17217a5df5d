package format_test

import (
	"strings"
	"testing"
	"time"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files/format"
)

// worst are files made to cost time, memory or stack.
func worst() map[string][]string {
	const n = 1 << 18 // up to 1<<20 no parser runs out of stack
	rep := strings.Repeat
	return map[string][]string{
		"compose.yaml": {
			rep("[", n), rep("- ", n), rep("{a: ", n), rep("a:\n", n), rep("\"", n), rep("{{ ", n/2), rep("{{ x }}", n/4), rep("*a ", n), rep("# c\n", n/2),
			"services: {a: {image: x, environment: {" + rep("é: é, ", n/8) + "}}}",
			bomb(), merges(), "a: &a [*a, *a]\nservices: {a: {image: x, environment: *a}}\n", rep("é", n), rep("?", n), rep("!", n), rep("&a ", n/2), rep(" ", n) + "a",
			"services:\n  a:\n    environment:\n" + rep("      - A=1\n", n/12),
		},
		"x.json": {rep("[", n), rep(`{"a":`, n), rep(`"`, n), rep("1 ", n), `{"containerDefinitions":[` + rep(`{"environment":[{"name":"a","value":"b"}]},`, n/64) + "{}]}"},
		"x.tf": {
			"a = " + rep("(", n-8), "a = " + rep("-", n-8), "a = " + rep("!", n-8), "a = " + rep("a?", n/2-8), "a = " + rep("[", n-8), "a = " + rep("\"${", n/4), "a = " + rep("a+", n/2-8),
			rep("a {\n", n/4-1), rep("a = <<E\n", n/8), "a = <<E\n" + rep("b\n", n/2-16) + "E\n", rep("a = <<E\n"+rep("b\n", 5000)+"E\n", n/10_010), "a = " + rep("a.", n/2-8), "a = " + rep("a[", n/2-8), "a = " + rep("%{if a}", n/8), "a = " + rep("f(", n/2-8), rep("\"", n), rep("/*", n/2), rep("[for a in ", n/10),
			"a = " + rep("{a=", n/3-8), "a = " + rep("a[*]", n/4-8), rep("é", n/2),
		},
		"x.sh": {
			rep("(", n), rep("$(", n/2), rep("`", n), rep("{ ", n/2), rep("if ", n/3), rep("! ", n/2), "a=" + rep("${a:-", n/5-1), "((" + rep("-", n-8), "((" + rep("!", n-8), "[[ " + rep("! ", n/2-8), "[[ " + rep("( ", n/2-8),
			"((" + rep("a?", n/2-8), rep("while ", n/6), rep("case x in x) ", n/16), rep("a|", n/2), rep("a&&", n/3), rep("<<E ", n/4), rep("f() ", n/4), rep("\"$(", n/3), rep("a=(", n/3), "((" + rep("a=", n/2-8), "((" + rep("a**", n/3-8), rep("time ", n/5), rep("coproc ", n/7),
			rep("<(", n/2), "a=" + rep("${a[", n/4-1), rep("@(", n/2), rep("select x in x;do ", n/17), rep("let ", n/4), rep("function f ", n/11), rep("for x in x;do ", n/14), rep("until ", n/6), rep("if a;then b;elif ", n/17),
		},
		"Dockerfile": {
			rep("ENV A=1\n", n/8), "ENV " + rep("A=1 ", n/4), rep("ONBUILD ", n/8), "RUN " + rep("<<E ", n/4), "ENV A=\"" + rep("\\", n), "ENV A=1 \\\n" + rep("#\n", n/2), rep("\\\n", n/2), "RUN " + rep("(", n), "FROM x\nRUN " + rep("if ", n/3),
			rep("ONBUILD \\\n", n/10), "RUN " + rep("<<E \\\n", n/6), "ENV A=" + rep("${A:-\\\n", n/7), "ENV A=" + rep("$A\\\n", n/4), "RUN " + rep("<<A\\\n", n/5) + "x", rep("RUN <<A\nA\n", n/10),
			"ENV A=" + rep("${A#*\\\n", n/7), rep("# escape=`\n", n/11), "RUN [" + rep("\"\",\\\n", n/5), rep("FROM x\n", n/7) + "ENV a b=c\nENV A", rep("A=1 \\\n", n/6),
		},
		"many.yaml": {rep("apiVersion: [\n---\n", n/17), rep("a: \"\n---\n", n/10) + "apiVersion: v1\nkind: x\n", rep("a: *b\n---\n", n/11) + "services: x"},
		"x.env":     {rep("A=\"\n", n/4), rep("A='", n/3), rep("A=1\n", n/4), rep("=", n), rep(" ", n)},
		"x.service": {rep("\\\n", n/2), "Environment=" + rep("\"A=1 ", n/5), "Environment=" + rep("A=1 ", n/4), rep("Environment=A=1\n", n/16)},
	}
}

// bomb is a file whose aliases stand for 10 to the power of 20 texts.
func bomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x]\n")
	for i := 1; i < 20; i++ {
		last := "*a" + string(rune('a'+i-1))
		if i == 1 {
			last = "*a0"
		}
		b.WriteString("k: &a" + string(rune('a'+i)) + " [" + strings.Repeat(last+", ", 9) + last + "]\n")
	}
	return b.String() + "services: {a: {image: x, environment: *at, command: *at}}\n"
}

// merges is a file in which many mappings merge a large one.
func merges() string {
	var b strings.Builder
	b.WriteString("x: &x {")
	for i := range 10_000 {
		b.WriteString(strings.Repeat("a", i%50) + string(rune('a'+i%26)) + ": 1, ")
	}
	b.WriteString("}\n")
	return b.String() + strings.Repeat("y: {<<: *x}\n", 50_000)
}

// TestWorst: no file takes long, or the stack.
func TestWorst(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, texts := range worst() {
		f, ok := format.Of(name, nil)
		if !ok {
			t.Fatal(name)
		}
		for _, text := range texts {
			start := time.Now()
			_, err := f.Parse([]byte(text))
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%s: %.20q… took %v: %v", name, text, took, err)
			} else if testing.Verbose() {
				t.Logf("%s: %.20q… took %v: %v", name, text, took, err)
			}
		}
	}
}
