package adversarial

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

const prefix = "BILLING"

func badConstants() string {
	return os.Getenv(prefix + "_" + "API" + "_KEY") // want "secret BILLING_API_KEY is read from the environment in the clear"
}

func badFormatted(service string) string {
	return os.Getenv(fmt.Sprintf("%s_API_KEY", strings.ToUpper(service))) // want "secret API_KEY is read from the environment in the clear"
}

func goodFormatted(service string) string {
	return os.Getenv(fmt.Sprintf("%s_ENDPOINT", strings.ToUpper(service)))
}

func badOr() string {
	return cmp.Or(os.Getenv("DB_PASSWORD"), "postgres") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badFirst(names ...string) string {
	for _, n := range names {
		if v, ok := os.LookupEnv(n); ok {
			return v
		}
	}
	return ""
}

func badVariadic() string {
	return badFirst("DB_HOST", "DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodVariadic() string {
	return badFirst("DB_HOST", "PGHOST")
}

type envReader struct{ prefix string }

func (r envReader) get(name string) string { return os.Getenv(r.prefix + "_" + name) }

func badMethod() string {
	r := envReader{prefix: "APP"}
	return r.get("SIGNING_SECRET") // want "secret APP_SIGNING_SECRET is read from the environment in the clear"
}

func goodMethod() string {
	r := envReader{prefix: "APP"}
	return r.get("LISTEN")
}

type source interface{ Get(string) string }

type osSource struct{}

func (osSource) Get(k string) string { return os.Getenv(k) }

func badInterface(s source) string {
	return s.Get("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodInterface(s source) string { return s.Get("DB_HOST") }

func generic[T any](k string, parse func(string) (T, error)) (T, error) { return parse(os.Getenv(k)) }

func badGeneric() (string, error) {
	return generic("DB_PASSWORD", func(s string) (string, error) { return s, nil }) // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodGeneric() (int, error) { return generic("DB_PORT", strconv.Atoi) }

func badFlagDefault() *string {
	return flag.String("password", os.Getenv("DB_PASSWORD"), "password of the database") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodFlag() bool {
	on, _ := strconv.ParseBool(os.Getenv("REQUIRE_PASSWORD"))
	return on
}

func badHeader(r *http.Request) {
	r.Header.Set("Authorization", "Bearer "+os.Getenv("API_TOKEN")) // want "secret API_TOKEN is read from the environment in the clear"
}

func goodMissing() {
	for _, name := range []string{"DB_PASSWORD", "API_TOKEN"} {
		if os.Getenv(name) == "" {
			log.Fatalf("%s is not set", name)
		}
	}
}

func goodWhich() string {
	if _, ok := os.LookupEnv("VAULT_TOKEN"); ok {
		return "vault"
	}
	return "file"
}

func badWhich() string {
	if t, ok := os.LookupEnv("VAULT_TOKEN"); ok { // want "secret VAULT_TOKEN is read from the environment in the clear"
		return t
	}
	return "file"
}

var table = []struct{ name, env string }{
	{"host", "DB_HOST"},
	{"password", "DB_PASSWORD"},
}

func badTable() map[string]string {
	m := map[string]string{}
	for _, e := range table {
		m[e.name] = os.Getenv(e.env) // want "secret DB_PASSWORD is read from the environment in the clear"
	}
	return m
}

var clearTable = map[string]*string{"DB_HOST": new(string), "DB_PORT": new(string)}

func goodTable() {
	for name, to := range clearTable {
		*to = os.Getenv(name)
	}
}

var token = os.Getenv("GITHUB_TOKEN") // want "secret GITHUB_TOKEN is read from the environment in the clear"

func bearer() string { return "Bearer " + token }

func badURL() *url.URL {
	return &url.URL{Scheme: "postgres", User: url.UserPassword("app", os.Getenv("PGPASSWORD"))} // want "secret PGPASSWORD is read from the environment in the clear"
}

func badBytes() bool {
	return bytes.Equal([]byte(os.Getenv("WEBHOOK_SECRET")), []byte(bearer())) // want "secret WEBHOOK_SECRET is read from the environment in the clear"
}

func badCommand(ctx context.Context, password string) error {
	cmd := exec.CommandContext(ctx, "psql")
	cmd.Env = append(cmd.Environ(), fmt.Sprintf("PGPASSWORD=%s", password)) // want "secret PGPASSWORD is put into the environment in the clear"
	return cmd.Run()
}

func goodCommand(ctx context.Context, host string) error {
	cmd := exec.CommandContext(ctx, "psql")
	cmd.Env = append(os.Environ(), "PGHOST="+host, "PGPASSFILE=/run/secrets/pgpass", "PGPASSWORD=")
	return cmd.Run()
}

func badExec(password string) error {
	env := syscall.Environ()
	env = append(env, "MYSQL_PWD="+password) // want "secret MYSQL_PWD is put into the environment in the clear"
	return syscall.Exec("/usr/bin/mysql", []string{"mysql"}, env)
}

type job struct{ env map[string]string }

func (j *job) set(k, v string) *job {
	j.env[k] = v
	return j
}

func (j *job) run() error {
	cmd := exec.Command("job")
	for k, v := range j.env {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	return cmd.Run()
}

func badBuilder(password string) error {
	j := &job{env: map[string]string{}}
	return j.set("HOST", "db").set("DB_PASSWORD", password).run() // want "secret DB_PASSWORD is put into the environment in the clear"
}

func goodRestore() {
	old, ok := os.LookupEnv("DB_PASSWORD")
	os.Unsetenv("DB_PASSWORD")
	defer func() {
		if ok {
			os.Setenv("DB_PASSWORD", old)
		}
	}()
}

func goodCleared() error { return os.Setenv("DB_PASSWORD", "") }

func goodReference() error { return os.Setenv("DB_PASSWORD", "ssm:/prod/db/password") }

func goodKeyboard() string { return os.Getenv("KEYBOARD_LAYOUT") + os.Getenv("TOKENIZER_MODEL") }

func badRenamed() error {
	return os.Setenv("PGPASSWORD", os.Getenv("DB_PASSWORD")) // want "secret DB_PASSWORD is read from the environment in the clear" "secret from environment variable DB_PASSWORD is put into the environment as PGPASSWORD"
}

func goodIndex(names []string) map[string]bool {
	set := map[string]bool{}
	for _, n := range names {
		set[n] = os.Getenv(n+"_ENABLED") == "true"
	}
	return set
}

func badLoopKeys() {
	for _, suffix := range []string{"USER", "PASSWORD"} {
		fmt.Println(os.Getenv("DB_" + suffix)) // want "secret DB_PASSWORD is read from the environment in the clear"
	}
}

func badExpanded() string {
	return os.ExpandEnv("postgres://app:${DB_PASSWORD}@db/app") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodExpanded() string { return os.ExpandEnv("$HOME/.config/$APP_NAME") }
