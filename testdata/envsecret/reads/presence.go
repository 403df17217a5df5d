package reads

import (
	"errors"
	"os"
	"strings"
)

func goodIsSet() bool {
	return os.Getenv("GITHUB_TOKEN") != ""
}

func goodIsPresent() bool {
	_, ok := os.LookupEnv("GITHUB_TOKEN")
	return ok
}

func goodLength() bool {
	return len(os.Getenv("GITHUB_TOKEN")) > 0
}

func goodRequired() error {
	if strings.TrimSpace(os.Getenv("GITHUB_TOKEN")) == "" {
		return errors.New("GITHUB_TOKEN is not set")
	}
	return nil
}

// goodIgnored takes the value in hand and looks only whether it is there.
func goodIgnored() string {
	if v, ok := os.LookupEnv("GITHUB_TOKEN"); ok && v != "" {
		return "authenticated"
	}
	return "anonymous"
}

func badPresentThenUsed() string {
	if os.Getenv("GITHUB_TOKEN") != "" {
		return os.Getenv("GITHUB_TOKEN") // want "secret GITHUB_TOKEN is read from the environment in the clear"
	}
	return ""
}

func badCheckedAndUsed() (string, error) {
	token := os.Getenv("GITHUB_TOKEN") // want "secret GITHUB_TOKEN is read from the environment in the clear"
	if token == "" {
		return "", errors.New("GITHUB_TOKEN is not set")
	}
	return token, nil
}

// badCompared compares it with what a client sent: that is a use.
func badCompared(sent string) bool {
	return sent == os.Getenv("WEBHOOK_SECRET") // want "secret WEBHOOK_SECRET is read from the environment in the clear"
}

func goodUnset() error {
	if err := os.Unsetenv("GITHUB_TOKEN"); err != nil {
		return err
	}
	os.Clearenv()
	return nil
}

func isSet(name string) bool { return os.Getenv(name) != "" }

func goodIsSetHelper() bool { return isSet("GITHUB_TOKEN") }

func requireAll(names ...string) error {
	for _, name := range names {
		if _, ok := os.LookupEnv(name); !ok {
			return errors.New(name + " is not set")
		}
	}
	return nil
}

func goodRequireAll() error {
	return requireAll("GITHUB_TOKEN", "DB_PASSWORD")
}
