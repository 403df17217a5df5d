// Package cli stands in for github.com/urfave/cli/v3.
package cli

type ValueSource interface{ Lookup() (string, bool) }

type ValueSourceChain struct{ Chain []ValueSource }

func EnvVar(key string) ValueSource { return nil }

func EnvVars(keys ...string) ValueSourceChain { return ValueSourceChain{} }

func File(path string) ValueSource { return nil }

func NewValueSourceChain(src ...ValueSource) ValueSourceChain { return ValueSourceChain{} }

type Flag interface{ Names() []string }

type FlagBase[T any, C any] struct {
	Name    string
	Sources ValueSourceChain
	Value   T
	Config  C
}

func (f *FlagBase[T, C]) Names() []string { return nil }

type StringConfig struct{ TrimSpace bool }

type StringFlag = FlagBase[string, StringConfig]

type Command struct{ Flags []Flag }
