package envelope

import (
	"fmt"
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// encryptOperation is what encrypts data under a key that never leaves KMS.
const encryptOperation = "kms.Encrypt"

// symmetric is the algorithm of keys that are not named in a request.
const symmetric = "SYMMETRIC_DEFAULT"

// checkLimits looks at what kms.Encrypt is given.
func (c *checker) checkLimits() {
	for _, call := range c.calls {
		if call.operation == encryptOperation {
			c.checkLimit(call)
		}
	}
}

func (c *checker) checkLimit(call apiCall) {
	limit, known := c.limitOf(call)
	for _, o := range c.fieldOrigins(call.input, "Plaintext", call.Instr) {
		if n := c.size(o.v, o.at, 0); known && !o.derived && n > limit {
			c.report(finding{
				category: "too-long", at: call.Instr, what: encryptOperation, confidence: rule.Certain,
				message: fmt.Sprintf("kms.Encrypt is given %s bytes, and takes at most %s: use a data key", grouped(n), grouped(limit)),
				related: c.way(o, "this is what it is given"),
			})
			return
		}
	}
	for _, o := range c.fieldOrigins(call.input, "Plaintext", call.Instr) {
		if source, ok := c.unbounded(o, call); ok {
			c.report(finding{
				category: "unbounded", at: call.Instr, what: encryptOperation, confidence: rule.Possible,
				message: fmt.Sprintf("kms.Encrypt is given %s of any size, and takes at most %s bytes: use a data key", source, grouped(limit)),
				related: c.way(o, "it is read here"),
			})
			return
		}
	}
}

// limitOf returns how much a request may encrypt; known is false if that depends on
// what is not known.
func (c *checker) limitOf(call apiCall) (limit int, known bool) {
	algorithm := call.field(c, "EncryptionAlgorithm")
	name, isConst := algorithm.Constant()
	if isUnset(algorithm) || isConst && name == "" {
		name, isConst = symmetric, true
	}
	limit, known = c.t.limits[name]
	if !known || !isConst {
		return c.t.limits[symmetric], !isConst // beyond that, no key takes it
	}
	return limit, true
}

// grouped writes a number as readers expect it: 4,096.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// way returns how what is at an origin gets to where it is used.
func (c *checker) way(o origin, text string) []analysis.RelatedInformation {
	related := []analysis.RelatedInformation{}
	if pos := posOf(o); pos.IsValid() {
		related = append(related, note(pos, text))
	}
	for i := len(o.up) - 1; i >= 0; i-- {
		related = append(related, note(o.up[i].Pos(), "passed on from here"))
	}
	return related
}

func posOf(o origin) token.Pos {
	if pos := o.v.Pos(); pos.IsValid() {
		return pos
	}
	if x, ok := o.v.(*ssa.Extract); ok {
		return x.Tuple.Pos()
	}
	return o.at.Pos()
}

// maxParts bounds the nesting of what a size is the sum of.
const maxParts = 6

// size returns how many bytes a value has at least, or 0 if that is not known.
func (c *checker) size(v ssa.Value, at ssa.Instruction, depth int) int {
	if depth > maxParts {
		return 0
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return len(constant.StringVal(v.Value))
		}
	case *ssa.Convert:
		return c.size(v.X, at, depth+1)
	case *ssa.ChangeType:
		return c.size(v.X, at, depth+1)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return c.size(v.X, at, depth+1) + c.size(v.Y, at, depth+1)
		}
	case *ssa.MakeSlice:
		return constInt(v.Len)
	case *ssa.Slice:
		return c.sliceSize(v, at, depth)
	case *ssa.Phi:
		n := 0
		for _, edge := range v.Edges {
			n = max(n, c.size(edge, at, depth+1))
		}
		return n
	case *ssa.UnOp:
		return c.storedSize(v, depth)
	case *ssa.Call:
		return c.madeSize(v, at, depth)
	}
	return 0
}

