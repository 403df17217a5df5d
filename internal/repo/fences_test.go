package repo

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// A fence says of packages what they may not import. Names of the module's own
// packages are relative to its root; a name that ends in "/..." stands for
// itself and all below.
type fence struct {
	from, except []string
	never        []string
	only         []string // if set: everything else is forbidden, but for the standard library's
	direct       bool     // only what is imported directly counts
	why          string
}

var sdk = []string{"github.com/aws/..."}

var gitleaks = []string{"github.com/zricethezav/gitleaks/...", "github.com/gitleaks/gitleaks/..."}

var fences = []fence{
	{
		from: []string{"analyzers/..."}, never: slices.Concat(sdk, []string{"cmd/..."}),
		why: "whoever links an analyzer gets neither the SDK nor the command",
	},
	{
		from: []string{"..."}, except: []string{"cmd/secretlint/internal/verify/..."}, never: sdk, direct: true,
		why: "only verify calls AWS: SDK types are named by strings in awsapi",
	},
	{
		from: []string{"..."}, except: []string{"analyzers/internal/literal"}, never: gitleaks, direct: true,
		why: "literal asks it only about texts that may hold a secret, and keeps its state apart",
	},
	{
		from: []string{"analyzers/keyzero", "analyzers/rule", "analyzers/internal/..."}, except: []string{"analyzers/internal/literal"},
		never: gitleaks,
		why:   "keyzero and the engine are light to link",
	},
	{
		from: []string{"analyzers/internal/flow"}, only: []string{}, never: []string{"go/..."},
		why: "flow is a search of a graph, and knows nothing of Go",
	},
	{
		from: []string{"analyzers/internal/match"}, only: []string{},
		why: "match is go/types and strings",
	},
	{
		from: []string{"analyzers/internal/summary"}, only: []string{"analyzers/internal/match"},
		why: "facts and tables name functions; how bodies are read is not their business",
	},
	{
		from: []string{"analyzers/internal/ssaflow"}, never: []string{"analyzers/internal/awsapi", "analyzers/internal/summary", "analyzers/internal/flow"},
		why: "ssaflow knows nothing of AWS or of keys",
	},
	{
		from: []string{"analyzers/internal/awsapi"}, only: []string{}, never: []string{"fmt", "go/..."},
		why: "awsapi is data",
	},
	{
		from: []string{"analyzers/internal/...", "analyzers/rule"}, never: []string{"analyzers", "analyzers/keyzero"},
		why: "arrows run from rules to the engine",
	},
	{
		from: []string{"analyzers/..."}, except: []string{"analyzers/internal/checktest"}, direct: true,
		never: []string{"golang.org/x/tools/go/analysis/passes/...", "golang.org/x/tools/go/packages"},
		why:   "a required pass with facts makes every driver analyse every dependency",
	},
	{
		from: []string{"cmd/secretlint/internal/unit"}, never: []string{"golang.org/x/tools/go/packages", "cmd/secretlint/internal/cli", "cmd/secretlint/internal/driver"},
		why: "the two drivers share findings, fixes and configuration, and not each other",
	},
	{
		from: []string{"cmd/secretlint/internal/early", "cmd/secretlint/internal/scope"}, only: []string{"cmd/secretlint/internal/scope"},
		never: []string{"os", "time", "unicode", "reflect"},
		why:   "early is initialised before what waits for one of these, and strings waits for unicode",
	},
	{
		from:  []string{"cmd/secretlint/internal/report", "cmd/secretlint/internal/finding"},
		never: []string{"analyzers", "cmd/secretlint/internal/driver", "cmd/secretlint/internal/unit", "cmd/secretlint/internal/cli"},
		why:   "a format sees events and not where they come from",
	},
}

func TestFences(t *testing.T) {
	g := load(t)
	for _, f := range fences {
		for _, p := range g.own() {
			if !matches(f.from, p) || matches(f.except, p) {
				continue
			}
			if chain := g.find(p, f); chain != nil {
				t.Errorf("%s: %s", strings.Join(chain, " imports "), f.why)
			}
		}
	}
}

// TestRulesApart: what two rules share belongs below both.
func TestRulesApart(t *testing.T) {
	g := load(t)
	isRule := func(p string) bool {
		return path.Dir(p) == "analyzers" && p != "analyzers/rule" && p != "analyzers/setting" && p != "analyzers/gclplugin"
	}
	for _, p := range slices.DeleteFunc(g.own(), func(p string) bool { return !isRule(p) }) {
		for _, imported := range g[p] {
			if isRule(imported) {
				t.Errorf("rule %s imports rule %s", p, imported)
			}
		}
	}
}

