// Package repo tests the repository as a whole: which packages may import
// which, and what is true of every file.
package repo

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/seed-38a4765b/secretlint"

var root = filepath.Join("..", "..")

// output runs a command in the root of the repository and returns what it
// prints. The environment is the caller's, with which the tests were built.
func output(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			out = append(out, exit.Stderr...)
		}
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// A file is one that git tracks and that is there.
type file struct {
	name string // relative to the root, with slashes
	data []byte
}

// tracked returns the files that git tracks. Others are somebody's work and
// nobody's business.
func tracked(t *testing.T) []file {
	t.Helper()
	if _, err := os.Stat(filepath.Join(root, ".git")); err != nil {
		t.Skip("not a git repository")
	}
	var files []file
	for name := range bytes.SplitSeq(output(t, "git", "ls-files", "-z"), []byte{0}) {
		if len(name) == 0 {
			continue
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(string(name))))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file{string(name), data})
	}
	return files
}
