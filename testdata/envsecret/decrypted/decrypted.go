// Package decrypted holds variables whose value is ciphertext, which the program takes off before it uses them.
package decrypted

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"log"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func goodDecrypt(ctx context.Context, client *kms.Client) (string, error) {
	blob, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return "", err
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", err
	}
	return string(out.Plaintext), nil
}

// badDecrypt decrypts something else.
func badDecrypt(ctx context.Context, client *kms.Client, blob []byte) (string, string, error) {
	password := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", "", err
	}
	return password, string(out.Plaintext), nil
}

func goodChecked(ctx context.Context, client *kms.Client) ([]byte, error) {
	text, ok := os.LookupEnv("SIGNING_SECRET")
	if !ok || text == "" {
		return nil, errors.New("SIGNING_SECRET is not set")
	}
	blob, err := hex.DecodeString(strings.TrimSpace(text))
	if err != nil {
		return nil, err
	}
	input := &kms.DecryptInput{}
	input.CiphertextBlob = blob
	out, err := client.Decrypt(ctx, input)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func goodDecodedInto(ctx context.Context, client *kms.Client) ([]byte, error) {
	text := []byte(os.Getenv("SIGNING_SECRET"))
	blob := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
	n, err := base64.StdEncoding.Decode(blob, text)
	if err != nil {
		return nil, err
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob[:n]})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// badDecoded takes base64 for encryption.
func badDecoded() ([]byte, error) {
	return base64.StdEncoding.DecodeString(os.Getenv("SIGNING_SECRET")) // want "secret SIGNING_SECRET is read from the environment in the clear"
}

func badOneBranch(ctx context.Context, client *kms.Client) (string, error) {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
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

// badLocal skips the decryption on a developer's machine.
func badLocal(ctx context.Context, client *kms.Client, local bool) (string, error) {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	if local {
		return text, nil
	}
	return decrypt(ctx, client, text)
}

func badLogged(ctx context.Context, client *kms.Client) (string, error) {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	log.Printf("the password is %s", text)
	return decrypt(ctx, client, text)
}

func goodLoggedLength(ctx context.Context, client *kms.Client) (string, error) {
	text := os.Getenv("DB_PASSWORD")
	log.Printf("the password has %d bytes", len(text))
	return decrypt(ctx, client, text)
}

// badAfter uses it twice, in the clear as well.
func badAfter(ctx context.Context, client *kms.Client) (string, string, error) {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	plain, err := decrypt(ctx, client, text)
	return plain, text, err
}

func decrypt(ctx context.Context, client *kms.Client, text string) (string, error) {
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return "", err
	}
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", err
	}
	return string(out.Plaintext), nil
}

func goodHelper(ctx context.Context, client *kms.Client) (string, error) {
	return decrypt(ctx, client, os.Getenv("DB_PASSWORD"))
}

func goodEitherHelper(ctx context.Context, client *kms.Client, old bool) (string, error) {
	text := os.Getenv("DB_PASSWORD")
	if old {
		return decrypt(ctx, client, strings.TrimPrefix(text, "kms:"))
	}
	return decrypt(ctx, client, text)
}

// decryptIfMarked decrypts what has the mark, and lets anything else pass.
func decryptIfMarked(ctx context.Context, client *kms.Client, text string) (string, error) {
	sealed, ok := strings.CutPrefix(text, "kms:")
	if !ok {
		return text, nil
	}
	return decrypt(ctx, client, sealed)
}

func badHelperIfMarked(ctx context.Context, client *kms.Client) (string, error) {
	return decryptIfMarked(ctx, client, os.Getenv("DB_PASSWORD")) // want "secret DB_PASSWORD is read from the environment in the clear"
}

// decryptMarked decrypts what has the mark, and refuses anything else.
func decryptMarked(ctx context.Context, client *kms.Client, text string) (string, error) {
	sealed, ok := strings.CutPrefix(text, "kms:")
	if !ok {
		return "", errors.New("not encrypted")
	}
	return decrypt(ctx, client, sealed)
}

func goodHelperMarked(ctx context.Context, client *kms.Client) (string, error) {
	return decryptMarked(ctx, client, os.Getenv("DB_PASSWORD"))
}

// decrypted is a wrapper that reads and decrypts.
func decrypted(ctx context.Context, client *kms.Client, name string) (string, error) {
	return decrypt(ctx, client, os.Getenv(name))
}

func goodWrapper(ctx context.Context, client *kms.Client) (string, error) {
	return decrypted(ctx, client, "DB_PASSWORD")
}

type decrypter interface {
	Decrypt(ctx context.Context, in *kms.DecryptInput, optFns ...func(*kms.Options)) (*kms.DecryptOutput, error)
}

func goodInterface(ctx context.Context, api decrypter) ([]byte, error) {
	blob, err := base64.StdEncoding.DecodeString(os.Getenv("API_KEY"))
	if err != nil {
		return nil, err
	}
	out, err := api.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	return bytes.TrimSpace(out.Plaintext), nil
}

func goodClosure(ctx context.Context, client *kms.Client) (user, password string, err error) {
	read := func(name string) string {
		if err != nil {
			return ""
		}
		var plain string
		plain, err = decrypt(ctx, client, os.Getenv(name))
		return plain
	}
	user, password = read("DB_USER"), read("DB_PASSWORD")
	return user, password, err
}

func goodTable(ctx context.Context, client *kms.Client) (map[string]string, error) {
	plain := make(map[string]string)
	for _, name := range []string{"DB_PASSWORD", "API_TOKEN"} {
		text, err := decrypt(ctx, client, os.Getenv(name))
		if err != nil {
			return nil, err
		}
		plain[name] = text
	}
	return plain, nil
}
