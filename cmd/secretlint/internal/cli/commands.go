package cli

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"text/tabwriter"

	"github.com/seed-38a4765b/secretlint/analyzers"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/nearest"
)

// explain prints the page of a rule.
func (p *program) explain(args []string) error {
	if len(args) != 1 {
		return usagef("explain wants the name of a rule: secretlint rules lists them")
	}
	var names []string
	for _, r := range analyzers.Rules() {
		if r.Name == args[0] {
			_, err := p.stdout.Write(r.Text())
			return err
		}
		names = append(names, r.Name)
	}
	return usagef("unknown rule %q%s", args[0], nearest.Hint(args[0], names))
}

// rules lists the rules.
func (p *program) rules(args []string) error {
	if len(args) > 0 {
		return usagef("rules takes no arguments, got %q", args)
	}
	w := tabwriter.NewWriter(p.stdout, 0, 8, 2, ' ', 0)
	for _, r := range analyzers.Rules() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Name, r.CWE, r.Title)
	}
	return w.Flush()
}

// report prints stored events in another format. It judges nothing: what was
// found failed the run that found it.
func (p *program) report(args []string) error {
	set := flag.NewFlagSet("report", flag.ContinueOnError)
	format := set.String("format", "text", "")
	files, err := parse(set, args)
	switch {
	case errors.Is(err, errHelp):
		return p.help(nil)
	case err != nil:
		return err
	case len(files) == 0:
		return usagef("report wants files of JSON Lines, or - for the standard input")
	}
	err = p.output(*format, func(h finding.Handler) error {
		for _, file := range files {
			if err := p.replay(file, h); err != nil {
				return usageError(err)
			}
		}
		return nil
	})
	if errors.Is(err, errFindings) || errors.Is(err, errIncomplete) {
		return nil
	}
	return err
}

func (p *program) replay(file string, h finding.Handler) error {
	if file == "-" {
		return finding.Replay("standard input", p.stdin, h)
	}
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("read report: %w", err)
	}
	defer f.Close()
	return finding.Replay(file, f, h)
}

// version prints the version of the program and of the Go release whose type
// checker it has.
func (p *program) version([]string) error {
	version := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = cmp.Or(info.Main.Version, "(devel)")
	}
	_, err := fmt.Fprintf(p.stdout, "secretlint %s built with %s\n", version, runtime.Version())
	return err
}
