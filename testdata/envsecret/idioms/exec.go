package idioms

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// environ is the environment of a command that is about to start.
type environ []string

func (e *environ) unset(key string) {
	*e = slices.DeleteFunc(*e, func(kv string) bool { return strings.HasPrefix(kv, key+"=") })
}

func (e *environ) set(key, value string) {
	e.unset(key)
	*e = append(*e, key+"="+value)
}

func badEnviron(creds aws.Credentials, token string) error {
	env := environ(os.Environ())
	env.set("AWS_REGION", "eu-west-1")
	env.set("AWS_SECRET_ACCESS_KEY", creds.SecretAccessKey) // want "AWS credentials are put into the environment: AWS_SECRET_ACCESS_KEY"
	env.set("DEPLOY_TOKEN", token)                          // want "secret DEPLOY_TOKEN is put into the environment in the clear"
	cmd := exec.Command("deploy")
	cmd.Env = env
	return cmd.Run()
}

func goodEnviron(profile string) error {
	env := environ(os.Environ())
	env.unset("AWS_SECRET_ACCESS_KEY")
	env.set("AWS_PROFILE", profile)
	env.set("DEPLOY_TOKEN", "")
	cmd := exec.Command("deploy")
	cmd.Env = env
	return cmd.Run()
}

// getter is what this package needs of Secrets Manager; nothing in view implements it but the client.
type getter interface {
	GetSecretValue(ctx context.Context, in *secretsmanager.GetSecretValueInput, optFns ...func(*secretsmanager.Options)) (*secretsmanager.GetSecretValueOutput, error)
}

func fetch(ctx context.Context, api getter, id string) (string, error) {
	out, err := api.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		return "", fmt.Errorf("fetch %s: %w", id, err)
	}
	return *out.SecretString, nil
}

func badConcat(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	extra := []string{"SETTINGS=" + value} // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = slices.Concat(os.Environ(), extra)
	return cmd.Run()
}

func badSpread(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	var extra []string
	extra = append(extra, fmt.Sprintf("%s=%s", "SETTINGS", value)) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = append(os.Environ(), extra...)
	return cmd.Run()
}

func goodSpread(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	args := append([]string(nil), "--settings="+value)
	cmd := exec.CommandContext(ctx, "server", args...)
	cmd.Env = append(os.Environ(), "MODE=server")
	return cmd.Run()
}

func badWithin(ctx context.Context, api getter) error {
	password, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "migrate")
	cmd.Env = append(os.Environ(), fmt.Sprintf("DATABASE_URL=postgres://orders:%s@db/orders", password)) // want "secret from secretsmanager.GetSecretValue is put into the environment as DATABASE_URL"
	return cmd.Run()
}

func badBuffer(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "SETTINGS=%s", value)
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = append(os.Environ(), b.String()) // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return cmd.Run()
}

func badBuilder(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("SETTINGS=")
	b.WriteString(value)
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = append(os.Environ(), b.String()) // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return cmd.Run()
}

// goodHash tells a child what it should find, and not the thing itself.
func goodHash(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(value))
	return os.Setenv("SETTINGS_SUM", hex.EncodeToString(sum[:]))
}

func goodLength(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS_SIZE", fmt.Sprint(len(value)))
}

// goodSealed encrypts it before it goes there.
func goodSealed(ctx context.Context, api getter, client *kms.Client, keyID string) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	out, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: &keyID, Plaintext: []byte(value)})
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", hex.EncodeToString(out.CiphertextBlob))
}

func badSetter(ctx context.Context, api getter) error {
	value, err := fetch(ctx, api, "orders/db")
	if err != nil {
		return err
	}
	set := os.Setenv
	return set("SETTINGS", value) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

func badDeferred(token string, run func() error) error {
	defer os.Setenv("DEPLOY_TOKEN", token) // want "secret DEPLOY_TOKEN is put into the environment in the clear"
	return run()
}

// resolve fetches all at once.
func resolve(ctx context.Context, api getter, ids []string) map[string]string {
	var (
		mu     sync.Mutex
		wg     sync.WaitGroup
		values = make(map[string]string)
	)
	for _, id := range ids {
		wg.Go(func() {
			value, err := fetch(ctx, api, id)
			if err != nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			values[id] = value
		})
	}
	wg.Wait()
	return values
}

func badResolved(ctx context.Context, api getter, ids []string) error {
	secrets := resolve(ctx, api, ids)
	for _, id := range slices.Sorted(maps.Keys(secrets)) {
		if err := os.Setenv(strings.ToUpper(id), secrets[id]); err != nil { // want "secret from secretsmanager.GetSecretValue is put into the environment"
			return err
		}
	}
	return nil
}

type command struct {
	*exec.Cmd
	name string
}

func badEmbedded(c *command, token string) error {
	c.Env = append(c.Env, "DEPLOY_TOKEN="+token) // want "secret DEPLOY_TOKEN is put into the environment in the clear"
	return c.Run()
}

func badByKey(token string) error {
	const key = "DEPLOY_TOKEN"
	cmd := exec.Command("deploy")
	env := map[string]string{"STAGE": "production"}
	env[key] = token
	for k, v := range env {
		cmd.Env = append(cmd.Env, fmt.Sprintf("%s=%s", k, v)) // want "secret DEPLOY_TOKEN is put into the environment in the clear"
	}
	return cmd.Run()
}

// badFallback takes the secret from the environment where it cannot fetch it.
func badFallback(ctx context.Context, api getter) (string, error) {
	value, err := fetch(ctx, api, "orders/token")
	if err != nil {
		value = os.Getenv("ORDERS_TOKEN") // want "secret ORDERS_TOKEN is read from the environment in the clear"
	}
	return value, nil
}
