// Package child holds what a program puts into the environment of another program.
//
// A finding stands at the element that has the secret, "K="+v, and where the slice comes from elsewhere, at the assignment.
package child

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

func fetch(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

func badAppend(password string) error {
	cmd := exec.Command("psql", "-c", "select 1")
	cmd.Env = append(os.Environ(), "PGPASSWORD="+password) // want "secret PGPASSWORD is put into the environment in the clear"
	return cmd.Run()
}

func goodAppend(user string) error {
	cmd := exec.Command("psql", "-c", "select 1")
	cmd.Env = append(os.Environ(), "PGUSER="+user, "PGPASSFILE=/run/secrets/pgpass")
	return cmd.Run()
}

func badSprintf(password string) error {
	cmd := exec.Command("psql")
	cmd.Env = append(os.Environ(), fmt.Sprintf("PGPASSWORD=%s", password)) // want "secret PGPASSWORD is put into the environment in the clear"
	return cmd.Run()
}

func badSprintfName(password string) error {
	cmd := exec.Command("psql")
	cmd.Env = append(cmd.Env, fmt.Sprintf("%s=%s", "PGPASSWORD", password)) // want "secret PGPASSWORD is put into the environment in the clear"
	return cmd.Run()
}

func goodSprintf(path string) error {
	command := exec.Command("updater")
	command.Env = os.Environ()
	if _, ok := os.LookupEnv("AWS_SHARED_CREDENTIALS_FILE"); !ok && path != "" {
		command.Env = append(command.Env, fmt.Sprintf("%s=%s", "AWS_SHARED_CREDENTIALS_FILE", path))
	}
	return command.Run()
}

func badLiteral(user, token string) error {
	cmd := exec.Command("git", "push")
	cmd.Env = []string{
		"GIT_USER=" + user,
		"GIT_TOKEN=" + token, // want "secret GIT_TOKEN is put into the environment in the clear"
		"PATH=" + os.Getenv("PATH"),
	}
	return cmd.Run()
}

func badStruct(path, token string) error {
	cmd := &exec.Cmd{
		Path: path,
		Env:  []string{"GIT_TOKEN=" + token}, // want "secret GIT_TOKEN is put into the environment in the clear"
	}
	return cmd.Run()
}

func goodEmpty() error {
	cmd := exec.Command("git", "pull")
	cmd.Env = append(os.Environ(), "GIT_TOKEN=", "GIT_ASKPASS=/usr/bin/askpass", "GIT_TOKEN_FILE=/run/secrets/git")
	return cmd.Run()
}

func goodInherited() error {
	cmd := exec.Command("server")
	cmd.Env = os.Environ()
	return cmd.Run()
}

// goodDropped hands on less than it has.
func goodDropped() error {
	cmd := exec.Command("server")
	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, "DB_PASSWORD=") {
			cmd.Env = append(cmd.Env, kv)
		}
	}
	return cmd.Run()
}

// goodInput gives the secret to the child the right way.
func goodInput(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "server", "--password-stdin")
	cmd.Env = os.Environ()
	cmd.Stdin = strings.NewReader(secret)
	return cmd.Run()
}

func badLoop(values map[string]string, apiKey string) error {
	cmd := exec.Command("server")
	values["API_KEY"] = apiKey
	for k, v := range values {
		cmd.Env = append(cmd.Env, k+"="+v) // want "secret API_KEY is put into the environment in the clear"
	}
	return cmd.Run()
}

func goodLoop(values map[string]string) error {
	cmd := exec.Command("server")
	for k, v := range values {
		cmd.Env = append(cmd.Env, k+"="+v)
	}
	return cmd.Run()
}

func badFetched(ctx context.Context, client *secretsmanager.Client, ids map[string]string) error {
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = os.Environ()
	for name, id := range ids {
		value, err := fetch(ctx, client, id)
		if err != nil {
			return err
		}
		cmd.Env = append(cmd.Env, name+"="+value) // want "secret from secretsmanager.GetSecretValue is put into the environment"
	}
	return cmd.Run()
}

