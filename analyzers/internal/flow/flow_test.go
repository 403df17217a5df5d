package flow_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/flow"
)

type point = flow.Point[int]

// A toy graph: a diamond 0 → {1, 2} → 3 with a back edge 3 → 0. Node 1 sets
// the state to 1; node 3 goes back with the state doubled, up to 8.
func diamond(p point) []point {
	switch p.Node {
	case 0:
		return []point{{Node: 1, State: p.State}, {Node: 2, State: p.State}}
	case 1:
		return []point{{Node: 3, State: 1}}
	case 2:
		return []point{{Node: 3, State: p.State}}
	}
	if p.State < 8 {
		return []point{{Node: 0, State: 2 * p.State}}
	}
	return nil
}

func TestStatesAreKeptApart(t *testing.T) {
	r := flow.Explore(flow.Problem[int]{Entry: point{}, Step: diamond, Limit: 100})
	got := map[int]bool{}
	for _, p := range r.Points {
		if p.Node == 3 {
			got[p.State] = true
		}
	}
	want := map[int]bool{0: true, 1: true, 2: true, 4: true, 8: true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("states at node 3 (-want +got):\n%s", diff)
	}
}

func TestPathIsShortest(t *testing.T) {
	r := flow.Explore(flow.Problem[int]{Entry: point{}, Step: diamond, Limit: 100})
	want := []point{{Node: 0}, {Node: 1}, {Node: 3, State: 1}, {Node: 0, State: 2}}
	if diff := cmp.Diff(want, r.Path(point{Node: 0, State: 2})); diff != "" {
		t.Errorf("path (-want +got):\n%s", diff)
	}
	if got := r.Path(point{Node: 9}); got != nil {
		t.Errorf("path to an unreachable point = %v, want nil", got)
	}
}

func TestWideningEndsAnEndlessProgram(t *testing.T) {
	r := flow.Explore(flow.Problem[int]{
		Step:  func(p point) []point { return []point{{Node: 0, State: p.State + 1}} },
		Widen: func(int, int) int { return -1 },
		Limit: 10,
	})
	if !r.Widened {
		t.Error("not widened")
	}
	if len(r.Points) > 20 {
		t.Errorf("%d points, want at most 20", len(r.Points))
	}
}
