// Package automatic lets viper look for a variable for every key.
package automatic

import (
	"strings"

	"github.com/spf13/viper"
)

func read(v *viper.Viper, key string) []any {
	v.SetEnvPrefix("svc")
	v.AutomaticEnv()
	v.SetEnvKeyReplacer(strings.NewReplacer("-", "_", ".", "__"))
	v.SetDefault("db.password", "") // want `^SVC_DB__PASSWORD: key db.password`
	return []any{
		v.GetString("db.password"),
		v.GetString("client-secret"), // want `^SVC_CLIENT_SECRET: key client-secret`
		v.Get("token"),               // want `^SVC_TOKEN: key token`
		v.GetStringSlice("keys"),     // want `^SVC_KEYS: key keys`
		v.GetBool("tls.password"),
		v.GetString(key),
	}
}
