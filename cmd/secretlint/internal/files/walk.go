package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// walk checks the files of a root. Symbolic links are not followed, but for the
// root itself: what they lead to within the tree is read where it is, and what
// is outside is not of this tree.
func (r *run) walk(root Root) error {
	info, err := os.Stat(root.Path)
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrNothing, root.Path, bare(err))
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return fmt.Errorf("%w: %s: neither a file nor a directory", ErrNothing, root.Path)
	}
	if !info.IsDir() {
		r.file(filepath.Clean(root.Path))
		return nil
	}
	w := &walker{run: r, root: root, ignored: map[string]bool{}}
	if !r.NoIgnore {
		w.ignore(root.Path)
	}
	return w.directory(filepath.Clean(root.Path))
}

type walker struct {
	*run
	root    Root
	ignored map[string]bool // by git: names as the walk has them
}

// directory checks the files of a directory. One beneath a root that cannot be
// read is a problem.
func (w *walker) directory(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.problem(filepath.ToSlash(dir), 0, bare(err).Error())
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case w.ignored[name]:
		case e.Type().IsRegular():
			w.file(name)
		case e.IsDir() && !w.root.Alone && !w.skips(name, e.Name()):
			if err := w.enter(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// enter walks a directory beneath the root. A repository within the tree has
// its own say in what is ignored.
func (w *walker) enter(dir string) error {
	if !w.NoIgnore && exists(filepath.Join(dir, ".git")) {
		w.ignore(dir)
	}
	return w.directory(dir)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// skips reports whether a directory is left out: it belongs to a tool, is other
// people's code or test data, or is another Go module.
func (w *walker) skips(dir, base string) bool {
	switch base {
	case ".git", ".hg", ".svn", ".jj":
		return true
	case "vendor", "node_modules", "testdata", ".terraform", ".terragrunt-cache", ".venv", "venv", "__pycache__", ".tox", "bower_components":
		return !w.NoIgnore
	}
	return w.OneModule && exists(filepath.Join(dir, "go.mod"))
}
