// Package kong stands in for github.com/alecthomas/kong.
package kong

type Context struct{}

type Option interface{}

func Parse(cli any, options ...Option) *Context { return nil }
