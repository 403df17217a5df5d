package keyzero

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// summarize returns what a function of this package does with keys, except what
// it gives away: that depends on what the whole package overwrites. For a
// function that leads back to itself, the inner call is taken to do nothing.
func (e *engine) summarize(fn *ssa.Function) *summary.Func {
	if f, ok := e.summaries[fn]; ok {
		e.cyclic = e.cyclic || f == nil
		return cmp.Or(f, nothing)
	}
	e.summaries[fn] = nil // under way
	if len(fn.Blocks) == 0 {
		e.summaries[fn] = nothing
		return nothing
	}
	n := e.nestOf(fn)
	f := &summary.Func{
		Zeroes: e.zeroes(n),
		Blocks: e.blocks(fn),
		Exits:  e.neverReturns(fn),
	}
	for i, p := range fn.Params {
		for _, path := range e.keyPaths(p.Type()) {
			e.follow(n, f, summary.Place{Kind: summary.Param, Index: i, Path: path})
		}
	}
	e.summaries[fn] = f
	return f
}

// keyPaths returns the paths below a parameter of type t at which it may carry
// a key: itself, or the fields of its struct that are named after keys.
func (e *engine) keyPaths(t types.Type) []string {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok || match.IsBytes(t) {
		return []string{""}
	}
	named := match.Named(t)
	if named == nil {
		return nil
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var paths []string
	for f := range s.Fields() {
		if match.IsBytes(f.Type()) && (isKeyName(f.Name()) || e.isSource(ssaflow.Field{Owner: named, Var: f})) {
			paths = append(paths, "."+f.Name())
		}
	}
	return paths
}

// paramAt returns the place that p, a parameter, is for the body of its function.
func paramAt(fn *ssa.Function, p summary.Place) ssaflow.Loc {
	return ssaflow.Loc{Root: fn.Params[p.Index], Path: p.Path}
}

// zeroes returns what of its parameters the nest's root overwrites on every path
// to return.
func (e *engine) zeroes(n *nest) []summary.Place {
	var places []summary.Place
	for _, fn := range n.fns {
		for _, w := range e.wipesIn(fn) {
			p, ok := placeOfParam(n.root, w.loc)
			if ok && !slices.Contains(places, p) && e.alwaysZeroes(n, p) {
				places = append(places, p)
			}
		}
	}
	return places
}

func placeOfParam(fn *ssa.Function, l ssaflow.Loc) (summary.Place, bool) {
	i := slices.IndexFunc(fn.Params, func(p *ssa.Parameter) bool { return p == l.Root })
	return summary.Place{Kind: summary.Param, Index: i, Path: l.Path}, i >= 0
}

func (e *engine) alwaysZeroes(n *nest, p summary.Place) bool {
	home := paramAt(n.root, p)
	m := e.newMachine(n, &key{home: home, holders: n.holdersOf(home)})
	m.run()
	for _, x := range m.exits {
		if x.state.status == live {
			return false
		}
	}
	return len(m.exits) > 0
}

// gifts returns the keys that a call leaves to its caller.
func (e *engine) gifts(c ssaflow.Call) []summary.Gift {
	if e.isDeclaredHere(c.Fn) {
		return e.gives(c.Fn)
	}
	gifts := slices.Clone(e.effect(c).Gives)
	if c.Iface != nil {
		for _, fn := range e.implementations(c) {
			for _, g := range e.gives(fn) {
				gifts = appendGift(gifts, g, true)
			}
		}
	}
	return gifts
}

// gives returns the keys that a function of this package leaves to its caller.
func (e *engine) gives(fn *ssa.Function) []summary.Gift {
	if gifts, ok := e.given[fn]; ok {
		return gifts
	}
	e.given[fn] = nil
	if len(fn.Blocks) > 0 {
		e.given[fn] = e.giftsIn(e.nestOf(fn))
	}
	return e.given[fn]
}

func (e *engine) giftsIn(n *nest) []summary.Gift {
	var gifts []summary.Gift
	for _, fn := range n.fns {
		for _, k := range e.keysIn(n, fn) {
			for _, member := range n.family(k) {
				if member.manner == summary.Text {
					continue
				}
				_, v := e.judge(n, member)
				for _, g := range v.gifts {
					gift, ok := e.giftOf(n, member, g)
					ok = ok && v.stored.Root == nil
					gifts = appendGift(gifts, gift, ok)
				}
			}
		}
	}
	return gifts
}

// giftOf returns the gift that a caller takes over: not what is in a collection,
// nor in a struct that has a method to wipe it.
func (e *engine) giftOf(n *nest, k *key, g gift) (summary.Gift, bool) {
	at := summary.Place{Kind: summary.Result, Index: g.result, Path: g.path}
	owed := match.IsBytes(n.root.Signature.Results().At(g.result).Type())
	if g.path != "" {
		owed = strings.HasPrefix(g.path, ".") && !strings.Contains(g.path, "[]") && e.wiped[g.store] != byMethod
	}
	return summary.Gift{At: at, Weak: k.weak, What: k.what}, owed
}

func appendGift(gifts []summary.Gift, g summary.Gift, ok bool) []summary.Gift {
	if !ok || slices.Contains(gifts, g) {
		return gifts
	}
	return append(gifts, g)
}

// follow adds to f where what comes in at p goes: to a use as a key, and to
// places that outlive the call.
func (e *engine) follow(n *nest, f *summary.Func, p summary.Place) {
	home := paramAt(n.root, p)
	k := &key{home: home, holders: n.holdersOf(home)}
	family := n.family(k)
	switch e.usedAsKey(n, family) {
	case byUse:
		f.Keys = append(f.Keys, p)
	case byName:
		f.Named = append(f.Named, p)
	}
	for _, member := range family {
		for _, l := range member.holders.list {
			for _, to := range e.visibleAs(n, l) {
				if to != p {
					f.Moves = appendMove(f.Moves, summary.Move{From: p, To: to, Manner: mannerOf(member)})
				}
			}
		}
	}
}

// mannerOf returns how a member of a family came from its original.
func mannerOf(k *key) summary.Manner {
	manner := summary.Alias
	for ; k != nil; k = k.parent {
		manner = max(manner, k.manner)
	}
	return manner
}

func appendMove(moves []summary.Move, m summary.Move) []summary.Move {
	if slices.Contains(moves, m) {
		return moves
	}
	return append(moves, m)
}

// visibleAs returns the places by which callers of the nest's root know l.
func (e *engine) visibleAs(n *nest, l ssaflow.Loc) []summary.Place {
	var places []summary.Place
	if p, ok := placeOfParam(n.root, l); ok && (p.Path != "" || isOutParam(l)) {
		places = append(places, p)
	}
	if g, ok := l.Root.(*ssa.Global); ok && g.Pkg != nil {
		return []summary.Place{{Kind: summary.Global, Var: g.Pkg.Pkg.Path() + "." + g.Name(), Path: l.Path}}
	}
	eachReturn(n.root, func(r *ssa.Return) {
		for i, v := range r.Results {
			at := ssaflow.Of(v)
			if load, ok := v.(*ssa.UnOp); ok && match.IsByteArray(v.Type()) {
				at = ssaflow.Of(load.X)
			}
			if rest, ok := l.Under(at); ok {
				p := summary.Place{Kind: summary.Result, Index: i, Path: rest}
				if !slices.Contains(places, p) {
					places = append(places, p)
				}
			}
		}
	})
	return places
}

// blocks reports whether fn may wait.
func (e *engine) blocks(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch i := instr.(type) {
			case *ssa.Call:
				if e.effect(e.resolver.Resolve(i)).Blocks {
					return true
				}
			case *ssa.Select:
				if i.Blocking {
					return true
				}
			}
		}
	}
	return false
}

