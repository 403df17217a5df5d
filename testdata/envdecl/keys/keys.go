// Package keys binds variables to keys of viper, without AutomaticEnv.
package keys

import (
	"strings"

	"github.com/spf13/viper"
)

const variable = "CONSTANT_TOKEN"

func bind(v *viper.Viper, unknown string) string {
	viper.SetEnvPrefix("app")
	viper.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	viper.BindEnv("db.password", "DB_PASSWORD", "PGPASSWORD") // want `^DB_PASSWORD: key db.password` `^PGPASSWORD: key db.password`
	v.BindEnv("api.key")                                      // want `^APP_API_KEY: key api.key`
	v.MustBindEnv("token", variable)                          // want `^CONSTANT_TOKEN: key token`
	v.BindEnv("secret", unknown)
	v.BindEnv(unknown)
	v.BindEnv(strings.Fields(unknown)...)
	return viper.GetString("not.bound")
}
