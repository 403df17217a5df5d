package literal

import "strings"

// A table finds keywords in texts, whatever their case. Two bytes of a text at a
// time are looked up in a set of the beginnings of all keywords, which most pairs
// are not in.
type table struct {
	begins [1 << 16 / 64]uint64
	chains map[uint16][]keyword
	always []int // rules without keywords, or with one that is not looked for
	rules  int
}

type keyword struct {
	rest string // behind the first two bytes, in lower case
	rule int
}

func newTable(rules []*rule) *table {
	t := &table{chains: make(map[uint16][]keyword, len(rules)), rules: len(rules)}
	for i, r := range rules {
		if len(r.keywords) == 0 {
			t.always = append(t.always, i)
		}
		for _, k := range r.keywords {
			t.add(k, i)
		}
	}
	return t
}

func (t *table) add(k string, rule int) {
	if len(k) < 2 || !isASCII(k) {
		t.always = append(t.always, rule)
		return
	}
	k = strings.ToLower(k)
	pair := uint16(k[0])<<8 | uint16(k[1])
	t.begins[pair/64] |= 1 << (pair % 64)
	t.chains[pair] = append(t.chains[pair], keyword{k[2:], rule})
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] > 0x7f {
			return false
		}
	}
	return true
}

// inPlace is for how many rules candidates needs no memory of its own.
const inPlace = 512

// inName is the place of a keyword that is in the name, or that a rule has none of.
const inName = -1

// candidates calls yield once for each rule that has a keyword in name or in text,
// until yield returns false. at is where in text the first keyword ends, or inName.
func (t *table) candidates(name, text string, yield func(rule, at int) bool) {
	var place [inPlace / 64]uint64
	seen := place[:]
	if t.rules > inPlace {
		seen = make([]uint64, t.rules/64+1)
	}
	for _, i := range t.always {
		if !first(seen, i) {
			continue
		}
		if !yield(i, inName) {
			return
		}
	}
	if t.look(name, seen, func(i, _ int) bool { return yield(i, inName) }) {
		t.look(text, seen, yield)
	}
}

// look reports whether it came to the end of text.
func (t *table) look(text string, seen []uint64, yield func(rule, at int) bool) bool {
	if len(text) == 0 {
		return true
	}
	pair := uint16(lower(text[0]))
	for i := 1; i < len(text); i++ {
		pair = pair<<8 | uint16(lower(text[i]))
		if t.begins[pair/64]&(1<<(pair%64)) == 0 {
			continue
		}
		for _, k := range t.chains[pair] {
			if hasFoldedPrefix(text[i+1:], k.rest) && first(seen, k.rule) && !yield(k.rule, i+1+len(k.rest)) {
				return false
			}
		}
	}
	return true
}

// first reports whether i is not in the set yet, and adds it.
func first(set []uint64, i int) bool {
	word, bit := i/64, uint64(1)<<(i%64)
	is := set[word]&bit == 0
	set[word] |= bit
	return is
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// hasFoldedPrefix reports whether text begins with prefix, which is in lower case.
func hasFoldedPrefix(text, prefix string) bool {
	if len(text) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if lower(text[i]) != prefix[i] {
			return false
		}
	}
	return true
}
