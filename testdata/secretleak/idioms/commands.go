package idioms

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecr"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/spf13/cobra"
)

// badGetCommand prints a secret, which may be what the command is for; whoever knows better says so.
func badGetCommand(s *Store) *cobra.Command {
	return &cobra.Command{
		Use:   "get NAME",
		Short: "Print a secret",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			value, err := s.Get(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), value) // want "secret from secretsmanager.GetSecretValue is printed"
			return nil
		},
	}
}

// goodHasCommand tells whether there is one.
func goodHasCommand(s *Store) *cobra.Command {
	return &cobra.Command{
		Use: "has NAME",
		RunE: func(cmd *cobra.Command, args []string) error {
			value, err := s.Get(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if value == "" {
				return errors.New(args[0] + " is empty")
			}
			cmd.Printf("%s has %d characters\n", args[0], len(value))
			return nil
		},
	}
}

// registry returns the login of a registry.
func registry(ctx context.Context, client *ecr.Client) (user, pass, host string, err error) {
	out, err := client.GetAuthorizationToken(ctx, &ecr.GetAuthorizationTokenInput{})
	if err != nil {
		return "", "", "", err
	}
	if len(out.AuthorizationData) == 0 {
		return "", "", "", errors.New("no authorization data")
	}
	data := out.AuthorizationData[0]
	decoded, err := base64.StdEncoding.DecodeString(aws.ToString(data.AuthorizationToken))
	if err != nil {
		return "", "", "", err
	}
	user, pass, ok := strings.Cut(string(decoded), ":")
	if !ok {
		return "", "", "", errors.New("malformed token")
	}
	return user, pass, aws.ToString(data.ProxyEndpoint), nil
}

// badDockerLogin puts the password where ps shows it.
func badDockerLogin(ctx context.Context, client *ecr.Client) error {
	user, pass, host, err := registry(ctx, client)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "docker", "login", "-u", user, "-p", pass, host) // want "secret from ecr.GetAuthorizationToken becomes an argument of a command"
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}

// goodDockerLogin hands it to the child.
func goodDockerLogin(ctx context.Context, client *ecr.Client) error {
	_, pass, host, err := registry(ctx, client)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "docker", "login", "--username", "AWS", "--password-stdin", host)
	cmd.Stdin = strings.NewReader(pass)
	fmt.Println("logging in to", host)
	return cmd.Run()
}

// badDockerConfig leaves it in the user's home.
func badDockerConfig(ctx context.Context, client *ecr.Client, home string) error {
	user, pass, host, err := registry(ctx, client)
	if err != nil {
		return err
	}
	auth := base64.StdEncoding.EncodeToString([]byte(user + ":" + pass))
	data, err := json.MarshalIndent(map[string]any{"auths": map[string]any{host: map[string]string{"auth": auth}}}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(home, ".docker", "config.json"), data, 0o600) // want "secret from ecr.GetAuthorizationToken is written to a file"
}

// processCredentials is what credential_process wants on standard output.
type processCredentials struct {
	Version         int
	AccessKeyId     string
	SecretAccessKey string
	SessionToken    string
}

func badCredentialProcess(ctx context.Context, client *sts.Client) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: aws.String("arn:aws:iam::1:role/dev")})
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(processCredentials{ // want "secret from sts.AssumeRole is printed"
		Version:         1,
		AccessKeyId:     *out.Credentials.AccessKeyId,
		SecretAccessKey: *out.Credentials.SecretAccessKey,
		SessionToken:    *out.Credentials.SessionToken,
	})
}

// badProfile appends to the file that the SDKs read.
func badProfile(ctx context.Context, client *sts.Client, path string) error {
	creds, err := assume(ctx, client, "arn:aws:iam::1:role/dev")
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "[dev]\naws_access_key_id = %s\n", creds.AccessKeyID)
	fmt.Fprintf(&b, "aws_secret_access_key = %s\n", creds.SecretAccessKey)
	return os.WriteFile(path, []byte(b.String()), 0o600) // want "secret from sts.AssumeRole is written to a file"
}

// goodProfile writes which role to assume.
func goodProfile(ctx context.Context, client *sts.Client, path string) error {
	creds, err := assume(ctx, client, "arn:aws:iam::1:role/dev")
	if err != nil {
		return err
	}
	return os.WriteFile(path, []byte("[profile dev]\nrole_arn = "+creds.Source+"\n"), 0o600)
}

// badMigrate runs a tool that takes the DSN as an argument.
func badMigrate(ctx context.Context, s *Store) error {
	c, err := loadDB(ctx, s)
	if err != nil {
		return err
	}
	args := []string{"-path", "migrations", "-database", c.dsn(), "up"}
	out, err := exec.CommandContext(ctx, "migrate", args...).CombinedOutput() // want "secret from secretsmanager.GetSecretValue becomes an argument of a command"
	if err != nil {
		return fmt.Errorf("migrate: %w: %s", err, out)
	}
	return nil
}

// goodMigrate hands the DSN over in the environment of the child.
func goodMigrate(ctx context.Context, s *Store) error {
	c, err := loadDB(ctx, s)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "migrate", "-path", "migrations", "up")
	cmd.Env = append(os.Environ(), "DATABASE_URL="+c.dsn())
	return cmd.Run()
}

// goodRotate makes a new password and stores it where secrets are.
func goodRotate(ctx context.Context, client *secretsmanager.Client, id string) error {
	pw, err := client.GetRandomPassword(ctx, &secretsmanager.GetRandomPasswordInput{PasswordLength: aws.Int64(32)})
	if err != nil {
		return fmt.Errorf("random password: %w", err)
	}
	out, err := client.PutSecretValue(ctx, &secretsmanager.PutSecretValueInput{SecretId: &id, SecretString: pw.RandomPassword})
	if err != nil {
		return fmt.Errorf("put %s: %w", id, err)
	}
	fmt.Printf("%s is now at version %s\n", id, aws.ToString(out.VersionId))
	return nil
}

// badRotate tells the operator.
func badRotate(ctx context.Context, client *secretsmanager.Client, id string) error {
	pw, err := client.GetRandomPassword(ctx, &secretsmanager.GetRandomPasswordInput{PasswordLength: aws.Int64(32)})
	if err != nil {
		return fmt.Errorf("random password: %w", err)
	}
	if _, err := client.PutSecretValue(ctx, &secretsmanager.PutSecretValueInput{SecretId: &id, SecretString: pw.RandomPassword}); err != nil {
		return fmt.Errorf("put %s: %w", id, err)
	}
	fmt.Printf("new password of %s: %s\n", id, aws.ToString(pw.RandomPassword)) // want "secret from secretsmanager.GetRandomPassword is printed"
	return nil
}
