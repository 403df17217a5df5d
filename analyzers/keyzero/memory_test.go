package keyzero_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// fakes are the packages that tests in memory may import, in an order in which
// each imports only those before it. Only signatures matter: the engine reads no
// bodies but those of the package at hand.
var fakes = []struct{ path, source string }{
	{"context", `package context
		type Context interface { Err() error; Done() <-chan struct{} }
		func Background() Context`},
	{"errors", `package errors
		func New(string) error
		func Is(err, target error) bool`},
	{"fmt", `package fmt
		func Errorf(string, ...any) error
		func Sprintf(string, ...any) string`},
	{"bytes", `package bytes
		func Clone([]byte) []byte
		func Equal(a, b []byte) bool`},
	{"encoding/hex", `package hex
		func EncodeToString([]byte) string`},
	{"crypto/aes", `package aes
		type Block interface { BlockSize() int }
		func NewCipher(key []byte) (Block, error)`},
	{"crypto/rand", `package rand
		func Read([]byte) (int, error)`},
	{"crypto/subtle", `package subtle
		func XORBytes(dst, x, y []byte) int`},
	{"runtime", `package runtime
		func Goexit()
		func KeepAlive(any)`},
	{"time", `package time
		func Sleep(int64)`},
	{"os", `package os
		func Exit(int)`},
	{"github.com/aws/aws-sdk-go-v2/service/kms", `package kms
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

// A world holds packages in memory and the facts that passes left of them.
type world struct {
	fset  *token.FileSet
	pkgs  map[string]*types.Package
	facts []byte // of all packages analysed, as a driver saves them
}

func newWorld(tb testing.TB) *world {
	tb.Helper()
	w := &world{fset: token.NewFileSet(), pkgs: map[string]*types.Package{}}
	for _, fake := range fakes {
		unit := w.compile(tb, fake.path, fake.source)
		w.pkgs[fake.path] = unit.pkg
	}
	return w
}

// Import makes a world an importer of its packages.
func (w *world) Import(path string) (*types.Package, error) {
	if p, ok := w.pkgs[path]; ok {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s in memory", path)
}

// A unit is a package with its syntax, ready for passes over it.
type unit struct {
	source string
	file   *ast.File
	pkg    *types.Package
	info   *types.Info
}

func (w *world) compile(tb testing.TB, path, source string) *unit {
	tb.Helper()
	u := &unit{source: source, info: &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Instances:    map[*ast.Ident]types.Instance{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		Scopes:       map[ast.Node]*types.Scope{},
		FileVersions: map[*ast.File]string{},
	}}
	file, err := parser.ParseFile(w.fset, path+"/x.go", source, parser.SkipObjectResolution)
	if err != nil {
		tb.Fatalf("parse %s: %v\n%s", path, err, numbered(source))
	}
	u.file = file
	conf := types.Config{Importer: w, GoVersion: "go1.26", IgnoreFuncBodies: strings.HasPrefix(path, "github.com/aws")}
	u.pkg, err = conf.Check(path, w.fset, []*ast.File{file}, u.info)
	if err != nil && !strings.Contains(err.Error(), "missing function body") {
		tb.Fatalf("type-check %s: %v\n%s", path, err, numbered(source))
	}
	return u
}

func numbered(source string) string {
	var b strings.Builder
	for i, line := range strings.Split(source, "\n") {
		fmt.Fprintf(&b, "%4d  %s\n", i+1, line)
	}
	return b.String()
}

// add compiles a package, analyses it, and lets later ones import it. They get of
// it what drivers that work package by package have: export data, and gobs.
func (w *world) add(tb testing.TB, path, source string) (*unit, result) {
	tb.Helper()
	u := w.compile(tb, path, source)
	r := w.analyze(tb, u)
	var data bytes.Buffer
	if err := gcexportdata.Write(&data, w.fset, u.pkg); err != nil {
		tb.Fatalf("write export data of %s: %v", path, err)
	}
	p, err := gcexportdata.Read(&data, w.fset, w.pkgs, path)
	if err != nil {
		tb.Fatalf("read export data of %s: %v", path, err)
	}
	w.pkgs[path] = p
	w.facts = saveFacts(tb, r)
	return u, r
}

// A result is what one pass did.
type result struct {
	diagnostics []analysis.Diagnostic
	details     rule.Details
	settles     []string
	objectFacts map[types.Object]analysis.Fact
	pkgFacts    map[*types.Package]analysis.Fact
}

// analyze runs keyzero over a unit. It may be called again for the same unit.
func (w *world) analyze(tb testing.TB, u *unit) result {
	tb.Helper()
	r := newResult()
	loadFacts(tb, w.facts, u.pkg, r)
	return run(tb, w.fset, []*ast.File{u.file}, u.pkg, u.info, r)
}

func newResult() result {
	return result{objectFacts: map[types.Object]analysis.Fact{}, pkgFacts: map[*types.Package]analysis.Fact{}}
}

// run runs keyzero over a package, given a result with facts, and returns the
// result with those of the package, and its findings.
func run(tb testing.TB, fset *token.FileSet, files []*ast.File, pkg *types.Package, info *types.Info, r result) result {
	tb.Helper()
	pass := &analysis.Pass{
		Analyzer: keyzero.Analyzer, Fset: fset, Files: files, Pkg: pkg, TypesInfo: info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		Report:     func(d analysis.Diagnostic) { r.diagnostics = append(r.diagnostics, d) },
		ImportObjectFact: func(o types.Object, f analysis.Fact) bool {
			return assignFact(f, r.objectFacts[o])
		},
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			return assignFact(f, r.pkgFacts[p])
		},
		ExportObjectFact:  func(o types.Object, f analysis.Fact) { r.objectFacts[o] = f },
		ExportPackageFact: func(f analysis.Fact) { r.pkgFacts[pkg] = f },
		AllObjectFacts: func() (all []analysis.ObjectFact) {
			for o, f := range r.objectFacts {
				all = append(all, analysis.ObjectFact{Object: o, Fact: f})
			}
			return all
		},
		AllPackageFacts: func() (all []analysis.PackageFact) {
			for p, f := range r.pkgFacts {
				all = append(all, analysis.PackageFact{Package: p, Fact: f})
			}
			return all
		},
	}
	program, err := ssaflow.Analyzer.Run(pass)
	if err != nil {
		tb.Fatal(err)
	}
	pass.ResultOf = map[*analysis.Analyzer]any{ssaflow.Analyzer: program}
	out, err := keyzero.Analyzer.Run(pass)
	if err != nil {
		tb.Fatalf("keyzero on %s: %v", pkg.Path(), err)
	}
	r.details = out.(*rule.Result).Details
	r.settles = out.(*rule.Result).Settles
	return r
}

func assignFact(to, from analysis.Fact) bool {
	if from == nil || reflect.TypeOf(to) != reflect.TypeOf(from) {
		return false
	}
	reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from).Elem())
	return true
}

// A savedFact is a fact about an object, or about the package where Object is "".
type savedFact struct {
	Package string
	Object  objectpath.Path
	Func    *summary.Func
	Wiped   *summary.Wiped
}

func saveFacts(tb testing.TB, r result) []byte {
	tb.Helper()
	var saved []savedFact
	for o, f := range r.objectFacts {
		path, err := objectpath.For(o)
		if err != nil {
			continue // not visible to other packages
		}
		saved = append(saved, savedFact{Package: o.Pkg().Path(), Object: path, Func: f.(*summary.Func)})
	}
	for p, f := range r.pkgFacts {
		saved = append(saved, savedFact{Package: p.Path(), Wiped: f.(*summary.Wiped)})
	}
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(saved); err != nil {
		tb.Fatalf("encode facts: %v", err)
	}
	return data.Bytes()
}

func loadFacts(tb testing.TB, data []byte, pkg *types.Package, r result) {
	tb.Helper()
	if data == nil {
		return
	}
	var saved []savedFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&saved); err != nil {
		tb.Fatalf("decode facts: %v", err)
	}
	known := map[string]*types.Package{}
	var visit func(p *types.Package)
	visit = func(p *types.Package) {
		if known[p.Path()] == nil {
			known[p.Path()] = p
			for _, imp := range p.Imports() {
				visit(imp)
			}
		}
	}
	visit(pkg)
	for _, s := range saved {
		p := known[s.Package]
		switch {
		case p == nil:
		case s.Object == "":
			r.pkgFacts[p] = s.Wiped
		default:
			if o, err := objectpath.Object(p, s.Object); err == nil {
				r.objectFacts[o] = s.Func
			}
		}
	}
}

// text writes diagnostics with all that users see of them, a line for each and
// for each step of its trace: the source it points to, and the message.
func (w *world) text(u *unit, diagnostics []analysis.Diagnostic) string {
	var b strings.Builder
	for _, d := range diagnostics {
		fmt.Fprintf(&b, "%s: %s: %s\n", d.Category, w.quote(u, d.Pos, d.End), d.Message)
		for _, step := range d.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", w.quote(u, step.Pos, step.End), step.Message)
		}
		for _, fix := range d.SuggestedFixes {
			fmt.Fprintf(&b, "\tfix: %s\n", fix.Message)
		}
	}
	return b.String()
}

// quote returns the first line of the source between two positions, or all of
// the line where the end is not known, with its number.
func (w *world) quote(u *unit, pos, end token.Pos) string {
	at := w.fset.Position(pos)
	if !pos.IsValid() || at.Filename != w.fset.Position(u.file.Pos()).Filename {
		return at.Filename
	}
	line := strings.Split(u.source, "\n")[at.Line-1]
	if end.IsValid() {
		rest := u.source[at.Offset:w.fset.Position(end).Offset]
		line, _, _ = strings.Cut(rest, "\n")
	}
	return fmt.Sprintf("%d `%s`", at.Line, strings.TrimSpace(line))
}

// internalErrors returns the messages of those diagnostics that say that the
// engine failed.
func internalErrors(diagnostics []analysis.Diagnostic) (messages []string) {
	for _, d := range diagnostics {
		if d.Category == rule.InternalError {
			messages = append(messages, d.Message)
		}
	}
	return slices.Compact(messages)
}
