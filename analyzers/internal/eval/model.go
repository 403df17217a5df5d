package eval

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// Model returns what the table of flows says of a call's callee.
func (e *Engine) model(c ssaflow.Call) (model, bool) {
	if c.Func == nil {
		return model{}, false
	}
	found, seen := e.modelled[c.Func]
	if !seen {
		found.model, found.ok = e.models.find(c.Func)
		e.modelled[c.Func] = found
	}
	return found.model, found.ok
}

// A lookup is an answer of the table of flows: a function is asked about at each of its
// calls, and more than once.
type lookup struct {
	model model
	ok    bool
}

// modelled returns what a call's result can be by the table of flows.
func (q *query) modelled(c ssaflow.Call, index int, path string) (*value.Value, bool) {
	m, ok := q.e.model(c)
	if !ok {
		return nil, false
	}
	if !carriesData(c.Func.Signature().Results(), index) {
		return nil, true
	}
	if text, ok := q.folded(c); ok {
		return text, true
	}
	return q.apply(m, c, path), true
}

// folds are functions of constants that programs make names with.
var folds = map[string]func(args []string) string{
	"strings.ToUpper":    func(args []string) string { return strings.ToUpper(args[0]) },
	"strings.ToLower":    func(args []string) string { return strings.ToLower(args[0]) },
	"strings.TrimSpace":  func(args []string) string { return strings.TrimSpace(args[0]) },
	"strings.ReplaceAll": func(args []string) string { return strings.ReplaceAll(args[0], args[1], args[2]) },
	"strings.TrimPrefix": func(args []string) string { return strings.TrimPrefix(args[0], args[1]) },
	"strings.TrimSuffix": func(args []string) string { return strings.TrimSuffix(args[0], args[1]) },
}

// folded returns the constant that a call makes of constants.
func (q *query) folded(c ssaflow.Call) (*value.Value, bool) {
	fold, ok := folds[match.Func(c.Func)]
	if !ok {
		return nil, false
	}
	var args []string
	for i := range c.Args {
		text, ok := q.arg(c, i, "").Constant()
		if !ok {
			return nil, false
		}
		args = append(args, text)
	}
	return value.Of(fold(args), c.Instr.Pos()), true
}

// carriesData reports whether a function's result can be what was made of its
// arguments: neither an error nor a boolean or number.
func carriesData(results *types.Tuple, index int) bool {
	if index >= results.Len() {
		return false
	}
	t := results.At(index).Type()
	b, ok := t.Underlying().(*types.Basic)
	return !match.IsError(t) && (!ok || b.Info()&types.IsString != 0)
}

func (q *query) apply(m model, c ssaflow.Call, path string) *value.Value {
	pos := c.Instr.Pos()
	switch m.verb {
	case same:
		return q.arg(c, m.args[0], path)
	case from, decrypts:
		made := value.OneOf(q.args(c, m)...)
		if c.Func.Signature().Recv() != nil {
			made = value.Show(made, value.Whole, pos) // a text, of whatever its receiver has
		}
		return value.From(made, short(c.Func), pos).Select(path)
	case redacts:
		made := value.From(value.OneOf(q.args(c, model{args: []int{m.args[0], m.args[2]}})...), short(c.Func), pos)
		return value.Redacted(made, q.arg(c, m.args[1], ""), pos)
	case maps:
		if q.isConstant(c.Args[m.args[0]]) {
			return nil
		}
		return value.From(q.arg(c, m.args[1], ""), short(c.Func), pos)
	case keys:
		return value.Group(value.List, pos, q.arg(c, m.args[0], "").Select(value.Keys)).Select(path)
	case shows:
		return value.From(value.Show(q.arg(c, m.args[0], ""), m.mode, pos), short(c.Func), pos).Select(path)
	case concat:
		return value.Concat(pos, q.shown(q.rest(c, len(c.Args)-1), pos)...)
	case format:
		return q.formatted(c, m.args[0])
	case join:
		return q.joined(c, m.args[0], m.args[1])
	case list:
		return q.concatenated(c, path)
	case env:
		return &value.Value{Kind: value.Env, Parts: []*value.Value{q.arg(c, m.args[0], "")}, Pos: pos}
	case environ:
		return &value.Value{Kind: value.Env, Pos: pos}
	case expand:
		return q.expanded(c, m.args)
	case refers:
		return value.Of("{{resolve}}", pos)
	}
	return nil
}

