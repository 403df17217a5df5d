package keyzero

import (
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// A holders is the set of places that may refer to one key, each with the index
// of the bit that tells whether it does.
type holders struct {
	list []ssaflow.Loc
	bit  map[ssaflow.Loc]int

	// related holds, for each place, the bits of those that are reached through
	// a shared pointer as well: what is stored in one can be read in the others.
	related map[int]uint64
}

// maxBits is how many places are told apart; those beyond are taken to hold the
// key whenever it is asked for.
const maxBits = 60

// maxHolders bounds the places that are followed at all.
const maxHolders = 200

// holdersOf returns the places to which assignments carry what is at home.
func (n *nest) holdersOf(home ssaflow.Loc) holders {
	h := holders{bit: map[ssaflow.Loc]int{}, related: map[int]uint64{}}
	h.add(home)
	for i := 0; i < len(h.list); i++ {
		at := h.list[i]
		for _, k := range n.from[at.Root] {
			a := n.assigns[k]
			if rest, ok := at.Under(a.Src); ok {
				h.relate(at, h.add(a.Dst.Select(rest)), a.Shared && rest != "")
			}
		}
		for _, k := range n.into[at.Root] {
			a := n.assigns[k]
			if rest, ok := at.Under(a.Dst); ok && rest != "" && a.Shared {
				h.relate(at, h.add(a.Src.Select(rest)), true)
			}
		}
		if len(h.list) > maxHolders {
			break
		}
	}
	return h
}

// add adds l, and returns its bit.
func (h *holders) add(l ssaflow.Loc) int {
	bit, ok := h.bit[l]
	if !ok {
		bit = len(h.list)
		h.bit[l] = bit
		h.list = append(h.list, l)
	}
	return bit
}

func (h *holders) relate(l ssaflow.Loc, bit int, shared bool) {
	if other := h.bit[l]; shared && other < maxBits && bit < maxBits {
		h.related[other] |= 1 << bit
		h.related[bit] |= 1 << other
	}
}

// under calls visit with each holder at or below l, and its path from l.
func (h *holders) under(l ssaflow.Loc, visit func(at ssaflow.Loc, rest string)) {
	for _, at := range h.list {
		if rest, ok := at.Under(l); ok {
			visit(at, rest)
		}
	}
}

// has reports whether a place may refer to the key, or to something that holds
// a reference to it.
func (h *holders) has(l ssaflow.Loc) bool {
	found := false
	h.under(l, func(ssaflow.Loc, string) { found = true })
	return found
}

// moveBits sets the bits of the holders at and below dst to those below src.
func moveBits(h *holders, before, after uint64, dst, src ssaflow.Loc, isConst, weak bool) uint64 {
	h.under(dst, func(at ssaflow.Loc, rest string) {
		bit, ok := h.bit[at]
		if !ok || bit >= maxBits {
			return
		}
		holds := false
		if !isConst {
			holds = h.holdsAt(before, src.Select(rest))
		}
		switch {
		case holds && rest == "":
			after |= 1<<bit | h.related[bit]
		case holds:
			after |= 1 << bit
		case !weak:
			after &^= 1 << bit
		}
	})
	return after
}

// holdsAt reports whether the bits say that l refers to the key. Places beyond
// the last bit do.
func (h *holders) holdsAt(bits uint64, l ssaflow.Loc) bool {
	bit, ok := h.bit[l]
	return ok && (bit >= maxBits || bits&(1<<bit) != 0)
}

// holdsUnder reports whether anything at or below l refers to the key.
func (h *holders) holdsUnder(bits uint64, l ssaflow.Loc) (holds bool) {
	h.under(l, func(at ssaflow.Loc, _ string) {
		holds = holds || h.holdsAt(bits, at)
	})
	return holds
}
