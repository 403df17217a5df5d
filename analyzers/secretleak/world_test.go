package secretleak_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/secretleak"
)

// world returns a world with the packages by which secrets get in and out.
func world(t testing.TB) *checktest.World {
	t.Helper()
	return checktest.NewWorld(t, fakes())
}

// fakes are checktest's, and what shows values to somebody. What is replaced stands
// where it stood, for packages import those before them.
func fakes() []checktest.Fake {
	more := map[string]string{}
	for _, f := range shown {
		more[f.Path] = f.Source
	}
	all := slices.Clone(checktest.Environment)
	slices.SortStableFunc(all, func(a, b checktest.Fake) int { return rank(a.Path) - rank(b.Path) })
	for i, f := range all {
		if source, ok := more[f.Path]; ok {
			all[i].Source = source
			delete(more, f.Path)
		}
	}
	return append(all, slices.DeleteFunc(slices.Clone(shown), func(f checktest.Fake) bool { return more[f.Path] == "" })...)
}

// rank puts io before those that write to what it describes.
func rank(path string) int {
	if path == "io" {
		return 0
	}
	return 1
}

var shown = []checktest.Fake{
	{Path: "fmt", Source: `package fmt
		import "io"
		type Stringer interface { String() string }
		func Errorf(string, ...any) error
		func Sprintf(string, ...any) string
		func Sprint(...any) string
		func Print(...any) (int, error)
		func Println(...any) (int, error)
		func Printf(string, ...any) (int, error)
		func Fprint(io.Writer, ...any) (int, error)
		func Fprintln(io.Writer, ...any) (int, error)
		func Fprintf(io.Writer, string, ...any) (int, error)`},
	{Path: "os", Source: `package os
		func Getenv(string) string
		func LookupEnv(string) (string, bool)
		func Setenv(key, value string) error
		func Unsetenv(string) error
		func Environ() []string
		func ExpandEnv(string) string
		func Expand(string, func(string) string) string
		func ReadFile(string) ([]byte, error)
		func WriteFile(string, []byte, uint32) error
		type File struct{}
		func (*File) Write([]byte) (int, error)
		func (*File) WriteString(string) (int, error)
		func (*File) Close() error
		func Create(string) (*File, error)
		var Stdout, Stderr *File
		func Exit(int)`},
	{Path: "bytes", Source: `package bytes
		type Buffer struct { buf []byte }
		func (*Buffer) Write([]byte) (int, error)
		func (*Buffer) WriteString(string) (int, error)
		func (*Buffer) String() string
		func (*Buffer) Bytes() []byte`},
	{Path: "bufio", Source: `package bufio
		import "io"
		type Writer struct { w io.Writer }
		func NewWriter(io.Writer) *Writer
		func (*Writer) Write([]byte) (int, error)
		func (*Writer) WriteString(string) (int, error)
		func (*Writer) Flush() error`},
	{Path: "encoding/json", Source: `package json
		import "io"
		func Marshal(any) ([]byte, error)
		func Unmarshal([]byte, any) error
		type Encoder struct { w io.Writer }
		func NewEncoder(io.Writer) *Encoder
		func (*Encoder) Encode(any) error`},
	{Path: "crypto/sha256", Source: `package sha256
		func Sum256([]byte) [32]byte`},
	{Path: "log", Source: `package log
		import "io"
		type Logger struct { w io.Writer }
		func New(io.Writer, string, int) *Logger
		func Print(...any)
		func Println(...any)
		func Printf(string, ...any)
		func Fatalf(string, ...any)
		func (*Logger) Printf(string, ...any)
		func (*Logger) Println(...any)`},
	{Path: "log/slog", Source: `package slog
		type Attr struct { Key string; Value Value }
		func (Attr) String() string
		type Value struct { any any }
		func StringValue(string) Value
		func String(string, string) Attr
		func Any(string, any) Attr
		func Info(string, ...any)
		type Logger struct {}
		func (*Logger) Info(string, ...any)`},
	{Path: "net/url", Source: `package url
		type URL struct { Scheme, Host, Path, RawQuery string }
		func (*URL) String() string`},
	{Path: "net/http", Source: `package http
		type Header map[string][]string
		func (Header) Set(string, string)
		type ResponseWriter interface { Header() Header; Write([]byte) (int, error); WriteHeader(int) }
		type Request struct { Header Header }
		func Error(ResponseWriter, string, int)
		func Get(string) (*Request, error)
		func NewRequest(string, string, any) (*Request, error)`},
	{Path: "github.com/aws/aws-lambda-go/lambda", Source: `package lambda
		func Start(any)`},
}

// fetch is how the programs of these tests get a secret.
const fetch = `
func fetch(client *secretsmanager.Client) string {
	out, err := client.GetSecretValue(nil, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return ""
	}
	return *out.SecretString
}
`

var imports = []string{
	"bufio", "bytes", "context", "crypto/sha256", "encoding/json", "errors", "fmt", "io", "log", "log/slog", "net/http", "net/url", "os", "os/exec", "strings",
	"github.com/aws/aws-lambda-go/lambda", "github.com/aws/aws-sdk-go-v2/aws", "github.com/aws/aws-sdk-go-v2/service/kms",
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager",
}

// program returns a package that imports what it may need, of declarations and a body in
// which s is a secret, p and n are parameters, and out is what the SDK returned.
func program(path, declarations, body string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n", path[strings.LastIndexByte(path, '/')+1:])
	for _, i := range imports {
		fmt.Fprintf(&b, "\t%q\n", i)
	}
	b.WriteString(")\n" + fetch + declarations)
	if body != "" {
		b.WriteString("\nfunc f(client *secretsmanager.Client, p string, n int) {\n\tout, _ := client.GetSecretValue(nil, nil)\n\ts := *out.SecretString\n\t_ = s\n" + body + "\n}\n")
	}
	return b.String()
}

// A body is the body of a function as program has it, behind declarations and a line
// "---" if there are any, and what is found there.
type body struct {
	name, body string
	want       []string
}

func (b body) program(path string) string {
	declarations, statements, found := strings.Cut(b.body, "\n---\n")
	if !found {
		declarations, statements = "", b.body
	}
	return program(path, declarations, statements)
}

// found returns the category and the message of each diagnostic.
func found(diagnostics []analysis.Diagnostic) []string {
	var all []string
	for _, d := range diagnostics {
		all = append(all, d.Category+": "+d.Message)
	}
	return all
}

// analyze runs secretleak over one package.
func analyze(t testing.TB, source string) (*checktest.World, *checktest.Unit, checktest.Outcome) {
	t.Helper()
	w := world(t)
	u := w.Compile(t, "example.com/p", source)
	r := w.Analyze(t, secretleak.New(), u)
	if failed := r.InternalErrors(); len(failed) > 0 {
		t.Fatalf("%s\n%s", failed, checktest.Numbered(source))
	}
	return w, u, r
}
