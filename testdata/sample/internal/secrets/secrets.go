// Package secrets reads the service's own secrets from Secrets Manager.
package secrets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// API is what the package needs of Secrets Manager.
type API interface {
	GetSecretValue(ctx context.Context, in *secretsmanager.GetSecretValueInput, optFns ...func(*secretsmanager.Options)) (*secretsmanager.GetSecretValueOutput, error)
}

var _ API = (*secretsmanager.Client)(nil)

// Database is a secret in the form that RDS rotates.
type Database struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
	Port     int    `json:"port"`
	Name     string `json:"dbname"`
}

// LoadDatabase reads the secret with that id.
func LoadDatabase(ctx context.Context, api API, id string) (*Database, error) {
	out, err := api.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		return nil, fmt.Errorf("read secret %s: %w", id, err)
	}
	if out.SecretString == nil {
		return nil, errors.New("secret " + id + " is binary")
	}
	var db Database
	if err := json.Unmarshal([]byte(*out.SecretString), &db); err != nil {
		return nil, fmt.Errorf("secret %s is not a database secret", id)
	}
	return &db, nil
}

// URL returns the address of the database, password included.
func (db *Database) URL() string {
	u := url.URL{
		Scheme: "postgres",
		User:   url.UserPassword(db.Username, db.Password),
		Host:   net.JoinHostPort(db.Host, strconv.Itoa(db.Port)),
		Path:   db.Name,
	}
	return u.String()
}
