// Package cli is secretlint's command line.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/nearest"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/report"
)

const help = `Secretlint finds secrets that a Go program handles carelessly.

Usage:

	secretlint [flags] [packages]     check packages, and the files that deploy them; ./... if none is named
	secretlint files [flags] PATHS    check files alone, and those in directories; . if none is named
	secretlint explain RULE           print a rule's page
	secretlint rules                  list the rules
	secretlint report [flags] FILES   print stored JSON Lines in another format
	secretlint version                print the version
	secretlint help                   print this

	go vet -vettool=$(which secretlint) [packages]

Flags:

	-C DIR          change to DIR first
	-config FILE    read FILE, not the .secretlint.yml of the module or repository
	-files          check the other files too (default true)
	-format NAME    print in this format: %s (default text)
	-no-ignore      check files that git ignores too, and those in vendor, testdata and the like
	-tags LIST      build tags, separated by commas
	-tests          check the packages' tests too; no rule reports in tests yet
	-version        print the version

Exit status:

	0   nothing found, but for notes that say how something is and ask for nothing
	1   findings
	2   wrong usage or configuration, or nothing to check
	3   something could not be checked; there may be findings too

report turns what it reads and judges nothing: its status is 0 or 2.
`

// A program is one start of secretlint.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

// commands are the first arguments that are no package.
var commands = map[string]func(*program, []string) error{
	"explain": (*program).explain,
	"files":   (*program).files,
	"rules":   (*program).rules,
	"report":  (*program).report,
	"version": (*program).version,
	"help":    (*program).help,
}

func commandNames() []string {
	return []string{"explain", "files", "help", "report", "rules", "version"}
}

// Main runs the command line and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin, stdout, stderr}
	err := p.run(args)
	if err != nil && err.Error() != "" {
		fmt.Fprintf(stderr, "secretlint: %v\n", err)
	}
	return status(err)
}

func (p *program) run(args []string) error {
	if len(args) > 0 {
		if command, ok := commands[args[0]]; ok {
			return command(p, args[1:])
		}
	}
	return p.check(args)
}

func (p *program) help([]string) error {
	_, err := fmt.Fprintf(p.stdout, help, strings.Join(report.Formats(), ", "))
	return err
}

// errHelp is returned for -h, which is no error but ends the command.
var errHelp = errors.New("help")

// parse parses flags and returns the other arguments. Flags may stand after
// these, where go/flag would take them for more of them.
func parse(set *flag.FlagSet, args []string) ([]string, error) {
	set.SetOutput(io.Discard)
	var rest []string
	for {
		if err := set.Parse(args); err != nil {
			return nil, flagError(set, err)
		}
		if set.NArg() == 0 {
			return rest, nil
		}
		if i := len(args) - set.NArg(); i > 0 && args[i-1] == "--" {
			return append(rest, set.Args()...), nil
		}
		rest, args = append(rest, set.Arg(0)), set.Args()[1:]
	}
}

func flagError(set *flag.FlagSet, err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return errHelp
	}
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return usageError(err)
	}
	var names []string
	set.VisitAll(func(f *flag.Flag) { names = append(names, "-"+f.Name) })
	return usagef("unknown flag -%s%s", name, nearest.Hint("-"+name, names))
}

// checkCommand returns an error when an argument that should be a package looks
// like a command: a misspelt one, or one that does not come first.
func checkCommand(arg string) error {
	if strings.ContainsAny(arg, `./\`) {
		return nil
	}
	if _, err := os.Stat(arg); err == nil {
		return nil
	}
	if slices.Contains(commandNames(), arg) {
		return usagef("the command must come first: secretlint %s", arg)
	}
	if near := nearest.Hint(arg, commandNames()); near != "" {
		return usagef("unknown command %q%s", arg, near)
	}
	return nil
}
