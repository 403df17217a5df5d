package ssaflow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An Atom is a proposition that branches test, in a form that is the same for
// all tests of it: "X is nil", "X is true", "X op Y".
type Atom struct {
	Op   token.Token // ILLEGAL for "X is true", EQL without Y and Const for "X is nil"
	X, Y Loc
	Lit  string // the constant that X is compared with
}

// IsNil is the atom "the thing at l is nil", or empty: a nil slice and an empty
// one hold as little.
func IsNil(l Loc) Atom { return Atom{Op: token.EQL, X: l} }

// IsTrue is the atom "the boolean at l is true".
func IsTrue(l Loc) Atom { return Atom{X: l} }

// Nil returns the place that the atom says is nil, and false for other atoms.
func (a Atom) Nil() (Loc, bool) {
	return a.X, a.Op == token.EQL && a.Y.Root == nil && a.Lit == ""
}

// Condition returns the atom that a boolean value states, and whether the
// value is true when the atom is.
func Condition(v ssa.Value) (a Atom, same bool) {
	same = true
	for {
		n, ok := v.(*ssa.UnOp)
		if !ok || n.Op != token.NOT {
			break
		}
		v, same = n.X, !same
	}
	if b, ok := v.(*ssa.BinOp); ok {
		a, positive := comparison(b)
		return a, same == positive
	}
	return IsTrue(Of(v)), same
}

func comparison(b *ssa.BinOp) (a Atom, positive bool) {
	x, y, op := b.X, b.Y, b.Op
	if _, ok := x.(*ssa.Const); ok {
		x, y, op = y, x, mirrored(op)
	}
	if l, empty, ok := lengthTest(x, op, y); ok {
		return IsNil(l), empty
	}
	a, positive = Atom{Op: op, X: Of(x)}, true
	if op == token.NEQ {
		a.Op, positive = token.EQL, false
	}
	c, ok := y.(*ssa.Const)
	switch {
	case !ok:
		a.Y = Of(y)
	case c.Value == nil: // nil, or the zero value of a composite
	case c.Value.Kind() == constant.Bool && a.Op == token.EQL:
		return IsTrue(a.X), positive == constant.BoolVal(c.Value)
	default:
		a.Lit = c.Value.ExactString()
	}
	return a, positive
}

// lengthTest recognises comparisons of len(x) that tell whether x is empty.
func lengthTest(x ssa.Value, op token.Token, y ssa.Value) (l Loc, empty, ok bool) {
	arg, isLen := LenOf(x)
	n, isConst := intConst(y)
	if !isLen || !isConst {
		return Loc{}, false, false
	}
	switch {
	case op == token.EQL && n == 0, op == token.LSS && n == 1, op == token.LEQ && n == 0:
		return Of(arg), true, true
	case op == token.NEQ && n == 0, op == token.GTR && n == 0, op == token.GEQ && n == 1:
		return Of(arg), false, true
	}
	return Loc{}, false, false
}

func mirrored(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.GTR:
		return token.LSS
	case token.LEQ:
		return token.GEQ
	case token.GEQ:
		return token.LEQ
	}
	return op
}

// LenOf returns x where v is len(x).
func LenOf(v ssa.Value) (ssa.Value, bool) {
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil, false
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); ok && (b.Name() == "len" || b.Name() == "cap") {
		return call.Call.Args[0], true
	}
	return nil, false
}

func intConst(v ssa.Value) (int64, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return c.Int64(), true
}

// Known returns what assigning v makes of the atoms about the place it is
// assigned to: whether v is nil or not, or true or false. Values of which
// nothing is known, and those that only another place knows of, give false.
func Known(v ssa.Value) (isNil, value, ok bool) {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return true, true, v.IsNil()
		}
		if v.Value.Kind() == constant.Bool {
			return false, constant.BoolVal(v.Value), true
		}
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeClosure, *ssa.MakeInterface:
		return true, false, true
	case *ssa.Call:
		return true, false, makesError(v)
	}
	return false, false, false
}

// makesError reports whether the call returns an error that is never nil.
func makesError(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Object() == nil || fn.Pkg == nil {
		return false
	}
	switch fn.Pkg.Pkg.Path() + "." + fn.Name() {
	case "errors.New", "fmt.Errorf":
		return true
	}
	return false
}

// lastResult returns the type of the last of several results: the one that tells
// whether the others are there.
func lastResult(sig *types.Signature) types.Type {
	if n := sig.Results().Len(); n > 1 {
		return sig.Results().At(n - 1).Type()
	}
	return nil
}

// FailureOf returns the atom that is true, or false where positive is false,
// when the call failed and its other results hold nothing: "the error is nil"
// is false, "ok" is false.
func FailureOf(call ssa.CallInstruction) (a Atom, positive, ok bool) {
	v := call.Value()
	t := lastResult(call.Common().Signature())
	if v == nil || t == nil {
		return Atom{}, false, false
	}
	last := ResultAt(v, call.Common().Signature().Results().Len()-1)
	if types.IsInterface(t) && types.Implements(t, errorInterface) {
		return IsNil(last), false, true
	}
	if b, isBasic := t.Underlying().(*types.Basic); isBasic && b.Kind() == types.Bool {
		return IsTrue(last), false, true
	}
	return Atom{}, false, false
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