// shown returns parts as package fmt shows them.
func (q *query) shown(parts []*value.Value, pos token.Pos) []*value.Value {
	for i, p := range parts {
		parts[i] = value.Show(p, value.Fmt, pos)
	}
	return parts
}

// isConstant reports whether v is a function in view that returns constants alone: it
// puts the same in the place of each character.
func (q *query) isConstant(v ssa.Value) bool {
	fn, _ := ssaflow.Callee(v)
	if fn == nil || !q.e.has(fn) {
		return false
	}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && len(ret.Results) > 0 && !isConst(ret.Results[0]) {
			return false
		}
	}
	return true
}

// short returns a function's name with the last element of its path alone.
func short(fn *types.Func) string {
	name := match.Func(fn)
	return name[strings.LastIndexByte(name, '/')+1:]
}

func (q *query) arg(c ssaflow.Call, i int, path string) *value.Value {
	if i >= len(c.Args) {
		return value.None
	}
	return orNone(q.value(c.Args[i], path, c.Instr))
}

func (q *query) args(c ssaflow.Call, m model) []*value.Value {
	args := m.args
	if m.all {
		args = nil
		for i := range c.Args {
			args = append(args, i)
		}
	}
	var parts []*value.Value
	for _, i := range args {
		if v := q.arg(c, i, ""); v.Kind != value.Const {
			parts = append(parts, v)
		}
	}
	return parts
}

