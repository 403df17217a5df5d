package child

import (
	"context"
	"os"
	"syscall"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func badStartProcess(password string) (*os.Process, error) {
	return os.StartProcess("/usr/bin/server", []string{"server"}, &os.ProcAttr{
		Env: []string{"DB_PASSWORD=" + password}, // want "secret DB_PASSWORD is put into the environment in the clear"
	})
}

func goodStartProcess(path string) (*os.Process, error) {
	return os.StartProcess("/usr/bin/server", []string{"server"}, &os.ProcAttr{
		Env: append(os.Environ(), "DB_PASSWORD_FILE="+path),
	})
}

func badStartBuilt(ctx context.Context, client *secretsmanager.Client, ids map[string]string) (*os.Process, error) {
	env, err := environment(ctx, client, ids)
	if err != nil {
		return nil, err
	}
	attr := new(os.ProcAttr)
	attr.Env = env // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return os.StartProcess("/usr/bin/server", []string{"server"}, attr)
}

func badExec(args []string, token string) error {
	env := append(os.Environ(), "API_TOKEN="+token) // want "secret API_TOKEN is put into the environment in the clear"
	return syscall.Exec(args[0], args, env)
}

func goodExec(args []string) error {
	return syscall.Exec(args[0], args, os.Environ())
}

func badExecBuilt(ctx context.Context, client *secretsmanager.Client, ids map[string]string, args []string) error {
	env, err := environment(ctx, client, ids)
	if err != nil {
		return err
	}
	return syscall.Exec(args[0], args, env) // want "secret from secretsmanager.GetSecretValue is put into the environment"
}

// badExported exports what it found and becomes the child, which inherits it.
func badExported(ctx context.Context, client *ssm.Client, names, args []string) error {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: names, WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	parameters := make(map[string]string)
	for _, p := range out.Parameters {
		parameters[aws.ToString(p.Name)] = aws.ToString(p.Value)
	}
	for key, value := range parameters {
		os.Setenv(key, value) // want "secret from ssm.GetParameters is put into the environment"
	}
	return syscall.Exec(args[0], args, os.Environ())
}

func badForkExec(password string) (int, error) {
	return syscall.ForkExec("/usr/bin/server", []string{"server"}, &syscall.ProcAttr{
		Env: []string{"DB_PASSWORD=" + password}, // want "secret DB_PASSWORD is put into the environment in the clear"
	})
}

func goodForkExec(host string) (int, error) {
	return syscall.ForkExec("/usr/bin/server", []string{"server"}, &syscall.ProcAttr{
		Env: []string{"DB_HOST=" + host, "DB_PASSWORD="},
	})
}
