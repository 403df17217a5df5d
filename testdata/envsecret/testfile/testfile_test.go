package testfile

import (
	"os"
	"testing"
)

func TestToken(t *testing.T) {
	t.Setenv("API_TOKEN", "token")
	os.Setenv("DB_PASSWORD", "password")
	os.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	if badToken() != os.Getenv("API_TOKEN") {
		t.Error("another token")
	}
}

func goodHelper() string { return os.Getenv("DB_PASSWORD") }
