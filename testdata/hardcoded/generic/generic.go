// Package generic has constants that are known by their names. None is a secret:
// all are made up.
package generic

import (
	"flag"
	"net/http"
	"os"
)

const apiKey = "q8Zt3VnK7wLp2XsR9dYb" // want `hard-coded secret: generic-api-key`

const split = "q8Zt3VnK7wLp" + // want `hard-coded secret: generic-api-key`
	"=token=5r7Xs2R9dYbq8Zt3"

var clientSecret = []byte("a8f5f167f44f4964e6c998dee827110c") // want `hard-coded secret: generic-api-key`

// Passwords are chosen by people.
const dbPassword = "hunter2!x" // want `hard-coded secret: value of dbPassword`

type account struct {
	User, Password string
}

var accounts = []account{
	{"admin", "Tr0ub4dor&3"},                       // want `hard-coded secret: value of Password`
	{User: "admin", Password: "Tr0ub4dor&3"},       // want `hard-coded secret: value of Password`
	{User: "admin", Password: os.Getenv("PASSWD")}, // right
	{User: "admin", Password: ""},
	{User: "admin", Password: "changeme123"},
	{User: "admin", Password: "<password>"},
	{User: "admin", Password: "password1"},
	{User: "admin", Password: "xxxxxxx1"},
}

var byName = map[string]string{
	"password":     "Tr0ub4dor&3",          // want `hard-coded secret: value of password`
	"access_token": "q8Zt3VnK7wLp2XsR9dYb", // want `hard-coded secret: generic-api-key`
	"colour":       "q8Zt3VnK7wLp2XsR9dYb",
}

// login's parameters name what it is given.
func login(user, password string) {}

func env(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func calls(r *http.Request) {
	login("admin", "Tr0ub4dor&3")                                 // want `hard-coded secret: value of password`
	r.SetBasicAuth("admin", "Tr0ub4dor&3")                        // want `hard-coded secret: value of password`
	r.Header.Set("X-Api-Key", "q8Zt3VnK7wLp2XsR9d")               // want `hard-coded secret: generic-api-key`
	env("DB_PASSWORD", "Tr0ub4dor&3")                             // want `hard-coded secret: value of DB_PASSWORD`
	flag.String("api-token", "q8Zt3VnK7wLp2XsR9dYb", "the token") // want `hard-coded secret: generic-api-key`

	var a account
	a.Password = "Tr0ub4dor&3"       // want `hard-coded secret: value of Password`
	if a.Password == "Tr0ub4dor&4" { // want `hard-coded secret: value of Password`
		return
	}
	byName["client_secret"] = "q8Zt3VnK7wLp2XsR9dYb" // want `hard-coded secret: generic-api-key`

	login("admin", os.Getenv("DB_PASSWORD"))
	env("DB_PASSWORD_FILE", "/run/secrets/db2")
	flag.String("api-token-file", "/etc/token2", "where the token is")
}
