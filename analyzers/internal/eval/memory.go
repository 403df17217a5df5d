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

// A hit is something that stores to a place, or to something above or below it.
type hit struct {
	write *write
	ref   *reference
	rest  string // from what is written down to the place, or the other way round
	below bool   // what is written is a part of the place
}

// memory returns what can be at loc when at runs. What a field says that carries
// secrets counts as one; the place where the answer came from tells of which
// operation, if it is in view.
func (q *query) memory(loc ssaflow.Loc, at ssa.Instruction) *value.Value {
	s, exact := q.secret(loc, at)
	if exact {
		return s
	}
	v := q.contents(loc, at)
	if s != nil && v != nil && !v.Has(value.Secret) && v != encrypted && !isMadeHere(loc, v) {
		return s
	}
	return v
}

// isMadeHere reports whether the program made the struct itself in which a field of AWS's
// answers is, as it does for requests: then it is known what is there.
func isMadeHere(loc ssaflow.Loc, v *value.Value) bool {
	switch loc.Root.(type) {
	case *ssa.Const:
		return true
	case *ssa.Alloc:
		return v.Kind != value.Zero && v.Kind != value.Unknown
	}
	return false
}

func (q *query) contents(loc ssaflow.Loc, at ssa.Instruction) *value.Value {
	all := q.e.index.hits(loc)
	q.pay(len(all))
	hits := sameElement(loc, at, all)
	initial := true
	if len(hits) > 0 && localTo(loc, at, hits) {
		hits, initial = q.reaching(loc, at, hits)
	} else if here := within(at, hits); len(here) > 0 {
		if seen, before := q.reaching(loc, at, here); !before {
			hits, initial = seen, false // whatever others store is replaced here
		}
	}
	if len(hits) == len(all) && q.isAnywhere(loc, at, hits) {
		return q.find(queryKey{v: loc.Root, path: loc.Path, anywhere: true})
	}
	return q.made(loc, at, hits, initial)
}

// isAnywhere reports whether all of the package sees the same at loc as at does, because
// it is not known who stored there last.
func (q *query) isAnywhere(loc ssaflow.Loc, at ssa.Instruction, hits []hit) bool {
	switch loc.Root.(type) {
	case *ssa.Alloc, *ssa.Global, *ssa.Parameter, *ssa.Call, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
	default:
		return false
	}
	if at == nil || len(hits) == 0 || localTo(loc, at, hits) || len(q.fieldsAt(loc, hits)) > 0 {
		return false
	}
	return !slices.ContainsFunc(hits, func(h hit) bool { return h.write != nil && h.seenAt(at) != h.write.at })
}

// made returns what loc is made of, by what at can see of what is stored there.
func (q *query) made(loc ssaflow.Loc, at ssa.Instruction, hits []hit, initial bool) *value.Value {
	var parts, entries, elems []*value.Value
	if initial {
		parts = append(parts, q.root(loc.Root, loc.Path, at))
	}
	for _, h := range hits {
		switch {
		case h.ref != nil:
			parts = append(parts, q.decoded(q.storedByCall(h), loc))
		case !h.below:
			parts = append(parts, q.value(h.write.val, h.rest, h.seenAt(at)))
		case h.rest == value.Elem && h.write.key != nil:
			entries = append(entries, orNone(q.value(h.write.key, "", h.write.at)), valueAt(q.value(h.write.val, "", h.write.at), h.write.at))
		case h.rest == value.Elem:
			elems = append(elems, orNone(q.value(h.write.val, "", h.write.at)))
		}
	}
	if len(hits) == 0 && loc.Depth() < maxNested && q.leadsToSource(loc) {
		elems = append(elems, orNone(q.memory(loc.Select(value.Elem), at)))
	}
	whole := value.OneOf(append(parts, groups(entries, elems)...)...)
	return value.Overlay(whole, q.fieldsOf(loc, at, hits), positionOf(at))
}

// leadsToSource reports whether a list or a map, of which nothing is known, has elements
// that carry secrets.
func (q *query) leadsToSource(loc ssaflow.Loc) bool {
	t := loc.Type()
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Slice, *types.Array, *types.Map:
		return len(q.e.sourceFields(u.(interface{ Elem() types.Type }).Elem())) > 0
	}
	return false
}

func positionOf(at ssa.Instruction) token.Pos {
	if at == nil {
		return token.NoPos
	}
	return at.Pos()
}

// fieldsOf returns the fields of the struct at loc that something is stored in, and those
// that carry secrets.
func (q *query) fieldsOf(loc ssaflow.Loc, at ssa.Instruction, hits []hit) []*value.Value {
	var fields []*value.Value
	for _, name := range q.fieldsAt(loc, hits) {
		if q.steps--; q.steps < 0 || len(fields) == maxFields {
			fields = append(fields, value.InField(name, "", value.Unfinished))
			break
		}
		inner := loc.Select("." + name)
		if on := inner.Fields(); len(on) > 0 {
			fields = append(fields, q.inField(inner, on[0], at))
		}
	}
	return fields
}

// fieldsAt returns the names of such fields.
func (q *query) fieldsAt(loc ssaflow.Loc, hits []hit) []string {
	var names []string
	add := func(name string) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, h := range hits {
		if h.ref != nil && h.ref.call.Func == nil && h.ref.call.Fn == nil {
			for _, name := range q.e.optional(loc.Type()) {
				add(name)
			}
		}
		if h.below && h.rest[0] == '.' {
			name, _, _ := strings.Cut(h.rest[1:], ".")
			name, _, _ = strings.Cut(name, "[")
			add(name)
		}
	}
	if t := loc.Type(); t != nil && loc.Depth() < maxNested {
		for _, f := range q.e.sourceFields(t) {
			add(f.Var.Name())
		}
	}
	return names
}

