package files

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// maxGit bounds how long git may take to say what it ignores.
const maxGit = time.Minute

// ignore asks git what it ignores beneath a directory. It is git that defines
// this, over .gitignore files at every level, the repository's and the user's
// own excludes, and what is tracked all the same, which is not ignored. Without
// git or outside a repository nothing is.
func (w *walker) ignore(dir string) {
	ctx, cancel := context.WithTimeout(context.Background(), maxGit)
	defer cancel()
	// A repository's configuration can make git start a program to watch files.
	cmd := exec.CommandContext(ctx, "git", "-c", "core.fsmonitor=false", "ls-files",
		"--others", "--ignored", "--exclude-standard", "--directory", "-z", "--", ".")
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GIT_OPTIONAL_LOCKS=0")
	out, err := cmd.Output()
	if err != nil {
		return
	}
	for name := range strings.SplitSeq(string(out), "\x00") {
		if name = strings.TrimSuffix(name, "/"); name != "" && name != "." {
			w.ignored[filepath.Join(dir, filepath.FromSlash(name))] = true
		}
	}
}