// neverReturns reports whether every path through fn ends the program.
func (e *engine) neverReturns(fn *ssa.Function) bool {
	seen := map[*ssa.BasicBlock]bool{}
	ends := false
	pending := []*ssa.BasicBlock{fn.Blocks[0]}
	for len(pending) > 0 {
		b := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		if e.endsProgram(b) {
			ends = true
			continue
		}
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return false
		}
		pending = append(pending, b.Succs...)
	}
	return ends
}

func (e *engine) endsProgram(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		if call, ok := instr.(*ssa.Call); ok && e.effect(e.resolver.Resolve(call)).Exits {
			return true
		}
	}
	return false
}

// export exports what other packages need to know of this one.
// Of the standard library the table tells, so that all drivers know the same:
// some never analyse it.
func (e *engine) export() {
	if ssaflow.IsStd(e.pass) {
		return
	}
	for _, fn := range e.fns {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() != e.pass.Pkg || !obj.Exported() && fn.Signature.Recv() == nil {
			continue
		}
		f := *e.summarize(fn)
		f.Blocks = false
		f.Gives = e.gives(fn)
		if !f.IsZero() {
			e.pass.ExportObjectFact(obj, &f)
		}
	}
	w := &summary.Wiped{}
	for name, by := range e.wipedHere {
		if by == byMethod {
			w.ByMethod = append(w.ByMethod, name)
		} else {
			w.Fields = append(w.Fields, name)
		}
	}
	slices.Sort(w.Fields)
	slices.Sort(w.ByMethod)
	if len(w.Fields)+len(w.ByMethod) > 0 {
		e.pass.ExportPackageFact(w)
	}
}
