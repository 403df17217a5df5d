// Package envconfig stands in for github.com/kelseyhightower/envconfig.
package envconfig

func Process(prefix string, spec interface{}) error { return nil }

func MustProcess(prefix string, spec interface{}) {}

func Usage(prefix string, spec interface{}) error { return nil }
