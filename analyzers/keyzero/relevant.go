package keyzero

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// keyPackages are import paths whose importers may get, use or wipe keys. What
// they do with them is in the tables of package awsapi.
var keyPackages = []string{
	"github.com/aws/aws-sdk-go-v2/service/kms",
	"github.com/aws/aws-sdk-go/service/kms",
	"github.com/aws/aws-sdk-go/service/kms/kmsiface",
	"github.com/awnumar/memguard",
	"crypto/aes", "crypto/cipher", "crypto/des", "crypto/hkdf", "crypto/hmac", "crypto/pbkdf2", "crypto/rc4",
	"runtime/secret",
}

// keyPrefixes are the same for whole modules.
var keyPrefixes = []string{"golang.org/x/crypto/"}

func (c *checker) isRelevant(files []*ast.File, importedFacts bool) bool {
	if importedFacts {
		return true
	}
	return slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Imports, c.importsKeys) || declaresWiper(f)
	})
}

// importsKeys reports whether what is imported deals in keys, by the lists above
// or by the configuration.
func (c *checker) importsKeys(spec *ast.ImportSpec) bool {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return false
	}
	return slices.Contains(keyPackages, path) ||
		slices.ContainsFunc(keyPrefixes, func(p string) bool { return strings.HasPrefix(path, p) }) ||
		slices.ContainsFunc(c.extra, func(line string) bool { return strings.HasPrefix(line, path+".") })
}

// declaresWiper reports whether a function in f has something of bytes among its
// parameters or receiver and a statement that could overwrite it.
func declaresWiper(f *ast.File) bool {
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if ok && fn.Body != nil && (fn.Recv != nil || hasBytes(fn.Type)) && overwritesSomething(fn.Body) {
			return true
		}
	}
	return false
}

func hasBytes(t *ast.FuncType) bool {
	found := t.TypeParams != nil
	ast.Inspect(t.Params, func(n ast.Node) bool {
		_, isArray := n.(*ast.ArrayType)
		found = found || isArray
		return !found
	})
	return found
}

// overwritesSomething reports whether body clears, copies from zeros, or stores
// zero to an element.
func overwritesSomething(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || isOverwritingCall(n)
		case *ast.AssignStmt:
			found = found || storesZero(n)
		}
		return !found
	})
	return found
}

func isOverwritingCall(call *ast.CallExpr) bool {
	switch fn := call.Fun.(type) {
	case *ast.Ident:
		return fn.Name == "clear" || fn.Name == "copy" && len(call.Args) == 2 && looksZero(call.Args[1])
	case *ast.SelectorExpr:
		return fn.Sel.Name == "XORBytes" || fn.Sel.Name == "ReadFull" || fn.Sel.Name == "Read" && isIdent(fn.X, "rand")
	}
	return false
}

// looksZero reports whether an expression may be a slice of zeros: made on the
// spot, or named after what it is.
func looksZero(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.CallExpr:
		return true
	case *ast.SliceExpr:
		return looksZero(x.X)
	case *ast.Ident:
		return strings.Contains(strings.ToLower(x.Name), "zero")
	}
	return false
}

func isIdent(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

// storesZero reports whether s stores zero to an element, or an empty composite
// literal to where a pointer leads.
func storesZero(s *ast.AssignStmt) bool {
	for i, l := range s.Lhs {
		if i >= len(s.Rhs) {
			return false
		}
		switch l.(type) {
		case *ast.IndexExpr:
			if isZeroLiteral(s.Rhs[i]) || s.Tok == token.XOR_ASSIGN {
				return true
			}
		case *ast.StarExpr:
			if lit, ok := s.Rhs[i].(*ast.CompositeLit); ok && len(lit.Elts) == 0 {
				return true
			}
		}
	}
	return false
}

func isZeroLiteral(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.BasicLit:
		return strings.Trim(x.Value, "0xX_") == ""
	case *ast.CallExpr: // byte(0)
		return len(x.Args) == 1 && isZeroLiteral(x.Args[0])
	}
	return false
}
