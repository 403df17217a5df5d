// Package vault is a key service that keyzero knows from the configuration only.
//
// A line of it says that Unwrap returns a key:
//
//	corpus.test/testdata/keyzero/configured/vault.(*Client).Unwrap
package vault

import "context"

// Client talks to the vault.
type Client struct {
	call func(ctx context.Context, path string, body []byte) ([]byte, error)
}

// Unwrap returns the plain form of a wrapped key.
func (c *Client) Unwrap(ctx context.Context, wrapped []byte) ([]byte, error) {
	return c.call(ctx, "transit/unwrap", wrapped)
}

// Lookup returns a key of the vault's key-value store, by name.
func Lookup(ctx context.Context, c *Client, name string) (key []byte, version int, err error) {
	key, err = c.call(ctx, "kv/"+name, nil)
	return key, 1, err
}
