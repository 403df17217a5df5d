// Package env is how this program reads its environment.
package env

import (
	"os"
	"strings"
)

// Get returns the value of key, or fallback.
func Get(key, fallback string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return fallback
}

// Has reports whether key is set.
func Has(key string) bool { return os.Getenv(key) != "" }

// File returns what is in the file that the variable key_FILE names.
func File(key string) ([]byte, error) {
	return os.ReadFile(os.Getenv(key + "_FILE"))
}

// Set is os.Setenv with a name in capitals.
func Set(key, value string) error {
	return os.Setenv(strings.ToUpper(key), value)
}

// Setter sets variables.
type Setter interface{ Set(key, value string) error }

// Process is the environment of this process.
type Process struct{}

// Set implements Setter.
func (Process) Set(key, value string) error { return os.Setenv(key, value) }

// Memory is a Setter for tests.
type Memory map[string]string

// Set implements Setter.
func (m Memory) Set(key, value string) error {
	m[key] = value
	return nil
}

// Password is the one secret that this package names itself.
func Password() string {
	return os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
}

// Names of variables.
const (
	APIKey     = "DD_API_KEY"
	KMSAPIKey  = "DD_KMS_API_KEY"
	APIKeyFile = "DD_API_KEY_FILE"
)

// List is an environment that changes in place.
type List []string

// Add adds a variable.
func (l *List) Add(key, value string) { *l = append(*l, key+"="+value) }
