// Package adversarial has secrets that take turns on their way into the environment and out of it, and what looks
// like one and is none.
package adversarial

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

func fetch(ctx context.Context, c *secretsmanager.Client) (string, error) {
	out, err := c.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("db")})
	if err != nil {
		return "", err
	}
	return *out.SecretString, nil
}

func same(s string) string { return s }

func badTwiceThroughTheSame() string {
	p := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	return same(same(p))
}

func badTwiceThroughTheSameAndOut() {
	p := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	q := same(p)
	fmt.Println(same(q))
}

// badRecursive and its other half find the variable in turns.
func badRecursive(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return otherHalf(keys[0], keys[1:])
}

func otherHalf(key string, rest []string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return badRecursive(rest)
}

func badOtherHalf() string {
	return otherHalf("DB_PASSWORD", nil) // want "secret DB_PASSWORD is read from the environment in the clear"
}

// badFilledLater stores the map first, and fills it then.
func badFilledLater(ctx context.Context, c *secretsmanager.Client) (*types.Environment, error) {
	s, err := fetch(ctx, c)
	if err != nil {
		return nil, err
	}
	vars := map[string]string{}
	env := &types.Environment{Variables: vars}
	vars["CONFIG"] = s // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
	return env, nil
}

type app struct {
	cfg *settings
	cmd *exec.Cmd
}

type settings struct{ name, value string }

// badChangedLater has the settings in the app before they are read.
func badChangedLater(ctx context.Context, c *secretsmanager.Client) error {
	cfg := &settings{}
	a := &app{cfg: cfg}
	var err error
	if cfg.value, err = fetch(ctx, c); err != nil {
		return err
	}
	return os.Setenv("CONFIG", a.cfg.value) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
}

func goodChangedLater(ctx context.Context, c *secretsmanager.Client) error {
	cfg := settings{}
	a := struct{ cfg settings }{cfg}
	var err error
	if cfg.value, err = fetch(ctx, c); err != nil {
		return err
	}
	return os.Setenv("CONFIG", a.cfg.value)
}

func badCopy(ctx context.Context, c *secretsmanager.Client) error {
	s, err := fetch(ctx, c)
	if err != nil {
		return err
	}
	env := make([]string, 1)
	copy(env, []string{"CONFIG=" + s}) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
	cmd := exec.Command("true")
	cmd.Env = env
	return cmd.Run()
}

func badNamedResult(ctx context.Context, c *secretsmanager.Client) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("set: %w", err)
		}
	}()
	var s string
	if s, err = fetch(ctx, c); err != nil {
		return
	}
	err = os.Setenv("CONFIG", s) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
	return
}

func badSwitch(kind int) string {
	var name string
	switch kind {
	case 1:
		name = "DB_HOST"
	case 2:
		name = "DB_PASSWORD"
	}
	return os.Getenv(name) // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodSwitch(kind int) string {
	var name string
	switch kind {
	case 1:
		name = "DB_HOST"
	case 2:
		name = "DB_PASSWORD_FILE"
	}
	return os.Getenv(name)
}

func badWaiting(ctx context.Context, c *secretsmanager.Client) error {
	var wg sync.WaitGroup
	var s string
	wg.Add(1)
	go func() {
		defer wg.Done()
		s, _ = fetch(ctx, c)
	}()
	wg.Wait()
	return os.Setenv("CONFIG", s) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
}

func badPointer(ctx context.Context, c *secretsmanager.Client) error {
	var s string
	if err := into(ctx, c, &s); err != nil {
		return err
	}
	return os.Setenv("CONFIG", s) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
}

func into(ctx context.Context, c *secretsmanager.Client, to *string) error {
	s, err := fetch(ctx, c)
	*to = s
	return err
}

func goodPointer(ctx context.Context, c *secretsmanager.Client) error {
	var s, n string
	if err := into(ctx, c, &s); err != nil {
		return err
	}
	return os.Setenv("CONFIG", n)
}

type fetcher func(context.Context) (string, error)

func badFuncField(ctx context.Context, c *secretsmanager.Client) error {
	get := fetcher(func(ctx context.Context) (string, error) { return fetch(ctx, c) })
	s, err := get(ctx)
	if err != nil {
		return err
	}
	return os.Setenv("CONFIG", s) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
}

func badOverwrittenOnOnePath(ctx context.Context, c *secretsmanager.Client, dry bool) error {
	s, err := fetch(ctx, c)
	if err != nil {
		return err
	}
	if dry {
		s = "none"
	}
	return os.Setenv("CONFIG", s) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
}

func goodOverwritten(ctx context.Context, c *secretsmanager.Client) error {
	s, err := fetch(ctx, c)
	if err != nil {
		return err
	}
	use(s)
	s = "none"
	return os.Setenv("CONFIG", s)
}

func use(string) {}

func goodLength(ctx context.Context, c *secretsmanager.Client) error {
	s, err := fetch(ctx, c)
	if err != nil {
		return err
	}
	return os.Setenv("CONFIG_LENGTH", fmt.Sprint(len(s)))
}

func goodCompared(ctx context.Context, c *secretsmanager.Client) error {
	s, err := fetch(ctx, c)
	if err != nil {
		return err
	}
	state := "missing"
	if s != "" {
		state = "there"
	}
	return os.Setenv("CONFIG_STATE", state)
}

func badField(ctx context.Context, c *secretsmanager.Client) error {
	s, err := fetch(ctx, c)
	if err != nil {
		return err
	}
	var db struct{ User, Password string }
	if err := json.Unmarshal([]byte(s), &db); err != nil {
		return err
	}
	return os.Setenv("PG", db.Password) // want "secret from secretsmanager.GetSecretValue is put into the environment as PG"
}

func badErrorsJoined(ctx context.Context, c *secretsmanager.Client) error {
	s, err := fetch(ctx, c)
	return errors.Join(err, os.Setenv("CONFIG", s)) // want "secret from secretsmanager.GetSecretValue is put into the environment as CONFIG"
}

func goodDecryptsTwice(ctx context.Context, c *kms.Client) ([]byte, error) {
	blob := same(same(os.Getenv("DB_PASSWORD")))
	out, err := c.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: []byte(blob)})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// badDecryptsOrNot decrypts on one path, and has the variable in the clear on the other.
func badDecryptsOrNot(ctx context.Context, c *kms.Client, local bool) ([]byte, error) {
	raw := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	if local {
		return []byte(raw), nil
	}
	out, err := c.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: []byte(raw)})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}
