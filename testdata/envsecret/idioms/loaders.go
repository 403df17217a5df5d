package idioms

import (
	"fmt"
	"log"
	"net/url"
	"os"
	"strings"
	"sync"
)

type config struct {
	host     string
	password string
	token    string
}

func env(name string, into *string) {
	if v, ok := os.LookupEnv(name); ok {
		*into = v
	}
}

func badInto() *config {
	c := &config{host: "localhost"}
	env("DB_HOST", &c.host)
	env("DB_PASSWORD", &c.password) // want "secret DB_PASSWORD is read from the environment in the clear"
	return c
}

func requireAll(names ...string) (map[string]string, error) {
	values := make(map[string]string)
	for _, name := range names {
		v := os.Getenv(name)
		if v == "" {
			return nil, fmt.Errorf("%s is not set", name)
		}
		values[name] = v
	}
	return values, nil
}

func badRequireAll() (map[string]string, error) {
	return requireAll("DB_HOST", "DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
}

// option sets one thing, as functional options do.
type option func(*config)

func fromEnv(name string) option {
	return func(c *config) { c.token = os.Getenv(name) }
}

func badOption() *config {
	c := new(config)
	for _, o := range []option{fromEnv("SERVICE_TOKEN")} { // want "secret SERVICE_TOKEN is read from the environment in the clear"
		o(c)
	}
	return c
}

var once sync.Once
var token string

func badOnce() string {
	once.Do(func() { token = os.Getenv("SERVICE_TOKEN") }) // want "secret SERVICE_TOKEN is read from the environment in the clear"
	return token
}

func badURL() string {
	u := url.URL{
		Scheme: "postgres",
		User:   url.UserPassword(os.Getenv("DB_USER"), os.Getenv("DB_PASSWORD")), // want "secret DB_PASSWORD is read from the environment in the clear"
		Host:   os.Getenv("DB_HOST"),
	}
	return u.String()
}

// badMissing gives up if it is not there; where it is, it is used.
func badMissing() string {
	v, ok := os.LookupEnv("SERVICE_TOKEN") // want "secret SERVICE_TOKEN is read from the environment in the clear"
	if !ok {
		log.Fatal("SERVICE_TOKEN is not set")
	}
	return v
}

func goodMissing() {
	if _, ok := os.LookupEnv("SERVICE_TOKEN"); !ok {
		log.Fatal("SERVICE_TOKEN is not set")
	}
}

// fileOrEnv is how images of databases read their passwords.
func fileOrEnv(name string) (string, error) {
	if path := os.Getenv(name + "_FILE"); path != "" {
		data, err := os.ReadFile(path)
		return strings.TrimSpace(string(data)), err
	}
	return os.Getenv(name), nil
}

func badFileOrEnv() (string, error) {
	return fileOrEnv("POSTGRES_PASSWORD") // want "secret POSTGRES_PASSWORD is read from the environment in the clear"
}

func onlyFile(name string) (string, error) {
	data, err := os.ReadFile(os.Getenv(name + "_FILE"))
	return string(data), err
}

func goodOnlyFile() (string, error) {
	return onlyFile("POSTGRES_PASSWORD")
}
