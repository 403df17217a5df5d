package sinks

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

func badCommand(ctx context.Context) error {
	return exec.Command("mysql", "-u", "admin", "-p"+password(ctx)).Run() // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
}

func badCommandContext(ctx context.Context) error {
	s := password(ctx)
	cmd := exec.CommandContext(ctx, "psql", "--dbname", "postgres://admin:"+s+"@db/orders") // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
	return cmd.Run()
}

func goodCommand(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "psql", "--host", "db", "--set", "version="+version(ctx))
	cmd.Stdin = strings.NewReader(password(ctx))
	return cmd.Run()
}

// goodCommandEnvironment is what another rule is about.
func goodCommandEnvironment(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "psql", "--host", "db")
	cmd.Env = append(os.Environ(), "PGPASSWORD="+password(ctx))
	return cmd.Run()
}

func badArgs(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "psql")
	cmd.Args = append(cmd.Args, "--password", password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
	return cmd.Run()
}

func badCmdLiteral(ctx context.Context) error {
	cmd := &exec.Cmd{Path: "/usr/bin/psql", Args: []string{"psql", password(ctx)}} // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
	return cmd.Run()
}

func badArgumentList(ctx context.Context) error {
	args := []string{"login", "-u", "AWS"}
	args = append(args, "-p", password(ctx))
	return exec.Command("docker", args...).Run() // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
}

func goodArgumentList(ctx context.Context) error {
	args := []string{"login", "-u", "AWS", "--password-stdin"}
	cmd := exec.Command("docker", args...)
	cmd.Stdin = strings.NewReader(password(ctx))
	return cmd.Run()
}

func badShell(ctx context.Context) error {
	script := "curl -H 'Authorization: Bearer " + password(ctx) + "' https://api.example.com"
	return exec.Command("sh", "-c", script).Run() // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
}

func badExec(ctx context.Context) error {
	return syscall.Exec("/usr/bin/psql", []string{"psql", password(ctx)}, os.Environ()) // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
}

func goodExec(ctx context.Context) error {
	if password(ctx) == "" {
		return os.ErrNotExist
	}
	return syscall.Exec("/usr/bin/psql", []string{"psql"}, os.Environ())
}

func badStartProcess(ctx context.Context) (*os.Process, error) {
	return os.StartProcess("/usr/bin/psql", []string{"psql", password(ctx)}, &os.ProcAttr{}) // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
}

// run is a helper.
func run(ctx context.Context, name string, args ...string) error {
	return exec.CommandContext(ctx, name, args...).Run()
}

func badRun(ctx context.Context) error {
	return run(ctx, "redis-cli", "-a", password(ctx), "ping") // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
}

func goodRun(ctx context.Context) error {
	_ = password(ctx)
	return run(ctx, "redis-cli", "ping")
}
