package reads

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

func getEnv(key, fallback string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return fallback
}

func badWrapper() string {
	return getEnv("DB_PASSWORD", "") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodWrapper() string {
	return getEnv("DB_HOST", "localhost")
}

func mustGetenv(key string) (string, error) {
	v := os.Getenv(key)
	if v == "" {
		return "", fmt.Errorf("environment variable %s is not set", key)
	}
	return v, nil
}

func badErrorWrapper() (string, error) {
	return mustGetenv("DB_PASS") // want "secret DB_PASS is read from the environment in the clear"
}

// trimmed is a wrapper around a wrapper.
func trimmed(key string) string { return strings.TrimSpace(getEnv(key, "")) }

func badTwoDeep() string {
	return trimmed("SLACK_SIGNING_SECRET") // want "secret SLACK_SIGNING_SECRET is read from the environment in the clear"
}

func goodTwoDeep() string {
	return trimmed("SLACK_CHANNEL")
}

func badClosure() (dsn string) {
	get := func(k string) string {
		v := os.Getenv(k)
		if v == "" {
			panic(k + " is not set")
		}
		return v
	}
	user := get("DB_USER")
	password := get("DB_PASS") // want "secret DB_PASS is read from the environment in the clear"
	return user + ":" + password
}

func badPrefixing() string {
	get := func(name string) string { return os.Getenv("APP_" + name) }
	return get("DB_PASSWORD") + get("DB_NAME") // want "secret (APP_)?DB_PASSWORD is read from the environment in the clear"
}

// appEnv takes what it is called with to be the middle of a name.
func appEnv(name string) string { return os.Getenv("APP_" + name + "_FILE") }

func goodSuffixing() string {
	return appEnv("DB_PASSWORD")
}

type loader struct{ prefix string }

func (l loader) get(name string) string { return os.Getenv(l.prefix + name) }

func (l *loader) getInt(name string) int {
	n, _ := strconv.Atoi(l.get(name))
	return n
}

func badMethod(l loader) string {
	return l.get("API_KEY") // want "API_KEY is read from the environment in the clear"
}

func goodMethod(l *loader) (string, int) {
	return l.get("API_URL"), l.getInt("PORT")
}

type source interface{ Lookup(name string) string }

type processEnv struct{}

func (processEnv) Lookup(name string) string { return os.Getenv(name) }

type fixed map[string]string

func (f fixed) Lookup(name string) string { return f[name] }

func badInterface(s source) string {
	return s.Lookup("API_KEY") // want "secret API_KEY is read from the environment in the clear"
}

func goodInterface(f fixed) string {
	return f.Lookup("API_KEY")
}

func parse[T any](key string, convert func(string) (T, error)) (T, error) {
	v, ok := os.LookupEnv(key)
	if !ok {
		var zero T
		return zero, fmt.Errorf("%s is not set", key)
	}
	return convert(v)
}

func toBytes(s string) ([]byte, error) { return []byte(s), nil }

func badGeneric() ([]byte, error) {
	return parse("JWT_SECRET", toBytes) // want "secret JWT_SECRET is read from the environment in the clear"
}

func goodGeneric() (int, error) {
	return parse("HTTP_PORT", strconv.Atoi)
}

func firstOf(names ...string) string {
	for _, name := range names {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	return ""
}

func badFirstOf() string {
	return firstOf("DB_PASSWORD", "PGPASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear" "secret PGPASSWORD is read from the environment in the clear"
}

func goodFirstOf() string {
	return firstOf("DB_HOST", "PGHOST")
}

func badTable() map[string]string {
	config := make(map[string]string)
	for _, name := range []string{"DB_HOST", "DB_PASSWORD"} {
		config[name] = os.Getenv(name) // want "secret DB_PASSWORD is read from the environment in the clear"
	}
	return config
}

func goodTable() map[string]string {
	config := make(map[string]string)
	for _, name := range []string{"DB_HOST", "DB_PORT"} {
		config[name] = os.Getenv(name)
	}
	return config
}

func badStructTable() (host, token string) {
	for _, v := range []struct {
		to   *string
		name string
	}{
		{&host, "SERVICE_HOST"},
		{&token, "SERVICE_TOKEN"},
	} {
		*v.to = os.Getenv(v.name) // want "secret SERVICE_TOKEN is read from the environment in the clear"
	}
	return host, token
}

func badFunctionValue() string {
	getenv := os.Getenv
	return getenv("ADMIN_TOKEN") // want "secret ADMIN_TOKEN is read from the environment in the clear"
}

// load reads the environment through a parameter, so that a test can give it another one.
func load(getenv func(string) string) (user, password string) {
	return getenv("SMTP_USER"), getenv("SMTP_PASSWORD") // want "secret SMTP_PASSWORD is read from the environment in the clear"
}

func badInjected() (string, string) { return load(os.Getenv) }

// loadFrom is only ever given a map.
func loadFrom(get func(string) string) string { return get("SMTP_PASSWORD") }

func goodInjected(values map[string]string) string {
	return loadFrom(func(name string) string { return values[name] })
}

// describe tells what to set and reads nothing.
func describe(name, help string) string { return name + ": " + help }

func goodNoRead() string { return describe("DB_PASSWORD", "password of the database") }

// hooks are what tests replace.
type hooks struct {
	getenv func(string) string
	lookup func(string) (string, bool)
}

func newHooks() *hooks { return &hooks{getenv: os.Getenv, lookup: os.LookupEnv} }

func (h *hooks) badHook() (string, string) {
	token, _ := h.lookup("VAULT_TOKEN")     // want "secret VAULT_TOKEN is read from the environment in the clear"
	return h.getenv("MAIL_PASSWORD"), token // want "secret MAIL_PASSWORD is read from the environment in the clear"
}

func (h *hooks) goodHook() string { return h.getenv("MAIL_HOST") }
