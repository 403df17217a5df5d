package keyzero

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// check judges every key in the package and returns the reports.
func (e *engine) check() []rule.Report {
	e.findKeyStores()
	if len(e.keyStores) > 0 { // summaries say more now
		clear(e.summaries)
		clear(e.effects)
		clear(e.nests)
		clear(e.given)
	}
	var reports []rule.Report
	for _, fn := range e.fns {
		n := e.nestOf(e.rootOf(fn))
		if ssaflow.IsTest(e.pass.Fset, fn.Pos()) {
			continue
		}
		for _, k := range e.keysIn(n, fn) {
			family := n.family(k)
			if !e.isKey(n, k, family) {
				continue
			}
			for _, member := range family {
				if r, ok := e.examine(n, member, len(family) == 1); ok {
					reports = append(reports, r)
				}
			}
		}
	}
	return reports
}

// isKey reports whether k counts as a key, and notes in k and its copies whether
// only a name says so.
func (e *engine) isKey(n *nest, k *key, family []*key) bool {
	if !k.weak {
		return true
	}
	known := e.usedAsKey(n, family)
	for _, member := range family {
		member.byName = known == byName
	}
	return known != none
}

// examine reports what is wrong with k. alone tells that it has no copies.
func (e *engine) examine(n *nest, k *key, alone bool) (rule.Report, bool) {
	if k.manner == summary.Text {
		return e.report(k, "string-copy", fmt.Sprintf("string made from the %s cannot be wiped: keep the key in bytes", k), nil), true
	}
	m, v := e.judge(n, k)
	switch {
	case v.stored.Root != nil:
		message := fmt.Sprintf("%s is stored in %s, which nothing wipes", k.asSubject(), e.describe(v.stored))
		r := e.report(k, "stored", message, e.storeSteps(m, v))
		r.Detail.Unless = e.storeName(v.stored)
		return r, true
	case len(v.leaks) > 0:
		category, message := leakMessage(e.pass.Fset, k, v)
		r := e.report(k, category, message, e.exitSteps(m, v.leaks[0]))
		if alone {
			r.SuggestedFixes = e.fixes(n, k, v)
		}
		return r, true
	case v.late != nil && len(v.gifts) == 0:
		message := fmt.Sprintf("%s is wiped only after this call, which does not need it: wipe it as soon as it is used", k.asSubject())
		r := e.report(k, "wiped-late", message, e.lateSteps(v))
		r.Pos, r.End = e.span(v.late)
		return r, true
	}
	return rule.Report{}, false
}

func (k *key) String() string { return "data key from " + k.what }

func (k *key) asSubject() string {
	if k.parent != nil {
		return "copy of the " + k.String()
	}
	return k.String()
}

func leakMessage(fset *token.FileSet, k *key, v verdict) (category, message string) {
	switch {
	case k.parent != nil && !v.good:
		return "copy-not-wiped", k.asSubject() + " is never wiped"
	case k.parent != nil:
		return "copy-not-wiped", fmt.Sprintf("%s is not wiped on every path: %s", k.asSubject(), exitName(fset, v.leaks[0]))
	case !v.good:
		return "never-wiped", k.asSubject() + " is never wiped: overwrite it as soon as it is used"
	}
	return "not-on-every-path", fmt.Sprintf("%s is not wiped on every path: %s", k.asSubject(), exitName(fset, v.leaks[0]))
}

// exitName names the way out by which a key survives.
func exitName(fset *token.FileSet, x exit) string {
	line := fset.Position(x.instr.Pos()).Line
	switch x.instr.(type) {
	case *ssa.Panic:
		return fmt.Sprintf("it survives the panic on line %d", line)
	case *ssa.Return:
		if line == 0 {
			return "it survives the end of the function"
		}
		return fmt.Sprintf("it survives the return on line %d", line)
	}
	if x.state.terminated {
		return fmt.Sprintf("it survives the end of the goroutine on line %d", line)
	}
	return "it survives the turn of the loop that gets the next one"
}

func (e *engine) report(k *key, category, message string, steps []analysis.RelatedInformation) rule.Report {
	pos, end := e.span(k.shownAt())
	confidence := rule.Certain
	if k.byName {
		confidence = rule.Likely
	}
	return rule.Report{
		Diagnostic: analysis.Diagnostic{
			Pos: pos, End: end, Category: category, Message: message,
			URL:     Rule.URL + "#" + category,
			Related: append(e.originSteps(k), steps...),
		},
		Detail: rule.Detail{What: k.what, Confidence: confidence},
	}
}

