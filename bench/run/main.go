//go:build unix

// Command run measures on one module what secretlint costs, next to tools that
// do less or the same:
//
//	go run ./bench/run -C path/to/module
//
// It builds secretlint, and two floors to compare it with, from the module here,
// which has to be around the working directory, installs gosec, all in a
// temporary directory, and prints Markdown tables. The module that is measured
// has to be one that builds; the environment, with GOFLAGS, is for it alone. The
// first runs are not counted: they fill the build cache.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	own   = "github.com/seed-38a4765b/secretlint/"
	gosec = "github.com/securego/gosec/v2/cmd/gosec@v2.30.0"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	b := &bench{}
	parts := flag.String("parts", "cold,warm,skipped,alone", "what to measure: go vet that starts every unit, go vet that starts none, units that need nothing, the command against gosec")
	flag.StringVar(&b.module, "C", ".", "the `directory` of the module to measure on")
	flag.StringVar(&b.gosec, "gosec", "", "gosec's `file`, if it is not to be installed")
	flag.IntVar(&b.runs, "n", 5, "`runs` of each command that count")
	flag.Parse()
	if flag.NArg() > 0 || b.runs < 1 {
		log.Fatal("usage: go run ./bench/run [-C directory] [-n runs] [-parts cold,warm,skipped,alone] [-gosec file]")
	}
	if err := b.inTemporary(strings.Split(*parts, ",")); err != nil {
		log.Fatal(err)
	}
}

// A bench is one run of this program.
type bench struct {
	module string
	gosec  string
	runs   int
	dir    string // of the tools
	links  int    // how often a tool was linked
}

func (b *bench) inTemporary(parts []string) error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b.dir = dir
	fmt.Fprintf(os.Stdout, "%s %s/%s, %d processors, %d runs\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), b.runs)
	for _, name := range parts {
		part, ok := map[string]func() (*part, error){"cold": b.cold, "warm": b.warm, "skipped": b.skipped, "alone": b.alone}[name]
		if !ok {
			return fmt.Errorf("-parts: unknown %q", name)
		}
		p, err := part()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(os.Stdout, "\n%s", p)
	}
	return nil
}

// tools are the two vet tools, in the order of the table.
var tools = []string{"secretlint", "floor"}

// link builds a program anew. Its content differs each time, and with it the
// go command's key for all that a vet tool said before.
func (b *bench) link(tool string) error {
	pkg := map[string]string{"secretlint": "cmd/secretlint", "floor": "bench/floor", "nothing": "bench/nothing"}[tool]
	b.links++
	id := fmt.Sprintf("-ldflags=-buildid=%s-%d", filepath.Base(b.dir), b.links)
	return b.build("go", "build", id, "-o", b.dir, own+pkg)
}

func (b *bench) vet(tool string) []string {
	return []string{"go", "vet", "-vettool=" + filepath.Join(b.dir, tool), "./..."}
}

// cold has the go command start both tools on every unit, with what it needs
// from the compiler in the cache.
func (b *bench) cold() (*part, error) {
	p := newPart("go vet, cold", tools)
	for _, tool := range tools {
		if err := b.link(tool); err != nil {
			return nil, err
		}
		n, err := b.units(tool)
		if err != nil {
			return nil, err
		}
		p.note("%s: %d units", tool, n)
	}
	return p, b.rounds(p, func(tool string) (usage, error) {
		if err := b.link(tool); err != nil {
			return usage{}, err
		}
		return measure(b.module, b.vet(tool))
	})
}

// warm has it find in its cache what the tools said.
func (b *bench) warm() (*part, error) {
	p := newPart("go vet, warm", tools)
	for _, tool := range tools {
		if err := b.link(tool); err != nil {
			return nil, err
		}
		if _, err := measure(b.module, b.vet(tool)); err != nil {
			return nil, err
		}
		n, err := b.units(tool)
		if err != nil {
			return nil, err
		}
		p.note("%s: %d units", tool, n)
	}
	return p, b.rounds(p, func(tool string) (usage, error) { return measure(b.module, b.vet(tool)) })
}

// alone runs secretlint as a command, which keeps nothing between runs, and
// gosec.
func (b *bench) alone() (*part, error) {
	if err := b.link("secretlint"); err != nil {
		return nil, err
	}
	if b.gosec == "" {
		if err := b.build("go", "install", gosec); err != nil {
			return nil, err
		}
		b.gosec = filepath.Join(b.dir, "gosec")
	}
	commands := map[string][]string{
		"secretlint": {filepath.Join(b.dir, "secretlint"), "./..."},
		"gosec":      {b.gosec, "-quiet", "./..."},
	}
	p := newPart("command", []string{"secretlint", "gosec"})
	if _, err := measure(b.module, commands["secretlint"]); err != nil {
		return nil, err
	}
	return p, b.rounds(p, func(tool string) (usage, error) { return measure(b.module, commands[tool]) })
}

// rounds measures the tools of a part in turn, so that what slows the machine
// for a while slows both.
func (b *bench) rounds(p *part, once func(tool string) (usage, error)) error {
	for range b.runs {
		for i, tool := range p.tools {
			u, err := once(tool)
			if err != nil {
				return err
			}
			p.runs[i] = append(p.runs[i], u)
		}
	}
	return nil
}
