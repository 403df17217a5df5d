// Package cursors makes the marks by which clients ask for the next page of orders.
package cursors

import (
	"context"
	"encoding/base64"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// Cursors are encrypted, so that clients do not learn how many orders there are.
type Cursors struct {
	api   *kms.Client
	keyID string
}

// New returns cursors under the KMS key with that id, ARN or alias.
func New(api *kms.Client, keyID string) *Cursors { return &Cursors{api: api, keyID: keyID} }

// Next returns the cursor of a place.
func (c *Cursors) Next(ctx context.Context, place []byte) (string, error) {
	out, err := c.api.Encrypt(ctx, &kms.EncryptInput{
		KeyId:             &c.keyID,
		Plaintext:         place,
		EncryptionContext: map[string]string{"purpose": "cursor"},
	})
	if err != nil {
		return "", fmt.Errorf("make cursor: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(out.CiphertextBlob), nil
}

// Place returns the place of a cursor.
func (c *Cursors) Place(ctx context.Context, cursor string) ([]byte, error) {
	blob, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, fmt.Errorf("malformed cursor: %w", err)
	}
	out, err := c.api.Decrypt(ctx, &kms.DecryptInput{
		KeyId:             &c.keyID,
		CiphertextBlob:    blob,
		EncryptionContext: map[string]string{"purpose": "cursors"},
	})
	if err != nil {
		return nil, fmt.Errorf("open cursor: %w", err)
	}
	return out.Plaintext, nil
}