func goodFetched(ctx context.Context, client *secretsmanager.Client, ids map[string]string) error {
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = os.Environ()
	for name, id := range ids {
		if _, err := fetch(ctx, client, id); err != nil {
			return err
		}
		cmd.Env = append(cmd.Env, name+"="+id)
	}
	return cmd.Run()
}

func badFetchedNamed(ctx context.Context, client *secretsmanager.Client) error {
	password, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "psql")
	cmd.Env = append(os.Environ(), "PGPASSWORD="+password) // want "secret from secretsmanager.GetSecretValue is put into the environment as PGPASSWORD"
	return cmd.Run()
}

// environment builds the slice for others.
func environment(ctx context.Context, client *secretsmanager.Client, ids map[string]string) ([]string, error) {
	env := os.Environ()
	for name, id := range ids {
		value, err := fetch(ctx, client, id)
		if err != nil {
			return nil, err
		}
		env = append(env, name+"="+value)
	}
	return env, nil
}

func badBuilt(ctx context.Context, client *secretsmanager.Client, ids map[string]string) error {
	env, err := environment(ctx, client, ids)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = env // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return cmd.Run()
}

// references is a helper of the same shape that looks nothing up.
func references(ids map[string]string) []string {
	env := os.Environ()
	for name, id := range ids {
		env = append(env, name+"="+id)
	}
	return env
}

func goodBuilt(ids map[string]string) error {
	cmd := exec.Command("server")
	cmd.Env = references(ids)
	return cmd.Run()
}

// goodUnused builds the slice and starts nothing with it.
func goodUnused(ctx context.Context, client *secretsmanager.Client, ids map[string]string) (int, error) {
	env, err := environment(ctx, client, ids)
	return len(env), err
}

func badLiteralsMixed(ctx context.Context, client *secretsmanager.Client, ids map[string]string, token string) error {
	env, err := environment(ctx, client, ids)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = env                                  // want "secret from secretsmanager.GetSecretValue is put into the environment"
	cmd.Env = append(cmd.Env, "AUTH_TOKEN="+token) // want "secret AUTH_TOKEN is put into the environment in the clear"
	return cmd.Run()
}

// run is called with secrets, and without.
func run(env []string, stdout io.Writer) error {
	cmd := exec.Command("server")
	cmd.Env = env
	cmd.Stdout = stdout
	return cmd.Run()
}

func badRun(ctx context.Context, client *secretsmanager.Client, ids map[string]string, stdout io.Writer) error {
	env, err := environment(ctx, client, ids)
	if err != nil {
		return err
	}
	return run(env, stdout) // want "secret from secretsmanager.GetSecretValue is put into the environment"
}

func badRunNamed(password string, stdout io.Writer) error {
	return run([]string{"DB_PASSWORD=" + password}, stdout) // want "secret DB_PASSWORD is put into the environment in the clear"
}

func goodRun(stdout io.Writer) error {
	return run(os.Environ(), stdout)
}

func badEnviron(ctx context.Context, client *secretsmanager.Client) error {
	password, err := fetch(ctx, client, "orders/db")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "psql")
	cmd.Env = append(cmd.Environ(), strings.Join([]string{"PGPASSWORD", password}, "=")) // want "secret from secretsmanager.GetSecretValue is put into the environment as PGPASSWORD"
	return cmd.Run()
}

// badCopied hands on under another name what it has itself.
func badCopied() error {
	cmd := exec.Command("psql")
	cmd.Env = append(os.Environ(),
		"PGHOST="+os.Getenv("DB_HOST"),
		"PGPASSWORD="+os.Getenv("DB_PASSWORD"), // want "secret DB_PASSWORD is read from the environment in the clear" "secret from environment variable DB_PASSWORD is put into the environment as PGPASSWORD"
	)
	return cmd.Run()
}

type runner interface {
	SetEnv(env []string)
	Run() error
}

type local struct{ cmd *exec.Cmd }

func (l *local) SetEnv(env []string) { l.cmd.Env = env }
func (l *local) Run() error          { return l.cmd.Run() }

func badInterface(ctx context.Context, client *secretsmanager.Client, r runner, ids map[string]string) error {
	env, err := environment(ctx, client, ids)
	if err != nil {
		return err
	}
	r.SetEnv(env) // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return r.Run()
}
