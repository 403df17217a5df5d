// Package only imports nothing that deals in keys but what the configuration names.
package only

import (
	"context"

	"corpus.test/testdata/keyzero/configured/vault"
)

func forgotten(ctx context.Context, c *vault.Client, wrapped []byte) (int, error) {
	key, err := c.Unwrap(ctx, wrapped) // want "key .* is never wiped"
	if err != nil {
		return 0, err
	}
	return len(key), nil
}
