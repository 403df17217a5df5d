// Package summary says what a function does with secrets, as small facts that
// cross packages.
package summary

import (
	"fmt"
	"slices"
	"strings"
)

// A Place is a part of what a call can see: a parameter, a result or a package
// variable, and a path of selectors below it. Pointers are transparent: the
// path ".key" of a parameter is the same for a struct and for a pointer to it.
// "[]" in a path is an element of a slice, map or channel.
type Place struct {
	Kind  Kind
	Index int    // of the parameter (a receiver is parameter 0) or result
	Path  string // ".Plaintext", ".cache[].key", or "" for the thing itself
	Var   string // name of the package variable, when Kind is Global
}

// A Kind is the kind of thing a Place is rooted at.
type Kind uint8

// The kinds of places.
const (
	Param Kind = iota
	Result
	Global
)

// ParamAt returns the place of a whole parameter.
func ParamAt(i int) Place { return Place{Kind: Param, Index: i} }

// ResultAt returns the place of a whole result.
func ResultAt(i int) Place { return Place{Kind: Result, Index: i} }

func (p Place) String() string {
	switch p.Kind {
	case Param:
		return fmt.Sprintf("param%d%s", p.Index, p.Path)
	case Result:
		return fmt.Sprintf("result%d%s", p.Index, p.Path)
	}
	return p.Var + p.Path
}

// A Manner says how a key at one place gets to another.
type Manner uint8

// The manners of moving.
const (
	Alias Manner = iota // both places refer to the same bytes
	Copy                // the destination has bytes of its own
	Text                // the destination is a string made from the key
)

func (m Manner) String() string { return [...]string{"alias", "copy", "text"}[m] }

// A Move says that what is at From when the function is called is at To when
// it returns.
type Move struct {
	From, To Place
	Manner   Manner
}

// A Gift is a key that the function acquires and leaves to its caller.
type Gift struct {
	At Place
	// Weak is set where the bytes count as a key only if they are used as one.
	Weak bool
	What string // where it comes from, for messages: "kms.GenerateDataKey"
}

// A Func is what a function does with secrets. The zero Func does nothing that
// matters.
type Func struct {
	Zeroes []Place // overwritten in full on every path to return
	Keys   []Place // used as key material
	Named  []Place // used as key material, if a parameter is what its name says
	Moves  []Move
	Gives  []Gift
	Blocks bool // may wait for a network, file, channel or timer
	Exits  bool // never returns to its caller
}

// IsZero reports whether there is nothing to say of the function.
func (f *Func) IsZero() bool {
	return len(f.Zeroes)+len(f.Keys)+len(f.Named)+len(f.Moves)+len(f.Gives) == 0 && !f.Blocks && !f.Exits
}

// AFact makes a Func a fact about a types.Func.
func (*Func) AFact() {}

func (f *Func) String() string {
	var s []string
	for _, p := range f.Zeroes {
		s = append(s, "zeroes "+p.String())
	}
	for _, p := range f.Keys {
		s = append(s, "key "+p.String())
	}
	for _, p := range f.Named {
		s = append(s, "named key "+p.String())
	}
	for _, m := range f.Moves {
		s = append(s, fmt.Sprintf("%v %v -> %v", m.Manner, m.From, m.To))
	}
	for _, g := range f.Gives {
		s = append(s, fmt.Sprintf("gives %v of %s", g.At, g.What))
	}
	if f.Blocks {
		s = append(s, "blocks")
	}
	if f.Exits {
		s = append(s, "exits")
	}
	return strings.Join(s, "; ")
}

// Merge returns what a call does that may reach either of two functions: what
// both zero, what either zeroes in fields of its own, and whatever either does
// beyond that.
func Merge(a, b *Func) *Func {
	m := &Func{
		Keys:   union(a.Keys, b.Keys),
		Named:  union(a.Named, b.Named),
		Moves:  union(a.Moves, b.Moves),
		Gives:  union(a.Gives, b.Gives),
		Blocks: a.Blocks || b.Blocks,
		Exits:  a.Exits && b.Exits,
	}
	for _, p := range union(a.Zeroes, b.Zeroes) {
		if p.isOwn() || slices.Contains(a.Zeroes, p) && slices.Contains(b.Zeroes, p) {
			m.Zeroes = append(m.Zeroes, p)
		}
	}
	return m
}

// isOwn reports whether p is in a field of a receiver: methods of other types
// have no such field to say anything of.
func (p Place) isOwn() bool { return p.Kind == Param && p.Index == 0 && p.Path != "" }

func union[T comparable](a, b []T) []T {
	u := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(u, x) {
			u = append(u, x)
		}
	}
	return u
}

// A Wiped is the fact about a package that some function in it overwrites what
// is stored in these fields and variables: "example.com/box.Box.key",
// "example.com/box.cache[]".
type Wiped struct {
	Fields   []string // by some function
	ByMethod []string // by a method of the struct that has the field
}

// AFact makes a Wiped a fact about a package.
func (*Wiped) AFact() {}

func (w *Wiped) String() string {
	return "wipes " + strings.Join(append(slices.Clone(w.Fields), w.ByMethod...), ", ")
}
