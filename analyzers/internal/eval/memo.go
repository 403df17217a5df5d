package eval

import "math"

// A Memo makes values once, of which each may need others, and itself again: what
// recursive functions return. Whoever asks for what is still being made gets a zero
// value, and has then made something partial. That is kept only after a few tries,
// so that what a function returns does not depend on which one was asked for first.
type Memo[K comparable, V any] struct {
	done   map[K]V
	open   map[K]int // those being made, and how many were when that began
	tries  map[K]int
	lowest int // of the open ones that were asked for
	below  *Memo[K, V]
}

const maxTries = 3

// NewMemo returns an empty Memo.
func NewMemo[K comparable, V any]() *Memo[K, V] {
	return &Memo[K, V]{done: map[K]V{}, open: map[K]int{}, tries: map[K]int{}, lowest: math.MaxInt}
}

// over returns a Memo that has all that m has, and keeps what it makes to itself.
func (m *Memo[K, V]) over() *Memo[K, V] {
	fresh := NewMemo[K, V]()
	fresh.below = m
	return fresh
}

// Get returns what make returns for the key.
func (m *Memo[K, V]) Get(key K, find func() V) V {
	if v, ok := m.done[key]; ok {
		return v
	}
	if m.below != nil {
		if v, ok := m.below.done[key]; ok {
			return v
		}
	}
	if depth, ok := m.open[key]; ok {
		m.lowest = min(m.lowest, depth)
		var zero V
		return zero
	}
	depth, before := len(m.open), m.lowest
	m.open[key], m.lowest = depth, math.MaxInt
	v := find()
	delete(m.open, key)
	m.tries[key]++
	if m.lowest >= depth || m.tries[key] == maxTries {
		m.done[key] = v
	}
	if m.lowest >= depth {
		m.lowest = math.MaxInt // the circle is within this one
	}
	m.lowest = min(m.lowest, before)
	return v
}
