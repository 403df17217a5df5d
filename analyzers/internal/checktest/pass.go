package checktest

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// An Outcome is what one pass did.
type Outcome struct {
	Diagnostics []analysis.Diagnostic
	Result      any
	Facts       *Facts // those of the package, and those that were there before
}

// Details returns the details of the diagnostics of a rule.
func (r Outcome) Details() rule.Details { return r.Result.(*rule.Result).Details }

// InternalErrors returns the messages of those diagnostics that say that the engine
// failed.
func (r Outcome) InternalErrors() (messages []string) {
	for _, d := range r.Diagnostics {
		if d.Category == rule.InternalError {
			messages = append(messages, d.Message)
		}
	}
	return slices.Compact(messages)
}

// Text returns all that users see of a diagnostic, and where each part of it points.
func Text(fset *token.FileSet, d analysis.Diagnostic) string {
	text := fmt.Sprintf("%v-%v: %s: %s", fset.Position(d.Pos), fset.Position(d.End), d.Category, d.Message)
	for _, step := range d.Related {
		text += fmt.Sprintf("\n\t%v-%v: %s", fset.Position(step.Pos), fset.Position(step.End), step.Message)
	}
	for _, fix := range d.SuggestedFixes {
		text += "\n\tfix: " + fix.Message
		for _, edit := range fix.TextEdits {
			text += fmt.Sprintf(" %v %q", fset.Position(edit.Pos), edit.NewText)
		}
	}
	return text + "\n\t"
}

// RunPass runs a, and first what it requires, over a package, given the facts of
// others.
func RunPass(tb testing.TB, a *analysis.Analyzer, fset *token.FileSet, files []*ast.File, pkg *types.Package, info *types.Info, facts *Facts) Outcome {
	tb.Helper()
	r := &runner{fset: fset, files: files, pkg: pkg, info: info, facts: facts, results: map[*analysis.Analyzer]any{}}
	if err := r.run(a); err != nil {
		tb.Fatalf("%s: %v", pkg.Path(), err)
	}
	return Outcome{r.diagnostics, r.results[a], facts}
}

type runner struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	facts *Facts

	results     map[*analysis.Analyzer]any
	diagnostics []analysis.Diagnostic
}

func (r *runner) run(a *analysis.Analyzer) error {
	required := map[*analysis.Analyzer]any{}
	for _, req := range a.Requires {
		if _, ran := r.results[req]; !ran {
			if err := r.run(req); err != nil {
				return err
			}
		}
		required[req] = r.results[req]
	}
	result, err := a.Run(r.pass(a, required))
	if err != nil {
		return fmt.Errorf("%s: %w", a.Name, err)
	}
	r.results[a] = result
	return nil
}

func (r *runner) pass(a *analysis.Analyzer, required map[*analysis.Analyzer]any) *analysis.Pass {
	return &analysis.Pass{
		Analyzer: a, Fset: r.fset, Files: r.files, Pkg: r.pkg, TypesInfo: r.info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		ResultOf:   required,
		Report:     func(d analysis.Diagnostic) { r.diagnostics = append(r.diagnostics, d) },
		ImportObjectFact: func(o types.Object, f analysis.Fact) bool {
			return assignFact(f, r.facts.objects[objectFact{o, reflect.TypeOf(f)}])
		},
		ImportPackageFact: func(p *types.Package, f analysis.Fact) bool {
			return assignFact(f, r.facts.packages[packageFact{p, reflect.TypeOf(f)}])
		},
		ExportObjectFact: func(o types.Object, f analysis.Fact) {
			r.facts.objects[objectFact{o, reflect.TypeOf(f)}] = f
		},
		ExportPackageFact: func(f analysis.Fact) {
			r.facts.packages[packageFact{r.pkg, reflect.TypeOf(f)}] = f
		},
		AllObjectFacts:  func() []analysis.ObjectFact { return r.facts.ofObjects(a) },
		AllPackageFacts: func() []analysis.PackageFact { return r.facts.ofPackages(a) },
	}
}

func assignFact(to, from analysis.Fact) bool {
	if from == nil {
		return false
	}
	reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from).Elem())
	return true
}

// Facts are those of all the packages that passes were over, in no order.
type Facts struct {
	objects  map[objectFact]analysis.Fact
	packages map[packageFact]analysis.Fact
}

