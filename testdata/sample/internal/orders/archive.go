package orders

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"example.com/orders/internal/keys"
)

// Archive keeps closed orders in files and, for auditors, behind an HTTP endpoint.
type Archive struct {
	ring   *keys.Ring
	dir    string
	audit  string
	client *http.Client
}

// NewArchive returns an archive in dir, that sends copies to audit.
func NewArchive(ring *keys.Ring, dir, audit string) *Archive {
	return &Archive{ring: ring, dir: dir, audit: audit, client: http.DefaultClient}
}

// Keep writes a closed order to its file.
func (a *Archive) Keep(ctx context.Context, tenant, id string, order []byte) error {
	blob, err := a.seal(ctx, tenant, order)
	if err != nil {
		return fmt.Errorf("archive order %s: %w", id, err)
	}
	return os.WriteFile(filepath.Join(a.dir, id+".sealed"), blob, 0o600)
}

func (a *Archive) seal(ctx context.Context, tenant string, order []byte) ([]byte, error) {
	key, wrapped, err := a.ring.Generate(ctx, tenant)
	if err != nil {
		return nil, err
	}
	defer keys.Wipe(key)
	return sealBlob(key, wrapped, order)
}

// Send posts a closed order to the auditors.
func (a *Archive) Send(ctx context.Context, tenant, id string, order []byte) error {
	key, wrapped, err := a.ring.Generate(ctx, tenant)
	if err != nil {
		return fmt.Errorf("send order %s: %w", id, err)
	}
	defer keys.Wipe(key)
	blob, err := sealBlob(key, wrapped, order)
	if err != nil {
		return fmt.Errorf("send order %s: %w", id, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, a.audit, bytes.NewReader(blob))
	if err != nil {
		return fmt.Errorf("send order %s: %w", id, err)
	}
	resp, err := a.client.Do(req)
	if err != nil {
		return fmt.Errorf("send order %s: %w", id, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("send order %s: %s", id, resp.Status)
	}
	return nil
}

// sealBlob returns length of the wrapped key, wrapped key, nonce and ciphertext.
func sealBlob(key, wrapped, order []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, err
	}
	blob := append([]byte{byte(len(wrapped) >> 8), byte(len(wrapped))}, wrapped...)
	return aead.Seal(blob, nil, order, wrapped), nil
}
