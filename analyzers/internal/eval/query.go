package eval

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// Bounds of one question. Beyond them a value is unknown.
const (
	maxSteps = 20_000
	maxPath  = 8 // selectors

	// In a package that has had so many steps in all, each question gets few: enough
	// for what is said in the open.
	maxSpent = 200_000
	fewSteps = 60
)

// A query is one question, and what was found out on the way to its answer.
type query struct {
	e       *Engine
	steps   int
	busy    map[queryKey]int // asked for by what is being evaluated for it, and how many were before
	partial map[queryKey]partial
	order   []queryKey // of what is partial
	lowest  int        // of the busy ones that were asked for
}

type queryKey struct {
	v        ssa.Value
	path     string
	at       ssa.Instruction
	anywhere bool // the question is what is ever stored there
}

// A partial answer lacks that to a question that was not answered when it was found,
// because it is part of that, in a loop. It stands until that one is answered.
type partial struct {
	found   *value.Value
	lowest  int // of the questions that it lacks
	results int // of the functions that it lacks the results of
}

// value returns what the part of v at path can be where at uses it; nil if the
// answer is among what the question is part of, in a loop.
func (q *query) value(v ssa.Value, path string, at ssa.Instruction) *value.Value {
	return q.find(queryKey{v: v, path: path, at: lookedAt(v, path, at)})
}

// lookedAt returns where it was decided what v is: where it was loaded, or made if it is a
// text, which nobody changes.
func lookedAt(v ssa.Value, path string, at ssa.Instruction) ssa.Instruction {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		return load
	}
	if path != "" || !isText(v.Type()) {
		return at
	}
	switch v := v.(type) {
	case *ssa.Const:
		return at
	case ssa.Instruction:
		return v
	}
	return nil
}

func (q *query) find(key queryKey) *value.Value {
	if found, ok := q.e.answers[key]; ok {
		return found
	}
	if found, ok := q.e.below[key]; ok {
		return found
	}
	if p, ok := q.partial[key]; ok {
		q.lowest, q.e.results.lowest = min(q.lowest, p.lowest), min(q.e.results.lowest, p.results)
		return p.found
	}
	if depth, ok := q.busy[key]; ok {
		q.lowest = min(q.lowest, depth)
		return nil
	}
	if strings.Count(key.path, ".")+strings.Count(key.path, "[") > maxPath {
		return nil
	}
	q.steps--
	q.e.spent++
	if q.steps < 0 {
		return value.Unfinished
	}
	return q.answer(key)
}

// pay takes steps for looking at n things.
func (q *query) pay(n int) {
	q.steps -= n / 16
	q.e.spent += n / 16
}

// answer finds an answer, and keeps it: for all questions, if it lacks nothing.
func (q *query) answer(key queryKey) *value.Value {
	depth, first := len(q.busy), len(q.order)
	lowest, results := q.lowest, q.e.results.lowest
	q.busy[key], q.lowest, q.e.results.lowest = depth, math.MaxInt, math.MaxInt
	found := q.found(key)
	delete(q.busy, key)
	if q.lowest >= depth {
		q.lowest = math.MaxInt // the circle is within this one
		q.forget(first)
	}
	whole := q.lowest == math.MaxInt && q.e.results.lowest == math.MaxInt && q.steps >= 0
	if whole || q.steps < 0 && (depth == 0 || key.anywhere) { // nobody gets further with it
		q.e.answers[key] = found
	} else {
		q.partial[key] = partial{found, q.lowest, q.e.results.lowest}
		q.order = append(q.order, key)
	}
	q.lowest, q.e.results.lowest = min(q.lowest, lowest), min(q.e.results.lowest, results)
	return found
}

func (q *query) found(key queryKey) *value.Value {
	if key.anywhere {
		loc := ssaflow.Loc{Root: key.v, Path: key.path}
		return q.made(loc, nil, q.e.index.hits(loc), true)
	}
	return q.evaluate(key.v, key.path, key.at)
}

// forget drops the partial answers that were found since: what they lacked is answered.
func (q *query) forget(first int) {
	for _, key := range q.order[first:] {
		delete(q.partial, key)
	}
	q.order = q.order[:first]
}

func (q *query) evaluate(v ssa.Value, path string, at ssa.Instruction) *value.Value {
	if base, ok := strings.CutSuffix(path, value.Keys); ok {
		return orNone(q.value(v, base, at)).Select(value.Keys)
	}
	switch v := v.(type) {
	case *ssa.Lookup:
		if found := q.lookup(v, path); found != nil {
			return found
		}
	case *ssa.MakeInterface:
		if path == "" {
			return q.boxed(v)
		}
	case *ssa.ChangeInterface:
		return q.value(v.X, path, at)
	case *ssa.TypeAssert:
		if !canHold(v) {
			return nil
		}
	case *ssa.Extract:
		if t, ok := v.Tuple.(*ssa.TypeAssert); ok && !canHold(t) {
			return nil
		}
	case *ssa.Function, *ssa.MakeClosure:
		if rest, ok := strings.CutPrefix(path, value.Called); ok {
			return q.called(v, rest)
		}
	}
	return q.memory(ssaflow.Of(v).Select(path), at)
}

// lookup returns what a map has under a constant key, if the map's keys are known.
func (q *query) lookup(l *ssa.Lookup, path string) *value.Value {
	k, ok := stringConst(l.Index)
	if !ok {
		return nil
	}
	m := q.value(l.X, "", l)
	switch {
	case m == nil:
		return nil
	case m.Path == value.Environment && q.e.names.Of(k) != setting.Secret:
		return value.None
	case m.Kind == value.Made:
		return m.Select("." + k + path) // what was decoded into the map
	case m.Kind != value.Table:
		return nil
	}
	var found []*value.Value
	for i := 0; i+1 < len(m.Parts); i += 2 {
		if name, ok := m.Parts[i].Constant(); !ok || name == k {
			found = append(found, m.Parts[i+1])
		}
	}
	return value.OneOf(found...).Select(path)
}

