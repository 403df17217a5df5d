// Package flow explores the states that a program can be in, forward from its
// entry. It knows neither Go's SSA form nor what the states mean.
//
// The abstract state at a point is a set of states, joined by union: the
// lattice is a powerset, and its least fixpoint is plain reachability in the
// graph of (node, state) pairs. Keeping states apart is what lets a caller tell
// the path on which a call failed from the one on which it did not; keeping
// pairs rather than sets is what lets it say which path that was.
package flow

// A Point is a state on entry to a node of a graph.
type Point[S comparable] struct {
	Node  int
	State S
}

// A Problem is a graph, given by its successor relation, and the states to
// start from.
type Problem[S comparable] struct {
	// Entry is where exploration begins.
	Entry Point[S]

	// Step returns the points that follow p. It must be pure: it is called
	// once for each reachable point, in breadth-first order.
	Step func(p Point[S]) []Point[S]

	// Widen returns a state that stands for s and for others. It is applied
	// once a node has been reached in Limit states, with times = 1, and with one
	// more for each further Limit; at some number of times only a few states may
	// remain, so that exploration ends soon.
	Widen func(s S, times int) S
	Limit int
}

// A Result holds the reachable points of a problem.
type Result[S comparable] struct {
	Points  []Point[S] // in the order reached
	Widened bool       // whether any node exceeded the limit
	from    map[Point[S]]Point[S]
}

// Explore solves p.
func Explore[S comparable](p Problem[S]) *Result[S] {
	r := &Result[S]{from: map[Point[S]]Point[S]{p.Entry: p.Entry}}
	r.Points = append(r.Points, p.Entry)
	count := map[int]int{p.Entry.Node: 1}
	for i := 0; i < len(r.Points); i++ {
		at := r.Points[i]
		for _, next := range p.Step(at) {
			if times := count[next.Node] / p.Limit; times > 0 {
				next.State = p.Widen(next.State, times)
				r.Widened = true
			}
			if _, seen := r.from[next]; seen {
				continue
			}
			r.from[next] = at
			count[next.Node]++
			r.Points = append(r.Points, next)
		}
	}
	return r
}

// Path returns a shortest path of points from the entry to p, both included,
// and nil if p is not reachable.
func (r *Result[S]) Path(p Point[S]) []Point[S] {
	var path []Point[S]
	for {
		prev, ok := r.from[p]
		if !ok {
			return nil
		}
		path = append(path, p)
		if prev == p {
			break
		}
		p = prev
	}
	for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
		path[i], path[j] = path[j], path[i]
	}
	return path
}
