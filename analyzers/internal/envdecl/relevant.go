package envdecl

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
)

// Relevant reports whether Find can find anything in these files, by their syntax: a
// struct tag that names a variable, or an import of a library that reads some.
func Relevant(files []*ast.File) bool {
	return slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Imports, isLibrary) || hasTag(f)
	})
}

// libraries are the beginnings of the import paths of libraries that read variables
// without a tag in the package that uses them.
var libraries = []string{
	"github.com/kelseyhightower/envconfig", "github.com/spf13/viper", "github.com/urfave/cli",
	"gopkg.in/urfave/cli", "github.com/codegangsta/cli", "github.com/knadh/koanf",
	"github.com/alecthomas/kong", "github.com/alecthomas/kingpin", "gopkg.in/alecthomas/kingpin",
	"github.com/minio/cli", "gopkg.in/codegangsta/cli", "github.com/namsral/flag", "github.com/hashicorp/terraform-plugin-sdk",
}

func isLibrary(s *ast.ImportSpec) bool {
	path, err := strconv.Unquote(s.Path.Value)
	return err == nil && slices.ContainsFunc(libraries, func(lib string) bool { return strings.HasPrefix(path, lib) })
}

func hasTag(f *ast.File) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		field, ok := n.(*ast.Field)
		if ok && field.Tag != nil && strings.Contains(field.Tag.Value, "env") {
			found = true
		}
		return !found
	})
	return found
}
