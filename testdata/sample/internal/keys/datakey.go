package keys

import "context"

// DataKey is a data key with an owner, who closes it.
type DataKey struct {
	plain   []byte
	wrapped []byte
}

// New returns a new data key of the tenant.
func (r *Ring) New(ctx context.Context, tenant string) (*DataKey, error) {
	plain, wrapped, err := r.Generate(ctx, tenant)
	if err != nil {
		return nil, err
	}
	return &DataKey{plain: plain, wrapped: wrapped}, nil
}

// Bytes returns the plain key, which is gone after Close.
func (k *DataKey) Bytes() []byte { return k.plain }

// Wrapped returns the key as KMS wrapped it.
func (k *DataKey) Wrapped() []byte { return k.wrapped }

// Close wipes the key.
func (k *DataKey) Close() error {
	Wipe(k.plain)
	k.plain = nil
	return nil
}
