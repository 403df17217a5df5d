//go:build unix

// Command literal measures what it costs to look for secrets in a module's Go
// files, by the rule hardcoded and by the command of gitleaks:
//
//	go run ./bench/literal -C path/to/module
//
// Both see the same files: those of the module's packages, without tests. Of
// hardcoded it is the pass that counts, for drivers parse and type-check packages
// in any case; what the syntax alone costs is shown beside it. The module has to be
// one that builds.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/seed-38a4765b/secretlint/analyzers/hardcoded"
)

const gitleaks = "github.com/zricethezav/gitleaks/v8@v8.30.1"

func main() {
	log.SetFlags(0)
	log.SetPrefix("literal: ")
	module := flag.String("C", ".", "the `directory` of the module to measure on")
	binary := flag.String("gitleaks", "", "gitleaks' `file`, if it is not to be installed")
	runs := flag.Int("n", 5, "`runs` that count")
	flag.Parse()
	dir, err := os.MkdirTemp("", "literal")
	if err == nil {
		err = measure(dir, *module, *binary, *runs)
		os.RemoveAll(dir)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func measure(dir, module, binary string, runs int) error {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: module}, "./...")
	if err != nil {
		return fmt.Errorf("load packages: %w", err)
	}
	if binary == "" {
		if binary, err = install(dir); err != nil {
			return err
		}
	}
	files := filepath.Join(dir, "files")
	size, err := copyFiles(files, pkgs)
	if err != nil {
		return err
	}
	b := &bench{pkgs: pkgs, binary: binary, files: files, megabytes: float64(size) / 1e6}
	return b.print(runs)
}

func install(dir string) (string, error) {
	cmd := exec.Command("go", "install", gitleaks)
	cmd.Env = append(os.Environ(), "GOBIN="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("install gitleaks: %w\n%s", err, out)
	}
	return filepath.Join(dir, "gitleaks"), nil
}

// copyFiles copies the packages' files to where there is nothing else, and returns
// how many bytes they have.
func copyFiles(dir string, pkgs []*packages.Package) (size int64, err error) {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return 0, err
	}
	for i, p := range pkgs {
		for _, name := range p.CompiledGoFiles {
			data, err := os.ReadFile(name)
			if err != nil {
				return 0, err
			}
			if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)+"_"+filepath.Base(name)), data, 0o666); err != nil {
				return 0, err
			}
			size += int64(len(data))
		}
	}
	return size, nil
}

type bench struct {
	pkgs      []*packages.Package
	binary    string
	files     string
	megabytes float64
}

// A work is done once, and returns the CPU time that it took.
type work func() (time.Duration, error)

// print runs each work in turn, so that what else the machine does is spread over
// all, and prints the medians.
func (b *bench) print(runs int) error {
	works := []work{b.pass, b.gate, b.gitleaks}
	names := []string{"hardcoded, the pass", "hardcoded, syntax alone", "gitleaks dir"}
	times := make([][]time.Duration, len(works))
	for range runs + 1 {
		for i, w := range works {
			d, err := w()
			if err != nil {
				return err
			}
			times[i] = append(times[i], d)
		}
	}
	fmt.Printf("%d packages, %.2f MB of Go, median CPU time of %d runs\n\n", len(b.pkgs), b.megabytes, runs)
	fmt.Println("| | ms | ms per MB | of gitleaks |\n|---|---|---|---|")
	last := median(times[len(times)-1][1:])
	for i, name := range names {
		m := median(times[i][1:]) // the first run fills caches
		fmt.Printf("| %s | %.1f | %.2f | %.3f |\n", name, ms(m), ms(m)/b.megabytes, ms(m)/ms(last))
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func median(d []time.Duration) time.Duration {
	d = slices.Sorted(slices.Values(d))
	return d[len(d)/2]
}

func (b *bench) pass() (time.Duration, error) {
	a := hardcoded.New() // nothing is left from the run before
	runtime.GC()
	before := cpu()
	_, err := checker.Analyze([]*analysis.Analyzer{a}, b.pkgs, &checker.Options{Sequential: true})
	return cpu() - before, err
}

func (b *bench) gate() (time.Duration, error) {
	runtime.GC()
	before := cpu()
	for _, p := range b.pkgs {
		hardcoded.Relevant(p.Syntax, false)
	}
	return cpu() - before, nil
}

func (b *bench) gitleaks() (time.Duration, error) {
	cmd := exec.Command(b.binary, "dir", "--no-banner", "--log-level", "error", "--exit-code", "0", b.files)
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("gitleaks: %w\n%s", err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
