// Package testfile is one that a test puts an environment around.
package testfile

import "os"

func badToken() string {
	return os.Getenv("API_TOKEN") // want "secret API_TOKEN is read from the environment in the clear"
}
