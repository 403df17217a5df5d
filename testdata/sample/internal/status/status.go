// Package status shows operators how the service runs.
package status

import (
	"encoding/json"
	"expvar"
	"net/http"

	"example.com/orders/internal/secrets"
)

// Config is what the service runs with.
type Config struct {
	Listen   string            `json:"listen"`
	KeyID    string            `json:"key"`
	Database *secrets.Database `json:"database"`
}

// Handler serves the status, and for support all of the configuration.
func Handler(c *Config) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /status", func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(map[string]string{"listen": c.Listen, "database": c.Database.Host})
	})
	mux.HandleFunc("GET /debug/config", func(w http.ResponseWriter, _ *http.Request) {
		json.NewEncoder(w).Encode(c)
	})
	return mux
}

// Publish adds the configuration to the service's variables.
func Publish(c *Config) {
	expvar.NewString("listen").Set(c.Listen)
	expvar.NewString("database").Set(c.Database.URL())
}

// PublishHost adds where the database is.
func PublishHost(c *Config) {
	expvar.NewString("database host").Set(c.Database.Host)
}
