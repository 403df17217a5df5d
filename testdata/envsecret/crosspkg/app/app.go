// Package app reads and writes the environment by way of other packages.
package app

import (
	"context"
	"os"
	"os/exec"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"

	"corpus.test/testdata/envsecret/crosspkg/env"
	"corpus.test/testdata/envsecret/crosspkg/settings"
	"corpus.test/testdata/envsecret/crosspkg/vault"
)

func badGet() string {
	return env.Get("DB_PASSWORD", "") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodGet() string {
	return env.Get("DB_HOST", "localhost")
}

func goodHas() bool {
	return env.Has("DB_PASSWORD")
}

func goodFile() ([]byte, error) {
	return env.File("DB_PASSWORD")
}

// goodPassword is reported where it is read.
func goodPassword() string {
	return env.Password()
}

func badConstant() string {
	return os.Getenv(env.APIKey) // want "secret DD_API_KEY is read from the environment in the clear"
}

func goodConstant() string {
	return os.Getenv(env.APIKeyFile)
}

// configured keeps one key that is used as it is and one that is only ever decrypted.
func configured() settings.Settings {
	var s settings.Settings
	if s.APIKey == "" {
		s.APIKey = os.Getenv(env.APIKey) // want "secret DD_API_KEY is read from the environment in the clear"
	}
	if s.KMSAPIKey == "" {
		s.KMSAPIKey = os.Getenv(env.KMSAPIKey)
	}
	return s
}

func goodDecrypted(ctx context.Context, client *kms.Client) (string, error) {
	return vault.Decrypt(ctx, client, os.Getenv("DB_PASSWORD"))
}

func goodGetDecrypted(ctx context.Context, client *kms.Client) (string, error) {
	return vault.Decrypt(ctx, client, env.Get("DB_PASSWORD", ""))
}

func badDecryptedIfEncoded(ctx context.Context, client *kms.Client) (string, error) {
	return vault.DecryptIfEncoded(ctx, client, os.Getenv("DB_PASSWORD")) // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badSet(token string) error {
	return env.Set("tfe_token", token) // want "secret (TFE_TOKEN|tfe_token) is put into the environment in the clear"
}

func goodSet(host string) error {
	return env.Set("tfe_host", host)
}

func badSetFetched(ctx context.Context, client *secretsmanager.Client, id string) error {
	value, err := vault.Fetch(ctx, client, id)
	if err != nil {
		return err
	}
	return env.Set("CONFIGURATION", value) // want "secret from secretsmanager.GetSecretValue is put into the environment"
}

func goodSetName(ctx context.Context, client *secretsmanager.Client, id string) error {
	name, err := vault.Name(ctx, client, id)
	if err != nil {
		return err
	}
	return env.Set("CONFIGURATION", name)
}

func badSetter(ctx context.Context, client *secretsmanager.Client, s env.Setter, id string) error {
	value, err := vault.Fetch(ctx, client, id)
	if err != nil {
		return err
	}
	return s.Set("CONFIGURATION", value) // want "secret from secretsmanager.GetSecretValue is put into the environment"
}

func goodMemory(ctx context.Context, client *secretsmanager.Client, m env.Memory, id string) error {
	value, err := vault.Fetch(ctx, client, id)
	if err != nil {
		return err
	}
	return m.Set("CONFIGURATION", value)
}

func badProvider(ctx context.Context, p vault.Provider) error {
	cmd := exec.CommandContext(ctx, "server")
	env, err := p.Resolve(ctx, os.Environ())
	if err != nil {
		return err
	}
	cmd.Env = env // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return cmd.Run()
}

// badProviderAssigned is the same in one statement.
func badProviderAssigned(ctx context.Context, p vault.Provider) (err error) {
	cmd := exec.CommandContext(ctx, "server")
	if p != nil {
		cmd.Env, err = p.Resolve(ctx, os.Environ()) // want "secret from secretsmanager.GetSecretValue is put into the environment"
		if err != nil {
			return err
		}
	} else {
		cmd.Env = os.Environ()
	}
	return cmd.Run()
}

// load is a step between what lists secrets and what starts a child with them.
func load(ctx context.Context, l *env.List, from vault.Lister, ids []string) error {
	entries, err := from.List(ctx, ids)
	if err != nil {
		return err
	}
	for _, e := range entries {
		l.Add(e.Name, e.Value)
	}
	return nil
}

func badLoaded(ctx context.Context, from vault.Lister, ids []string) error {
	var list env.List
	if err := load(ctx, &list, from, ids); err != nil { // want "secret from secretsmanager.GetSecretValue is put into the environment"
		return err
	}
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = list
	return cmd.Run()
}

func goodLoaded(ctx context.Context, from vault.Lister, ids []string) error {
	var list env.List
	entries, err := from.List(ctx, ids)
	if err != nil {
		return err
	}
	for _, e := range entries {
		list.Add("LOADED", e.Name)
	}
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = list
	return cmd.Run()
}
