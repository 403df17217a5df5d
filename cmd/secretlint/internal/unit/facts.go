package unit

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// facts are the facts that analyzers know while they run on one package: those
// that its imports left behind, and those that it adds. Its methods implement
// those of analysis.Pass, and may be called concurrently.
//
// The rules of what a package passes on are those of x/tools' internal/facts,
// and so is the encoding, which cannot be imported.
type facts struct {
	pkg *types.Package
	mu  sync.Mutex
	m   map[factKey]analysis.Fact
}

type factKey struct {
	pkg *types.Package
	obj types.Object // nil for a fact about the package
	typ reflect.Type
}

// A gobFact is an encoded fact. The names of its fields are in the encoding.
type gobFact struct {
	PkgPath string
	Object  objectpath.Path // empty for a fact about the package
	Fact    analysis.Fact
}

// registerFacts makes the fact types of the analyzers, and of what they
// require, known to encoding/gob.
func registerFacts(analyzers []*analysis.Analyzer) {
	for _, a := range analyzers {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
		registerFacts(a.Requires)
	}
}

// decodeFacts returns the facts that pkg's direct imports left behind. read
// returns the encoded facts of one; lookup a package, however indirectly
// imported, by its path, or nil. A fact about what pkg cannot see is dropped.
func decodeFacts(pkg *types.Package, read func(path string) ([]byte, error), lookup func(path string) *types.Package) (*facts, error) {
	s := &facts{pkg: pkg, m: make(map[factKey]analysis.Fact)}
	imports := slices.Clone(pkg.Imports())
	slices.SortFunc(imports, func(x, y *types.Package) int { return cmp.Compare(x.Path(), y.Path()) })
	for _, imp := range imports {
		data, err := read(imp.Path())
		if err != nil {
			return nil, fmt.Errorf("read facts of %s: %w", imp.Path(), err)
		}
		if err := s.decode(data, lookup); err != nil {
			return nil, fmt.Errorf("read facts of %s: %w", imp.Path(), err)
		}
	}
	return s, nil
}

func (s *facts) decode(data []byte, lookup func(path string) *types.Package) error {
	if len(data) == 0 {
		return nil
	}
	var encoded []gobFact
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&encoded); err != nil {
		return err
	}
	for _, f := range encoded {
		if key, ok := resolve(f, lookup); ok {
			s.m[key] = f.Fact
		}
	}
	return nil
}

func resolve(f gobFact, lookup func(path string) *types.Package) (factKey, bool) {
	key := factKey{pkg: lookup(f.PkgPath), typ: reflect.TypeOf(f.Fact)}
	if key.pkg == nil {
		return key, false
	}
	if f.Object == "" {
		return key, true
	}
	obj, err := objectpath.Object(key.pkg, f.Object)
	key.obj = obj
	return key, err == nil
}

// encode returns the facts that importers of the package may need, in one
// order, or nothing when there are none.
func (s *facts) encode() ([]byte, error) {
	var encoder objectpath.Encoder
	var out []gobFact
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, fact := range s.m {
		if !s.passedOn(key) {
			continue
		}
		f := gobFact{PkgPath: key.pkg.Path(), Fact: fact}
		if key.obj != nil {
			path, err := encoder.For(key.obj)
			if err != nil {
				continue // no importer can name the object
			}
			f.Object = path
		}
		out = append(out, f)
	}
	if len(out) == 0 {
		return nil, nil
	}
	slices.SortFunc(out, compareFacts)
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(out); err != nil {
		return nil, fmt.Errorf("encode facts: %w", err)
	}
	return buf.Bytes(), nil
}

// passedOn reports whether importers get the fact from this package. Those
// about packages, and about functions and variables at package level, they get
// from the package itself, which whoever uses these imports. Types, and with
// them fields and methods, are reached without an import.
func (s *facts) passedOn(key factKey) bool {
	if key.pkg == s.pkg {
		return true
	}
	if key.obj == nil {
		return false
	}
	_, isType := key.obj.(*types.TypeName)
	return isType || key.obj.Parent() != key.obj.Pkg().Scope()
}

func compareFacts(x, y gobFact) int {
	return cmp.Or(
		cmp.Compare(x.PkgPath, y.PkgPath),
		cmp.Compare(x.Object, y.Object),
		cmp.Compare(reflect.TypeOf(x.Fact).String(), reflect.TypeOf(y.Fact).String()),
	)
}

func (s *facts) importFact(pkg *types.Package, obj types.Object, ptr analysis.Fact) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	fact, ok := s.m[factKey{pkg, obj, reflect.TypeOf(ptr)}]
	if ok {
		reflect.ValueOf(ptr).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

func (s *facts) exportFact(obj types.Object, fact analysis.Fact) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[factKey{s.pkg, obj, reflect.TypeOf(fact)}] = fact
}

// ofTypes calls each with the facts of these types, in no order.
func (s *facts) ofTypes(factTypes []analysis.Fact, each func(factKey, analysis.Fact)) {
	wanted := make(map[reflect.Type]bool)
	for _, f := range factTypes {
		wanted[reflect.TypeOf(f)] = true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, fact := range s.m {
		if wanted[key.typ] {
			each(key, fact)
		}
	}
}

// bind makes the facts those of pass.
func (s *facts) bind(pass *analysis.Pass) {
	pass.ImportObjectFact = func(obj types.Object, ptr analysis.Fact) bool {
		return s.importFact(obj.Pkg(), obj, ptr)
	}
	pass.ImportPackageFact = func(pkg *types.Package, ptr analysis.Fact) bool {
		return s.importFact(pkg, nil, ptr)
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if obj.Pkg() != s.pkg {
			panic(fmt.Sprintf("fact %T about %s, which is not of package %s", fact, obj, s.pkg.Path()))
		}
		s.exportFact(obj, fact)
	}
	pass.ExportPackageFact = func(fact analysis.Fact) { s.exportFact(nil, fact) }
	pass.AllObjectFacts = func() (all []analysis.ObjectFact) {
		s.ofTypes(pass.Analyzer.FactTypes, func(key factKey, fact analysis.Fact) {
			if key.obj != nil {
				all = append(all, analysis.ObjectFact{Object: key.obj, Fact: fact})
			}
		})
		return all
	}
	pass.AllPackageFacts = func() (all []analysis.PackageFact) {
		s.ofTypes(pass.Analyzer.FactTypes, func(key factKey, fact analysis.Fact) {
			if key.obj == nil {
				all = append(all, analysis.PackageFact{Package: key.pkg, Fact: fact})
			}
		})
		return all
	}
}