// storedSize returns the size of what a load finds.
func (c *checker) storedSize(load *ssa.UnOp, depth int) int {
	n := 0
	stored, _ := c.e.Stores(load, "", load)
	for _, st := range stored {
		if st.Path == "" {
			n = max(n, c.size(st.Val, st.At, depth+1))
		}
	}
	return n
}

func (c *checker) sliceSize(s *ssa.Slice, at ssa.Instruction, depth int) int {
	low := constInt(s.Low)
	if s.Low != nil && low == 0 && !isConst(s.Low) {
		return 0
	}
	switch {
	case s.High != nil && isConst(s.High):
		return constInt(s.High) - low
	case s.High != nil:
		return 0
	}
	if n := ssaflow.ArrayLen(s.X.Type()); n >= 0 {
		return int(n) - low
	}
	return c.size(s.X, at, depth+1) - low
}

func (c *checker) madeSize(call *ssa.Call, at ssa.Instruction, depth int) int {
	resolved := c.e.Resolve(call)
	if resolved.Builtin() == "append" {
		return c.size(call.Call.Args[0], at, depth+1) + c.size(call.Call.Args[1], at, depth+1)
	}
	if l, ok := c.t.find(resolved, repeats); ok && len(resolved.Args) > 1 {
		return c.size(resolved.Args[l.arg], at, depth+1) * constInt(resolved.Args[len(resolved.Args)-1])
	}
	return 0
}

func isConst(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

// constInt returns a constant's value, or 0.
func constInt(v ssa.Value) int {
	k, ok := v.(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.Int {
		return 0
	}
	return int(k.Int64())
}

// unbounded reports whether an origin is content whose size nothing bounds, and says
// what of.
func (c *checker) unbounded(o origin, call apiCall) (source string, ok bool) {
	read, isCall := o.v.(*ssa.Call)
	if x, isExtract := o.v.(*ssa.Extract); isExtract {
		read, isCall = x.Tuple.(*ssa.Call)
	}
	if !isCall {
		return "", false
	}
	from := c.e.Resolve(read)
	l, ok := c.t.find(from, reads)
	if !ok {
		return "", false
	}
	for _, fn := range append(callers(o), read.Parent(), call.Instr.Parent()) {
		if measures(fn) {
			return "", false
		}
	}
	for _, r := range c.origins(from.Args[l.arg], read) {
		if c.isBounded(r) {
			return "", false
		}
	}
	if strings.HasSuffix(match.Func(from.Func), "ReadFile") {
		return "a file", true
	}
	return "input", true
}

func callers(o origin) []*ssa.Function {
	var fns []*ssa.Function
	for _, call := range append(append([]ssa.Instruction{}, o.up...), o.down...) {
		fns = append(fns, call.Parent())
	}
	return fns
}

func (c *checker) isBounded(o origin) bool {
	call, ok := o.v.(*ssa.Call)
	if !ok {
		return false
	}
	_, ok = c.t.find(c.e.Resolve(call), bounds)
	return ok
}

// measures reports whether a function compares a length or a size with something.
func measures(fn *ssa.Function) bool {
	return containsInstr(fn, func(instr ssa.Instruction) bool {
		cmp, ok := instr.(*ssa.BinOp)
		return ok && isOrder(cmp.Op) && (isMeasure(cmp.X) || isMeasure(cmp.Y))
	})
}

func isOrder(op token.Token) bool {
	return op == token.LSS || op == token.LEQ || op == token.GTR || op == token.GEQ
}

// isMeasure reports whether v is a length, or what something called Size returns. A
// comparison with the constants of a loop is none.
func isMeasure(v ssa.Value) bool {
	if convert, ok := v.(*ssa.Convert); ok {
		v = convert.X
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return b.Name() == "len" && match.IsBytes(call.Call.Args[0].Type())
	}
	return call.Call.IsInvoke() && call.Call.Method.Name() == "Size"
}
