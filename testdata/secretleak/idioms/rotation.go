package idioms

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// rotator rotates the password of a database in the four steps of Secrets Manager.
type rotator struct {
	client *secretsmanager.Client
	open   func(dsn string) (*sql.DB, error)
}

func (r *rotator) handle(ctx context.Context, ev events.SecretsManagerSecretRotationEvent) error {
	slog.InfoContext(ctx, "rotating", "step", ev.Step, "secret", ev.SecretID, "token", ev.ClientRequestToken)
	switch ev.Step {
	case "createSecret":
		return r.goodCreate(ctx, ev)
	case "setSecret":
		return r.badSet(ctx, ev)
	case "testSecret":
		return r.goodTest(ctx, ev)
	case "finishSecret":
		return nil
	}
	return errors.New("unknown step " + ev.Step)
}

func (r *rotator) secret(ctx context.Context, id, stage string) (*dbConfig, error) {
	out, err := r.client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id, VersionStage: &stage})
	if err != nil {
		return nil, fmt.Errorf("get %s of %s: %w", stage, id, err)
	}
	c := new(dbConfig)
	if err := json.NewDecoder(strings.NewReader(aws.ToString(out.SecretString))).Decode(c); err != nil {
		return nil, fmt.Errorf("decode %s: %w", aws.ToString(out.VersionId), err)
	}
	return c, nil
}

func (r *rotator) goodCreate(ctx context.Context, ev events.SecretsManagerSecretRotationEvent) error {
	current, err := r.secret(ctx, ev.SecretID, "AWSCURRENT")
	if err != nil {
		return err
	}
	pw, err := r.client.GetRandomPassword(ctx, &secretsmanager.GetRandomPasswordInput{ExcludeCharacters: aws.String("/@")})
	if err != nil {
		return fmt.Errorf("random password: %w", err)
	}
	current.Password = aws.ToString(pw.RandomPassword)
	data, err := json.Marshal(current)
	if err != nil {
		return err
	}
	out, err := r.client.PutSecretValue(ctx, &secretsmanager.PutSecretValueInput{
		SecretId:           &ev.SecretID,
		ClientRequestToken: &ev.ClientRequestToken,
		SecretString:       aws.String(string(data)),
		VersionStages:      []string{"AWSPENDING"},
	})
	if err != nil {
		return fmt.Errorf("put %s: %w", ev.SecretID, err)
	}
	slog.InfoContext(ctx, "created", "version", aws.ToString(out.VersionId), "user", current.Username, "length", len(data))
	return nil
}

// badSet shows the statement that failed, which has the password in it.
func (r *rotator) badSet(ctx context.Context, ev events.SecretsManagerSecretRotationEvent) error {
	pending, err := r.secret(ctx, ev.SecretID, "AWSPENDING")
	if err != nil {
		return err
	}
	db, err := r.open(pending.dsn())
	if err != nil {
		return fmt.Errorf("open %s: %w", pending.Host, err)
	}
	defer db.Close()
	query := fmt.Sprintf("ALTER USER %s WITH PASSWORD '%s'", pending.Username, pending.Password)
	if _, err := db.ExecContext(ctx, query); err != nil {
		return fmt.Errorf("exec %q: %w", query, err) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return nil
}

func (r *rotator) goodTest(ctx context.Context, ev events.SecretsManagerSecretRotationEvent) error {
	pending, err := r.secret(ctx, ev.SecretID, "AWSPENDING")
	if err != nil {
		return err
	}
	db, err := r.open(pending.dsn())
	if err != nil {
		return fmt.Errorf("open %s as %s: %w", pending.Host, pending.Username, err)
	}
	defer db.Close()
	return db.PingContext(ctx)
}
