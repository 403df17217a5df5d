package cli

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/config"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/driver"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/nearest"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/report"
)

type checkFlags struct {
	dir, config, format, tags string
	tests, version            bool
	files, noIgnore           bool
}

func (f *checkFlags) set() *flag.FlagSet {
	set := flag.NewFlagSet("secretlint", flag.ContinueOnError)
	set.StringVar(&f.dir, "C", "", "")
	set.StringVar(&f.config, "config", "", "")
	set.StringVar(&f.format, "format", "text", "")
	set.StringVar(&f.tags, "tags", "", "")
	set.BoolVar(&f.files, "files", true, "")
	set.BoolVar(&f.noIgnore, "no-ignore", false, "")
	set.BoolVar(&f.tests, "tests", false, "")
	set.BoolVar(&f.version, "version", false, "")
	return set
}

// check checks packages.
func (p *program) check(args []string) error {
	var flags checkFlags
	patterns, err := parse(flags.set(), args)
	switch {
	case errors.Is(err, errHelp):
		return p.help(nil)
	case err != nil:
		return err
	case flags.version:
		return p.version(nil)
	}
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	if flags.dir != "" {
		if err := os.Chdir(flags.dir); err != nil {
			return usagef("-C: %w", err)
		}
	}
	if err := checkCommand(patterns[0]); err != nil {
		return err
	}
	return p.output(flags.format, func(h finding.Handler) error {
		return p.drive(flags, patterns, h)
	})
}

// drive runs the driver under the configuration in effect.
func (p *program) drive(flags checkFlags, patterns []string, h finding.Handler) error {
	conf, enabled, err := configure(flags.config, h)
	if err != nil {
		return err
	}
	progress := newProgress(p.stderr)
	defer progress.clear()
	err = driver.Run(driver.Options{
		Analyzers: enabled,
		Rules:     analyzers.Rules(),
		Patterns:  patterns,
		Tags:      flags.tags,
		Deep:      conf.Deep,
		Tests:     flags.tests,
		Progress:  progress.show,
	}, h)
	if errors.Is(err, driver.ErrNothing) {
		return usageError(err)
	}
	if err != nil || !flags.files {
		return err
	}
	return checkFiles(files.Options{
		Roots:     fileRoots(patterns),
		NoIgnore:  flags.noIgnore,
		OneModule: true,
		Progress:  progress.show,
	}, enabled, h)
}

// configure reads the configuration: the file given, or else the one around the
// working directory. It returns the analyzers that are left on. A file of gitleaks'
// own that is wrong is a problem, and everything is checked without it.
func configure(file string, h finding.Handler) (*config.Config, []*analysis.Analyzer, error) {
	all := analyzers.All()
	conf, err := config.In(".", file, all)
	if err != nil {
		return nil, nil, usageError(err)
	}
	for _, refused := range conf.Without(analyzers.CheckGitleaks) {
		p := &finding.Problem{Message: refused.Error() + ": checked by gitleaks' default rules"}
		if err := h.Problem(p); err != nil {
			return nil, nil, err
		}
	}
	enabled, err := conf.Apply(all)
	if err == nil {
		err = analyzers.Configured()
	}
	if err != nil {
		return nil, nil, usageError(err)
	}
	return conf, enabled, nil
}

// output runs emit with a handler that prints in the format of that name, and
// returns what the events say of the exit status.
func (p *program) output(format string, emit func(finding.Handler) error) error {
	out := bufio.NewWriter(p.stdout)
	h, ok := report.New(format, out, p.stderr)
	if !ok {
		return usagef("unknown format %q%s: want %s", format,
			nearest.Hint(format, report.Formats()), strings.Join(report.Formats(), " or "))
	}
	seen := &tally{Handler: h}
	if err := emit(seen); err != nil {
		return err
	}
	if err := cmp.Or(h.Flush(), out.Flush()); err != nil {
		return fmt.Errorf("print findings: %w", err)
	}
	return seen.verdict()
}

// A tally counts what passes to a handler. Notes are no findings: what is done
// in the right way must not fail a build.
type tally struct {
	finding.Handler
	findings, problems int
}

func (t *tally) Finding(f *finding.Finding) error {
	if f.Severity != rule.Info {
		t.findings++
	}
	return t.Handler.Finding(f)
}

func (t *tally) Problem(p *finding.Problem) error {
	t.problems++
	return t.Handler.Problem(p)
}

func (t *tally) verdict() error {
	switch {
	case t.problems > 0:
		return errIncomplete
	case t.findings > 0:
		return errFindings
	}
	return nil
}

// A progress shows on a terminal what is being done, in one line that goes away.
// Elsewhere it shows nothing.
type progress struct {
	w io.Writer
}

func newProgress(w io.Writer) progress {
	f, ok := w.(*os.File)
	if !ok {
		return progress{io.Discard}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return progress{io.Discard}
	}
	return progress{w}
}

func (p progress) show(what string) { fmt.Fprintf(p.w, "\r\x1b[Ksecretlint: %s…", what) }

func (p progress) clear() { fmt.Fprint(p.w, "\r\x1b[K") }
