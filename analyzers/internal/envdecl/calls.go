package envdecl

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
)

const (
	viper   = "github.com/spf13/viper"
	urfave3 = "github.com/urfave/cli/v3"
	tfsdk   = "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

// callLibraries are those whose calls and literals name variables. A package
// that imports none of them is not searched.
var callLibraries = [...]string{
	viper, urfave3, tfsdk, "github.com/hashicorp/terraform-plugin-sdk/helper/schema",
	"github.com/urfave/cli", "github.com/urfave/cli/v2", "github.com/codegangsta/cli", "github.com/minio/cli",
	"gopkg.in/urfave/cli.v1", "gopkg.in/urfave/cli.v2", "gopkg.in/codegangsta/cli.v1",
	"github.com/alecthomas/kingpin", "github.com/alecthomas/kingpin/v2", "gopkg.in/alecthomas/kingpin.v2", "gopkg.in/alecthomas/kingpin.v3-unstable",
	"github.com/namsral/flag",
	koanfEnv, koanfEnvV2, koanfEnvV1,
}

func (f *finder) readCalls() {
	if f.first(callLibraries[:]) == "" {
		return
	}
	v, k := &viperReader{finder: f}, &koanfReader{finder: f}
	for _, file := range f.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if callee := f.callee(n); callee != "" {
					f.readCall(n, callee)
					v.see(n, callee)
					k.see(n, callee)
				}
			case *ast.CompositeLit:
				f.readFlag(n)
			}
			return true
		})
	}
	v.declare()
	k.declare()
}

// readCall declares the variables that are arguments of a call.
func (f *finder) readCall(call *ast.CallExpr, callee string) {
	library, name := cutName(callee)
	switch {
	case isSource(callee):
		f.declareAll(call.Args, library, "flag")
	case isSchema(library) && (name == "EnvDefaultFunc" || name == "MultiEnvDefaultFunc") && len(call.Args) > 0:
		f.declareValue(call.Args[0], library, "default")
	case strings.Contains(library, "alecthomas/kingpin") && (strings.HasSuffix(name, ".Envar") || strings.HasSuffix(name, ".OverrideDefaultFromEnvar")):
		f.declareAll(call.Args, library, "flag")
	case library == "github.com/namsral/flag" && isFlagCall(name):
		f.declareDerived(call, library)
	}
}

// cutName cuts the name of a function or method off its import path.
func cutName(name string) (path, rest string) {
	slash := strings.LastIndexByte(name, '/') + 1
	// The last element of a path may have a dot itself: cli.v1.StringFlag.
	for {
		i := strings.IndexByte(name[slash:], '.')
		if i < 0 {
			return name, ""
		}
		slash += i
		if rest := name[slash+1:]; !isVersion(rest) {
			return name[:slash], rest
		}
		slash++
	}
}

// isVersion reports whether rest begins as gopkg.in's versions do, "v1.".
func isVersion(rest string) bool {
	return len(rest) > 2 && rest[0] == 'v' && '0' <= rest[1] && rest[1] <= '9'
}

func isSchema(path string) bool {
	return path == tfsdk || path == "github.com/hashicorp/terraform-plugin-sdk/helper/schema"
}

// isFlagCall reports whether a function of a package like flag defines a flag
// that can hold text.
func isFlagCall(name string) bool {
	switch strings.TrimPrefix(name, "FlagSet.") {
	case "String", "StringVar", "Var":
		return true
	}
	return false
}

// declareDerived declares the variable that is called as the flag is.
func (f *finder) declareDerived(call *ast.CallExpr, library string) {
	for _, arg := range call.Args[:min(2, len(call.Args))] {
		if flag, ok := f.text(arg); ok {
			f.declare(arg, strings.ToUpper(strings.ReplaceAll(flag, "-", "_")), library, "flag "+flag)
			return
		}
	}
}

func (f *finder) declareAll(names []ast.Expr, library, what string) {
	for _, name := range names {
		f.declareValue(name, library, what)
	}
}

// declareValue declares the variables that an expression names: a string, with
// commas between several, a literal of strings, or the argument of a helper
// that makes names of it.
func (f *finder) declareValue(e ast.Expr, library, what string) {
	e = ast.Unparen(e)
	if text, ok := f.text(e); ok {
		for name := range strings.SplitSeq(text, ",") {
			f.declare(e, strings.TrimSpace(name), library, what)
		}
		return
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		f.declareAll(e.Elts, library, what)
	case *ast.CallExpr:
		for _, arg := range e.Args {
			if text, ok := f.text(arg); ok && isUpperName(text) {
				f.declare(arg, text, library, what)
			}
		}
	}
}

// readFlag declares the variables of a flag of urfave/cli: EnvVar in its first
// version, EnvVars in the second, calls in Sources in the third.
func (f *finder) readFlag(lit *ast.CompositeLit) {
	named := match.Named(f.pass.TypesInfo.TypeOf(lit))
	if named == nil || !isCLI(match.Path(named.Obj().Pkg())) {
		return
	}
	library, what := match.Path(named.Obj().Pkg()), "flag"
	if name := f.option(lit, "Name"); name != "" {
		what += " " + firstOf(name)
	}
	for _, field := range [...]string{"EnvVar", "EnvVars"} {
		if e := elementOf(lit, field); e != nil {
			f.declareValue(e, library, what)
		}
	}
	if sources := elementOf(lit, "Sources"); sources != nil {
		ast.Inspect(sources, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && isSource(f.callee(call)) {
				f.declareAll(call.Args, library, what)
			}
			return true
		})
	}
}

// isSource reports whether a function makes a source of a variable's name.
func isSource(callee string) bool {
	return callee == urfave3+".EnvVars" || callee == urfave3+".EnvVar"
}

// callee returns the name of the function that a call names, or "".
func (f *finder) callee(call *ast.CallExpr) string {
	fn, ok := typeutil.Callee(f.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return ""
	}
	return match.Func(fn)
}

// elementOf returns the value of a field in a literal, or nil.
func elementOf(lit *ast.CompositeLit, name string) ast.Expr {
	for _, e := range lit.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := pair.Key.(*ast.Ident); ok && id.Name == name {
			return pair.Value
		}
	}
	return nil
}

// option returns the constant text of a field in a literal, or "".
func (f *finder) option(lit *ast.CompositeLit, name string) string {
	e := elementOf(lit, name)
	if e == nil {
		return ""
	}
	text, _ := f.text(e)
	return text
}

func isCLI(path string) bool {
	for _, prefix := range [...]string{"github.com/urfave/cli", "github.com/codegangsta/cli", "github.com/minio/cli", "gopkg.in/urfave/cli", "gopkg.in/codegangsta/cli"} {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}
