package driver

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/scope"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/toolchain"
)

const (
	graphMode  = packages.NeedName | packages.NeedImports | packages.NeedDeps | packages.NeedModule
	sourceMode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles |
		packages.NeedImports | packages.NeedModule | packages.NeedTypes | packages.NeedTypesSizes |
		packages.NeedSyntax | packages.NeedTypesInfo
)

// packages that were loaded from source.
type loaded struct {
	all   []*packages.Package
	named map[*packages.Package]bool // those that the user named
}

// load loads what the patterns name, and the packages beneath that are read for
// their facts.
//
// Export data has no facts, and whether a package is read from source is
// decided by naming it. So the import graph must be known first, except where
// everything that could be wanted is surely named: then it is one load.
func (o Options) load() (*loaded, error) {
	if o.namesAll() {
		roots, err := o.loadPackages(sourceMode, o.Patterns)
		if err != nil {
			return nil, err
		}
		if len(o.beneath(roots)) == 0 {
			return newLoaded(roots, roots)
		}
	}
	roots, err := o.loadPackages(graphMode, o.Patterns)
	if err != nil {
		return nil, err
	}
	patterns := o.Patterns
	if !namesFiles(patterns) {
		patterns = append(slices.Clip(patterns), o.beneath(roots)...)
	}
	all, err := o.loadPackages(sourceMode, patterns)
	if err != nil {
		return nil, err
	}
	return newLoaded(all, roots)
}

// namesAll reports whether the patterns are sure to name every package of the
// module here.
func (o Options) namesAll() bool {
	_, err := os.Stat("go.mod")
	return err == nil && len(o.Deep) == 0 && slices.Equal(o.Patterns, []string{"./..."})
}

// namesFiles reports whether the patterns are names of files, which the go
// command does not take together with packages.
func namesFiles(patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return strings.HasSuffix(p, ".go") })
}

func (o Options) loadPackages(mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	conf := &packages.Config{Mode: mode, Tests: o.Tests}
	conf.Env, conf.BuildFlags = withoutModfile(os.Environ())
	if o.Tags != "" {
		conf.BuildFlags = append(conf.BuildFlags, "-tags="+o.Tags)
	}
	roots, err := packages.Load(conf, patterns...)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", ErrNothing, goMessage(err))
	}
	roots = slices.DeleteFunc(roots, isTestMain)
	if len(roots) == 0 {
		return nil, fmt.Errorf("%w: no packages match %s", ErrNothing, strings.Join(patterns, " "))
	}
	return roots, nil
}

// withoutModfile moves -modfile from GOFLAGS to the build flags: go/packages asks
// the go command for its version outside of modules, where it refuses that flag.
func withoutModfile(environ []string) (env, buildFlags []string) {
	env = slices.Clone(environ)
	for i, kv := range env {
		goflags, ok := strings.CutPrefix(kv, "GOFLAGS=")
		if !ok {
			continue
		}
		var rest []string
		for _, flag := range strings.Fields(goflags) {
			if strings.HasPrefix(strings.TrimLeft(flag, "-"), "modfile=") {
				buildFlags = append(buildFlags, flag)
			} else {
				rest = append(rest, flag)
			}
		}
		env[i] = "GOFLAGS=" + strings.Join(rest, " ")
	}
	return env, buildFlags
}

// goMessage returns what the go command said when it failed, without how
// go/packages wraps it.
func goMessage(err error) string {
	message := err.Error()
	if _, stderr, ok := strings.Cut(message, "stderr: "); ok {
		message = stderr
	}
	return toolchain.Explain(strings.TrimPrefix(strings.TrimSpace(message), "go: "))
}

// isTestMain reports whether a package is the main package that the go command
// generates for tests.
func isTestMain(p *packages.Package) bool {
	return p.Name == "main" && strings.HasSuffix(p.ID, ".test")
}

// beneath returns the import paths of the packages that roots depend on, that
// are to be read from source and are not among them.
func (o Options) beneath(roots []*packages.Package) []string {
	var paths []string
	packages.Visit(roots, nil, func(p *packages.Package) {
		if slices.Contains(roots, p) || p.Module == nil || p.ID != p.PkgPath {
			return
		}
		m := scope.Module{Path: p.Module.Path, Main: p.Module.Main}
		if scope.Read(p.PkgPath, m, o.Deep) {
			paths = append(paths, p.PkgPath)
		}
	})
	slices.Sort(paths)
	return paths
}

// newLoaded sorts out what was loaded. It is an error when nothing that was
// named has a file: the go command describes a pattern that names no package as
// a package with an error.
func newLoaded(all, named []*packages.Package) (*loaded, error) {
	ids := make(map[string]bool)
	for _, p := range named {
		ids[p.ID] = true
	}
	l := &loaded{all: all, named: make(map[*packages.Package]bool)}
	files := 0
	for _, p := range all {
		if ids[p.ID] {
			l.named[p] = true
			files += len(p.GoFiles) + len(p.IgnoredFiles)
		}
	}
	if files > 0 {
		return l, nil
	}
	for _, p := range l.problems() {
		return nil, fmt.Errorf("%w: %s", ErrNothing, p)
	}
	return nil, fmt.Errorf("%w: no Go files", ErrNothing)
}

// sound returns the named packages that can be analyzed. Below them it leaves
// in the import graph what has source and can be analyzed too: facts are taken
// from there and from nowhere else.
//
// A package whose own source is sound is analyzed even if what it imports is
// not. It then knows the types of that, and none of its facts.
func (l *loaded) sound() []*packages.Package {
	sound := make(map[*packages.Package]bool)
	for _, p := range l.all {
		if len(p.Errors) == 0 && p.Types != nil && p.TypesInfo != nil {
			p.IllTyped = false
			sound[p] = true
		}
	}
	var named []*packages.Package
	for _, p := range l.all {
		for path, imported := range p.Imports {
			if !sound[imported] {
				delete(p.Imports, path)
			}
		}
		if sound[p] && l.named[p] {
			named = append(named, p)
		}
	}
	return named
}
