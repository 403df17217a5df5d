// Package traps has what resembles a declaration, and imports no library that
// would read it.
package traps

import (
	"github.com/knadh/koanf/v2"
	"github.com/spf13/viper"
)

type Tags struct {
	Small   string `env:"password"` // in small letters: somebody's own key
	Words   string `env:"not a name"`
	Number  string `env:"2FA"`
	Dash    string `env:"DB-PASSWORD"`
	Other   string `environment:"SECRET" envDefault:"SECRET"`
	Number2 int    `env:"SECRET_NUMBER"`
	Bare    string `env:"BARE_SECRET"` // want `^BARE_SECRET: field Bare`
	Embedded
}

type Embedded struct {
	_ string `env:""`
}

// Loaded from a file alone: neither library is told to look at the environment.
func read(k *koanf.Koanf, v *viper.Viper) []string {
	return []string{k.String("db.password"), v.GetString("db.password")}
}

func EnvVars(names ...string) []string { return names }

var names = EnvVars("TOKEN")
