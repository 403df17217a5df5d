//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// usage is what the operating system says of a finished process and of all
// below it that were waited for.
type usage struct {
	cpu  time.Duration // user and system
	wall time.Duration
	rss  float64 // MiB, of the largest single process
}

// measure runs a linter in a directory. Status 1 means that it found something.
func measure(dir string, args []string) (usage, error) {
	cmd := command(dir, args)
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err := allowFindings(err, output.Bytes()); err != nil {
		return usage{}, fmt.Errorf("%s: %w", strings.Join(args, " "), err)
	}
	state := cmd.ProcessState
	return usage{state.UserTime() + state.SystemTime(), wall, peak(state)}, nil
}

func command(dir string, args []string) *exec.Cmd {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	return cmd
}

// allowFindings tells findings from a run that failed: that would be cheap.
func allowFindings(err error, output []byte) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 && !bytes.Contains(output, []byte("[build failed]")) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w\n%s", err, output)
	}
	return nil
}

func peak(state *os.ProcessState) float64 {
	unit := 1024.0
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return float64(state.SysUsage().(*syscall.Rusage).Maxrss) * unit / (1 << 20)
}

// units counts how many units the go command starts a tool on. It is asked in a
// run of its own, for to tell costs time.
func (b *bench) units(tool string) (int, error) {
	args := b.vet(tool)
	cmd := command(b.module, append([]string{args[0], args[1], "-x"}, args[2:]...))
	output, err := cmd.CombinedOutput()
	if err := allowFindings(err, output); err != nil {
		return 0, err
	}
	n := 0
	for line := range bytes.Lines(output) {
		if bytes.HasSuffix(bytes.TrimSpace(line), []byte("vet.cfg")) && bytes.Contains(line, []byte(b.dir)) {
			n++
		}
	}
	return n, nil
}

// build runs a command that makes a tool. The flags of the environment are for
// the module that is measured.
func (b *bench) build(args ...string) error {
	cmd := command("", args)
	cmd.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false", "GOWORK=off", "GOBIN="+b.dir)
	if output, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, output)
	}
	return nil
}
