// Package vault decrypts, and fetches.
package vault

import (
	"context"
	"encoding/base64"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// Decrypt returns what text, base64 of a KMS ciphertext, says.
func Decrypt(ctx context.Context, client *kms.Client, text string) (string, error) {
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return "", fmt.Errorf("decode: %w", err)
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", fmt.Errorf("decrypt: %w", err)
	}
	return string(out.Plaintext), nil
}

// DecryptIfEncoded takes text as it is if it is no base64.
func DecryptIfEncoded(ctx context.Context, client *kms.Client, text string) (string, error) {
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return text, nil
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", err
	}
	return string(out.Plaintext), nil
}

// Fetch returns a secret's value.
func Fetch(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

// Name returns the full name of a secret.
func Name(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.ARN), nil
}

// Provider resolves references to secrets.
type Provider interface {
	Resolve(ctx context.Context, env []string) ([]string, error)
}

// Manager is a Provider.
type Manager struct{ Client *secretsmanager.Client }

// Resolve implements Provider: each value becomes the secret that it names.
func (m Manager) Resolve(ctx context.Context, env []string) (resolved []string, err error) {
	for _, name := range env {
		value, err := Fetch(ctx, m.Client, name)
		if err != nil {
			return nil, err
		}
		resolved = append(resolved, name+"="+value)
	}
	return resolved, nil
}

// Entry is a secret by its name.
type Entry struct{ Name, Value string }

// Lister lists secrets.
type Lister interface {
	List(ctx context.Context, ids []string) ([]Entry, error)
}

// List implements Lister.
func (m Manager) List(ctx context.Context, ids []string) ([]Entry, error) {
	found := map[string]Entry{}
	for _, id := range ids {
		value, err := Fetch(ctx, m.Client, id)
		if err != nil {
			return nil, err
		}
		found[id] = Entry{Name: id, Value: value}
	}
	var entries []Entry
	for _, e := range found {
		entries = append(entries, e)
	}
	return entries, nil
}
