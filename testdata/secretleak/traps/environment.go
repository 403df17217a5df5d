package traps

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// goodVariables have a word in their names, and are no secrets.
func goodVariables() {
	log.Print(os.Getenv("TOKEN_TTL"), os.Getenv("PASSWORD_FILE"), os.Getenv("DB_SECRET_ARN"))
	log.Print(os.Getenv("KEYBOARD"), os.Getenv("TOKENIZER"), os.Getenv("SECRET_NAME"), os.Getenv("AWS_REGION"))
}

func goodVariableIsSet() error {
	if os.Getenv("DB_PASSWORD") == "" {
		return errors.New("DB_PASSWORD is not set")
	}
	token, ok := os.LookupEnv("API_TOKEN")
	log.Printf("API_TOKEN is set: %t, %d characters", ok, len(token))
	return nil
}

func goodVariableUsed(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+os.Getenv("API_TOKEN"))
	req.SetBasicAuth("admin", os.Getenv("DB_PASSWORD"))
	log.Print(req.Method, req.URL)
}

func goodVariableHandedOn(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "psql")
	cmd.Env = append(os.Environ(), "PGPASSWORD="+os.Getenv("DB_PASSWORD"))
	log.Print("running ", cmd.Path)
	return cmd.Run()
}

// required reports which are missing by their names.
func required(names ...string) error {
	var missing []string
	for _, name := range names {
		if os.Getenv(name) == "" {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("not set: %s", strings.Join(missing, ", "))
	}
	return nil
}

func goodRequired() error { return required("DB_HOST", "DB_PASSWORD", "API_TOKEN") }

// number reads a number, and shows what is none.
func number(name string) (int, error) {
	n, err := strconv.Atoi(os.Getenv(name))
	if err != nil {
		return 0, fmt.Errorf("%s is %q: %w", name, os.Getenv(name), err)
	}
	return n, nil
}

func goodNumber() (int, error) { return number("TOKEN_TTL_SECONDS") }

// goodReference reads the name of a secret from the environment, and logs the name.
func goodReference(ctx context.Context, client *secretsmanager.Client) (string, error) {
	name := os.Getenv("API_KEY_SECRET_NAME")
	value, err := fetch(ctx, client, name)
	if err != nil {
		return "", fmt.Errorf("secret %s of %s: %w", name, "API_KEY_SECRET_NAME", err)
	}
	log.Printf("%s is fetched from %s", "API_KEY", name)
	return value, nil
}
