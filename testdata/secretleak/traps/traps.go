// Package traps has what looks like a leak, and is none.
package traps

import (
	"context"
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/x509"
	"database/sql"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

const secretName = "orders/db"

func fetch(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", fmt.Errorf("get secret %s: %w", id, err)
	}
	if out.SecretString == nil {
		return "", fmt.Errorf("secret %s has no string, version %s", aws.ToString(out.ARN), aws.ToString(out.VersionId))
	}
	return *out.SecretString, nil
}

func goodNames(ctx context.Context, client *secretsmanager.Client) (string, error) {
	log.Printf("fetching %s", secretName)
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		log.Printf("cannot fetch secret %q: %v", secretName, err)
		return "", err
	}
	slog.Info("fetched secret", "name", secretName, "length", len(secret), "empty", secret == "")
	return secret, nil
}

// goodNameFromEnvironment logs which secret is looked up.
func goodNameFromEnvironment(ctx context.Context, client *secretsmanager.Client) error {
	name := os.Getenv("DB_SECRET_ARN")
	log.Print("using ", name)
	_, err := fetch(ctx, client, name)
	return err
}

func goodError(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		return err
	}
	db, err := sql.Open("pgx", "postgres://admin:"+secret+"@db/orders")
	if err != nil {
		log.Printf("open: %v", err)
		return fmt.Errorf("open: %w", err)
	}
	return db.PingContext(ctx)
}

func goodMetadata(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(secretName)})
	if err != nil {
		return err
	}
	log.Print(*out.Name, *out.ARN, *out.VersionId, out.VersionStages, out.CreatedDate)
	log.Print(out.SecretString != nil, out.SecretBinary == nil, len(out.SecretBinary))
	return nil
}

func goodKeyID(ctx context.Context, client *kms.Client, blob []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, fmt.Errorf("decrypt %d bytes: %w", len(blob), err)
	}
	log.Print("decrypted with ", aws.ToString(out.KeyId))
	return out.Plaintext, nil
}

func goodCompared(w http.ResponseWriter, r *http.Request, client *secretsmanager.Client) {
	secret, err := fetch(r.Context(), client, "orders/webhook")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	given := r.Header.Get("X-Token")
	ok := subtle.ConstantTimeCompare([]byte(given), []byte(secret)) == 1
	log.Printf("token accepted: %t, equal %t", ok, given == secret)
	if !ok {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
}

func goodHeader(ctx context.Context, client *secretsmanager.Client, req *http.Request) error {
	secret, err := fetch(ctx, client, "orders/api")
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", secret))
	log.Printf("%s %s", req.Method, req.URL)
	return nil
}

func goodDSN(ctx context.Context, client *secretsmanager.Client) (*sql.DB, error) {
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		return nil, err
	}
	dsn := fmt.Sprintf("host=%s user=%s password=%s sslmode=require", "db", "admin", secret)
	log.Printf("connecting to host=%s user=%s", "db", "admin")
	return sql.Open("pgx", dsn)
}

type database struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
	Port     int    `json:"port"`
	DBName   string `json:"dbname"`
}

func goodMembers(ctx context.Context, client *secretsmanager.Client) (*database, error) {
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		return nil, err
	}
	var d database
	if err := json.Unmarshal([]byte(secret), &d); err != nil {
		return nil, fmt.Errorf("secret %s is no JSON: %w", secretName, err)
	}
	if d.Password == "" {
		return nil, errors.New("there is no password for " + d.Username)
	}
	log.Printf("connecting to %s:%d/%s as %s", d.Host, d.Port, d.DBName, d.Username)
	return &d, nil
}

func goodTypes(ctx context.Context, client *secretsmanager.Client) {
	secret, _ := fetch(ctx, client, secretName)
	log.Printf("%T %p %d %t", secret, &secret, len(secret), secret != "")
	log.Print(cap([]byte(secret)), strings.Count(secret, "\n"), strings.HasPrefix(secret, "{"))
}

func goodFingerprint(ctx context.Context, client *secretsmanager.Client) {
	secret, _ := fetch(ctx, client, secretName)
	sum := sha256.Sum256([]byte(secret))
	log.Printf("password has fingerprint %x", sum[:4])
}

// goodPublic logs the public half of a private key.
func goodPublic(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, "orders/key")
	if err != nil {
		return err
	}
	block, _ := pem.Decode([]byte(secret))
	if block == nil {
		return errors.New("no PEM")
	}
	key, err := x509.ParseECPrivateKey(block.Bytes)
	if err != nil {
		return err
	}
	der, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	log.Printf("%x %s", der, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
	return nil
}

func goodSignature(key *ecdsa.PrivateKey, digest []byte) error {
	sig, err := ecdsa.SignASN1(nil, key, digest)
	log.Printf("%x", sig)
	return err
}

func goodCounters(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParametersByPath(ctx, &ssm.GetParametersByPathInput{Path: aws.String("/orders"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	total, empty := 0, 0
	for _, p := range out.Parameters {
		total++
		if aws.ToString(p.Value) == "" {
			empty++
			log.Printf("parameter %s version %d is empty", aws.ToString(p.Name), p.Version)
		}
	}
	log.Printf("%d parameters, %d of them empty", total, empty)
	return nil
}

func goodDuration(ctx context.Context, client *secretsmanager.Client) (string, error) {
	start := time.Now()
	secret, err := fetch(ctx, client, secretName)
	log.Printf("fetched %s in %v: %v", secretName, time.Since(start), err)
	return secret, err
}

func goodFileName(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, secretName)
	if err != nil || secret == "" {
		return err
	}
	return os.WriteFile("/run/"+strings.ReplaceAll(secretName, "/", "-"), []byte(time.Now().String()), 0o600)
}

func goodCommandName(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "psql", "--host", "db", "--username", "admin")
	cmd.Stdin = strings.NewReader(secret)
	log.Print("running ", cmd.Args)
	return cmd.Run()
}

func goodUserinfo(ctx context.Context, client *secretsmanager.Client) (string, error) {
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		return "", err
	}
	u := url.URL{Scheme: "postgres", User: url.UserPassword("admin", secret), Host: "db"}
	log.Print("connecting to ", u.Redacted(), " as ", u.User.Username())
	return u.String(), nil
}

// goodParsedLevel reads a setting that is no text any more.
func goodParsedLevel(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, "orders/flags")
	if err != nil {
		return err
	}
	var flags struct {
		Enabled bool `json:"enabled"`
	}
	if err := json.Unmarshal([]byte(secret), &flags); err != nil {
		return err
	}
	log.Print("enabled: ", flags.Enabled)
	return nil
}

// goodStored writes the secret back to where secrets are kept.
func goodStored(ctx context.Context, client *secretsmanager.Client) error {
	secret, err := fetch(ctx, client, secretName)
	if err != nil {
		return err
	}
	out, err := client.PutSecretValue(ctx, &secretsmanager.PutSecretValueInput{SecretId: aws.String("orders/copy"), SecretString: &secret})
	if err != nil {
		return err
	}
	log.Print("stored ", *out.ARN, *out.VersionId)
	return nil
}

// passwordPolicy has a name with a word in it.
type passwordPolicy struct{ MinLength int }

func goodPolicy(passwordPolicy passwordPolicy, passwordResetURL, tokenType string) {
	log.Printf("%+v %s %s", passwordPolicy, passwordResetURL, tokenType)
}
