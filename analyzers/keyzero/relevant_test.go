package keyzero

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

func TestRelevant(t *testing.T) {
	for _, test := range []struct {
		src  string
		want bool
	}{
		{`import "github.com/aws/aws-sdk-go-v2/service/kms"`, true},
		{`import "crypto/aes"`, true},
		{`import "golang.org/x/crypto/chacha20poly1305"`, true},
		{`import "fmt"`, false},
		{`func f(b []byte) { clear(b) }`, true},
		{`func f(m map[string]int) { clear(m) }`, false},
		{`func f[S ~[]E, E any](s S) { clear(s) }`, true},
		{`func f(k *[32]byte) { *k = [32]byte{} }`, true},
		{`func f(b []byte) { for i := range b { b[i] = 0 } }`, true},
		{`func f(b []byte) { for i := range b { b[i] = byte(0) } }`, true},
		{`func f(b []byte) { for i := range b { b[i] = 1 } }`, false},
		{`func f(b []byte) { copy(b, make([]byte, len(b))) }`, true},
		{`func f(b []byte) { copy(b, zeros[:]) }`, true},
		{`func f(b, c []byte) { copy(b, c) }`, false},
		{`func f(b []byte) { rand.Read(b) }`, true},
		{`func f(b []byte) { r.Read(b) }`, false},
		{`func (t *T) Close() { clear(t.key) }`, true},
		{`func f() { clear(key) }`, false},
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\n"+test.src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := Relevant([]*ast.File{f}, false); got != test.want {
			t.Errorf("Relevant(%s) = %t, want %t", test.src, got, test.want)
		}
	}
	if !Relevant(nil, true) {
		t.Error("a package that imports facts is not relevant")
	}
}
