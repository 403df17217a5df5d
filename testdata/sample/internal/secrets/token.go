package secrets

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// LoadToken reads a secret that is a token as a whole.
func LoadToken(ctx context.Context, api API, id string) (string, error) {
	out, err := api.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		return "", fmt.Errorf("read secret %s: %w", id, err)
	}
	token := strings.TrimSpace(aws.ToString(out.SecretString))
	if strings.ContainsAny(token, " \t\n") {
		return "", fmt.Errorf("secret %s is no token: %q", id, token)
	}
	return token, nil
}

// MustTokens reads a secret of several tokens, for commands that cannot go on without.
func MustTokens(ctx context.Context, api API, id string) map[string]string {
	out, err := api.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		panic(err)
	}
	var tokens map[string]string
	if err := json.Unmarshal([]byte(aws.ToString(out.SecretString)), &tokens); err != nil {
		panic("malformed tokens: " + aws.ToString(out.SecretString))
	}
	return tokens
}

// MustDatabase is LoadDatabase for such commands.
func MustDatabase(ctx context.Context, api API, id string) *Database {
	db, err := LoadDatabase(ctx, api, id)
	if err != nil {
		panic(err)
	}
	if db.Password == "" {
		panic("secret " + id + " has no password for " + db.Username)
	}
	return db
}
