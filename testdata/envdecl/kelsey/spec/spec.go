// Package spec has structs that another package hands to envconfig.
package spec

type Spec struct {
	Secret  string
	APIKey  string `split_words:"true"`     // want `^API_KEY: field APIKey`
	Named   string `envconfig:"SPEC_TOKEN"` // want `^SPEC_TOKEN: field Named`
	Enabled bool   `split_words:"true"`
}
