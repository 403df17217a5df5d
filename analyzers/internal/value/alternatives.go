package value

import "slices"

// maxAlternatives bounds those that say no more than that they are constant or unknown,
// and maxStrands the others.
const maxAlternatives = 12

// OneOf returns a value that is one of those given. It drops those that say nothing
// where others do, and what is there twice, however it got there.
func OneOf(parts ...*Value) *Value {
	var a alternatives
	for _, p := range flatten(Any, parts) {
		a.add(p)
	}
	switch {
	case len(a.kept) == 1:
		return a.kept[0]
	case len(a.kept) > 1:
		return bounded(&Value{Kind: Any, Parts: a.kept})
	}
	for _, p := range parts {
		if p != nil {
			return p
		}
	}
	return None
}

// alternatives are what a value can be, each of them once.
type alternatives struct {
	kept []*Value
	said []*Value // the same, without the ways there
	idle int      // how many of them tell nothing
	full bool
}

func (a *alternatives) add(v *Value) {
	if i := slices.IndexFunc(a.kept, v.sameAs); i >= 0 {
		if v.isNearer(a.kept[i]) {
			a.kept[i] = v
		}
		return
	}
	v = a.news(v)
	if v == nil {
		return
	}
	tells, matters, told := v.tells(), v.matters(), len(a.kept)-a.idle
	switch {
	case !tells && a.idle == maxAlternatives, a.full && (!matters || told >= 2*maxStrands):
		return
	case !tells:
		a.idle++
	case !a.full && told >= maxStrands && !matters, !a.full && told >= 2*maxStrands:
		v, a.full = Unfinished, true
	}
	a.kept = append(a.kept, v)
	a.say(v)
}

// news returns those of the alternatives in v that are not there yet, or nil.
func (a *alternatives) news(v *Value) *Value {
	switch {
	case v.Kind == Zero || v.Kind == Unknown && v.Text == "":
		return nil
	case v.Kind == Any:
		return a.newsIn(v)
	case v.Kind != Via || v.Path == Guessed:
		if slices.ContainsFunc(a.said, func(w *Value) bool { return w == v || w.sameAs(v) }) {
			return nil
		}
		return v
	}
	inner := a.news(v.Parts[0])
	if inner == nil || inner == v.Parts[0] {
		if inner == nil {
			return nil
		}
		return v
	}
	w := *v
	w.Parts = []*Value{inner}
	return &w
}

func (a *alternatives) newsIn(v *Value) *Value {
	var parts []*Value
	for _, p := range v.Parts {
		if n := a.news(p); n != nil {
			parts = append(parts, n)
		}
	}
	switch {
	case len(parts) == 0:
		return nil
	case len(parts) == 1:
		return parts[0]
	case slices.Equal(parts, v.Parts):
		return v
	}
	return &Value{Kind: Any, Parts: parts}
}

func (a *alternatives) say(v *Value) {
	switch {
	case v.Kind == Any:
		for _, p := range v.Parts {
			a.say(p)
		}
	case v.Kind == Via && v.Path != Guessed:
		a.say(v.Parts[0])
	default:
		a.said = append(a.said, v)
	}
}

// tells reports whether v is more than constants and what is not known.
func (v *Value) tells() bool {
	for leaf := range v.Leaves() {
		switch leaf.Kind {
		case Secret, Env, Param:
			return true
		case Unknown:
			if leaf.Text == Unfinished.Text {
				return true
			}
		}
	}
	return false
}

// sameAs reports whether two values say the same, wherever that is and however it got
// there. What is guessed is not the same as what is known.
func (v *Value) sameAs(w *Value) bool {
	v, w = v.bare(), w.bare()
	if v == w {
		return true
	}
	if v.Kind != w.Kind || v.Text != w.Text || v.Frame != w.Frame || v.Index != w.Index || v.Path != w.Path || len(v.Parts) != len(w.Parts) {
		return false
	}
	for i := range v.Parts {
		if !v.Parts[i].sameAs(w.Parts[i]) {
			return false
		}
	}
	return true
}

// isNearer reports whether v got here in fewer steps than w, which says the same: of two
// ways the shorter one is kept, whatever the order in which they were found.
func (v *Value) isNearer(w *Value) bool {
	a, b := v.way(), w.way()
	return len(a) < len(b) || len(a) == len(b) && slices.Compare(a, b) < 0
}

// way returns the notes of how v got here.
func (v *Value) way() []string {
	var texts []string
	for ; v.Kind == Via && v.Path != Guessed; v = v.Parts[0] {
		texts = append(texts, v.Text)
	}
	return texts
}

// bare returns v without the notes of how it got here.
func (v *Value) bare() *Value {
	for v.Kind == Via && v.Path != Guessed {
		v = v.Parts[0]
	}
	return v
}
