package envelope

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// A Fact is what importers need to know of a function that is handed keys: what there is
// to report if one of them is a data key.
type Fact struct{ Weak []Weakness }

// A Weakness is about what becomes of one parameter, the receiver counted.
type Weakness struct {
	Param          int
	Category, Text string
}

// AFact makes a Fact one about a types.Func.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	var s []string
	for _, w := range f.Weak {
		s = append(s, fmt.Sprintf("param%d: %s", w.Param, w.Category))
	}
	return strings.Join(s, "; ")
}

// cipherPackages are those whose ciphers the table knows by what is made of a key.
var cipherPackages = []string{"crypto/aes", "crypto/des", "golang.org/x/crypto/chacha20poly1305", "golang.org/x/crypto/nacl/secretbox"}

func importsCipher(files []*ast.File) bool {
	return slices.ContainsFunc(files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Imports, func(s *ast.ImportSpec) bool {
			path, err := strconv.Unquote(s.Path.Value)
			return err == nil && slices.Contains(cipherPackages, path)
		})
	})
}

// hasFacts reports whether anything that the package imports has a fact of ours.
func (c *checker) hasFacts() bool {
	for _, f := range c.pass.AllObjectFacts() {
		if _, ok := f.Fact.(*Fact); ok {
			return true
		}
	}
	return false
}

// export leaves for importers what becomes of the keys that exported functions are given.
func (c *checker) export() {
	if !importsCipher(c.pass.Files) && !c.hasFacts() {
		return
	}
	spent := 0
	for _, fn := range c.e.Functions() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || fn.Synthetic != "" || !obj.Exported() || ssaflow.IsTest(c.pass.Fset, fn.Pos()) {
			continue
		}
		f := new(Fact)
		for i, p := range fn.Params {
			if match.IsBytes(p.Type()) && spent < maxSpent {
				weak, items := c.weaknesses(p, i)
				f.Weak = append(f.Weak, weak...)
				spent += items
			}
		}
		if len(f.Weak) > 0 {
			c.pass.ExportObjectFact(obj, f)
		}
	}
}

// maxSpent bounds the items that are followed for a package's facts.
const maxSpent = 100_000

// weaknesses returns what would be reported if a parameter were a data key, and how many
// items were followed to find that.
func (c *checker) weaknesses(p *ssa.Parameter, index int) (found []Weakness, items int) {
	c.divert = func(f finding) {
		w := Weakness{index, f.category, f.message}
		if !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	defer func() { c.divert = nil }()
	t := &trip{c: c}
	t.walk = c.newWalk(t.meet)
	t.walk.follow(&item{v: p, role: keyRole})
	t.walk.run()
	t.checkNonces()
	t.checkModes()
	return found, len(t.walk.queue)
}

// knownWeak reports what a function of another package does with the key that it is
// handed.
func (t *trip) knownWeak(it *item, m meeting) {
	if it.role != keyRole || m.call.Func == nil || m.call.Func.Pkg() == t.c.pass.Pkg {
		return
	}
	f := new(Fact)
	if !t.c.pass.ImportObjectFact(m.call.Func, f) {
		return
	}
	for _, w := range f.Weak {
		if w.Param == m.arg && (w.Category != weakMode || !t.c.authenticates()) {
			t.c.report(finding{
				category: w.Category, at: m.at, what: t.source.key.operation, confidence: rule.Likely, message: w.Text,
				related: append(trail(it), note(m.at.Pos(), "in "+m.call.Func.Pkg().Name()+"."+m.call.Func.Name())),
			})
		}
	}
}
