package keys

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"sync"
)

// Index hashes what orders are searched by, with a key for each tenant.
// The keys never change: a hash of last year must still match.
type Index struct {
	ring *Ring

	mu   sync.Mutex
	keys map[string][]byte
}

// NewIndex returns an index without keys.
func NewIndex(ring *Ring) *Index {
	return &Index{ring: ring, keys: make(map[string][]byte)}
}

// Load unwraps the index key of a tenant.
func (x *Index) Load(ctx context.Context, tenant string, wrapped []byte) error {
	key, err := x.ring.Unwrap(ctx, tenant, wrapped)
	if err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.keys[tenant] = key
	return nil
}

// Hash returns the hash of a search term of a tenant.
func (x *Index) Hash(tenant, term string) []byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	h := hmac.New(sha256.New, x.keys[tenant])
	h.Write([]byte(term))
	return h.Sum(nil)
}
