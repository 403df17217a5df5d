package eval_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
)

// reach returns the sum of what can be reached from n in a graph, or what a Memo makes
// of that.
func reach(m *eval.Memo[int, map[int]bool], graph map[int][]int, n int) map[int]bool {
	return m.Get(n, func() map[int]bool {
		all := map[int]bool{n: true}
		for _, next := range graph[n] {
			for r := range reach(m, graph, next) {
				all[r] = true
			}
		}
		return all
	})
}

// TestMemoInAnyOrder: what can be reached within a circle does not depend on where one
// enters it.
func TestMemoInAnyOrder(t *testing.T) {
	graph := map[int][]int{1: {2}, 2: {3, 5}, 3: {1, 4}, 5: {2}}
	for first := range 6 {
		m := eval.NewMemo[int, map[int]bool]()
		reach(m, graph, first)
		for n, want := range map[int]int{1: 5, 2: 5, 3: 5, 4: 1, 5: 5} {
			if got := len(reach(m, graph, n)); got != want {
				t.Errorf("from %d after %d: %d reached, want %d", n, first, got, want)
			}
		}
	}
}

// TestMemoIsBounded: where everything needs everything, nothing is made often.
func TestMemoIsBounded(t *testing.T) {
	const size = 100
	m := eval.NewMemo[int, bool]()
	made := 0
	var ask func(n int) bool
	ask = func(n int) bool {
		return m.Get(n, func() bool {
			made++
			for next := range size {
				ask(next)
			}
			return true
		})
	}
	for n := range size {
		ask(n)
	}
	if made > 4*size {
		t.Errorf("%d made for %d", made, size)
	}
}
