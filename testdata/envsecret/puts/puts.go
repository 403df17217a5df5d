// Package puts holds names that say that what a program puts into an environment is secret.
package puts

import (
	"context"
	"encoding/base64"
	"errors"
	"os"
	"strconv"
	"syscall"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func badSetenv(token string) error {
	return os.Setenv("TFE_TOKEN", token) // want "secret TFE_TOKEN is put into the environment in the clear"
}

func goodSetenv(host string) error {
	return os.Setenv("TFE_HOST", host)
}

func badSyscall(token string) error {
	return syscall.Setenv("TFE_TOKEN", token) // want "secret TFE_TOKEN is put into the environment in the clear"
}

// badRestored puts a token there for a while.
func badRestored(token string, run func() error) error {
	if err := os.Setenv("TFE_TOKEN", token); err != nil { // want "secret TFE_TOKEN is put into the environment in the clear"
		return err
	}
	defer os.Unsetenv("TFE_TOKEN")
	return run()
}

func goodUnset() error {
	return errors.Join(os.Unsetenv("TFE_TOKEN"), syscall.Unsetenv("TFE_TOKEN"))
}

func goodEmpty() error {
	return os.Setenv("DB_PASSWORD", "")
}

func badLiteral() error {
	return os.Setenv("DB_PASSWORD", "orders") // want "secret DB_PASSWORD is put into the environment"
}

// goodReferences say where the secret is.
func goodReferences(account string) error {
	return errors.Join(
		os.Setenv("DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/db-AbCdEf"),
		os.Setenv("DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:"+account+":secret:orders/db-AbCdEf"),
		os.Setenv("DB_PASSWORD", "{{resolve:secretsmanager:orders/db:SecretString:password}}"),
		os.Setenv("DB_PASSWORD", "${ORDERS_DB_PASSWORD}"),
		os.Setenv("API_KEY", "ssm:/orders/api-key"),
		os.Setenv("VAULT_TOKEN", "/run/secrets/vault-token"),
	)
}

func goodHandle(path, arn string) error {
	return errors.Join(os.Setenv("DB_PASSWORD_FILE", path), os.Setenv("DB_SECRET_ARN", arn))
}

func goodSwitch(on bool) error {
	return os.Setenv("REQUIRE_TOKEN", strconv.FormatBool(on))
}

func goodCiphertext(ctx context.Context, client *kms.Client, keyID string, password []byte) error {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: &keyID, Plaintext: password})
	if err != nil {
		return err
	}
	return os.Setenv("DB_PASSWORD", base64.StdEncoding.EncodeToString(out.CiphertextBlob))
}

// badCiphertext encrypts, and then puts the other one there.
func badCiphertext(ctx context.Context, client *kms.Client, keyID string, password []byte) error {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: &keyID, Plaintext: password})
	if err != nil || len(out.CiphertextBlob) == 0 {
		return err
	}
	return os.Setenv("DB_PASSWORD", base64.StdEncoding.EncodeToString(password)) // want "secret DB_PASSWORD is put into the environment in the clear"
}

const tokenVar = "GITHUB_TOKEN"

func badConstant(token string) error {
	return os.Setenv(tokenVar, token) // want "secret GITHUB_TOKEN is put into the environment in the clear"
}

func set(key, value string) {
	if err := os.Setenv(key, value); err != nil {
		panic(err)
	}
}

func badWrapper(password string) {
	set("DB_PASSWORD", password) // want "secret DB_PASSWORD is put into the environment in the clear"
}

func goodWrapper(user string) {
	set("DB_USER", user)
	set("DB_PASSWORD", "")
}

// badCopied gives one secret variable another name.
func badCopied() error {
	password := os.Getenv("DB_PASSWORD")     // want "secret DB_PASSWORD is read from the environment in the clear"
	return os.Setenv("PGPASSWORD", password) // want "secret from environment variable DB_PASSWORD is put into the environment as PGPASSWORD"
}

// badRenamed gives it a name that hides what it is.
func badRenamed() error {
	password := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	return os.Setenv("EXTRA", password)  // want "secret from environment variable DB_PASSWORD is put into the environment as EXTRA"
}

func goodCopied() error {
	return os.Setenv("PGHOST", os.Getenv("DB_HOST"))
}

// goodPresence copies no more than that there is one.
func goodPresence() error {
	return os.Setenv("AUTHENTICATED", strconv.FormatBool(os.Getenv("GITHUB_TOKEN") != ""))
}

func badMap(token string) error {
	for name, value := range map[string]string{"CI": "true", "NPM_TOKEN": token} {
		if err := os.Setenv(name, value); err != nil { // want "secret NPM_TOKEN is put into the environment in the clear"
			return err
		}
	}
	return nil
}

func goodMap(home string) error {
	for name, value := range map[string]string{"CI": "true", "HOME": home, "NPM_TOKEN": ""} {
		if err := os.Setenv(name, value); err != nil {
			return err
		}
	}
	return nil
}

// badSaved puts a token there, and puts back what there was: that was there before.
func badSaved(token string, run func() error) error {
	saved, wasSet := os.LookupEnv("TFE_TOKEN")
	if err := os.Setenv("TFE_TOKEN", token); err != nil { // want "secret TFE_TOKEN is put into the environment in the clear"
		return err
	}
	defer func() {
		if wasSet {
			os.Setenv("TFE_TOKEN", saved)
		} else {
			os.Unsetenv("TFE_TOKEN")
		}
	}()
	return run()
}
