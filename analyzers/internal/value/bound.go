package value

import "slices"

const (
	maxSize    = 400 // of a tree
	maxKept    = 120 // of what is left of one that is larger
	maxStrands = 64
	maxBuilt   = 3 // texts that are parts of each other, as in a loop that adds to one
)

// bounded returns v, or a value that says less if v is too large: the first parts of a
// list, a map or a struct, or else what v is made of, each alone. What is missing then is
// Unfinished.
func bounded(v *Value) *Value {
	if v.size(0) <= maxSize {
		return v
	}
	if v.Kind == List || v.Kind == Table || v.Kind == Record {
		return v.cut()
	}
	return gather(nil, v.strands())
}

// builds returns how many texts are parts of each other in v, up to limit.
func (v *Value) builds(limit int) int {
	if limit == 0 {
		return 0
	}
	own := 0
	if v.Kind == Built {
		own = 1
	}
	most := 0
	for _, p := range v.Parts {
		most = max(most, p.builds(limit-own))
	}
	return own + most
}

// gather returns one of the strands, as many as the bound allows: those first that a
// reader would miss.
func gather(kept, strands []*Value) *Value {
	size := (&Value{Kind: Any, Parts: kept}).size(0)
	limit := size + maxKept
	missing := false
	for _, matters := range []bool{true, false} {
		for _, s := range strands {
			if s.matters() != matters {
				continue
			}
			if n := s.size(size); n <= limit {
				kept, size = append(kept, s), n
			} else {
				missing = true
			}
		}
	}
	if missing {
		kept = append(kept, Unfinished)
	}
	return OneOf(kept...)
}

// matters reports whether a reader would miss v.
func (v *Value) matters() bool { return v.Has(Secret) || v.Has(Env) }

// strands returns what v is made of, each alone: a value with one leaf for each leaf that
// tells something, in what is around that and decides who sees it: those first that a
// reader would miss. What else there is in v, and how it got there, is gone.
func (v *Value) strands() []*Value {
	switch {
	case v.Kind <= Secret || v.Kind == Applied:
		if v.tells() {
			return []*Value{v}
		}
		return nil
	case v.Kind == Made && isPlain(v.Path):
		return nil
	}
	parts := v.Parts
	if v.Kind == Less {
		parts = parts[:1] // nobody sees the rest
	}
	var all []*Value
	for _, matters := range []bool{true, false} {
		for i, p := range parts {
			if p.matters() == matters && !v.addStrands(&all, i, p) {
				return append(all, Unfinished)
			}
		}
	}
	return all
}

// addStrands adds those of part i, and reports whether there is room for them all.
func (v *Value) addStrands(all *[]*Value, i int, p *Value) bool {
	for _, s := range p.strands() {
		s = v.around(i, s)
		switch {
		case slices.ContainsFunc(*all, s.sameAs):
		case len(*all) == maxStrands:
			return false
		default:
			*all = append(*all, s)
		}
	}
	return true
}

// around returns v as it is around a strand of its part i.
func (v *Value) around(i int, s *Value) *Value {
	switch {
	case s == Unfinished, v.Kind == Any, v.Kind == Made, v.Kind == Via && v.Path != Guessed, v.Kind == Over && i == 0:
		return s
	case v.Kind == Built && (i == 0 || s.Kind == Built), v.Kind == Via && s.Kind == Via:
		return s
	case v.Kind == Over:
		return &Value{Kind: Record, Parts: []*Value{s}, Pos: v.Pos}
	}
	w := *v
	w.Parts = []*Value{s}
	switch {
	case v.Kind == Less && v.Parts[1].size(0) <= maxKept/4:
		w.Parts = append(w.Parts, v.Parts[1])
	case v.Kind == Less:
		return s
	case v.Kind == Table && i%2 == 0:
		w.Parts = append(w.Parts, None)
	case v.Kind == Table, v.Kind == Boxed && i == 1, v.Kind == Built:
		w.Parts = []*Value{None, s}
	}
	return &w
}

// cut returns the first parts of a list, a map or a struct, as many as the bound allows,
// and of the rest what a reader would miss.
func (v *Value) cut() *Value {
	w := *v
	w.Parts = nil
	step := 1
	if v.Kind == Table {
		step = 2
	}
	size := 1
	var rest []*Value
	for i := 0; i+step <= len(v.Parts); i += step {
		n := size
		for _, p := range v.Parts[i : i+step] {
			n = p.size(n)
		}
		if n <= maxSize-maxKept {
			w.Parts, size = append(w.Parts, v.Parts[i:i+step]...), n
			continue
		}
		x := *v
		x.Parts = v.Parts[i : i+step]
		if len(rest) <= maxStrands {
			rest = append(rest, x.strands()...)
		} else if x.tells() {
			rest = append(rest, Unfinished)
		}
	}
	return gather([]*Value{&w}, rest)
}

func (v *Value) size(n int) int {
	n++
	for _, p := range v.Parts {
		if n > maxSize {
			return n
		}
		n = p.size(n)
	}
	return n
}
