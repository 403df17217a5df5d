package keyzero_test

import (
	"fmt"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
)

// fakes are the packages that tests in memory may import, in an order in which
// each imports only those before it. Only signatures matter: the engine reads no
// bodies but those of the package at hand.
var fakes = []checktest.Fake{
	{Path: "context", Source: `package context
		type Context interface { Err() error; Done() <-chan struct{} }
		func Background() Context`},
	{Path: "errors", Source: `package errors
		func New(string) error
		func Is(err, target error) bool`},
	{Path: "fmt", Source: `package fmt
		func Errorf(string, ...any) error
		func Sprintf(string, ...any) string`},
	{Path: "bytes", Source: `package bytes
		func Clone([]byte) []byte
		func Equal(a, b []byte) bool`},
	{Path: "encoding/hex", Source: `package hex
		func EncodeToString([]byte) string`},
	{Path: "crypto/aes", Source: `package aes
		type Block interface { BlockSize() int }
		func NewCipher(key []byte) (Block, error)`},
	{Path: "crypto/rand", Source: `package rand
		func Read([]byte) (int, error)`},
	{Path: "crypto/subtle", Source: `package subtle
		func XORBytes(dst, x, y []byte) int`},
	{Path: "runtime", Source: `package runtime
		func Goexit()
		func KeepAlive(any)`},
	{Path: "time", Source: `package time
		func Sleep(int64)`},
	{Path: "os", Source: `package os
		func Exit(int)`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/kms", Source: `package kms
		import "context"
		type (
			Client struct{}
			Options struct{}
			GenerateDataKeyInput struct{ KeyId *string }
			GenerateDataKeyOutput struct{ CiphertextBlob, Plaintext, CiphertextForRecipient []byte }
			DecryptInput struct{ CiphertextBlob []byte }
			DecryptOutput struct{ Plaintext, CiphertextForRecipient []byte }
		)
		func (*Client) GenerateDataKey(context.Context, *GenerateDataKeyInput, ...func(*Options)) (*GenerateDataKeyOutput, error)
		func (*Client) Decrypt(context.Context, *DecryptInput, ...func(*Options)) (*DecryptOutput, error)`},
}

// newWorld returns a world in which keyzero's tests can import what they need.
func newWorld(tb testing.TB) *checktest.World {
	tb.Helper()
	return checktest.NewWorld(tb, fakes)
}

// textOf writes diagnostics with all that users see of them, a line for each and
// for each step of its trace: the source it points to, and the message.
func textOf(w *checktest.World, u *checktest.Unit, diagnostics []analysis.Diagnostic) string {
	var b strings.Builder
	for _, d := range diagnostics {
		fmt.Fprintf(&b, "%s: %s: %s\n", d.Category, quote(w, u, d.Pos, d.End), d.Message)
		for _, step := range d.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", quote(w, u, step.Pos, step.End), step.Message)
		}
		for _, fix := range d.SuggestedFixes {
			fmt.Fprintf(&b, "\tfix: %s\n", fix.Message)
		}
	}
	return b.String()
}

// quote returns the first line of the source between two positions, or all of
// the line where the end is not known, with its number.
func quote(w *checktest.World, u *checktest.Unit, pos, end token.Pos) string {
	at := w.Fset.Position(pos)
	if !pos.IsValid() || at.Filename != w.Fset.Position(u.File.Pos()).Filename {
		return at.Filename
	}
	line := strings.Split(u.Source, "\n")[at.Line-1]
	if end.IsValid() {
		rest := u.Source[at.Offset:w.Fset.Position(end).Offset]
		line, _, _ = strings.Cut(rest, "\n")
	}
	return fmt.Sprintf("%d `%s`", at.Line, strings.TrimSpace(line))
}
