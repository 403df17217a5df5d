package keys

import (
	"context"
	"sync"
	"time"
)

// Cache keeps keys for a while, so that a burst of reads costs one call of KMS.
type Cache struct {
	ring *Ring
	ttl  time.Duration

	mu      sync.Mutex
	entries map[string]*entry
}

type entry struct {
	key     []byte
	expires time.Time
}

// NewCache returns an empty cache in front of ring.
func NewCache(ring *Ring, ttl time.Duration) *Cache {
	return &Cache{ring: ring, ttl: ttl, entries: make(map[string]*entry)}
}

// With calls use with the plain form of a wrapped key. The key is valid during the call.
func (c *Cache) With(ctx context.Context, tenant string, wrapped []byte, use func(key []byte) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sweep(time.Now())
	if e, ok := c.entries[string(wrapped)]; ok {
		return use(e.key)
	}
	key, err := c.ring.Unwrap(ctx, tenant, wrapped)
	if err != nil {
		return err
	}
	c.entries[string(wrapped)] = &entry{key: key, expires: time.Now().Add(c.ttl)}
	return use(key)
}

// Close forgets every key.
func (c *Cache) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sweep(time.Now().Add(c.ttl))
	return nil
}

func (c *Cache) sweep(now time.Time) {
	for id, e := range c.entries {
		if !now.Before(e.expires) {
			Wipe(e.key)
			delete(c.entries, id)
		}
	}
}
