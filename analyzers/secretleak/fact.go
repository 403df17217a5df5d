package secretleak

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// A Fact is what importers need to know of a function that shows what it is given, or
// hands it to a function that it is given.
type Fact struct {
	Effects []Effect
}

// An Effect is an effect in the form that facts have.
type Effect struct {
	Category string
	To       int
	ToPath   string
	Part     bool
	Listed   bool // parameters of Parameter Store are known to be no secure strings
	Val      *value.Value

	// Line is the line of the function's file where it shows what it is given, or calls
	// what does, and End then the name of that.
	Line int
	End  string
}

// AFact makes a Fact a fact about a types.Func.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	var all []string
	for _, e := range f.Effects {
		if e.Category == "" {
			all = append(all, fmt.Sprintf("%v is written to param%d%s", e.Val, e.To, e.ToPath))
		} else {
			all = append(all, fmt.Sprintf("%v %s", e.Val, deeds[e.Category]))
		}
	}
	return strings.Join(all, "; ")
}

// effects returns the effects of a function of that name, which is declared in that file.
func (f *Fact) effects(name string, file *token.File) []effect {
	if f == nil {
		return nil
	}
	var all []effect
	for _, e := range f.Effects {
		g := effect{category: e.Category, to: e.To, toPath: e.ToPath, part: e.Part, listed: e.Listed, val: e.Val, end: e.End, of: name, node: new(node)}
		if file != nil && 0 < e.Line && e.Line <= file.LineCount() {
			g.line = file.LineStart(e.Line)
		}
		all = append(all, g)
	}
	return all
}

// endOf returns the name of the function that shows what f's function hands on, or "".
func (c *checker) endOf(f effect) string {
	below := f.node.below
	if below == nil {
		return ""
	}
	for below.node.below != nil {
		below = below.node.below
	}
	if below.at == nil {
		return cmp.Or(below.end, below.of)
	}
	if fn, ok := below.at.Parent().Object().(*types.Func); ok {
		return nameOf(fn)
	}
	return ""
}

// maxEffects bounds a fact.
const maxEffects = 12

// export leaves facts about the functions whose effects depend on who calls them.
func (c *checker) export() {
	for _, fn := range c.e.Functions() {
		obj, ok := eval.Exported(fn)
		if !ok {
			continue
		}
		fact := new(Fact)
		frame := c.e.Frame(fn)
		for _, f := range c.effects(fn).open {
			if len(fact.Effects) < maxEffects && !f.node.guessed {
				fact.Effects = append(fact.Effects, Effect{
					Category: f.category, To: f.to, ToPath: f.toPath, Part: f.part, Listed: f.listed || c.isListed(f.at),
					Val: f.val.Portable(frame), Line: c.pass.Fset.Position(f.pos()).Line, End: c.endOf(f),
				})
			}
		}
		if len(fact.Effects) > 0 {
			c.pass.ExportObjectFact(obj, fact)
		}
	}
}
