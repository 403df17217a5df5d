package hardcoded

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// written returns the text that e always has, and where it is written: as a
// constant, as the bytes of one, or, if variables are to be followed, in the only
// value that a variable of this package is ever given.
func (p *checked) written(e ast.Expr, variables bool) (at ast.Expr, text string, ok bool) {
	e = ast.Unparen(e)
	if tv := p.info.Types[e]; tv.Value != nil {
		if tv.Value.Kind() != constant.String {
			return nil, "", false
		}
		return p.literal(e), constant.StringVal(tv.Value), true
	}
	switch x := e.(type) {
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return p.written(x.X, variables)
		}
	case *ast.SliceExpr:
		if x.Low == nil && x.High == nil {
			return p.written(x.X, variables)
		}
	case *ast.CallExpr:
		if (visitor{walker: &walker{info: p.info}}).isPassedOn(x) {
			return p.written(x.Args[0], variables)
		}
	case *ast.CompositeLit:
		text, ok = p.bytes(x)
		return x, text, ok
	case *ast.Ident:
		if init := p.only(x); variables && init != nil {
			return p.written(init, false)
		}
	}
	return nil, "", false
}

// literal returns where a constant is written: where it is named, if it is used by
// its name and is of this package.
func (p *checked) literal(e ast.Expr) ast.Expr {
	e = written(e)
	id, ok := e.(*ast.Ident)
	if !ok {
		return e
	}
	if init := p.definitions()[p.info.Uses[id]]; init != nil {
		return written(init)
	}
	return e
}

// bytes returns the text of a literal of bytes.
func (p *checked) bytes(n *ast.CompositeLit) (string, bool) {
	text := make([]byte, 0, len(n.Elts))
	for _, e := range n.Elts {
		tv := p.info.Types[e]
		if tv.Value == nil || tv.Value.Kind() != constant.Int {
			return "", false
		}
		b, ok := constant.Uint64Val(tv.Value)
		if !ok || b > 0xff {
			return "", false
		}
		text = append(text, byte(b))
	}
	return string(text), len(text) > 0
}

// only returns the value of a variable that is given one where it is declared, and
// none after that.
func (p *checked) only(id *ast.Ident) ast.Expr {
	v, ok := p.info.Uses[id].(*types.Var)
	if !ok || v.IsField() || p.changed[v] {
		return nil
	}
	return p.definitions()[v]
}

// definitions returns the values that constants and variables are declared with. It
// is made when something asks for it, and notes the variables that are changed.
func (p *checked) definitions() map[types.Object]ast.Expr {
	if p.defined != nil {
		return p.defined
	}
	p.defined, p.changed = make(map[types.Object]ast.Expr), make(map[types.Object]bool)
	for _, f := range p.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if i < len(n.Values) && len(n.Names) == len(n.Values) {
						p.defined[p.info.Defs[id]] = n.Values[i]
					}
				}
			case *ast.AssignStmt:
				p.note(n)
			case *ast.CallExpr:
				if writes(nameOf(n.Fun)) {
					for _, arg := range n.Args {
						p.change(arg)
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					p.change(n.X)
				}
			}
			return true
		})
	}
	for v := range p.changed {
		delete(p.defined, v)
	}
	return p.defined
}

func (p *checked) note(n *ast.AssignStmt) {
	for i, l := range n.Lhs {
		id, ok := ast.Unparen(l).(*ast.Ident)
		switch {
		case ok && n.Tok == token.DEFINE && p.info.Defs[id] != nil:
			if len(n.Lhs) == len(n.Rhs) {
				p.defined[p.info.Defs[id]] = n.Rhs[i]
			}
		default:
			p.change(l)
		}
	}
}

// writes reports whether functions of this name write to what they are given.
func writes(name string) bool {
	switch name {
	case "copy", "clear", "Read", "ReadFull", "ReadAtLeast", "XORBytes", "Decode", "Encode", "append", "Sum":
		return true
	}
	return false
}

// change notes that the variable at the root of e does not keep its first value.
func (p *checked) change(e ast.Expr) {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			if v, ok := p.info.Uses[x].(*types.Var); ok {
				p.changed[v] = true
			}
			return
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		default:
			return
		}
	}
}