type objectFact struct {
	object types.Object
	typ    reflect.Type
}

type packageFact struct {
	pkg *types.Package
	typ reflect.Type
}

// NewFacts returns no facts.
func NewFacts() *Facts {
	return &Facts{objects: map[objectFact]analysis.Fact{}, packages: map[packageFact]analysis.Fact{}}
}

// Objects returns the facts about objects.
func (f *Facts) Objects() (all []analysis.ObjectFact) {
	for key, fact := range f.objects {
		all = append(all, analysis.ObjectFact{Object: key.object, Fact: fact})
	}
	return all
}

// Packages returns the facts about packages.
func (f *Facts) Packages() (all []analysis.PackageFact) {
	for key, fact := range f.packages {
		all = append(all, analysis.PackageFact{Package: key.pkg, Fact: fact})
	}
	return all
}

// Texts returns the facts as people read them, by what they are about and their type.
func (f *Facts) Texts() map[string]string {
	texts := map[string]string{}
	for key, fact := range f.objects {
		texts[fmt.Sprintf("%s.%s@%d %v", key.object.Pkg().Path(), key.object.Name(), key.object.Pos(), key.typ)] = fmt.Sprint(fact)
	}
	for key, fact := range f.packages {
		texts[fmt.Sprintf("%s %v", key.pkg.Path(), key.typ)] = fmt.Sprint(fact)
	}
	return texts
}

func (f *Facts) ofObjects(a *analysis.Analyzer) []analysis.ObjectFact {
	return slices.DeleteFunc(f.Objects(), func(o analysis.ObjectFact) bool { return !declares(a, o.Fact) })
}

func (f *Facts) ofPackages(a *analysis.Analyzer) []analysis.PackageFact {
	return slices.DeleteFunc(f.Packages(), func(p analysis.PackageFact) bool { return !declares(a, p.Fact) })
}

// declares reports whether facts of that type are the analyzer's: drivers show it no
// others.
func declares(a *analysis.Analyzer, fact analysis.Fact) bool {
	return slices.ContainsFunc(a.FactTypes, func(f analysis.Fact) bool { return reflect.TypeOf(f) == reflect.TypeOf(fact) })
}

// A savedFact is a fact about an object, or about the package where Object is "".
type savedFact struct {
	Package string
	Object  objectpath.Path
	Fact    analysis.Fact
}

func (f *Facts) save(tb testing.TB) []byte {
	tb.Helper()
	var saved []savedFact
	for key, fact := range f.objects {
		path, err := objectpath.For(key.object)
		if err != nil {
			continue // not visible to other packages
		}
		gob.Register(fact)
		saved = append(saved, savedFact{key.object.Pkg().Path(), path, fact})
	}
	for key, fact := range f.packages {
		gob.Register(fact)
		saved = append(saved, savedFact{key.pkg.Path(), "", fact})
	}
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(saved); err != nil {
		tb.Fatalf("encode facts: %v", err)
	}
	return data.Bytes()
}

// load adds the facts that data has about pkg and what it imports.
func (f *Facts) load(tb testing.TB, data []byte, a *analysis.Analyzer, pkg *types.Package) {
	tb.Helper()
	if data == nil {
		return
	}
	var saved []savedFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&saved); err != nil {
		tb.Fatalf("decode facts for %s: %v", a.Name, err)
	}
	known := importedBy(pkg)
	for _, s := range saved {
		p, typ := known[s.Package], reflect.TypeOf(s.Fact)
		switch {
		case p == nil:
		case s.Object == "":
			f.packages[packageFact{p, typ}] = s.Fact
		default:
			if o, err := objectpath.Object(p, s.Object); err == nil {
				f.objects[objectFact{o, typ}] = s.Fact
			}
		}
	}
}

// importedBy returns pkg and all that it imports, directly or not, by path.
func importedBy(pkg *types.Package) map[string]*types.Package {
	known := map[string]*types.Package{}
	var visit func(p *types.Package)
	visit = func(p *types.Package) {
		if known[p.Path()] == nil {
			known[p.Path()] = p
			for _, imp := range p.Imports() {
				visit(imp)
			}
		}
	}
	visit(pkg)
	return known
}
