package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"
)

// Name is the name of a configuration file.
const Name = ".secretlint.yml"

// Find returns the path of the configuration file in effect for the Go files of
// a directory, or "" when there is none.
//
// It looks in the root directory of the module that contains dir and then
// upwards to the root of the repository or, outside a repository, of the
// workspace. Directories inside a module are passed over: what is configured
// must not depend on where in its module a command was started, for `go vet`
// starts this program once in the directory of each package.
func Find(dir string) (string, error) { return findNamed(dir, Name) }

func findNamed(dir, name string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find configuration: %w", err)
	}
	for _, d := range candidates(dir) {
		file := filepath.Join(d, name)
		if exists(file) {
			return file, nil
		}
	}
	return "", nil
}

// FindAll returns the configuration files that any package of the module or
// workspace around dir may be under, those of gitleaks included, in order of their
// names.
func FindAll(dir string) ([]string, error) {
	dirs, err := workspace(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, d := range append(dirs, dir) {
		for _, name := range append(gitleaksFiles(), Name) {
			file, err := findNamed(d, name)
			if err != nil {
				return nil, err
			}
			if file != "" && !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	slices.Sort(files)
	return files, nil
}

// candidates returns the directories in which a configuration for dir may be,
// innermost first.
func candidates(dir string) []string {
	up := ancestors(dir)
	first := slices.IndexFunc(up, func(d string) bool { return exists(filepath.Join(d, "go.mod")) })
	last := slices.IndexFunc(up, isRepository)
	if last < 0 {
		last = slices.IndexFunc(up, func(d string) bool { return exists(filepath.Join(d, "go.work")) })
	}
	if first < 0 {
		first = 0
	}
	return up[first : max(first, last)+1]
}

// ancestors returns dir and every directory above it.
func ancestors(dir string) []string {
	up := []string{dir}
	for parent := filepath.Dir(dir); parent != dir; parent = filepath.Dir(dir) {
		up = append(up, parent)
		dir = parent
	}
	return up
}

func isRepository(dir string) bool {
	for _, name := range []string{".git", ".hg", ".svn", ".jj"} {
		if exists(filepath.Join(dir, name)) {
			return true
		}
	}
	return false
}

// workspace returns the module directories of the workspace in effect in dir,
// none when there is no workspace.
func workspace(dir string) ([]string, error) {
	file := workFile(dir)
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read workspace: %w", err)
	}
	work, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil, nil // the go command says so, and better
	}
	var dirs []string
	for _, use := range work.Use {
		d := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(d) {
			d = filepath.Join(filepath.Dir(file), d)
		}
		dirs = append(dirs, d)
	}
	return dirs, nil
}

func workFile(dir string) string {
	switch env := os.Getenv("GOWORK"); env {
	case "off":
		return ""
	case "", "auto":
	default:
		return env
	}
	for _, d := range ancestors(dir) {
		if file := filepath.Join(d, "go.work"); exists(file) {
			return file
		}
	}
	return ""
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}
