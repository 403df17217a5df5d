// Package files checks what a program is deployed with: the files of a tree
// that are no Go. It needs no Go toolchain.
//
// What a file sets is read by package format, and judged by package setting as
// what is in Go code is.
package files

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files/format"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
)

// maxSize bounds the files that are read. Nobody writes a longer one.
const maxSize = 4 << 20

// Options say what to check, and how.
type Options struct {
	Roots []Root
	Judge *setting.Judge
	Rule  *rule.Rule // that of the findings: envsecret

	// NoIgnore checks what git ignores too, and directories of other people's
	// code and of test data.
	NoIgnore bool

	// OneModule leaves out directories beneath a root that are Go modules of
	// their own, as the pattern ./... does.
	OneModule bool

	// Progress, if set, is told what is being done.
	Progress func(string)
}

// A Root is a file, or a directory, which is read with all beneath it or
// without.
type Root struct {
	Path  string
	Alone bool // without what is beneath
}

// ErrNothing is the error when a root cannot be read.
var ErrNothing = errors.New("nothing to check")

// Run checks files and hands what it finds to h, in order and without flushing
// it. A file that cannot be read or parsed becomes a problem and does not keep
// the rest from being checked. The error wraps ErrNothing if there is no such
// root.
func Run(o Options, h finding.Handler) error {
	run := &run{Options: o, top: map[string]string{}}
	for _, root := range o.Roots {
		if err := run.walk(root); err != nil {
			return err
		}
	}
	return finding.Hand(run.findings, run.problems, h)
}

type run struct {
	Options
	top      map[string]string // of directories: what fingerprints take names relative to
	read     int
	findings []*finding.Finding
	problems []*finding.Problem
}

// file checks a file. A failure stays with its file; what a parser panics with
// may quote the file, and is not repeated.
func (r *run) file(name string) {
	path := filepath.ToSlash(name)
	defer func() {
		if recover() != nil {
			r.problem(path, 0, "internal error: the file was not looked at")
		}
	}()
	rest, isSample := format.Sample(path)
	f, text, err := open(name, rest)
	if err != nil {
		r.problem(path, 0, err.Error())
	}
	if text == nil {
		return
	}
	r.progress()
	settings, err := f.Parse(text)
	for _, s := range settings {
		if found := r.finding(path, s, isSample); found != nil {
			r.findings = append(r.findings, found)
		}
	}
	var broken *format.Error
	switch {
	case errors.Is(err, format.ErrNoScript) && !isNamed(rest):
	case errors.As(err, &broken):
		r.problem(path, broken.Line, broken.Message)
	case err != nil && !errors.Is(err, format.ErrTemplate):
		r.problem(path, 0, err.Error())
	}
}

// isNamed reports whether a file's name alone says of which format it is.
func isNamed(path string) bool {
	_, ok := format.Of(path, nil)
	return ok
}

// open returns the format of a file and its text, which is nil if the file is
// of no format or no text. matched is the name that tells the format.
func open(name, matched string) (format.Format, []byte, error) {
	f, ok := format.Of(matched, nil)
	if !ok && !isNamelessScript(name, matched) {
		return f, nil, nil
	}
	text, err := readFile(name)
	if errors.Is(err, errTooLong) && (!ok || f.Generic) {
		return f, nil, nil
	}
	if text == nil {
		return f, nil, err
	}
	if f, ok = format.Of(matched, text[:min(len(text), maxHead)]); !ok {
		return f, nil, nil
	}
	return f, text, nil
}

// isNamelessScript reports whether a file is of a format by its first line
// alone. Programs have no extension either, and are not read for it.
func isNamelessScript(name, matched string) bool {
	if filepath.Ext(matched) != "" {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, maxHead)
	n, _ := io.ReadFull(f, head)
	_, ok := format.Of(matched, head[:n])
	return ok
}

// maxHead is how much of a file is looked at for what it is.
const maxHead = 256

func (r *run) progress() {
	r.read++
	if r.Progress != nil && r.read%64 == 1 {
		r.Progress(fmt.Sprintf("reading other files: %d", r.read))
	}
}

func (r *run) problem(file string, line int, message string) {
	r.problems = append(r.problems, &finding.Problem{File: file, Line: line, Message: message})
}

var errTooLong = fmt.Errorf("not looked at: longer than %d MiB", maxSize>>20)

// readFile returns the text of a file, or nil if it is no text. The error is
// without the name of the file.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, bare(err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return nil, bare(err)
	case isBinary(data):
		return nil, nil
	case len(data) > maxSize:
		return nil, errTooLong
	}
	return data, nil
}

// bare drops from an error of the file system what names the file, which the
// problem does.
func bare(err error) error {
	var of *os.PathError
	if errors.As(err, &of) {
		return fmt.Errorf("%s: %w", of.Op, of.Err)
	}
	return err
}

// isBinary reports whether data is no text in an encoding that parsers know: it
// has a zero byte, as images, archives and UTF-16 do.
func isBinary(data []byte) bool {
	for _, c := range data {
		if c == 0 {
			return true
		}
	}
	return false
}
