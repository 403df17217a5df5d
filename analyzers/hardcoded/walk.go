package hardcoded

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// A site is a constant string and what the program calls it.
type site struct {
	expr  ast.Expr // where the text stands: a literal, or several in a sum
	name  string   // of the variable, field, key or parameter that it is given to, or ""
	value string
}

// A walker visits the largest constant strings of files. It does so with types or
// without: whether types are needed is decided by the same walk.
type walker struct {
	info   *types.Info          // nil: by syntax alone
	consts map[string]*declared // constants of the package by name, if info is nil
	visit  func(site)
	node   func(ast.Node) // called for calls, composite literals and assignments; may be nil
}

// A visitor carries a name down to the constants that are given to it.
type visitor struct {
	*walker
	name     string
	function string // the function that is being defined: the name of what it returns
}

func (w *walker) walk(f *ast.File) {
	for _, d := range f.Decls {
		ast.Walk(visitor{walker: w}, d)
	}
}

func (v visitor) Visit(n ast.Node) ast.Visitor {
	if e, ok := n.(ast.Expr); ok && v.isConstant(e) {
		return nil
	}
	switch n := n.(type) {
	case *ast.ImportSpec, *ast.Field:
		return nil // paths and tags are no strings of the program
	case *ast.FuncDecl:
		v.name, v.function = "", n.Name.Name
		if n.Body != nil {
			ast.Walk(v, n.Body)
		}
		return nil
	case *ast.ValueSpec:
		v.each(n.Values, func(i int) string { return nameOf(at(n.Names, i)) })
		return nil
	case *ast.AssignStmt:
		v.tell(n)
		v.assign(n)
		return nil
	case *ast.CompositeLit:
		v.tell(n)
		v.elements(n)
		return nil
	case *ast.CallExpr:
		v.tell(n)
		v.call(n)
		return nil
	case *ast.BinaryExpr:
		v.operands(n)
		return nil
	case *ast.ReturnStmt:
		v.each(n.Results, func(int) string { return v.function })
		return nil
	case ast.Stmt:
		v.name = ""
	}
	return v
}

func (v visitor) tell(n ast.Node) {
	if v.node != nil {
		v.node(n)
	}
}

// isConstant reports whether e is a constant, and visits it if it is a string that
// is written here. The use of a named one is not: it is visited where it is named.
func (v visitor) isConstant(e ast.Expr) bool {
	value, ok := v.constant(e)
	if !ok {
		return false
	}
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
	default:
		if value != "" {
			v.visit(site{expr: written(e), name: v.name, value: value})
		}
	}
	return true
}

// written returns the expression in e that is converted, however often.
func written(e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return ast.Unparen(e)
		}
		e = call.Args[0]
	}
}

// constant returns the value of a constant string.
func (w *walker) constant(e ast.Expr) (string, bool) {
	if w.info == nil {
		return w.fold(e)
	}
	tv := w.info.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(tv.Value), true
}

// fold is constant for files without types: it knows literals, their sums, and the
// constants of the package.
func (w *walker) fold(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.ParenExpr:
		return w.fold(e.X)
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			return "", false
		}
		x, okX := w.fold(e.X)
		y, okY := w.fold(e.Y)
		if okX && okY && len(x)+len(y) <= maxText {
			return x + y, true
		}
	case *ast.Ident:
		if c := w.consts[e.Name]; c != nil {
			return c.fold(w)
		}
	}
	return "", false
}

// A declared is a constant of the package. It is folded once, or files of a few
// lines could name constants that take forever.
type declared struct {
	expr   ast.Expr
	text   string
	ok     bool
	folded bool
}

func (d *declared) fold(w *walker) (string, bool) {
	if !d.folded {
		d.folded = true // also while it is: one that is made of itself is none
		d.text, d.ok = w.fold(d.expr)
	}
	return d.text, d.ok
}

// each walks expressions under the names that they are given to.
func (v visitor) each(exprs []ast.Expr, name func(int) string) {
	for i, e := range exprs {
		v.name = name(i)
		ast.Walk(v, e)
	}
}

func (v visitor) assign(n *ast.AssignStmt) {
	v.each(n.Lhs, func(int) string { return "" })
	v.each(n.Rhs, func(i int) string {
		if len(n.Lhs) != len(n.Rhs) {
			return ""
		}
		return v.called(n.Lhs[i])
	})
}

