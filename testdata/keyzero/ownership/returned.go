// Package ownership holds keys that change hands.
package ownership

import (
	"context"
	"crypto/aes"
	"crypto/cipher"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// NewKey has no caller here: whoever calls it inherits the key.
func NewKey(ctx context.Context, client *kms.Client) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

func newNamed(ctx context.Context, client *kms.Client) (key, wrapped []byte, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return
	}
	key, wrapped = out.Plaintext, out.CiphertextBlob
	return
}

func named(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, _, err := newNamed(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func namedWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, _, err := newNamed(ctx, client)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return newAEAD(key)
}

func onlyWrapped(ctx context.Context, client *kms.Client) ([]byte, error) {
	_, wrapped, err := newNamed(ctx, client) // want "data key .* is never wiped"
	return wrapped, err
}

type dataKey struct {
	plain   []byte
	wrapped []byte
}

func newDataKey(ctx context.Context, client *kms.Client) (*dataKey, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	return &dataKey{plain: out.Plaintext, wrapped: out.CiphertextBlob}, nil
}

func inStruct(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := newDataKey(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key.plain)
}

func inStructWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := newDataKey(ctx, client)
	if err != nil {
		return nil, err
	}
	defer clear(key.plain)
	return newAEAD(key.plain)
}

func inStructWrongField(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := newDataKey(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	defer clear(key.wrapped)
	return newAEAD(key.plain)
}

// Material is what a keyring returns: by value, with the key in it.
type Material struct {
	KeyID   string
	Key     []byte
	Wrapped []byte
}

func newMaterial(ctx context.Context, client *kms.Client) (m Material, err error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return m, err
	}
	m.Key = out.Plaintext
	m.Wrapped = out.CiphertextBlob
	return m, nil
}

func byValue(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	m, err := newMaterial(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(m.Key)
}

func byValueWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	m, err := newMaterial(ctx, client)
	if err != nil {
		return nil, err
	}
	defer clear(m.Key)
	return newAEAD(m.Key)
}

// Keyring hides where keys come from.
type Keyring interface {
	DataKey(ctx context.Context) (plain, wrapped []byte, err error)
}

type kmsKeyring struct {
	client *kms.Client
}

var _ Keyring = (*kmsKeyring)(nil)

func (k *kmsKeyring) DataKey(ctx context.Context) (plain, wrapped []byte, err error) {
	out, err := k.client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, nil, err
	}
	return out.Plaintext, out.CiphertextBlob, nil
}

func throughInterface(ctx context.Context, ring Keyring) (cipher.AEAD, error) {
	key, _, err := ring.DataKey(ctx) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func throughInterfaceWiped(ctx context.Context, ring Keyring) (cipher.AEAD, error) {
	key, _, err := ring.DataKey(ctx)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return newAEAD(key)
}

// fill gives the key to the caller's struct.
func fill(ctx context.Context, client *kms.Client, into *dataKey) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	into.plain, into.wrapped = out.Plaintext, out.CiphertextBlob
	return nil
}

func filled(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	var key dataKey
	defer func() { clear(key.plain) }()
	if err := fill(ctx, client, &key); err != nil {
		return nil, err
	}
	return newAEAD(key.plain)
}
