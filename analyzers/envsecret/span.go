package envsecret

import (
	"go/ast"
	"go/token"
	"sort"
)

// Spans are the nodes of a file that a diagnostic can be about. A file with a
// thousand findings is walked once.
type spans struct {
	calls map[token.Pos]*ast.CallExpr // by their parentheses
	nodes []ast.Node                  // the others, outer before inner
}

func newSpans(file *ast.File) *spans {
	s := &spans{calls: map[token.Pos]*ast.CallExpr{}}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			s.calls[n.Lparen] = n
		case *ast.CompositeLit, *ast.KeyValueExpr, *ast.BinaryExpr, ast.Stmt:
			s.nodes = append(s.nodes, n)
		}
		return true
	})
	return s
}

// find returns the call whose parenthesis is at a position, or else the innermost
// node around it, or nil.
func (s *spans) find(at token.Pos) ast.Node {
	if call, ok := s.calls[at]; ok {
		return call
	}
	for i := sort.Search(len(s.nodes), func(i int) bool { return s.nodes[i].Pos() > at }) - 1; i >= 0; i-- {
		if at < s.nodes[i].End() {
			return s.nodes[i]
		}
	}
	return nil
}

// span returns the beginning and end of what is reported at a position of SSA,
// which for a call is that of its parenthesis.
func (c *checker) span(at token.Pos) (pos, end token.Pos) {
	file := c.file(at)
	if file == nil {
		return at, token.NoPos
	}
	if c.spans[file] == nil {
		c.spans[file] = newSpans(file)
	}
	if n := c.spans[file].find(at); n != nil {
		return n.Pos(), n.End()
	}
	return at, token.NoPos
}

func (c *checker) file(at token.Pos) *ast.File {
	for _, f := range c.pass.Files {
		if f.FileStart <= at && at <= f.FileEnd {
			return f
		}
	}
	return nil
}
