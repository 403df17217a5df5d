// Package backup copies the database, and seals the copies under a passphrase.
package backup

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"example.com/orders/internal/secrets"
)

// Manifest says how a copy is restored.
type Manifest struct {
	Host     string `json:"host"`
	Secret   string `json:"secret,omitempty"`
	Password string `json:"password,omitempty"`
}

// Seal encrypts a copy under the passphrase that a secret holds.
func Seal(ctx context.Context, api secrets.API, id, file string) error {
	passphrase, err := secrets.LoadToken(ctx, api, id)
	if err != nil {
		return err
	}
	return exec.CommandContext(ctx, "gpg", "--batch", "--passphrase", passphrase, "--symmetric", file).Run()
}

// Unseal decrypts it.
func Unseal(ctx context.Context, api secrets.API, id, file string) error {
	passphrase, err := secrets.LoadToken(ctx, api, id)
	if err != nil {
		return err
	}
	gpg := exec.CommandContext(ctx, "gpg", "--batch", "--passphrase-fd", "0", "--decrypt", file+".gpg")
	gpg.Stdin = strings.NewReader(passphrase)
	return gpg.Run()
}

// Describe writes beside a copy how to restore it.
func Describe(ctx context.Context, api secrets.API, id, file string) error {
	db, err := secrets.LoadDatabase(ctx, api, id)
	if err != nil {
		return err
	}
	manifest, err := json.Marshal(Manifest{Host: db.Host, Password: db.Password})
	if err != nil {
		return fmt.Errorf("describe %s: %w", file, err)
	}
	return os.WriteFile(file+".json", manifest, 0o600)
}

// DescribeSecret writes where the password is, for those who may read it.
func DescribeSecret(ctx context.Context, api secrets.API, id, file string) error {
	db, err := secrets.LoadDatabase(ctx, api, id)
	if err != nil {
		return err
	}
	manifest, err := json.Marshal(Manifest{Host: db.Host, Secret: id})
	if err != nil {
		return fmt.Errorf("describe %s: %w", file, err)
	}
	return os.WriteFile(file+".json", manifest, 0o600)
}
