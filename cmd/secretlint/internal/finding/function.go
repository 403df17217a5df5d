package finding

import (
	"go/ast"
	"go/token"
)

// Function returns the name of the function declaration that contains pos:
// "F", "T.M" or "(*T).M", without type parameters. A function literal belongs
// to the declaration around it; one in a package-level initializer has none,
// and the name is empty.
func Function(files []*ast.File, pos token.Pos) string {
	for _, file := range files {
		if pos < file.FileStart || file.FileEnd < pos {
			continue
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return name(fn)
			}
		}
	}
	return ""
}

func name(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	switch recv := ast.Unparen(fn.Recv.List[0].Type).(type) {
	case *ast.StarExpr:
		return "(*" + base(recv.X) + ")." + fn.Name.Name
	default:
		return base(recv) + "." + fn.Name.Name
	}
}

// base returns the name of a receiver's type: T for T[K, V].
func base(x ast.Expr) string {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.IndexExpr:
		return base(x.X)
	case *ast.IndexListExpr:
		return base(x.X)
	}
	return "?" // the parser accepts receivers that the type checker will not
}
