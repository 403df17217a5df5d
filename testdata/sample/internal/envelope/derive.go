package envelope

import (
	"context"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha256"

	"example.com/orders/internal/keys"
)

// Token returns the keyed hash under which a card number is looked up.
func (b *Box) Token(ctx context.Context, tenant string, wrapped, card []byte) ([]byte, error) {
	unwrapped, err := b.ring.Unwrap(ctx, tenant, wrapped)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(unwrapped)
	var key [32]byte
	copy(key[:], unwrapped)
	return mac(&key, card), nil
}

// EmailToken is Token for addresses of customers.
func (b *Box) EmailToken(ctx context.Context, tenant string, wrapped, email []byte) ([]byte, error) {
	unwrapped, err := b.ring.Unwrap(ctx, tenant, wrapped)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(unwrapped)
	var key [32]byte
	defer clear(key[:])
	copy(key[:], unwrapped)
	return mac(&key, email), nil
}

func mac(key *[32]byte, data []byte) []byte {
	h := hmac.New(sha256.New, key[:])
	h.Write(data)
	return h.Sum(nil)
}

// ReportKey derives the key that reports of a tenant are signed with.
func (b *Box) ReportKey(ctx context.Context, tenant string, wrapped []byte) ([]byte, error) {
	key, err := b.ring.Unwrap(ctx, tenant, wrapped)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key)
	return hkdf.Key(sha256.New, key, []byte(tenant), "orders/reports", 32)
}

// LegacyReportKey derives it as the first release did, for reports of that time.
func (b *Box) LegacyReportKey(ctx context.Context, tenant string, wrapped []byte) ([]byte, error) {
	key, err := b.ring.Unwrap(ctx, tenant, wrapped)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key)
	return pbkdf2.Key(sha256.New, string(key), []byte(tenant), 600_000, 32)
}
