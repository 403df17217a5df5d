// Package limitations has variables that libraries read and that are not found.
package limitations

import (
	"os"

	"github.com/caarlos0/env/v11"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/viper"
)

// Names that caarlos0/env makes of fields are not: few programs ask for them.
type Derived struct{ DatabasePassword string }

func derived() (Derived, error) {
	var d Derived
	return d, env.ParseWithOptions(&d, env.Options{UseFieldNameByDefault: true})
}

// A prefix that the whole program uses stands in a call; the name lacks it.
type Prefixed struct {
	Password string `env:"PASSWORD"` // want `^PASSWORD: field Password`
}

func prefixed() (Prefixed, error) {
	var p Prefixed
	return p, env.ParseWithOptions(&p, env.Options{Prefix: "APP_"})
}

// Keys are asked for here, and AutomaticEnv is called in package settings.
func keys() string { return viper.GetString("db.password") }

// Tags of koanf's own are not followed into Unmarshal.
type Tagged struct {
	Password string `koanf:"password"`
}

func tagged(k *koanf.Koanf) Tagged { return Tagged{Password: k.String("password")} }

// Names that are put together from what is no constant are not known.
func computed(service string) error { return viper.BindEnv("token", os.Args[0]+"_"+service+"_TOKEN") }
