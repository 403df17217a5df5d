// Package settings holds what the program was told, and uses it.
package settings

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/kms"

	"corpus.test/testdata/envsecret/crosspkg/vault"
)

// Settings of a client.
type Settings struct {
	APIKey    string // in the clear
	KMSAPIKey string // base64 of ciphertext
}

// Authorize adds the key to req.
func (s Settings) Authorize(ctx context.Context, client *kms.Client, req *http.Request) error {
	key := s.APIKey
	if s.KMSAPIKey != "" {
		var err error
		if key, err = vault.Decrypt(ctx, client, s.KMSAPIKey); err != nil {
			return err
		}
	}
	req.Header.Set("Api-Key", key)
	return nil
}
