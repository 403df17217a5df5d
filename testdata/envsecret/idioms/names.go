// Package idioms holds ways in which real programs deal with their environment, as found in public code.
package idioms

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"
)

// variable is a name that knows how to read itself.
type variable string

const (
	userVar     variable = "DB_USER"
	passwordVar variable = "DB_PASSWORD"
)

func (v variable) get() string { return os.Getenv(string(v)) }

func (v variable) isSet() bool { return v.get() != "" }

func badTypedName() string {
	return os.Getenv(string(passwordVar)) // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badTypedMethod() string {
	return passwordVar.get() // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodTypedMethod() (string, bool) {
	return userVar.get(), passwordVar.isSet()
}

const (
	user = iota
	password
)

var names = [...]string{user: "DB_USER", password: "DB_PASSWORD"}

func badIndexed() string {
	return os.Getenv(names[password]) // want "secret DB_PASSWORD is read from the environment in the clear"
}

var byKey = map[string]string{"user": "DB_USER", "token": "API_TOKEN"}

func badMapped() string {
	return os.Getenv(byKey["token"]) // want "secret API_TOKEN is read from the environment in the clear"
}

var settings = struct{ userEnv, tokenEnv string }{userEnv: "API_USER", tokenEnv: "API_TOKEN"}

func badField() string {
	return os.Getenv(settings.tokenEnv) // want "secret API_TOKEN is read from the environment in the clear"
}

func goodField() string {
	return os.Getenv(settings.userEnv)
}

func badJoined() string {
	return os.Getenv(strings.Join([]string{"APP", "DB", "PASSWORD"}, "_")) // want "secret APP_DB_PASSWORD is read from the environment in the clear"
}

func badOr() string {
	return cmp.Or(os.Getenv("DB_PASSWORD"), "orders") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badSwitch(stage string) string {
	switch stage {
	case "production":
		return os.Getenv("PRODUCTION_TOKEN") // want "secret PRODUCTION_TOKEN is read from the environment in the clear"
	case "staging":
		return os.Getenv("STAGING_URL")
	}
	return ""
}

// goodWords are about tokens and keys of other kinds.
func goodWords() []string {
	return []string{
		os.Getenv("PWD"),
		os.Getenv("OLDPWD"),
		os.Getenv("MAX_TOKENS"),
		os.Getenv("TOKEN_LIMIT"),
		os.Getenv("PRIMARY_KEY"),
		os.Getenv("PARTITION_KEY"),
		os.Getenv("CACHE_KEY_PREFIX"),
		os.Getenv("PUBLIC_KEY"),
		os.Getenv("KEYSPACE"),
		os.Getenv("SECRET_BACKEND"),
		os.Getenv("KEY_ROTATION_DAYS"),
		os.Getenv("PASSWORD_MIN_LENGTH"),
		os.Getenv("TOKEN_EXPIRY"),
		os.Getenv("DISABLE_PASSWORD_LOGIN"),
	}
}

func badWords() []string {
	return []string{
		os.Getenv("API_KEYS"),          // want "secret API_KEYS is read from the environment in the clear"
		os.Getenv("KEY_PASSPHRASE"),    // want "secret KEY_PASSPHRASE is read from the environment in the clear"
		os.Getenv("MYSQL_PWD"),         // want "secret MYSQL_PWD is read from the environment in the clear"
		os.Getenv("ADMIN_PASSWD"),      // want "secret ADMIN_PASSWD is read from the environment in the clear"
		os.Getenv("SMTP_PASS"),         // want "secret SMTP_PASS is read from the environment in the clear"
		os.Getenv("JWT_SIGNING_KEY"),   // want "secret JWT_SIGNING_KEY is read from the environment in the clear"
		os.Getenv("SESSION_SECRET"),    // want "secret SESSION_SECRET is read from the environment in the clear"
		os.Getenv("ENCRYPTION_KEY"),    // want "secret ENCRYPTION_KEY is read from the environment in the clear"
		os.Getenv("STRIPE_SECRET_KEY"), // want "secret STRIPE_SECRET_KEY is read from the environment in the clear"
	}
}

// goodHelper sets up a test, and is no test file.
func goodHelper(t *testing.T) {
	t.Setenv("DB_PASSWORD", "orders")
}

// goodMessage names the variable in an error.
func goodMessage() error {
	if v := os.Getenv("DB_PASSWORD"); len(v) == 0 {
		return fmt.Errorf("%s is not set", "DB_PASSWORD")
	}
	return nil
}
