package awsapi

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestLeaksStandard: what the table says of the standard library is about functions,
// types, variables and fields that it has. A name that is misspelled is a sink that
// nobody would miss.
func TestLeaksStandard(t *testing.T) {
	known := make(map[string]map[string]bool) // by package
	count := 0
	for line := range strings.Lines(Leaks) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		domain, _, _ := strings.Cut(name, "/")
		if name == "" || name == "#" || strings.Contains(name, "/") && strings.Contains(domain, ".") {
			continue
		}
		slash := strings.LastIndex(name, "/") + 1
		last, symbol, _ := strings.Cut(name[slash:], ".")
		path := name[:slash] + last
		if known[path] == nil {
			known[path] = declared(t, path)
		}
		if !known[path][symbol] {
			t.Errorf("package %s has no %s", path, symbol)
		}
		count++
	}
	if count < 150 {
		t.Errorf("%d lines are about the standard library, want more", count)
	}
}

// declared returns what a package of the standard library declares, on any platform:
// "F", "T.Method", "T.Field".
func declared(t *testing.T, path string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(build.Default.GOROOT, "src", filepath.FromSlash(path), "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no source of package %s: %v", path, err)
	}
	names := make(map[string]bool)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			declare(names, decl)
		}
	}
	return names
}

func declare(names map[string]bool, decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names[d.Name.Name] = true
			return
		}
		recv := d.Recv.List[0].Type
		if star, ok := recv.(*ast.StarExpr); ok {
			recv = star.X
		}
		if id, ok := recv.(*ast.Ident); ok {
			names[id.Name+"."+d.Name.Name] = true
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			declareSpec(names, spec)
		}
	}
}

func declareSpec(names map[string]bool, spec ast.Spec) {
	switch s := spec.(type) {
	case *ast.ValueSpec:
		for _, id := range s.Names {
			names[id.Name] = true
		}
	case *ast.TypeSpec:
		names[s.Name.Name] = true
		for _, m := range inner(s.Type) {
			for _, id := range m.Names {
				names[s.Name.Name+"."+id.Name] = true
			}
		}
	}
}

// inner returns the fields of a struct or the methods of an interface.
func inner(t ast.Expr) []*ast.Field {
	switch t := t.(type) {
	case *ast.StructType:
		return t.Fields.List
	case *ast.InterfaceType:
		return t.Methods.List
	}
	return nil
}