// called returns what an expression calls its value: x, f.x, m["x"].
func (v visitor) called(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.StarExpr:
		return v.called(e.X)
	case *ast.IndexExpr:
		if key, ok := v.constant(e.Index); ok {
			return key
		}
		return v.called(e.X)
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			if key, ok := v.constant(e.Args[0]); ok { // os.Getenv("x")
				return key
			}
		}
		return v.called(e.Fun)
	}
	return ""
}

// elements walks a composite literal. Elements without a name have its own.
func (v visitor) elements(n *ast.CompositeLit) {
	outer := v.name
	for i, e := range n.Elts {
		v.name = outer
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			if field := v.field(n, i); field != "" {
				v.name = field
			}
			ast.Walk(v, e)
			continue
		}
		if key, ok := v.constant(kv.Key); ok {
			inner := v
			inner.name = ""
			ast.Walk(inner, kv.Key)
			v.name = key
		} else if id, ok := kv.Key.(*ast.Ident); ok {
			v.name = id.Name
		}
		ast.Walk(v, kv.Value)
	}
}

// field returns the name of a struct's i-th field.
func (v visitor) field(n *ast.CompositeLit, i int) string {
	if v.info == nil {
		return ""
	}
	if s := structOf(v.info.TypeOf(n)); s != nil && i < s.NumFields() {
		return s.Field(i).Name()
	}
	return ""
}

func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // an element of []*T
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// operands walks the operands of an operator. In a comparison, each is given the
// other's name.
func (v visitor) operands(n *ast.BinaryExpr) {
	x, y := v.name, v.name
	if n.Op == token.EQL || n.Op == token.NEQ {
		x, y = v.called(n.Y), v.called(n.X)
	}
	v.each([]ast.Expr{n.X, n.Y}, func(i int) string { return [...]string{x, y}[i] })
}

// call walks the arguments of a call under the names of its parameters.
func (v visitor) call(n *ast.CallExpr) {
	outer := v.name
	v.name = ""
	ast.Walk(v, n.Fun)
	if v.isPassedOn(n) {
		v.name = outer
		ast.Walk(v, n.Args[0])
		return
	}
	v.each(n.Args, func(i int) string { return v.argument(n, i) })
}

// isPassedOn reports whether a call returns its argument in another form: it is a
// conversion, or returns a pointer to it, as aws.String does.
func (v visitor) isPassedOn(n *ast.CallExpr) bool {
	if len(n.Args) != 1 {
		return false
	}
	if v.info == nil {
		_, isArray := n.Fun.(*ast.ArrayType)
		return isArray || isPointerMaker(nameOf(n.Fun))
	}
	if v.info.Types[n.Fun].IsType() {
		return true
	}
	p, ok := types.Unalias(v.info.TypeOf(n)).(*types.Pointer)
	return ok && types.Identical(p.Elem(), types.Default(v.info.TypeOf(n.Args[0])))
}

func isPointerMaker(name string) bool {
	switch name {
	case "String", "StringPtr", "Ptr", "To", "Pointer", "Of", "P":
		return true
	}
	return false
}

// argument returns what the i-th argument of a call is called: its parameter, or
// the argument before it if that says what the value is for, as in Set(key, value).
func (v visitor) argument(n *ast.CallExpr, i int) string {
	name := v.parameter(n, i)
	if i == 0 || name != "" && !isValueName(name) {
		return name
	}
	if key, ok := v.constant(n.Args[i-1]); ok && key != "" && !strings.ContainsAny(key, " \n%") {
		return key
	}
	return name
}

func isValueName(name string) bool {
	switch strings.ToLower(name) {
	case "v", "val", "value", "values", "def", "defaultvalue", "defaultval", "defvalue", "defval", "default", "dflt", "fallback", "s", "str", "x", "y", "data", "obj":
		return true
	}
	return false
}

func (v visitor) parameter(n *ast.CallExpr, i int) string {
	if v.info == nil {
		return ""
	}
	sig, ok := types.Unalias(v.info.TypeOf(n.Fun)).(*types.Signature)
	if !ok {
		if t := v.info.TypeOf(n.Fun); t != nil {
			sig, ok = t.Underlying().(*types.Signature)
		}
	}
	if !ok || sig.Params().Len() == 0 {
		return ""
	}
	return sig.Params().At(min(i, sig.Params().Len()-1)).Name()
}

func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		if e != nil {
			return e.Name
		}
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.IndexExpr:
		return nameOf(e.X)
	}
	return ""
}

func at(names []*ast.Ident, i int) *ast.Ident {
	if i < len(names) {
		return names[i]
	}
	return nil
}
