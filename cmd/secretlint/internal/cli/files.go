package cli

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

type filesFlags struct {
	dir, config, format string
	noIgnore            bool
}

func (f *filesFlags) set() *flag.FlagSet {
	set := flag.NewFlagSet("files", flag.ContinueOnError)
	set.StringVar(&f.dir, "C", "", "")
	set.StringVar(&f.config, "config", "", "")
	set.StringVar(&f.format, "format", "text", "")
	set.BoolVar(&f.noIgnore, "no-ignore", false, "")
	return set
}

// files checks files alone, for which no Go toolchain is needed.
func (p *program) files(args []string) error {
	var flags filesFlags
	paths, err := parse(flags.set(), args)
	switch {
	case errors.Is(err, errHelp):
		return p.help(nil)
	case err != nil:
		return err
	}
	if flags.dir != "" {
		if err := os.Chdir(flags.dir); err != nil {
			return usagef("-C: %w", err)
		}
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var roots []files.Root
	for _, path := range paths {
		roots = append(roots, files.Root{Path: strings.TrimSuffix(path, "/...")})
	}
	return p.output(flags.format, func(h finding.Handler) error {
		_, enabled, err := configure(flags.config, h)
		if err != nil {
			return err
		}
		progress := newProgress(p.stderr)
		defer progress.clear()
		return checkFiles(files.Options{Roots: roots, NoIgnore: flags.noIgnore, Progress: progress.show}, enabled, h)
	})
}

// checkFiles checks files with the judge of the rule that they are checked
// against, unless that is disabled.
func checkFiles(o files.Options, enabled []*analysis.Analyzer, h finding.Handler) error {
	if !slices.Contains(enabled, envsecret.Analyzer) {
		return nil
	}
	var err error
	if o.Judge, err = envsecret.Judge(); err != nil {
		return usageError(err)
	}
	o.Rule = &envsecret.Rule
	err = files.Run(o, h)
	if errors.Is(err, files.ErrNothing) {
		return usageError(err)
	}
	if err != nil {
		return fmt.Errorf("check files: %w", err)
	}
	return nil
}

// fileRoots returns the directories whose files belong to what patterns name:
// those of patterns that are directories. Import paths name packages alone.
func fileRoots(patterns []string) []files.Root {
	var roots []files.Root
	for _, pattern := range patterns {
		dir, all := strings.CutSuffix(filepath.ToSlash(pattern), "...")
		isDir := dir == "." || dir == ".." || strings.HasPrefix(dir, "./") || strings.HasPrefix(dir, "../") || filepath.IsAbs(dir)
		if dir = strings.TrimSuffix(dir, "/"); dir == "" && isDir {
			dir = "/"
		}
		if info, err := os.Stat(dir); isDir && err == nil && info.IsDir() {
			roots = append(roots, files.Root{Path: dir, Alone: !all})
		}
	}
	return roots
}
