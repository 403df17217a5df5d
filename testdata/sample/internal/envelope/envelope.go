package envelope

import (
	"context"
	"fmt"

	"example.com/orders/internal/keys"
)

// Box seals and opens orders.
type Box struct {
	ring  *keys.Ring
	cache *keys.Cache
}

// NewBox returns a box that takes new keys from ring and old ones from cache.
func NewBox(ring *keys.Ring, cache *keys.Cache) *Box {
	return &Box{ring: ring, cache: cache}
}

// Seal encrypts an order under a new key.
func (b *Box) Seal(ctx context.Context, tenant string, plaintext []byte) (*Sealed, error) {
	key, err := b.ring.New(ctx, tenant)
	if err != nil {
		return nil, err
	}
	defer key.Close()
	ciphertext, err := seal(key.Bytes(), plaintext)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return &Sealed{WrappedKey: key.Wrapped(), Ciphertext: ciphertext}, nil
}

// SealAll encrypts the orders of an import under one key.
func (b *Box) SealAll(ctx context.Context, tenant string, plaintexts [][]byte) ([]*Sealed, error) {
	key, wrapped, err := b.ring.Generate(ctx, tenant)
	if err != nil {
		return nil, err
	}
	all := make([]*Sealed, 0, len(plaintexts))
	for i, plaintext := range plaintexts {
		ciphertext, err := seal(key, plaintext)
		if err != nil {
			return nil, fmt.Errorf("seal order %d: %w", i, err)
		}
		all = append(all, &Sealed{WrappedKey: wrapped, Ciphertext: ciphertext})
	}
	return all, nil
}

// Open decrypts an order.
func (b *Box) Open(ctx context.Context, tenant string, s *Sealed) (plaintext []byte, err error) {
	err = b.cache.With(ctx, tenant, s.WrappedKey, func(key []byte) error {
		plaintext, err = open(key, s.Ciphertext)
		return err
	})
	return plaintext, err
}

// Rotate encrypts an order anew, under a new key.
func (b *Box) Rotate(ctx context.Context, tenant string, s *Sealed) (*Sealed, error) {
	old, err := b.ring.Unwrap(ctx, tenant, s.WrappedKey)
	if err != nil {
		return nil, err
	}
	plaintext, err := open(old, s.Ciphertext)
	if err != nil {
		return nil, fmt.Errorf("rotate: %w", err)
	}
	keys.Wipe(old)
	rotated, err := b.Seal(ctx, tenant, plaintext)
	if err != nil {
		return nil, err
	}
	rotated.Search = s.Search
	return rotated, nil
}

// Verify reports whether an order still decrypts, without the cache.
func (b *Box) Verify(ctx context.Context, tenant string, s *Sealed) error {
	key, err := b.ring.Unwrap(ctx, tenant, s.WrappedKey)
	if err != nil {
		return err
	}
	_, err = open(key, s.Ciphertext)
	keys.Wipe(key)
	if err != nil {
		return fmt.Errorf("verify: %w", err)
	}
	return nil
}