// storedByCall returns what a call stores where a reference leads that it is
// handed.
func (q *query) storedByCall(h hit) *value.Value {
	c, arg := h.ref.call, h.ref.arg
	if c.Builtin() == "copy" && arg == 0 {
		return q.arg(c, 1, h.rest)
	}
	if m, ok := q.e.model(c); ok {
		return q.storedByModel(m, c, arg, h.rest)
	}
	if c.Func == nil && c.Fn == nil && c.Builtin() == "" {
		return q.storedByOption(h)
	}
	var parts []*value.Value
	for _, fn := range q.e.callees(c) {
		if v := q.e.stored(fn, arg, h.rest); v != nil {
			v = added(v, arg, "stored by "+fn.Name(), c.Instr.Pos())
			parts = append(parts, v.Subst(q.e.frames[fn], c.Instr.Pos(), q.arguments(c)))
		}
	}
	for _, m := range q.e.declared(c) {
		if v := q.e.fact(m).Stored(arg, h.rest); v != nil {
			v = added(v, arg, "stored by "+m.Pkg().Name()+"."+m.Name(), c.Instr.Pos())
			parts = append(parts, v.Subst(0, c.Instr.Pos(), q.arguments(c)))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return value.OneOf(parts...)
}

// optional returns the fields of a struct that closures store in, by a parameter that they
// are given.
func (e *Engine) optional(t types.Type) []string {
	if t == nil {
		return nil
	}
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var names []string
	for f := range s.Fields() {
		if slices.ContainsFunc(e.index.fields[f], isByClosure) {
			names = append(names, f.Name())
		}
	}
	return names
}

func isByClosure(w write) bool {
	p, ok := w.loc.Root.(*ssa.Parameter)
	return ok && p.Parent().Parent() != nil && w.loc.Fields()[0].Rest == ""
}

// storedByOption returns what a function that is a value may store where a reference
// leads that it is handed: whatever closures store in that field of a parameter.
func (q *query) storedByOption(h hit) *value.Value {
	fields := h.ref.loc.Select(h.rest).Fields()
	if len(fields) == 0 {
		return nil
	}
	var parts []*value.Value
	for _, w := range q.e.index.fields[fields[0].Var] {
		if isByClosure(w) {
			parts = append(parts, q.value(w.val, fields[0].Rest, w.at))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return value.Guess(value.OneOf(parts...), "stored in field "+fields[0].Var.Name(), h.ref.call.Instr.Pos())
}

// added notes how and where what a call stores got there. What was there before, and
// is there again as elements of a longer list, did not get there so.
func added(v *value.Value, arg int, how string, pos token.Pos) *value.Value {
	if v.Kind != value.List && v.Kind != value.Any {
		if v.Kind == value.Param && v.Index == arg {
			return v
		}
		return value.By(v, how, pos)
	}
	parts := make([]*value.Value, len(v.Parts))
	for i, p := range v.Parts {
		parts[i] = added(p, arg, how, pos)
	}
	if v.Kind == value.Any {
		return value.OneOf(parts...)
	}
	return value.Group(v.Kind, v.Pos, parts...)
}

func (q *query) storedByModel(m model, c ssaflow.Call, arg int, rest string) *value.Value {
	if m.verb == wraps && m.dst == arg {
		if v := c.Instr.Value(); v != nil {
			return q.value(v, rest, nil)
		}
	}
	if m.verb != into || m.dst != arg {
		return nil
	}
	if m.plain {
		return q.arg(c, m.args[0], rest)
	}
	var parts []*value.Value
	for _, i := range m.args {
		parts = append(parts, q.handed(c, i)...)
	}
	return value.From(value.OneOf(parts...), short(c.Func), c.Instr.Pos()).Select(rest)
}

// handed returns what a call is handed as its argument i: each one, if that is
// what a variadic parameter stands for.
func (q *query) handed(c ssaflow.Call, i int) []*value.Value {
	if c.Func.Signature().Variadic() && i == len(c.Args)-1 {
		return q.rest(c, i)
	}
	return []*value.Value{q.arg(c, i, "")}
}

// rest returns the values that a call hands to its variadic parameter i.
func (q *query) rest(c ssaflow.Call, i int) []*value.Value {
	if elems, ok := literal(c.Args[i]); ok {
		var parts []*value.Value
		for _, e := range elems {
			parts = append(parts, orNone(q.value(e, "", c.Instr)))
		}
		return parts
	}
	return []*value.Value{q.arg(c, i, value.Elem)}
}

// literal returns the elements of a slice that is made where it is used, in order:
// a composite literal, or the arguments for a variadic parameter.
func literal(v ssa.Value) ([]ssa.Value, bool) {
	s, ok := v.(*ssa.Slice)
	if !ok {
		c, isConst := v.(*ssa.Const)
		return nil, isConst && c.IsNil()
	}
	array, ok := s.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	at, ok := deref(array.Type()).Underlying().(*types.Array)
	if !ok {
		return nil, false
	}
	elems := make([]ssa.Value, at.Len())
	for _, r := range *array.Referrers() {
		if addr, ok := r.(*ssa.IndexAddr); ok {
			setElement(elems, addr)
		}
	}
	for _, e := range elems {
		if e == nil {
			return nil, false
		}
	}
	return elems, true
}

func setElement(elems []ssa.Value, addr *ssa.IndexAddr) {
	i, ok := addr.Index.(*ssa.Const)
	if !ok || i.Int64() >= int64(len(elems)) {
		return
	}
	for _, r := range *addr.Referrers() {
		if s, ok := r.(*ssa.Store); ok && s.Addr == addr {
			elems[i.Int64()] = s.Val
		}
	}
}

// concatenated returns the elements of all slices that a call is handed.
func (q *query) concatenated(c ssaflow.Call, path string) *value.Value {
	var elems []*value.Value
	for _, s := range q.rest(c, len(c.Args)-1) {
		elems = append(elems, s.Elements()...)
	}
	return value.Group(value.List, c.Instr.Pos(), elems...).Select(path)
}

// joined returns the elements of the argument at list with that at sep between.
func (q *query) joined(c ssaflow.Call, list, sep int) *value.Value {
	elems, ok := literal(c.Args[list])
	if !ok {
		return value.From(q.arg(c, list, value.Elem), short(c.Func), c.Instr.Pos())
	}
	var parts []*value.Value
	for i, e := range elems {
		if i > 0 {
			parts = append(parts, q.arg(c, sep, ""))
		}
		parts = append(parts, orNone(q.value(e, "", c.Instr)))
	}
	return value.Concat(c.Instr.Pos(), parts...)
}
