package decrypted

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// settings holds two keys: one is only ever decrypted, and one is not.
type settings struct {
	sealedKey string
	mixedKey  string
	plainKey  string
}

func read() settings {
	return settings{
		sealedKey: os.Getenv("SEALED_API_KEY"),
		mixedKey:  os.Getenv("MIXED_API_KEY"), // want "secret MIXED_API_KEY is read from the environment in the clear"
		plainKey:  os.Getenv("PLAIN_API_KEY"), // want "secret PLAIN_API_KEY is read from the environment in the clear"
	}
}

func (s *settings) key(ctx context.Context, client *kms.Client) (string, error) {
	if s.sealedKey == "" {
		return s.plainKey, nil
	}
	return decrypt(ctx, client, s.sealedKey)
}

func (s *settings) mixed(ctx context.Context, client *kms.Client) (string, error) {
	return decrypt(ctx, client, s.mixedKey)
}

func (s *settings) authorize(req *http.Request) {
	req.Header.Set("Api-Key", s.mixedKey)
}

var sealedToken = os.Getenv("SESSION_TOKEN")

func token(ctx context.Context, client *kms.Client) (string, error) {
	return decrypt(ctx, client, sealedToken)
}

var openToken = os.Getenv("REFRESH_TOKEN") // want "secret REFRESH_TOKEN is read from the environment in the clear"

func refresh(ctx context.Context, client *kms.Client, req *http.Request) (string, error) {
	if req != nil {
		req.Header.Set("Authorization", openToken)
	}
	return decrypt(ctx, client, openToken)
}
