// Package sethvargo has structs for github.com/sethvargo/go-envconfig.
package sethvargo

import (
	"context"

	"github.com/sethvargo/go-envconfig"
)

type Config struct {
	Database *Database `env:", prefix=DB_"`
	Cache    *Cache    `env:",prefix=CACHE_,noinit"`
	APIKey   string    `env:"API_KEY, required"`                 // want `^API_KEY: field APIKey`
	Default  string    `env:"WITH_DEFAULT, default=A,B,OTHER_X"` // want `^WITH_DEFAULT: field Default`
}

type Database struct {
	Password string `env:"PASSWORD, overwrite" json:"-"` // want `^DB_PASSWORD: field Password`
	Port     uint   `env:"PORT"`
}

type Cache struct {
	Password string `env:"PASSWORD"` // want `^CACHE_PASSWORD: field Password`
}

func read(ctx context.Context) (*Config, error) {
	var c Config
	return &c, envconfig.Process(ctx, &c)
}
