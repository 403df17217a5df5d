package unit

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// options are the arguments of one start of the program by the go command.
type options struct {
	version string // of -V
	flags   bool
	json    bool
	fix     bool
	diff    bool
	deep    []string
	cfg     string // the file that describes the unit

	enabled  map[string]bool // by analyzer, where -NAME or -NAME=false was given
	settings []setting       // in the order given
}

// A setting is a flag of an analyzer, set after the configuration file, which
// it overrides.
type setting struct {
	analyzer    *analysis.Analyzer
	flag, value string
}

func parseArgs(args []string, analyzers []*analysis.Analyzer) (*options, error) {
	o := &options{enabled: make(map[string]bool)}
	set := o.flagSet(analyzers)
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	if set.NArg() == 1 {
		o.cfg = set.Arg(0)
	} else if o.version == "" && !o.flags {
		return nil, fmt.Errorf("want one unit, got %q", set.Args())
	}
	if o.diff && !o.fix {
		return nil, fmt.Errorf("-diff needs -fix")
	}
	return o, nil
}

func (o *options) flagSet(analyzers []*analysis.Analyzer) *flag.FlagSet {
	set := flag.NewFlagSet("secretlint", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&o.version, "V", "", "print a hash of the program and its configuration, and exit")
	set.BoolVar(&o.flags, "flags", false, "print the flags as JSON, and exit")
	set.BoolVar(&o.json, "json", false, "print findings as JSON")
	set.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding")
	set.BoolVar(&o.diff, "diff", false, "with -fix: print the changes instead of applying them")
	set.Int("c", -1, "no effect: the go command itself prints the lines around a finding")
	set.Func("deep", "`modules`, separated by commas, whose source is read as the main module's is", func(s string) error {
		o.deep = append(o.deep, strings.Split(s, ",")...)
		return nil
	})
	for _, a := range analyzers {
		o.analyzerFlags(set, a)
	}
	return set
}

func (o *options) analyzerFlags(set *flag.FlagSet, a *analysis.Analyzer) {
	set.BoolFunc(a.Name, "check "+a.Name+", and only what else is named; with =false, all but it", func(s string) error {
		on, err := strconv.ParseBool(s)
		o.enabled[a.Name] = on
		return err
	})
	a.Flags.VisitAll(func(f *flag.Flag) {
		add := func(value string) error {
			o.settings = append(o.settings, setting{a, f.Name, value})
			return nil
		}
		if isBool(f) {
			set.BoolFunc(a.Name+"."+f.Name, f.Usage, add)
		} else {
			set.Func(a.Name+"."+f.Name, f.Usage, add)
		}
	})
}

// choose returns the analyzers to run: those named on the command line, or all
// but those switched off there.
func (o *options) choose(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	only := false
	for _, on := range o.enabled {
		only = only || on
	}
	return slices.DeleteFunc(slices.Clone(analyzers), func(a *analysis.Analyzer) bool {
		on, given := o.enabled[a.Name]
		return given && !on || only && !on
	})
}

func (o *options) apply() error {
	for _, s := range o.settings {
		if err := s.analyzer.Flags.Set(s.flag, s.value); err != nil {
			return fmt.Errorf("-%s.%s: %w", s.analyzer.Name, s.flag, err)
		}
	}
	return nil
}

// printFlags tells the go command which flags it may pass on. It defines -fix
// itself, and would reject a second definition.
func printFlags(w io.Writer, analyzers []*analysis.Analyzer) error {
	type flagJSON struct {
		Name  string
		Bool  bool
		Usage string
	}
	var all []flagJSON
	new(options).flagSet(analyzers).VisitAll(func(f *flag.Flag) {
		if f.Name != "fix" {
			all = append(all, flagJSON{f.Name, isBool(f), f.Usage})
		}
	})
	data, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return fmt.Errorf("print flags: %w", err)
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

func isBool(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}
