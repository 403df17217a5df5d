// Package env stands in for github.com/caarlos0/env/v11.
package env

type Options struct {
	Prefix                string
	RequiredIfNoDef       bool
	UseFieldNameByDefault bool
}

func Parse(v interface{}) error { return nil }

func ParseWithOptions(v interface{}, opts Options) error { return nil }

func ParseAs[T any]() (T, error) {
	var t T
	return t, nil
}
