// Package cobra is a slice of github.com/spf13/cobra.
package cobra

import (
	"context"
	"io"
	"os"
)

// Command is a command of a program.
type Command struct {
	Use   string
	Short string
	Args  PositionalArgs
	Run   func(cmd *Command, args []string)
	RunE  func(cmd *Command, args []string) error

	ctx context.Context
}

// PositionalArgs checks arguments.
type PositionalArgs func(cmd *Command, args []string) error

// ExactArgs wants n arguments.
func ExactArgs(n int) PositionalArgs { return nil }

func (c *Command) Context() context.Context               { return c.ctx }
func (c *Command) Execute() error                         { return nil }
func (c *Command) AddCommand(cmds ...*Command)            {}
func (c *Command) OutOrStdout() io.Writer                 { return os.Stdout }
func (c *Command) ErrOrStderr() io.Writer                 { return os.Stderr }
func (c *Command) Print(i ...interface{})                 {}
func (c *Command) Println(i ...interface{})               {}
func (c *Command) Printf(format string, i ...interface{}) {}
func (c *Command) PrintErrln(i ...interface{})            {}
