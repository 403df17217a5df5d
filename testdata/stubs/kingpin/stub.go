// Package kingpin stands in for github.com/alecthomas/kingpin/v2.
package kingpin

type FlagClause struct{}

func Flag(name, help string) *FlagClause { return nil }

func (f *FlagClause) Envar(name string) *FlagClause { return f }
func (f *FlagClause) String() *string               { return nil }
