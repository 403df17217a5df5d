// Package koanf reads keys that the environment has been loaded into.
package koanf

import (
	"strings"

	"github.com/knadh/koanf/providers/env"
	"github.com/knadh/koanf/v2"
)

func read() string {
	k := koanf.New(".")
	_ = k.Load(env.Provider("APP_", ".", func(s string) string {
		return strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(s, "APP_"), "_", "."))
	}), nil)
	_ = k.Bool("db.tls")
	_ = k.MustString("smtp.password") // want `^APP_SMTP_PASSWORD: key smtp.password`
	return k.String("db.password")    // want `^APP_DB_PASSWORD: key db.password`
}