// TestTestImports: a test that imports the SDK puts it in the module graph of
// everybody who links an analyzer. Gitleaks is in it; literal stands before it in
// tests, too.
func TestTestImports(t *testing.T) {
	out := output(t, "go", "list", "-deps", "-test", "-f", "{{.ImportPath}}", "./analyzers/...")
	for line := range strings.Lines(string(out)) {
		p, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if matches(sdk, p) {
			t.Errorf("a test under analyzers depends on %s", p)
		}
	}
	const direct = `{{$p := .ImportPath}}{{range .TestImports}}{{$p}} {{.}}
{{end}}{{range .XTestImports}}{{$p}} {{.}}
{{end}}`
	for line := range strings.Lines(string(output(t, "go", "list", "-f", direct, "./..."))) {
		p, imported, _ := strings.Cut(strings.TrimSpace(line), " ")
		if matches(gitleaks, imported) && relative(p) != "analyzers/internal/literal" {
			t.Errorf("a test of %s imports %s", p, imported)
		}
	}
}

// TestMatches: fences that match nothing would hold whatever is imported.
func TestMatches(t *testing.T) {
	g := load(t)
	for _, f := range fences {
		if !slices.ContainsFunc(g.own(), func(p string) bool { return matches(f.from, p) }) {
			t.Errorf("no package matches %q", f.from)
		}
	}
	chain := g.find("cmd/secretlint", fence{never: []string{"analyzers/internal/flow"}})
	if len(chain) < 3 {
		t.Errorf("no chain of imports from the command to flow, got %q", chain)
	}
	if chain := g.find("analyzers/keyzero", fence{only: []string{"analyzers/rule"}}); len(chain) == 0 {
		t.Error("nothing but rule is imported by keyzero")
	}
}

// A graph holds the direct imports of packages. The module's own are named
// relative to its root.
type graph map[string][]string

func load(t *testing.T) graph {
	t.Helper()
	g := make(graph)
	packages := json.NewDecoder(bytes.NewReader(output(t, "go", "list", "-deps", "-json=ImportPath,Imports", "./...")))
	for {
		var p struct {
			ImportPath string
			Imports    []string
		}
		err := packages.Decode(&p)
		if errors.Is(err, io.EOF) {
			return g
		}
		if err != nil {
			t.Fatal(err)
		}
		imports := []string{}
		for _, imported := range p.Imports {
			imports = append(imports, relative(imported))
		}
		g[relative(p.ImportPath)] = imports
	}
}

// ownPrefixes are where the module has packages.
var ownPrefixes = []string{"analyzers/...", "bench/...", "cmd/...", "internal/..."}

func relative(importPath string) string {
	if rest, ok := strings.CutPrefix(importPath, module+"/"); ok {
		return rest
	}
	if slices.Contains([]string{"internal", "cmd"}, strings.Split(importPath, "/")[0]) {
		return "std/" + importPath
	}
	return importPath
}

// own returns the module's packages, in order.
func (g graph) own() []string {
	var own []string
	for p := range g {
		if matches(ownPrefixes, p) {
			own = append(own, p)
		}
	}
	slices.Sort(own)
	return own
}

// find returns a chain of imports from p to a package that the fence forbids,
// or nil.
func (g graph) find(p string, f fence) []string {
	from := map[string]string{p: ""}
	for queue := []string{p}; len(queue) > 0; queue = queue[1:] {
		for _, imported := range g[queue[0]] {
			if _, seen := from[imported]; seen {
				continue
			}
			from[imported] = queue[0]
			if matches(f.never, imported) || f.only != nil && isForeign(imported) && !matches(f.only, imported) {
				return chain(from, imported)
			}
			if !f.direct {
				queue = append(queue, imported)
			}
		}
	}
	return nil
}

// isForeign reports whether a package is not the standard library's.
func isForeign(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return matches(ownPrefixes, p) || strings.Contains(first, ".")
}

func chain(from map[string]string, p string) []string {
	var chain []string
	for ; p != ""; p = from[p] {
		chain = append(chain, p)
	}
	slices.Reverse(chain)
	return chain
}

func matches(patterns []string, p string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		prefix, all := strings.CutSuffix(pattern, "...")
		if !all {
			return p == pattern
		}
		return prefix == "" || p == strings.TrimSuffix(prefix, "/") || strings.HasPrefix(p, prefix)
	})
}
