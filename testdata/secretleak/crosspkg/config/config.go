// Package config holds what the program was told.
package config

import (
	"context"
	"log"

	"corpus.test/testdata/secretleak/crosspkg/secrets"
)

// Password and Host are set by Load.
var (
	Password string
	Host     string
)

// Loaded is what Load read last.
var Loaded Config

// Config is what the program was told.
type Config struct {
	Host     string
	Password string
	token    string
}

// Token returns the token.
func (c *Config) Token() string { return c.token }

// Log logs the password by mistake.
func (c *Config) Log() {
	log.Printf("host %s, password %s", c.Host, c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

// LogHost logs what may be logged.
func (c *Config) LogHost() { log.Printf("host %s", c.Host) }

// Load fetches what is secret.
func Load(ctx context.Context) (*Config, error) {
	p, err := secrets.Fetch(ctx, "orders/db")
	if err != nil {
		return nil, err
	}
	Password, Host = p, "localhost"
	Loaded = Config{Host: Host, Password: p}
	return &Config{Host: Host, Password: p, token: secrets.MustFetch(ctx, "orders/token")}, nil
}
