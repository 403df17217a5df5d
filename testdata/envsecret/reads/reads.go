// Package reads holds the ways in which a program reads a secret from its environment.
package reads

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
)

const (
	apiKeyVar    = "SCALYR_API_KEY"
	kmsAPIKeyARN = "SCALYR_API_KEY_ARN"
	prefix       = "PAYMENTS_"
)

// passwordVar is a variable that nothing assigns to.
var passwordVar = "DB_PASSWORD"

func badGetenv() string {
	return os.Getenv("REDIS_PASSWORD") // want "secret REDIS_PASSWORD is read from the environment in the clear"
}

func goodGetenv() string {
	return os.Getenv("REDIS_ADDR")
}

func badLookupEnv() (func() ([]byte, error), bool) {
	pw, ok := os.LookupEnv("COSIGN_PASSWORD") // want "secret COSIGN_PASSWORD is read from the environment in the clear"
	return func() ([]byte, error) { return []byte(pw), nil }, ok
}

func goodLookupEnv() (string, bool) {
	return os.LookupEnv("COSIGN_REPOSITORY")
}

func badSyscall() string {
	v, _ := syscall.Getenv("SIGNING_SECRET") // want "secret SIGNING_SECRET is read from the environment in the clear"
	return v
}

func goodSyscall() string {
	v, _ := syscall.Getenv("SIGNING_REGION")
	return v
}

func badConstant() string {
	return os.Getenv(apiKeyVar) // want "secret SCALYR_API_KEY is read from the environment in the clear"
}

func goodConstant() string {
	return os.Getenv(kmsAPIKeyARN)
}

func badFolded() string {
	return os.Getenv(prefix + "API_KEY") // want "secret PAYMENTS_API_KEY is read from the environment in the clear"
}

func goodFolded() string {
	return os.Getenv(prefix + "API_URL")
}

func badVariable() string {
	return os.Getenv(passwordVar) // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badLocal() string {
	name := "SLACK_SECRET"
	return os.Getenv(name) // want "secret SLACK_SECRET is read from the environment in the clear"
}

// badEither names one of two variables, and one of them is secret.
func badEither(production bool) string {
	name := "SANDBOX_USER"
	if production {
		name = "ADMIN_PASSWORD"
	}
	return os.Getenv(name) // want "secret ADMIN_PASSWORD is read from the environment in the clear"
}

func goodEither(production bool) string {
	name := "SANDBOX_USER"
	if production {
		name = "ADMIN_USER"
	}
	return os.Getenv(name)
}

func badSprintf() string {
	return os.Getenv(fmt.Sprintf("%s_%s", "GITHUB", "TOKEN")) // want "secret GITHUB_TOKEN is read from the environment in the clear"
}

// badSuffix cannot be named in full, yet its end says what it is.
func badSuffix(tenant string) string {
	return os.Getenv(strings.ToUpper(tenant) + "_DB_PASSWORD") // want "DB_PASSWORD is read from the environment in the clear"
}

func goodSuffix(tenant string) string {
	return os.Getenv(strings.ToUpper(tenant) + "_DB_HOST")
}

// goodUnknown is named by whoever calls; there is nothing to say here.
func goodUnknown(name string) string {
	return os.Getenv(name)
}

func badConverted() []byte {
	return []byte(strings.TrimSpace(os.Getenv("VAULT_TOKEN"))) // want "secret VAULT_TOKEN is read from the environment in the clear"
}

type account struct{ Domain, Username, Password, Token string }

func badFields() account {
	return account{
		Domain:   os.Getenv("TSS_DOMAIN"),
		Username: os.Getenv("TSS_USERNAME"),
		Password: os.Getenv("TSS_PASSWORD"), // want "secret TSS_PASSWORD is read from the environment in the clear"
		Token:    os.Getenv("TSS_TOKEN"),    // want "secret TSS_TOKEN is read from the environment in the clear"
	}
}

// badDefault reads it only if nothing else was given.
func badDefault(token string) string {
	if token == "" {
		token = os.Getenv("DOPPLER_TOKEN") // want "secret DOPPLER_TOKEN is read from the environment in the clear"
	}
	return token
}

func badFlag(flags *flag.FlagSet) *string {
	return flags.String("password", os.Getenv("ADMIN_PASSWORD"), "password of the administrator") // want "secret ADMIN_PASSWORD is read from the environment in the clear"
}

func goodFlag(flags *flag.FlagSet) *string {
	return flags.String("backend", os.Getenv("SECRETS_BACKEND"), "where secrets are stored")
}

func badDSN() (*sql.DB, error) {
	password := os.Getenv("DATABASE_ADMIN_PASSWORD") // want "secret DATABASE_ADMIN_PASSWORD is read from the environment in the clear"
	if password == "" {
		return nil, errors.New("DATABASE_ADMIN_PASSWORD is not set")
	}
	return sql.Open("mysql", fmt.Sprintf("admin:%s@tcp(localhost:3306)/orders", password))
}

var (
	debug = os.Getenv("DEBUG") == "true"
	key   = os.Getenv("SECRET_KEY") // want "secret SECRET_KEY is read from the environment in the clear"
)

var sessionKey = sync.OnceValue(func() []byte {
	return []byte(os.Getenv("SESSION_SECRET")) // want "secret SESSION_SECRET is read from the environment in the clear"
})

func badInit() (string, []byte) {
	if debug {
		return "", nil
	}
	return key, sessionKey()
}

// badCase: names are not always in capitals.
func badCase() string {
	return os.Getenv("dbPassword") // want "secret dbPassword is read from the environment in the clear"
}

func badSecretID() string {
	if os.Getenv("VAULT_SECRET_ID") == "" {
		return ""
	}
	return os.Getenv("VAULT_SECRET_ID") // want "secret VAULT_SECRET_ID is read from the environment in the clear"
}

func badTwice() (string, string) {
	first := os.Getenv("API_TOKEN")        // want "secret API_TOKEN is read from the environment in the clear"
	return first, os.Getenv("OTHER_TOKEN") // want "secret OTHER_TOKEN is read from the environment in the clear"
}
