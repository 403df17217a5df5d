// Package cli stands in for github.com/urfave/cli/v2.
package cli

type Flag interface{ Names() []string }

type StringFlag struct {
	Name, Usage, FilePath, Value string
	Aliases, EnvVars             []string
	Required, Hidden             bool
}

func (f *StringFlag) Names() []string { return nil }

type App struct{ Flags []Flag }
