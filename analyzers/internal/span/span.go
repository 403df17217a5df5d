// Package span finds what a diagnostic is about: the expression or statement of which
// SSA form keeps one position.
package span

import (
	"go/ast"
	"go/token"
	"sort"
)

// Files finds spans in the files of a package. The zero value is not usable; see New.
type Files struct {
	files []*ast.File
	nodes map[*ast.File]*nodes
}

// New returns a Files of these.
func New(files []*ast.File) *Files {
	return &Files{files: files, nodes: map[*ast.File]*nodes{}}
}

// nodes are the nodes of a file that a diagnostic can be about. A file with a
// thousand findings is walked once.
type nodes struct {
	calls map[token.Pos]*ast.CallExpr // by their parentheses
	other []ast.Node                  // outer before inner
}

func newNodes(file *ast.File) *nodes {
	s := &nodes{calls: map[token.Pos]*ast.CallExpr{}}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			s.calls[n.Lparen] = n
		case *ast.CompositeLit, *ast.KeyValueExpr, *ast.BinaryExpr, ast.Stmt:
			s.other = append(s.other, n)
		}
		return true
	})
	return s
}

// find returns the call whose parenthesis is at a position, or else the innermost
// node around it, or nil.
func (s *nodes) find(at token.Pos) ast.Node {
	if call, ok := s.calls[at]; ok {
		return call
	}
	for i := sort.Search(len(s.other), func(i int) bool { return s.other[i].Pos() > at }) - 1; i >= 0; i-- {
		if at < s.other[i].End() {
			return s.other[i]
		}
	}
	return nil
}

// Around returns the beginning and end of what is reported at a position of SSA,
// which for a call is that of its parenthesis. end is token.NoPos if at is in none of
// the files.
func (f *Files) Around(at token.Pos) (pos, end token.Pos) {
	file := f.file(at)
	if file == nil {
		return at, token.NoPos
	}
	if f.nodes[file] == nil {
		f.nodes[file] = newNodes(file)
	}
	if n := f.nodes[file].find(at); n != nil {
		return n.Pos(), n.End()
	}
	return at, token.NoPos
}

func (f *Files) file(at token.Pos) *ast.File {
	for _, file := range f.files {
		if file.FileStart <= at && at <= file.FileEnd {
			return file
		}
	}
	return nil
}
