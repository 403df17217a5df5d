// Package ownership holds secrets that a struct keeps between the function that
// fetches them and the one that puts them into an environment.
package ownership

import (
	"context"
	"os"
	"os/exec"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

type job struct {
	user   string
	secret string
	values map[string]string
}

func newJob(ctx context.Context, client *secretsmanager.Client, user, id string) (*job, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return nil, err
	}
	j := &job{user: user, secret: aws.ToString(out.SecretString), values: map[string]string{}}
	j.values["settings"] = j.secret
	return j, nil
}

func (j *job) badRun() error {
	cmd := exec.Command("server")
	cmd.Env = append(os.Environ(), "SETTINGS="+j.secret) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
	return cmd.Run()
}

func (j *job) goodRun() error {
	cmd := exec.Command("server")
	cmd.Env = append(os.Environ(), "SETTINGS="+j.user)
	return cmd.Run()
}

func (j *job) badMap() error {
	return os.Setenv("SETTINGS", j.values["settings"]) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

// runner is told what to run by a function that has no secret.
type runner struct{ options string }

func newRunner(options string) *runner { return &runner{options: options} }

func (r *runner) goodOptions() error { return os.Setenv("OPTIONS", r.options) }

func run(ctx context.Context, client *secretsmanager.Client) error {
	j, err := newJob(ctx, client, "orders", "orders/settings")
	if err != nil {
		return err
	}
	if err := newRunner("verbose").goodOptions(); err != nil {
		return err
	}
	if err := j.badMap(); err != nil {
		return err
	}
	return j.badRun()
}
