package keyzero

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// fixes suggests `defer clear(out.Plaintext)` after the check of the call's
// error, where that wipes the key on every path and nothing else is left to do:
//
//	out, err := client.GenerateDataKey(ctx, in)
//	if err != nil {
//		return err
//	}
//	defer clear(out.Plaintext)
//
// It is not safe where the key leaves the function, where a goroutine may still
// use it, or in a loop, at whose end a deferred call does not run.
func (e *engine) fixes(n *nest, k *key, v verdict) []analysis.SuggestedFix {
	if v.good && len(v.gifts) > 0 || k.parent != nil || !e.staysInside(n, k) || inLoop(k.at.Block()) {
		return nil
	}
	file := e.fileAt(k.at.Pos())
	if file == nil || !e.hasClear(file, k.at.Pos()) {
		return nil
	}
	assign, check := e.checkedCall(file, k.at.Pos())
	if check == nil {
		return nil
	}
	expr := keyExpr(assign, k)
	if expr == "" || !e.clearable(k) {
		return nil
	}
	at := e.pass.Fset.PositionFor(assign.Pos(), false)
	if at != e.pass.Fset.Position(assign.Pos()) {
		return nil // generated from another file
	}
	indent := strings.Repeat("\t", at.Column-1)
	return []analysis.SuggestedFix{{
		Message: fmt.Sprintf("Wipe the key with defer clear(%s)", expr),
		TextEdits: []analysis.TextEdit{{
			Pos: check.End(), End: check.End(),
			NewText: fmt.Appendf(nil, "\n%sdefer clear(%s)", indent, expr),
		}},
	}}
}

// staysInside reports whether k is only ever in variables of its function, out
// of reach of goroutines, and of calls that may keep it in what they return.
func (e *engine) staysInside(n *nest, k *key) bool {
	u := e.usageOf(n, k)
	if k.at.Parent() != n.root || u.open {
		return false
	}
	for _, l := range k.holders.list {
		if _, isParam := l.Root.(*ssa.Parameter); isParam || l.Function() != n.root {
			return false
		}
	}
	for _, fn := range n.fns {
		if outlivesIn(fn, k) {
			return false
		}
		for _, c := range e.callsIn(fn) {
			if _, keeps := e.keeper(c, &k.holders); keeps || e.isShared(c, k) || u.inDeferred(c) {
				return false
			}
		}
	}
	return true
}

// inDeferred reports whether a call defers a closure that uses the key: it may
// run after a wipe that is deferred later.
func (u *usage) inDeferred(c ssaflow.Call) bool {
	if _, ok := c.Instr.(*ssa.Defer); !ok {
		return false
	}
	for instr := range u.uses {
		for _, fn := range u.e.resolver.Closures(c) {
			if isWithin(instr.Parent(), fn) {
				return true
			}
		}
	}
	return false
}

// outlivesIn reports whether fn makes a closure or method value that has the key
// and does more with it than call it.
func outlivesIn(fn *ssa.Function, k *key) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			mc, ok := instr.(*ssa.MakeClosure)
			if ok && !isOnlyCalled(mc) && k.isCapturedBy(mc) {
				return true
			}
		}
	}
	return false
}

func (k *key) isCapturedBy(mc *ssa.MakeClosure) bool {
	return slices.ContainsFunc(mc.Bindings, func(b ssa.Value) bool { return k.holders.has(ssaflow.Of(b)) })
}

func isOnlyCalled(mc *ssa.MakeClosure) bool {
	return !slices.ContainsFunc(*mc.Referrers(), func(r ssa.Instruction) bool {
		call, ok := r.(ssa.CallInstruction)
		return !ok || call.Common().Value != mc || slices.Contains(call.Common().Args, ssa.Value(mc))
	})
}

// isShared reports whether a call starts a goroutine that has the key.
func (e *engine) isShared(c ssaflow.Call, k *key) bool {
	g, ok := c.Instr.(*ssa.Go)
	if !ok {
		return false
	}
	mc, isClosure := g.Call.Value.(*ssa.MakeClosure)
	return takes(c, &k.holders) || isClosure && k.isCapturedBy(mc)
}

func inLoop(b *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	pending := append([]*ssa.BasicBlock(nil), b.Succs...)
	for len(pending) > 0 {
		s := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if s == b {
			return true
		}
		if !seen[s] {
			seen[s] = true
			pending = append(pending, s.Succs...)
		}
	}
	return false
}

// clearable reports whether clear takes the key, and this package may name it.
func (e *engine) clearable(k *key) bool {
	t := results(k.at.(*ssa.Call))[0]
	for i, f := range k.home.Fields() {
		if !f.Var.Exported() && f.Var.Pkg() != e.pass.Pkg {
			return false
		}
		if i == 0 {
			t = f.Var.Type()
		}
	}
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

// hasClear reports whether clear means the builtin at pos.
func (e *engine) hasClear(file *ast.File, pos token.Pos) bool {
	v := e.pass.TypesInfo.FileVersions[file]
	if v != "" && version.Compare(v, "go1.21") < 0 {
		return false
	}
	scope := e.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent("clear", pos)
	_, isBuiltin := obj.(*types.Builtin)
	return isBuiltin
}

// checkedCall returns the assignment of the call at pos and the check of its
// error that follows at once and leaves the function.
func (e *engine) checkedCall(file *ast.File, pos token.Pos) (*ast.AssignStmt, *ast.IfStmt) {
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for i, node := range path {
		assign, ok := node.(*ast.AssignStmt)
		if !ok || i+1 >= len(path) {
			continue
		}
		if call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr); !ok || call.Lparen != pos {
			return nil, nil // the call is but a part of what is assigned
		}
		block, ok := path[i+1].(*ast.BlockStmt)
		if !ok {
			return nil, nil
		}
		for j, stmt := range block.List {
			if stmt == assign && j+1 < len(block.List) {
				check, ok := block.List[j+1].(*ast.IfStmt)
				if ok && isErrorCheck(check, assign) {
					return assign, check
				}
			}
		}
		return nil, nil
	}
	return nil, nil
}

// isErrorCheck reports whether check is `if err != nil { … return … }` for the
// last variable that assign sets.
func isErrorCheck(check *ast.IfStmt, assign *ast.AssignStmt) bool {
	cond, ok := check.Cond.(*ast.BinaryExpr)
	if !ok || check.Init != nil || check.Else != nil || cond.Op != token.NEQ || len(check.Body.List) == 0 {
		return false
	}
	x, ok1 := cond.X.(*ast.Ident)
	y, ok2 := cond.Y.(*ast.Ident)
	last, ok3 := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	if !ok1 || !ok2 || !ok3 || x.Name != last.Name || y.Name != "nil" {
		return false
	}
	_, returns := check.Body.List[len(check.Body.List)-1].(*ast.ReturnStmt)
	return returns
}

// keyExpr returns the expression by which the code after assign names the key.
func keyExpr(assign *ast.AssignStmt, k *key) string {
	if k.home.Root != k.at.(ssa.Value) || k.call != k.at || !strings.HasPrefix(k.home.Path, "#0") {
		return ""
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok || id.Name == "_" {
		return ""
	}
	return id.Name + k.home.Path[len("#0"):]
}
