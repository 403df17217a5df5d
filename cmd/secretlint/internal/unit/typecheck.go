package unit

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// A typed package is one that has been parsed and type-checked.
type typed struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	sizes types.Sizes
	deps  map[string]*types.Package // all that are known, imported directly or not
}

func parse(fset *token.FileSet, names []string) ([]*ast.File, error) {
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// check type-checks the files of a unit against the compiler's export data.
func check(c *cfg, fset *token.FileSet, files []*ast.File) (*typed, error) {
	t := &typed{
		fset:  fset,
		files: files,
		sizes: types.SizesFor("gc", build.Default.GOARCH),
		deps:  make(map[string]*types.Package),
		info: &types.Info{
			Types:        make(map[ast.Expr]types.TypeAndValue),
			Defs:         make(map[*ast.Ident]types.Object),
			Uses:         make(map[*ast.Ident]types.Object),
			Implicits:    make(map[ast.Node]types.Object),
			Instances:    make(map[*ast.Ident]types.Instance),
			Scopes:       make(map[ast.Node]*types.Scope),
			Selections:   make(map[*ast.SelectorExpr]*types.Selection),
			FileVersions: make(map[*ast.File]string),
		},
	}
	conf := types.Config{
		Importer:  exports{c, fset, t.deps},
		Sizes:     t.sizes,
		GoVersion: c.GoVersion,
	}
	var err error
	t.pkg, err = conf.Check(c.ImportPath, fset, files, t.info)
	return t, err
}

// exports imports packages from the files of export data that a cfg names.
type exports struct {
	cfg  *cfg
	fset *token.FileSet
	deps map[string]*types.Package
}

// Import implements types.Importer.
func (e exports) Import(importPath string) (*types.Package, error) {
	path, ok := e.cfg.ImportMap[importPath]
	if !ok {
		return nil, fmt.Errorf("no package for import %q", importPath)
	}
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := e.deps[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	file, err := os.Open(e.cfg.PackageFile[path])
	if err != nil {
		return nil, fmt.Errorf("no export data for %s: %w", path, err)
	}
	defer file.Close()
	// The go command passes archives until it stops to compile for vet, which
	// is when the fallback takes over.
	r, err := gcexportdata.NewReader(file) //nolint:staticcheck // deprecated as of Go 1.29
	if err != nil {
		return nil, fmt.Errorf("export data of %s: %w", path, err)
	}
	return gcexportdata.Read(r, e.fset, e.deps, path)
}
