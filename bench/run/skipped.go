//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// units is how many processes make one run. With a thousand, the seconds of the
// table are the milliseconds of one process.
const units = 1000

// skipped starts secretlint as the go command does on a package of the standard
// library, of which nothing is wanted, and a program that does nothing.
func (b *bench) skipped() (*part, error) {
	file, err := b.describe()
	if err != nil {
		return nil, err
	}
	p := newPart(fmt.Sprintf("%d units that need nothing", units), []string{"secretlint", "nothing"})
	for _, tool := range p.tools {
		if err := b.link(tool); err != nil {
			return nil, err
		}
	}
	return p, b.rounds(p, func(tool string) (usage, error) {
		return b.repeat(units, []string{filepath.Join(b.dir, tool), "-json", file})
	})
}

// describe writes the description of a package as the go command does.
func (b *bench) describe() (file string, err error) {
	data, err := json.MarshalIndent(map[string]any{
		"ID":          "errors",
		"Dir":         b.dir,
		"ImportPath":  "errors",
		"GoFiles":     []string{filepath.Join(b.dir, "errors.go")},
		"ImportMap":   map[string]string{"internal/reflectlite": "internal/reflectlite"},
		"PackageFile": map[string]string{"internal/reflectlite": filepath.Join(b.dir, "reflectlite.a")},
		"VetxOnly":    true,
		"VetxOutput":  filepath.Join(b.dir, "vet.out"),
	}, "", "\t")
	if err != nil {
		return "", err
	}
	file = filepath.Join(b.dir, "vet.cfg")
	return file, os.WriteFile(file, data, 0o666)
}

// repeat runs a command many times, one after the other.
func (b *bench) repeat(times int, args []string) (usage, error) {
	var sum usage
	for range times {
		u, err := measure(b.dir, args)
		if err != nil {
			return usage{}, err
		}
		sum.cpu += u.cpu
		sum.wall += u.wall
		sum.rss = max(sum.rss, u.rss)
	}
	return sum, nil
}
