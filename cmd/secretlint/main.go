// Command secretlint finds secrets that a Go program handles carelessly.
//
// It is a command of its own, and a tool for go vet:
//
//	secretlint ./...
//	go vet -vettool=$(which secretlint) ./...
package main

import (
	"os"

	"github.com/seed-38a4765b/secretlint/analyzers"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/cli"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/unit"
)

func main() {
	args := os.Args[1:]
	if unit.Invoked(args) {
		os.Exit(unit.Main(args, unit.Suite{
			Analyzers:  analyzers.All(),
			Relevant:   analyzers.Relevant,
			Configured: analyzers.Configured,
		}))
	}
	os.Exit(cli.Main(args, os.Stdin, os.Stdout, os.Stderr))
}
