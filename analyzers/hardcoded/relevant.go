package hardcoded

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

func (c *checker) isRelevant(files []*ast.File) bool {
	g := &gate{checker: c}
	g.walker = walker{visit: g.look, node: g.sink}
	for _, f := range files {
		if g.found || g.startsFile(f, files) {
			return true
		}
		g.walk(f)
	}
	return g.found
}

// A gate looks at a package by its syntax, for anything that may be a finding. It
// compiles a rule only for a text that has the rule's keyword and what else the rule
// needs, which costs less than to look at the package's types, and reads the table of
// names only for a value that could be a password.
type gate struct {
	walker
	*checker
	crypto, aws bool // imported by the file
	found       bool
}

// startsFile reports whether the file embeds another.
func (g *gate) startsFile(f *ast.File, all []*ast.File) bool {
	g.crypto, g.aws = false, false
	for _, spec := range f.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		if path == "embed" && embedsFile(f) {
			return true
		}
		g.crypto = g.crypto || isKeyPackage(path)
		g.aws = g.aws || strings.HasPrefix(path, "github.com/aws/aws-sdk-go")
	}
	if g.consts == nil {
		g.consts = constants(all)
	}
	return false
}

// embedsFile reports whether a variable of the file's is made of one that is looked
// into.
func embedsFile(f *ast.File) bool {
	found := false
	eachEmbedded(f, func(*ast.Ident, string) { found = true })
	return found
}

// isKeyPackage reports whether the package has functions that take keys.
func isKeyPackage(path string) bool {
	for name := range keySinks() {
		if rest, ok := strings.CutPrefix(name, path+"."); ok && !strings.Contains(rest, "/") {
			return true
		}
	}
	return false
}

// constants returns the constants that the files declare outside of functions.
func constants(files []*ast.File) map[string]*declared {
	consts := make(map[string]*declared)
	for _, f := range files {
		for _, d := range f.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.CONST {
				continue
			}
			for _, s := range gen.Specs {
				spec, ok := s.(*ast.ValueSpec)
				for i := 0; ok && i < len(spec.Names) && i < len(spec.Values); i++ {
					consts[spec.Names[i].Name] = &declared{expr: spec.Values[i]}
				}
			}
		}
	}
	return consts
}

// look is asked about every string. Without types an argument has no name, so that
// one that looks drawn at random counts whatever it is called.
func (g *gate) look(s site) {
	if g.found || len(s.value) > maxText {
		return
	}
	g.found = g.isSuspicious(s) || isConnection(s.value) || g.mayBeNamed(s)
}

// minNameless is the least length of a value without a name that is worth types.
const minNameless = 20

func (g *gate) isSuspicious(s site) bool {
	scanner, err := g.loadScanner()
	if err != nil { // the pass will say so
		return true
	}
	return scanner.SuspiciousSetting(s.name, s.value) && g.judge(scanner, "", s.name, s.value).category != ""
}

func (g *gate) mayBeNamed(s site) bool {
	if !isPasswordLike(s.value) {
		return false
	}
	if s.name == "" {
		return len(s.value) >= minNameless && isRandom(s.value) && setting.ContentOf(s.value) == setting.Text
	}
	return g.isNamed(s.name, s.value)
}

// sink is asked about every call, composite literal and assignment.
func (g *gate) sink(n ast.Node) {
	if g.found || !g.crypto && !g.aws {
		return
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		_, isBytes := n.Fun.(*ast.ArrayType)
		g.found = isBytes && len(n.Args) == 1 && g.crypto && g.isText(n.Args[0]) ||
			g.aws && strings.HasPrefix(nameOf(n.Fun), "Set") && len(n.Args) == 1 && g.isText(n.Args[0])
	case *ast.CompositeLit:
		if _, isArray := n.Type.(*ast.ArrayType); isArray && g.crypto {
			g.found = len(n.Elts) >= 8 && isNumber(n.Elts[0])
		}
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && g.aws {
				g.found = g.found || g.isSensitive(nameOf(kv.Key)) && g.isText(kv.Value)
			}
		}
	case *ast.AssignStmt:
		for i, l := range n.Lhs {
			sel, ok := l.(*ast.SelectorExpr)
			if g.aws && ok && i < len(n.Rhs) {
				g.found = g.found || g.isSensitive(sel.Sel.Name) && g.isText(n.Rhs[i])
			}
		}
	}
}

// isText reports whether an expression may come to a constant text.
func (g *gate) isText(e ast.Expr) bool {
	e = written(e)
	_, ok := g.constant(e)
	return ok
}

func isNumber(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && (lit.Kind == token.INT || lit.Kind == token.CHAR)
}

// isSensitive reports whether any of AWS's inputs has a secret in a field of this
// name.
func (g *gate) isSensitive(field string) bool {
	return strings.Contains(awsapi.Sensitive, " "+field+"\n") || strings.Contains(awsapi.Sensitive, " "+field+" ")
}
