package idioms

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// opener is this program's own word for KMS.
type opener interface {
	Open(ctx context.Context, sealed []byte) ([]byte, error)
}

type kmsOpener struct{ client *kms.Client }

func (o kmsOpener) Open(ctx context.Context, sealed []byte) ([]byte, error) {
	out, err := o.client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: sealed})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func goodOpener(ctx context.Context, o opener) ([]byte, error) {
	sealed, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return nil, err
	}
	return o.Open(ctx, sealed)
}

// nothing opens nothing.
type nothing struct{}

func (nothing) Unwrap(sealed []byte) ([]byte, error) { return sealed, nil }

func badOpener(o nothing) ([]byte, error) {
	return o.Unwrap([]byte(os.Getenv("DB_PASSWORD"))) // want "secret DB_PASSWORD is read from the environment in the clear"
}

func goodReader(ctx context.Context, client *kms.Client) ([]byte, error) {
	sealed, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(os.Getenv("DB_PASSWORD"))))
	if err != nil {
		return nil, err
	}
	return kmsOpener{client}.Open(ctx, sealed)
}

func goodParts(ctx context.Context, client *kms.Client) (keys [][]byte, err error) {
	for _, part := range strings.Split(os.Getenv("SIGNING_KEYS"), ",") {
		sealed, err := base64.StdEncoding.DecodeString(part)
		if err != nil {
			return nil, err
		}
		key, err := kmsOpener{client}.Open(ctx, sealed)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func badParts() []string {
	return strings.Split(os.Getenv("SIGNING_KEYS"), ",") // want "secret SIGNING_KEYS is read from the environment in the clear"
}

// lazy decrypts when it is first asked.
type lazy struct {
	once   sync.Once
	sealed string
	plain  []byte
	err    error
}

func goodLazy() *lazy {
	return &lazy{sealed: os.Getenv("DB_PASSWORD")}
}

func (l *lazy) value(ctx context.Context, client *kms.Client) ([]byte, error) {
	l.once.Do(func() {
		var blob []byte
		if blob, l.err = base64.StdEncoding.DecodeString(l.sealed); l.err != nil {
			return
		}
		l.plain, l.err = kmsOpener{client}.Open(ctx, blob)
	})
	return l.plain, l.err
}

func input(sealed []byte) *kms.DecryptInput {
	return &kms.DecryptInput{CiphertextBlob: sealed}
}

func goodInput(ctx context.Context, client *kms.Client) ([]byte, error) {
	sealed, err := base64.StdEncoding.DecodeString(os.Getenv("DB_PASSWORD"))
	if err != nil {
		return nil, err
	}
	out, err := client.Decrypt(ctx, input(sealed))
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func goodGoroutine(ctx context.Context, client *kms.Client) <-chan []byte {
	found := make(chan []byte, 1)
	sealed := os.Getenv("DB_PASSWORD")
	go func() {
		defer close(found)
		blob, err := base64.StdEncoding.DecodeString(sealed)
		if err != nil {
			return
		}
		if plain, err := (kmsOpener{client}).Open(ctx, blob); err == nil {
			found <- plain
		}
	}()
	return found
}

func goodParsed(ctx context.Context, client *kms.Client) ([]byte, error) {
	var message struct {
		Key  string `json:"key"`
		Data []byte `json:"data"`
	}
	if err := json.Unmarshal([]byte(os.Getenv("DB_PASSWORD")), &message); err != nil {
		return nil, fmt.Errorf("DB_PASSWORD is not a message: %w", err)
	}
	return kmsOpener{client}.Open(ctx, message.Data)
}

// badErr shows in an error what it could not decrypt.
func badErr(ctx context.Context, client *kms.Client) ([]byte, error) {
	text := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf("decode %q: %w", text, err)
	}
	return kmsOpener{client}.Open(ctx, blob)
}

// badDevelopment decrypts nothing where there is no KMS.
func badDevelopment(ctx context.Context, client *kms.Client) ([]byte, error) {
	text := []byte(os.Getenv("DB_PASSWORD")) // want "secret DB_PASSWORD is read from the environment in the clear"
	if client == nil {
		return text, nil
	}
	return kmsOpener{client}.Open(ctx, text)
}
