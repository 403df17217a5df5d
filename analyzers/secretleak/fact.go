package secretleak

import (
	"fmt"
	"go/types"
	"strings"

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

func (f *Fact) effects() []effect {
	if f == nil {
		return nil
	}
	var all []effect
	for _, e := range f.Effects {
		all = append(all, effect{category: e.Category, to: e.To, toPath: e.ToPath, part: e.Part, listed: e.Listed, val: e.Val, node: new(node)})
	}
	return all
}

// maxEffects bounds a fact.
const maxEffects = 12

// export leaves facts about the functions whose effects depend on who calls them.
func (c *checker) export() {
	for _, fn := range c.e.Functions() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || fn.Synthetic != "" {
			continue
		}
		fact := new(Fact)
		frame := c.e.Frame(fn)
		for _, f := range c.effects(fn).open {
			if len(fact.Effects) < maxEffects && !f.node.guessed {
				fact.Effects = append(fact.Effects, Effect{f.category, f.to, f.toPath, f.part, f.listed, f.val.Portable(frame)})
			}
		}
		if len(fact.Effects) > 0 {
			c.pass.ExportObjectFact(obj, fact)
		}
	}
}
