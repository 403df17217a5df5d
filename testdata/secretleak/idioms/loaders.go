// Package idioms has functions as services write them, each with what they get wrong or right.
package idioms

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"go.uber.org/zap"
)

// secretsAPI is what is needed of the client, for mocks.
type secretsAPI interface {
	GetSecretValue(ctx context.Context, in *secretsmanager.GetSecretValueInput, optFns ...func(*secretsmanager.Options)) (*secretsmanager.GetSecretValueOutput, error)
}

// Store caches secrets.
type Store struct {
	api     secretsAPI
	ttl     time.Duration
	mu      sync.RWMutex
	entries map[string]entry
	log     *zap.Logger
}

type entry struct {
	value   string
	expires time.Time
}

// NewStore returns a Store that keeps secrets for ttl.
func NewStore(api secretsAPI, ttl time.Duration, log *zap.Logger) *Store {
	return &Store{api: api, ttl: ttl, entries: map[string]entry{}, log: log}
}

// Get returns a secret, from the cache if it is there.
func (s *Store) Get(ctx context.Context, id string) (string, error) {
	s.mu.RLock()
	e, ok := s.entries[id]
	s.mu.RUnlock()
	if ok && time.Now().Before(e.expires) {
		s.log.Debug("secret from cache", zap.String("id", id))
		return e.value, nil
	}
	out, err := s.api.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(id)})
	if err != nil {
		s.log.Error("cannot fetch secret", zap.String("id", id), zap.Error(err))
		return "", fmt.Errorf("fetch secret %s: %w", id, err)
	}
	value := aws.ToString(out.SecretString)
	s.mu.Lock()
	s.entries[id] = entry{value: value, expires: time.Now().Add(s.ttl)}
	s.mu.Unlock()
	return value, nil
}

// badDump is for debugging.
func (s *Store) badDump() {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for id, e := range s.entries {
		s.log.Debug("cached", zap.String("id", id), zap.String("value", e.value)) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

// goodDump shows what is in the cache without what it is.
func (s *Store) goodDump() {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for id, e := range s.entries {
		s.log.Debug("cached", zap.String("id", id), zap.Int("length", len(e.value)))
	}
}

// dbConfig is the secret that RDS rotates.
type dbConfig struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
	Port     int    `json:"port"`
	DBName   string `json:"dbname"`
}

func (c dbConfig) dsn() string {
	return fmt.Sprintf("postgres://%s:%s@%s:%d/%s", c.Username, c.Password, c.Host, c.Port, c.DBName)
}

func (c dbConfig) String() string {
	return fmt.Sprintf("postgres://%s:***@%s:%d/%s", c.Username, c.Host, c.Port, c.DBName)
}

func loadDB(ctx context.Context, s *Store) (*dbConfig, error) {
	text, err := s.Get(ctx, "orders/db")
	if err != nil {
		return nil, err
	}
	var c dbConfig
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return nil, fmt.Errorf("orders/db: %w", err)
	}
	return &c, nil
}

// badDecodeError shows what cannot be decoded.
func badDecodeError(ctx context.Context, s *Store) (*dbConfig, error) {
	text, err := s.Get(ctx, "orders/db")
	if err != nil {
		return nil, err
	}
	var c dbConfig
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return nil, fmt.Errorf("cannot decode %q: %w", text, err) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return &c, nil
}

// badOpen tells in its error what it could not connect to.
func badOpen(ctx context.Context, s *Store) (*sql.DB, error) {
	c, err := loadDB(ctx, s)
	if err != nil {
		return nil, err
	}
	dsn := c.dsn()
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return nil, fmt.Errorf("failed to connect to database (%s): %v", dsn, err) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	if err := db.PingContext(ctx); err != nil {
		s.log.Error("ping", zap.Error(err), zap.String("dsn", dsn)) // want "secret from secretsmanager.GetSecretValue is logged"
		return nil, err
	}
	return db, nil
}

// goodOpen does the same right.
func goodOpen(ctx context.Context, s *Store) (*sql.DB, error) {
	c, err := loadDB(ctx, s)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("pgx", c.dsn())
	if err != nil {
		return nil, fmt.Errorf("failed to connect to database (%s): %v", c, err)
	}
	s.log.Info("connected", zap.Stringer("dsn", c), zap.String("host", c.Host))
	return db, nil
}

// settings are read from Parameter Store.
type settings struct {
	values map[string]string
}

func loadSettings(ctx context.Context, client *ssm.Client, path string) (*settings, error) {
	s := &settings{values: map[string]string{}}
	pages := ssm.NewGetParametersByPathPaginator(client, &ssm.GetParametersByPathInput{
		Path:           aws.String(path),
		Recursive:      aws.Bool(true),
		WithDecryption: aws.Bool(true),
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		for _, p := range page.Parameters {
			name := strings.ToUpper(strings.ReplaceAll(strings.TrimPrefix(*p.Name, path+"/"), "/", "_"))
			s.values[name] = aws.ToString(p.Value)
		}
	}
	return s, nil
}

// badExport prints what a shell evaluates.
func (s *settings) badExport() {
	for name, value := range s.values {
		fmt.Printf("export %s=%q\n", name, value) // want "secret from ssm.GetParametersByPath is printed"
	}
}

// goodExport prints the names.
func (s *settings) goodExport() {
	for name := range s.values {
		fmt.Println(name)
	}
}

// badEnvFile writes them for docker compose.
func badEnvFile(ctx context.Context, client *ssm.Client, path string) error {
	s, err := loadSettings(ctx, client, "/orders")
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	for name, value := range s.values {
		if _, err := fmt.Fprintf(f, "%s=%s\n", name, value); err != nil { // want "secret from ssm.GetParametersByPath is written to a file"
			return err
		}
	}
	return nil
}

// goodCount tells how many there are.
func goodCount(ctx context.Context, client *ssm.Client) error {
	s, err := loadSettings(ctx, client, "/orders")
	if err != nil {
		return err
	}
	log.Printf("%d settings, region %s", len(s.values), os.Getenv("AWS_REGION"))
	return nil
}

// badStartup logs the whole configuration, as many programs do.
func badStartup(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx, config.WithRegion("eu-west-1"))
	if err != nil {
		return fmt.Errorf("load configuration: %w", err)
	}
	store := NewStore(secretsmanager.NewFromConfig(cfg), time.Minute, zap.NewNop())
	var app struct {
		Port   int
		APIKey string
	}
	app.Port = 8080
	if app.APIKey, err = store.Get(ctx, "orders/api"); err != nil {
		return err
	}
	log.Printf("starting with %+v", app) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}
