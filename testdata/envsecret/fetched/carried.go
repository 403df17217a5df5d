package fetched

import (
	"context"
	"maps"
	"os"
	"sync"

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

func badHelper(ctx context.Context, client *secretsmanager.Client) error {
	value, err := fetch(ctx, client, "orders/settings")
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", value) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

// arn is a helper of the same shape that returns no secret.
func arn(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.ARN), nil
}

func goodHelper(ctx context.Context, client *secretsmanager.Client) error {
	value, err := arn(ctx, client, "orders/settings")
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", value)
}

// fetchAll returns values by the names of their variables.
func fetchAll(ctx context.Context, client *secretsmanager.Client, ids map[string]string) (map[string]string, error) {
	values := make(map[string]string, len(ids))
	for name, id := range ids {
		value, err := fetch(ctx, client, id)
		if err != nil {
			return nil, err
		}
		values[name] = value
	}
	return values, nil
}

func badMap(ctx context.Context, client *secretsmanager.Client, ids map[string]string) error {
	secrets, err := fetchAll(ctx, client, ids)
	if err != nil {
		return err
	}
	all := make(map[string]string)
	maps.Copy(all, secrets)
	for k, v := range secrets {
		if err := os.Setenv(k, v); err != nil { // want "secret from secretsmanager.GetSecretValue is put into the environment"
			return err
		}
	}
	return nil
}

// goodMap puts the ids there, and not what they stand for.
func goodMap(ctx context.Context, client *secretsmanager.Client, ids map[string]string) (map[string]string, error) {
	for k, v := range ids {
		if err := os.Setenv(k, v); err != nil {
			return nil, err
		}
	}
	return fetchAll(ctx, client, ids)
}

// goodKeys puts the names of the variables there.
func goodKeys(ctx context.Context, client *secretsmanager.Client, ids map[string]string) error {
	secrets, err := fetchAll(ctx, client, ids)
	if err != nil {
		return err
	}
	for k := range secrets {
		if err := os.Setenv("LOADED_"+k, k); err != nil {
			return err
		}
	}
	return nil
}

type variable struct{ name, id, value string }

func badFields(ctx context.Context, client *secretsmanager.Client, vars []variable) (err error) {
	for i := range vars {
		v := &vars[i]
		if v.value, err = fetch(ctx, client, v.id); err != nil {
			return err
		}
	}
	for _, v := range vars {
		if err := os.Setenv(v.name, v.value); err != nil { // want "secret from secretsmanager.GetSecretValue is put into the environment"
			return err
		}
	}
	return nil
}

func goodFields(vars []variable) error {
	for _, v := range vars {
		if err := os.Setenv(v.name, v.id); err != nil {
			return err
		}
	}
	return nil
}

func badChannel(ctx context.Context, client *secretsmanager.Client, ids map[string]string) {
	found := make(chan variable)
	go func() {
		defer close(found)
		for name, id := range ids {
			if value, err := fetch(ctx, client, id); err == nil {
				found <- variable{name: name, value: value}
			}
		}
	}()
	for v := range found {
		os.Setenv(v.name, v.value) // want "secret from secretsmanager.GetSecretValue is put into the environment"
	}
}

func goodChannel(ids map[string]string) {
	found := make(chan variable)
	go func() {
		defer close(found)
		for name, id := range ids {
			found <- variable{name: name, id: id}
		}
	}()
	for v := range found {
		os.Setenv(v.name, v.id)
	}
}

func badClosure(ctx context.Context, client *secretsmanager.Client) error {
	var value string
	load := func() (err error) {
		value, err = fetch(ctx, client, "orders/settings")
		return err
	}
	if err := load(); err != nil {
		return err
	}
	return os.Setenv("SETTINGS", value) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

func badGoroutines(ctx context.Context, client *secretsmanager.Client, ids map[string]string) {
	var wg sync.WaitGroup
	for name, id := range ids {
		wg.Add(1)
		go func() {
			defer wg.Done()
			value, err := fetch(ctx, client, id)
			if err != nil {
				return
			}
			os.Setenv(name, value) // want "secret from secretsmanager.GetSecretValue is put into the environment"
		}()
	}
	wg.Wait()
}

type provider interface {
	Fetch(ctx context.Context, id string) (string, error)
}

type manager struct{ client *secretsmanager.Client }

func (m *manager) Fetch(ctx context.Context, id string) (string, error) {
	return fetch(ctx, m.client, id)
}

func badInterface(ctx context.Context, p provider) error {
	value, err := p.Fetch(ctx, "orders/settings")
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", value) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

type static map[string]string

func (s static) Get(id string) string { return s[id] }

func goodStatic(s static) error {
	return os.Setenv("SETTINGS", s.Get("orders/settings"))
}

// environ is where variables go, so that a test can look at them.
type environ interface{ Setenv(name, value string) }

type process struct{}

func (process) Setenv(name, value string) { os.Setenv(name, value) }

func badEnviron(ctx context.Context, client *secretsmanager.Client, e environ, name string) error {
	value, err := fetch(ctx, client, "orders/settings")
	if err != nil {
		return err
	}
	e.Setenv(name, value) // want "secret from secretsmanager.GetSecretValue is put into the environment"
	return nil
}

func goodEnviron(e environ, name, id string) {
	e.Setenv(name, id)
}

// goodFailed is on the path where there is no secret.
func goodFailed(ctx context.Context, client *secretsmanager.Client) error {
	value, err := fetch(ctx, client, "orders/settings")
	if err != nil {
		return os.Setenv("LAST_ERROR", err.Error())
	}
	return use(value)
}

func use(value string) error {
	if value == "" {
		return os.Setenv("SETTINGS_STATE", "empty")
	}
	return nil
}

// badReplaced is fetched only where the environment says from where.
func badReplaced(ctx context.Context, client *secretsmanager.Client) (string, error) {
	apiKey := os.Getenv("ELASTIC_APM_API_KEY") // want "secret ELASTIC_APM_API_KEY is read from the environment in the clear"
	if id, ok := os.LookupEnv("ELASTIC_APM_SECRETS_MANAGER_API_KEY_ID"); ok {
		return fetch(ctx, client, id)
	}
	return apiKey, nil
}

// badSyncMap keeps the secret in a map that the standard library fills.
func badSyncMap(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return err
	}
	var values sync.Map
	values.Store("SETTINGS", *out.SecretString)
	value, _ := values.Load("SETTINGS")
	return os.Setenv("SETTINGS", value.(string)) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}
