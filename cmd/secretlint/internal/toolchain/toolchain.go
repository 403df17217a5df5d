// Package toolchain turns what the go command, the parser and the type checker
// say into one line that tells what to do.
package toolchain

import (
	"regexp"
	"runtime"
	"strings"
)

// An advice is added to a message that it matches.
type advice struct {
	about *regexp.Regexp
	text  string // $1 is what the expression captured
}

func advices() []advice {
	built := runtime.Version()
	return []advice{
		{
			regexp.MustCompile(`requires newer Go version (go\S+)`),
			"this secretlint was built with " + built + ": install it again with $1 or later",
		},
		{
			regexp.MustCompile(`unsupported version|newer version of .*export data|export data version`),
			"this secretlint was built with " + built + ": install it again with the Go release in use",
		},
		{
			regexp.MustCompile(`requires go >= (\S+) \(running`),
			"install Go $1 or later, or set GOTOOLCHAIN=auto",
		},
		{
			regexp.MustCompile(`go\.mod file not found|cannot find main module|does not contain main module`),
			"run secretlint inside a Go module, or name its directory with -C",
		},
	}
}

// Explain returns a message of the toolchain as one line, with advice where the
// message has none of its own.
func Explain(message string) string {
	line := strings.Join(strings.Fields(message), " ")
	for _, a := range advices() {
		if m := a.about.FindStringSubmatchIndex(line); m != nil {
			return line + ": " + string(a.about.ExpandString(nil, a.text, line, m))
		}
	}
	return line
}