// seenAt returns where the value is looked at that h stored: where it was stored, or
// now, if it was a reference to what may have changed since.
func (h hit) seenAt(now ssa.Instruction) ssa.Instruction {
	if h.rest != "" && now != nil && now.Parent() == h.write.at.Parent() && canBeWritten(h.write.val.Type()) {
		return now
	}
	return h.write.at
}

// valueAt marks a map's entry with the place where it is put into the map.
func valueAt(v *value.Value, at ssa.Instruction) *value.Value {
	return value.Entry(orNone(v), at.Pos())
}

func groups(entries, elems []*value.Value) []*value.Value {
	var groups []*value.Value
	if len(entries) > 0 {
		groups = append(groups, value.Group(value.Table, entries[0].Pos, entries...))
	}
	if len(elems) > 0 {
		groups = append(groups, value.Group(value.List, elems[0].Pos, elems...))
	}
	return groups
}

// encrypted is a parameter that was asked for without decryption.
var encrypted = &value.Value{Kind: value.Unknown, Text: "ssm.encrypted"}

// secret returns the secret at loc if a field on the way there carries one. exact
// tells that the operation is known that returned it.
func (q *query) secret(loc ssaflow.Loc, at ssa.Instruction) (s *value.Value, exact bool) {
	s, exact = q.named(loc)
	if s == nil {
		return nil, false
	}
	if q.staysEncrypted(loc) {
		return encrypted, true
	}
	if s.Pos = loc.Root.Pos(); at != nil && !s.Pos.IsValid() {
		s.Pos = at.Pos()
	}
	return s, exact
}

// staysEncrypted reports whether loc is in the answer to a request for parameters
// that does not ask for decryption: a SecureString then comes as ciphertext, and
// nothing else there is a secret. Source: "GetParameter" in the Systems Manager API
// reference.
func (q *query) staysEncrypted(loc ssaflow.Loc) bool {
	call, ok := loc.Root.(*ssa.Call)
	if !ok {
		return false
	}
	for _, arg := range call.Call.Args {
		named := match.Named(arg.Type())
		if named != nil && strings.HasPrefix(named.Obj().Name(), "GetParameter") && strings.HasSuffix(named.Obj().Name(), "Input") {
			asked := orNone(q.value(arg, ".WithDecryption", call))
			text, known := asked.Constant()
			return asked.Kind == value.Zero || known && text == "false"
		}
	}
	return false
}

// operation returns the name of the operation in whose answer the fields are, as in
// "ssm.GetParameter". It is not exact if the answer is not among their owners.
func operation(fields []ssaflow.Field) (name string, exact bool) {
	for _, f := range slices.Backward(fields) {
		if f.Owner != nil {
			typ := strings.Replace(match.Type(f.Owner), "/types.", ".", 1)
			typ = typ[strings.LastIndexByte(typ, '/')+1:]
			if name, ok := strings.CutSuffix(typ, "Response"); ok { // of early versions of v2
				return name, true
			}
			return strings.CutSuffix(typ, "Output")
		}
	}
	return "", false
}

// hits returns what stores to loc, above it and below it.
func (x *index) hits(loc ssaflow.Loc) []hit {
	var hits []hit
	writes := x.writes[loc.Root]
	for i := range writes {
		w := &writes[i]
		if rest, ok := loc.Under(w.loc); ok {
			hits = append(hits, hit{write: w, rest: rest})
		} else if rest, ok := w.loc.Under(loc); ok {
			hits = append(hits, hit{write: w, rest: rest, below: true})
		}
	}
	refs := x.passed[loc.Root]
	for i := range refs {
		if rest, ok := loc.Under(refs[i].loc); ok {
			hits = append(hits, hit{ref: &refs[i], rest: rest})
		}
	}
	return hits
}

func (h hit) at() ssa.Instruction {
	if h.ref != nil {
		return h.ref.call.Instr
	}
	return h.write.at
}

// localTo reports whether all that stores to loc is in the function of at, and
// loc begins there, so that the order of things is known.
func localTo(loc ssaflow.Loc, at ssa.Instruction, hits []hit) bool {
	if at == nil || loc.Function() != at.Parent() {
		return false
	}
	return !slices.ContainsFunc(hits, func(h hit) bool { return h.at().Parent() != at.Parent() })
}

// within returns those of the hits that are in the closure of at, if the others are in the
// functions around it: those do not run while it does.
func within(at ssa.Instruction, hits []hit) []hit {
	if at == nil {
		return nil
	}
	var here []hit
	for _, h := range hits {
		switch fn := h.at().Parent(); {
		case fn == at.Parent():
			here = append(here, h)
		case !isAround(fn, at.Parent()):
			return nil
		}
	}
	return here
}

// kills reports whether h replaces all that was at the place before. An element
// is one of many.
func (h hit) kills() bool {
	return h.write != nil && !h.below && h.write.key == nil && !strings.Contains(h.write.loc.Path, "[")
}

// adds reports whether h is a call that adds to a list or a map in place: what it
// leaves there includes what was there before.
func (q *query) adds(h hit) bool {
	if h.ref == nil || !isInPlace(h.ref.call.Args[h.ref.arg].Type()) {
		return false
	}
	callees := q.e.callees(h.ref.call)
	if len(callees) != 1 {
		return false
	}
	stored := q.e.stored(callees[0], h.ref.arg, h.rest)
	if stored == nil {
		return false
	}
	for leaf := range stored.Leaves() {
		if leaf.Kind == value.Param && leaf.Index == h.ref.arg && leaf.Frame == q.e.frames[callees[0]] {
			return true
		}
	}
	return false
}
