// Package cli stands in for github.com/urfave/cli.
package cli

type Flag interface{ GetName() string }

type StringFlag struct {
	Name, Usage, EnvVar, FilePath, Value string
	Required, Hidden                     bool
}

func (f StringFlag) GetName() string { return f.Name }

type App struct{ Flags []Flag }