// originSteps tells how k came to be: its original's call, and each copying.
func (e *engine) originSteps(k *key) []analysis.RelatedInformation {
	if k.parent == nil {
		return e.sourceSteps(k)
	}
	word := map[summary.Manner]string{summary.Copy: "copied", summary.Text: "made a string"}[k.manner]
	return append(e.originSteps(k.parent), e.step(k.at, "the key is "+word+" here"))
}

func (e *engine) sourceSteps(k *key) []analysis.RelatedInformation {
	if k.via == nil {
		return []analysis.RelatedInformation{e.step(k.shownAt(), k.what+" returns a plaintext key here")}
	}
	return []analysis.RelatedInformation{
		{Pos: k.via.Pos(), Message: fmt.Sprintf("%s returns the key of %s to its caller", k.via.Name(), k.what)},
		e.step(k.shownAt(), "it is called here, and the key is the caller's"),
	}
}

func (e *engine) step(at ssa.Instruction, message string) analysis.RelatedInformation {
	pos, end := e.span(at)
	return analysis.RelatedInformation{Pos: pos, End: end, Message: message}
}

// exitSteps tells which branches lead to the exit, and names it.
func (e *engine) exitSteps(m *machine, x exit) []analysis.RelatedInformation {
	var steps []analysis.RelatedInformation
	path := m.top.Path(x.point)
	for i := 0; i+1 < len(path); i++ {
		if path[i].State.status != live && path[i+1].State.status != live {
			continue
		}
		b := m.n.root.Blocks[path[i].Node]
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if ok && isComputedIn(branch.Cond, b) && b.Succs[0] != b.Succs[1] {
			taken := b.Succs[0].Index == path[i+1].Node
			steps = append(steps, analysis.RelatedInformation{Pos: branch.Cond.Pos(), Message: fmt.Sprintf("where this is %t", taken)})
		}
	}
	pos, end := e.span(x.instr)
	if !pos.IsValid() {
		pos, end = endOf(m.n.root), token.NoPos
	}
	return append(steps, analysis.RelatedInformation{Pos: pos, End: end, Message: "the key is still in memory here"})
}

// isComputedIn reports whether a condition stands in the text where its branch
// does: one that is a variable has its position where that was declared.
func isComputedIn(cond ssa.Value, b *ssa.BasicBlock) bool {
	instr, ok := cond.(ssa.Instruction)
	_, isPhi := cond.(*ssa.Phi)
	return ok && !isPhi && instr.Block() == b && cond.Pos().IsValid()
}

// endOf returns the position of the brace that closes fn.
func endOf(fn *ssa.Function) token.Pos {
	if syntax := fn.Syntax(); syntax != nil {
		return syntax.End() - 1
	}
	return fn.Pos()
}

func (e *engine) lateSteps(v verdict) []analysis.RelatedInformation {
	wiped := "it is wiped here"
	if _, ok := v.wipe.(*ssa.Defer); ok {
		wiped = "it is wiped when the call that is deferred here runs"
	}
	return []analysis.RelatedInformation{
		e.step(v.late, "this may wait, and nothing uses the key any more"),
		e.step(v.wipe, wiped),
	}
}

func (e *engine) storeSteps(m *machine, v verdict) []analysis.RelatedInformation {
	for _, a := range m.n.assigns {
		if _, ok := v.stored.Under(a.Dst); ok && a.At.Pos().IsValid() && m.k.holders.has(a.Src) {
			return []analysis.RelatedInformation{e.step(a.At, "it is stored in "+e.describe(v.stored)+" here")}
		}
	}
	return nil
}

// span returns the extent of the expression or statement that instr comes from.
func (e *engine) span(instr ssa.Instruction) (pos, end token.Pos) {
	at := instr.Pos()
	if !at.IsValid() {
		at = operandPos(instr)
	}
	file := e.fileAt(at)
	if file == nil {
		return at, token.NoPos
	}
	path, _ := astutil.PathEnclosingInterval(file, at, at)
	for _, node := range path {
		switch node.(type) {
		case *ast.CallExpr, ast.Stmt:
			return node.Pos(), node.End()
		}
	}
	return at, token.NoPos
}

// operandPos returns the position of what instr works on, for instructions that
// have none of their own.
func operandPos(instr ssa.Instruction) token.Pos {
	for _, op := range instr.Operands(nil) {
		if *op != nil && (*op).Pos().IsValid() {
			if _, isConst := (*op).(*ssa.Const); !isConst {
				return (*op).Pos()
			}
		}
	}
	return token.NoPos
}

func (e *engine) fileAt(pos token.Pos) *ast.File {
	for _, f := range e.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}