func stringConst(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// root returns what v, in which no other value's memory is, can be at path.
func (q *query) root(v ssa.Value, path string, at ssa.Instruction) *value.Value {
	switch v := v.(type) {
	case *ssa.Const:
		return constantOf(v, path, at)
	case *ssa.Parameter:
		return q.parameter(v, path)
	case *ssa.Call:
		index, rest := resultIndex(path)
		return q.call(v, index, rest)
	case *ssa.Phi:
		q.pay(len(v.Edges))
		var parts []*value.Value
		for _, edge := range v.Edges {
			parts = append(parts, q.value(edge, path, at))
		}
		return value.OneOf(parts...)
	case *ssa.Convert:
		return q.value(v.X, path, v)
	case *ssa.Slice:
		if isGlimpse(v) {
			return nil
		}
		return q.value(v.X, path, v) // a string's; others lie in their arrays' memory
	case *ssa.BinOp:
		return q.binary(v)
	case *ssa.Extract:
		return q.extract(v, path)
	case *ssa.Field, *ssa.UnOp:
		return q.operand(v, path)
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice:
		return &value.Value{Kind: value.Zero}
	case *ssa.Global:
		if v.Pkg != q.e.pkg.Package {
			return q.foreign(v, path)
		}
	}
	return nil
}

// foreign returns what is in a variable of another package.
func (q *query) foreign(g *ssa.Global, path string) *value.Value {
	fact := new(value.Var)
	if obj := g.Object(); obj != nil && q.e.pass.ImportObjectFact(obj, fact) {
		if v := fact.At(path); v != nil {
			return value.By(v, "kept in "+g.Pkg.Pkg.Name()+"."+g.Name(), g.Pos())
		}
	}
	return &value.Value{Kind: value.Unknown, Text: g.String()}
}

func constantOf(c *ssa.Const, path string, at ssa.Instruction) *value.Value {
	if c.Value == nil || path != "" {
		return &value.Value{Kind: value.Zero}
	}
	text := c.Value.ExactString()
	if c.Value.Kind() == constant.String {
		text = constant.StringVal(c.Value)
	}
	pos := token.NoPos
	if at != nil {
		pos = at.Pos()
	}
	return value.Of(text, pos)
}

func (q *query) parameter(p *ssa.Parameter, path string) *value.Value {
	for i, param := range p.Parent().Params {
		if param == p {
			return &value.Value{Kind: value.Param, Frame: q.e.frames[p.Parent()], Index: i, Path: path, Pos: p.Pos()}
		}
	}
	return nil
}

// operand returns what an instruction is made of whose result shares no memory
// with its operand: the load of an array.
func (q *query) operand(v ssa.Value, path string) *value.Value {
	switch v := v.(type) {
	case *ssa.Field:
		return q.value(v.X, "."+ssaflow.FieldOf(v.X.Type(), v.Field).Name()+path, v)
	case *ssa.UnOp:
		if v.Op == token.MUL || v.Op == token.ARROW {
			return q.value(v.X, path, v)
		}
	}
	return nil
}

func (q *query) binary(b *ssa.BinOp) *value.Value {
	if t, ok := b.Type().Underlying().(*types.Basic); !ok || b.Op != token.ADD || t.Info()&types.IsString == 0 {
		return nil
	}
	return value.Concat(b.Pos(), orNone(q.value(b.X, "", b)), orNone(q.value(b.Y, "", b)))
}

// extract returns a part of a tuple that is not in somebody's memory: the keys of
// a map that a loop ranges over, and what comes out of a select.
func (q *query) extract(x *ssa.Extract, path string) *value.Value {
	switch t := x.Tuple.(type) {
	case *ssa.Next:
		r, ok := t.Iter.(*ssa.Range)
		if !ok || x.Index != 1 {
			return nil
		}
		return orNone(q.value(r.X, "", x)).Select(value.Keys)
	case *ssa.Select:
		return q.received(t, x.Index, path)
	case *ssa.TypeAssert:
		if canHold(t) {
			return q.value(t.X, path, x)
		}
	}
	return nil
}

// canHold reports whether a type assertion can succeed, where what is asserted is made
// in view.
func canHold(t *ssa.TypeAssert) bool {
	mi, ok := t.X.(*ssa.MakeInterface)
	if !ok {
		return true
	}
	if iface, ok := t.AssertedType.Underlying().(*types.Interface); ok {
		return types.Implements(mi.X.Type(), iface)
	}
	return types.Identical(mi.X.Type(), t.AssertedType)
}

// received returns what a select receives: the results after the first two are
// those of its receiving cases, in order.
func (q *query) received(s *ssa.Select, index int, path string) *value.Value {
	n := 2
	for _, state := range s.States {
		if state.Dir != types.RecvOnly {
			continue
		}
		if n == index {
			return q.value(state.Chan, value.Elem+path, s)
		}
		n++
	}
	return nil
}

// resultIndex splits a path below a call, "#1.Name", into the index of the result
// and the path below that.
func resultIndex(path string) (index int, rest string) {
	if !strings.HasPrefix(path, "#") {
		return 0, path
	}
	i := 1
	for i < len(path) && '0' <= path[i] && path[i] <= '9' {
		index = index*10 + int(path[i]-'0')
		i++
	}
	return index, path[i:]
}
