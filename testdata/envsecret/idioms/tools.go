package idioms

import (
	"context"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

// surroundings are what an exec tool reads from and writes to, so that a test can look.
type surroundings interface {
	Environ() []string
	Setenv(name, value string)
}

type process struct{}

func (process) Environ() []string         { return os.Environ() }
func (process) Setenv(name, value string) { os.Setenv(name, value) }

type parameters interface {
	GetParameters(ctx context.Context, in *ssm.GetParametersInput, optFns ...func(*ssm.Options)) (*ssm.GetParametersOutput, error)
}

// expander puts parameters in the place of variables that name them.
type expander struct {
	api parameters
	os  surroundings
}

type reference struct{ variable, parameter string }

func (e *expander) references() (refs []reference) {
	for _, kv := range e.os.Environ() {
		name, value, _ := strings.Cut(kv, "=")
		if p, ok := strings.CutPrefix(value, "ssm://"); ok {
			refs = append(refs, reference{name, p})
		}
	}
	return refs
}

func (e *expander) values(ctx context.Context, refs []reference) (map[string]string, error) {
	values := make(map[string]string)
	var names []string
	for _, r := range refs {
		names = append(names, r.parameter)
	}
	out, err := e.api.GetParameters(ctx, &ssm.GetParametersInput{Names: names, WithDecryption: aws.Bool(true)})
	if err != nil {
		return values, err
	}
	for _, p := range out.Parameters {
		values[*p.Name] = *p.Value
	}
	return values, nil
}

func (e *expander) badExpand(ctx context.Context) error {
	refs := e.references()
	values, err := e.values(ctx, refs)
	if err != nil {
		return err
	}
	for _, r := range refs {
		value, ok := values[r.parameter]
		if !ok {
			return fmt.Errorf("no parameter %s", r.parameter)
		}
		e.os.Setenv(r.variable, value) // want "secret from ssm.GetParameters is put into the environment"
	}
	return nil
}

func (e *expander) goodList() {
	for i, r := range e.references() {
		e.os.Setenv(fmt.Sprintf("REFERENCE_%d", i), r.parameter)
	}
}

// manager resolves references of three kinds.
type manager struct {
	secrets getter
	ssm     *ssm.Client
	kms     *kms.Client
}

func (m *manager) fetch(ctx context.Context, reference string) (string, error) {
	kind, rest, _ := strings.Cut(reference, "://")
	switch kind {
	case "sm":
		return fetch(ctx, m.secrets, rest)
	case "ssm":
		out, err := m.ssm.GetParameter(ctx, &ssm.GetParameterInput{Name: &rest, WithDecryption: aws.Bool(true)})
		if err != nil {
			return "", err
		}
		return aws.ToString(out.Parameter.Value), nil
	case "kms":
		out, err := m.kms.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: []byte(rest)})
		if err != nil {
			return "", err
		}
		return string(out.Plaintext), nil
	}
	return "", fmt.Errorf("unknown reference %s", kind)
}

func (m *manager) badPopulate(ctx context.Context) error {
	env := make(map[string]string)
	for _, kv := range os.Environ() {
		name, value, _ := strings.Cut(kv, "=")
		if !strings.Contains(value, "://") {
			continue
		}
		secret, err := m.fetch(ctx, value)
		if err != nil {
			return err
		}
		env[name] = secret
	}
	for name, secret := range env {
		if err := os.Setenv(name, secret); err != nil { // want "secret from .* is put into the environment"
			return fmt.Errorf("set %s: %w", name, err)
		}
	}
	return nil
}

// provider has no implementation but one.
type provider interface {
	ResolveSecrets(ctx context.Context, vars []string) ([]string, error)
}

type smProvider struct{ client *secretsmanager.Client }

func newProvider(cfg aws.Config) (provider, error) {
	return &smProvider{client: secretsmanager.NewFromConfig(cfg)}, nil
}

func (p *smProvider) ResolveSecrets(ctx context.Context, vars []string) ([]string, error) {
	var envs []string
	for _, env := range vars {
		key, value, _ := strings.Cut(env, "=")
		if strings.HasPrefix(value, "arn:aws:secretsmanager") {
			secret, err := p.client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &value})
			if err != nil {
				return vars, err
			}
			env = key + "=" + *secret.SecretString
		}
		envs = append(envs, env)
	}
	return envs, nil
}

func badResolve(ctx context.Context, cfg aws.Config, args []string) error {
	p, err := newProvider(cfg)
	if err != nil {
		return err
	}
	env, err := p.ResolveSecrets(ctx, os.Environ())
	if err != nil {
		return err
	}
	return syscall.Exec(args[0], args, env) // want "secret from secretsmanager.GetSecretValue is put into the environment"
}

func goodResolve(args []string) error {
	return syscall.Exec(args[0], args, os.Environ())
}
