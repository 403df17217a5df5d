package sources

import (
	"fmt"
	"log"
	"os"
	"strings"
)

func badGetenv() {
	log.Print(os.Getenv("DB_PASSWORD")) // want "secret from environment variable DB_PASSWORD is logged"
}

func goodGetenv() {
	log.Print(os.Getenv("DB_HOST"), os.Getenv("DB_PASSWORD_FILE"), len(os.Getenv("DB_PASSWORD")))
}

func badLookupEnv() {
	if token, ok := os.LookupEnv("GITHUB_TOKEN"); ok {
		fmt.Println("token:", token) // want "secret from environment variable GITHUB_TOKEN is printed"
	}
}

func goodLookupEnv() {
	_, ok := os.LookupEnv("GITHUB_TOKEN")
	log.Print("token is set: ", ok)
}

// env is a helper with a fallback.
func env(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

func badEnvHelper() {
	log.Print(env("STRIPE_SECRET_KEY", "")) // want "secret from environment variable STRIPE_SECRET_KEY is logged"
}

func goodEnvHelper() {
	log.Print(env("REGION", "eu-west-1"))
	_ = env("STRIPE_SECRET_KEY", "")
}

const apiKeyName = "API" + "_KEY"

func badConstantName() {
	log.Print(os.Getenv(apiKeyName)) // want "secret from environment variable API_KEY is logged"
}

func badMissing() {
	key := os.Getenv("SIGNING_SECRET")
	if len(key) != 32 {
		log.Fatalf("SIGNING_SECRET %q does not have 32 characters", key) // want "secret from environment variable SIGNING_SECRET is logged"
	}
}

func goodMissing() {
	key := os.Getenv("SIGNING_SECRET")
	if len(key) != 32 {
		log.Fatalf("SIGNING_SECRET has %d characters, not 32", len(key))
	}
}

func badEnvTrimmed() {
	log.Print(strings.TrimSpace(os.Getenv("DB_PASSWORD"))) // want "secret from environment variable DB_PASSWORD is logged"
}

func badExpandEnv() {
	log.Print(os.ExpandEnv("postgres://admin:${DB_PASSWORD}@db")) // want "secret from environment variable DB_PASSWORD is logged"
}

func goodExpandEnv() {
	log.Print(os.ExpandEnv("postgres://${DB_HOST}/${DB_NAME}"))
}

// Config says by a tag which of its fields are secret.
type Config struct {
	Host     string
	Password string `secret:"true"`
	Key      []byte `json:"-" secret:"true"`
	Port     int    `secret:"false"`
}

func badTag(c Config) {
	log.Print(c.Password)   // want "secret from field Config.Password is logged"
	log.Printf("%x", c.Key) // want "secret from field Config.Key is logged"
}

func goodTag(c Config) {
	log.Print(c.Host, c.Port, len(c.Password))
}

func badTagWhole(c *Config) {
	log.Printf("%+v", c) // want "secret from field Config.(Password|Key) is logged"
}

func badTagNested() {
	var app struct {
		Name string
		DB   Config
	}
	app.DB = parse("db")
	log.Print(app.DB.Password) // want "secret from field Config.Password is logged"
	log.Print(app.Name, app.DB.Host)
}

func parse(host string) Config { return Config{Host: host} }

// public has a field of that name which it says is no secret.
type public struct {
	Password string `secret:"false"`
}

func goodTagFalse(p public) {
	log.Print(p.Password)
}
