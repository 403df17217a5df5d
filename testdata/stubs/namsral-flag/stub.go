// Package flag stands in for github.com/namsral/flag.
package flag

func String(name string, value string, usage string) *string { return nil }

func StringVar(p *string, name string, value string, usage string) {}

func Bool(name string, value bool, usage string) *bool { return nil }
