// Package unit is secretlint as `go vet -vettool` starts it: once for each
// package in the closure of those named, the standard library included. Most of
// the cost is therefore in deciding what not to do:
//
//   - a dependency that is not the user's own leaves an empty file of facts
//     before anything is parsed, by the decision of package early, which on Linux
//     also carries it out before this package is initialised;
//   - a package whose syntax shows that it cannot matter, and that imports no
//     facts, is not type-checked;
//   - the rest is type-checked against the compiler's export data.
//
// This works because a package passes on what facts it has about the types of
// others: no facts from what is directly imported means none at all.
package unit

import (
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/config"
)

// A Suite is what units are checked with.
type Suite struct {
	Analyzers []*analysis.Analyzer

	// Relevant reports whether the analyzers can say anything about a package,
	// by its syntax and whether what it imports has facts.
	Relevant func(files []*ast.File, importedFacts bool) bool

	// Configured, if set, returns what is wrong with the files that the analyzers'
	// flags name.
	Configured func() error
}

// Invoked reports whether these are the arguments of a go command that uses
// this program as a vet tool.
func Invoked(args []string) bool {
	if len(args) == 0 {
		return false
	}
	first := strings.TrimPrefix(args[0], "-")
	return first == "-V=full" || first == "V=full" || first == "-flags" || first == "flags" ||
		strings.HasSuffix(args[len(args)-1], ".cfg")
}

// memoryLimit is where a unit begins to collect garbage. A process that lives
// for tens of milliseconds gains nothing by collecting earlier.
const memoryLimit = 512 << 20

// Main is a vet tool's main function. It returns the exit status.
func Main(args []string, suite Suite) int {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(-1)
		debug.SetMemoryLimit(memoryLimit)
	}
	status, err := start(args, suite)
	if err != nil {
		fmt.Fprintf(os.Stderr, "secretlint: %v\n", err)
	}
	return status
}

func start(args []string, suite Suite) (status int, err error) {
	o, err := parseArgs(args, suite.Analyzers)
	switch {
	case err != nil:
		return 2, err
	case o.flags:
		err = printFlags(os.Stdout, suite.Analyzers)
	case o.version != "":
		err = printVersion(os.Stdout, o.version, suite)
	default:
		return runUnit(o, suite)
	}
	if err != nil {
		return 2, err
	}
	return 0, nil
}

func runUnit(o *options, suite Suite) (status int, err error) {
	c, err := readCfg(o.cfg)
	if err != nil {
		return 1, err
	}
	switch u := c.unit(); {
	case u.Ends(o.deep, goVersion()):
		return writeVetx(c, nil)
	case !u.Compiled():
		return fallback(o, c, suite)
	case !u.Read(o.deep):
		return leaveTypes(c)
	}
	on, silent, err := configure(o, c, suite.Analyzers)
	if err != nil {
		return 2, err
	}
	return suite.check(o, c, on, silent)
}

// fallback hands the unit over to x/tools' unitchecker, which needs no compiled
// packages: it takes types from vetx files. The go command is going to stop to
// compile for vet, and then says nothing of what it compiled.
//
// A leaf looks the same in either world. That is why a leaf's vetx has types,
// unless the go command is known to compile: everything above it can then be
// handed over.
func fallback(o *options, c *cfg, suite Suite) (int, error) {
	analyzers, _, err := configure(o, c, suite.Analyzers)
	if err != nil {
		return 2, err
	}
	os.Args = []string{os.Args[0]}
	for name, on := range map[string]bool{"-json": o.json, "-fix": o.fix, "-diff": o.diff} {
		if on {
			os.Args = append(os.Args, name)
		}
	}
	os.Args = append(os.Args, o.cfg)
	unitchecker.Main(analyzers...) // does not return
	return 0, nil
}

// leaveTypes leaves a leaf's types behind, and no facts.
func leaveTypes(c *cfg) (int, error) {
	fset := token.NewFileSet()
	files, err := parse(fset, c.GoFiles)
	if err != nil {
		return writeVetx(c, nil)
	}
	t, err := check(c, fset, files)
	if err != nil {
		return writeVetx(c, nil)
	}
	data, err := encodeVetx(fset, t.pkg, nil)
	if err != nil {
		return 1, err
	}
	return writeVetx(c, data)
}

// configure applies the configuration around the unit's directory and then the
// flags. It returns the analyzers that are on, and those that are not but whose
// facts the packages of a module with another configuration may need. A package
// of another's module has the flags alone: its configuration, if it has one, is
// not the user's.
func configure(o *options, c *cfg, analyzers []*analysis.Analyzer) (on, silent []*analysis.Analyzer, err error) {
	conf := new(config.Config)
	if c.ModuleVersion == "" {
		if conf, err = config.In(c.Dir, "", analyzers); err != nil {
			return nil, nil, err
		}
	}
	analyzers = o.choose(analyzers)
	if on, err = conf.Apply(analyzers); err != nil {
		return nil, nil, err
	}
	silent = slices.DeleteFunc(forFacts(analyzers), func(a *analysis.Analyzer) bool { return slices.Contains(on, a) })
	return on, silent, o.apply()
}
