// Package kelsey has structs for github.com/kelseyhightower/envconfig, which
// names variables after fields.
package kelsey

import (
	"net/url"
	"time"

	"github.com/kelseyhightower/envconfig"

	"corpus.test/testdata/envdecl/kelsey/spec"
)

type Config struct {
	Secret      string // want `^APP_SECRET: field Secret`
	APIKey      string `split_words:"true"` // want `^APP_API_KEY: field APIKey`
	MasterKey   string // want `^APP_MASTERKEY: field MasterKey`
	DB          string `envconfig:"DATABASE_PASSWORD"` // want `^APP_DATABASE_PASSWORD: field DB`
	SMTP        SMTP
	Embedded             // no name in the variables
	Hooks       []string // want `^APP_HOOKS: field Hooks`
	Endpoint    url.URL  // want `^APP_ENDPOINT: field Endpoint`
	Decoded     Decoded  // want `^APP_DECODED: field Decoded`
	Ignored     string   `ignored:"true"`
	Timeout     time.Duration
	Debug       bool
	unexported  string
	Provider    Provider `envconfig:"OIDC"`
	ProviderToo Provider `split_words:"true"`
}

type SMTP struct {
	Pass string `json:"pass"` // want `^APP_SMTP_PASS: field Pass`
	Port int
}

type Embedded struct {
	Token string // want `^APP_TOKEN: field Token`
}

type Provider struct {
	ClientSecret string `split_words:"true"` // want `^APP_OIDC_CLIENT_SECRET: field ClientSecret`
}

type Decoded struct{ Inner string }

func (d *Decoded) Decode(value string) error { d.Inner = value; return nil }

// Elsewhere is handed over by another package.
type Elsewhere struct {
	HTTPSToken string `split_words:"true"` // want `^HTTPS_TOKEN: field HTTPSToken`
	Plain      string
}

func read() (Config, error) {
	var c Config
	_ = c.unexported
	if err := envconfig.Process("app", &c); err != nil {
		return c, err
	}
	var s spec.Spec
	envconfig.MustProcess("", &s) // want `^SECRET: field Secret`
	return c, nil
}
