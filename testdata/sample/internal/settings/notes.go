package settings

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// Notes are short texts that KMS itself encrypts.
type Notes struct {
	api   *kms.Client
	keyID string
}

// NewNotes returns the notes under the KMS key with that id, ARN or alias.
func NewNotes(api *kms.Client, keyID string) *Notes { return &Notes{api: api, keyID: keyID} }

// maxNote is what KMS encrypts at most.
const maxNote = 4096

var errLong = errors.New("a note has 4,096 bytes at most")

// Seal encrypts a note of a tenant.
func (n *Notes) Seal(ctx context.Context, tenant string, note []byte) ([]byte, error) {
	if len(note) > maxNote {
		return nil, errLong
	}
	out, err := n.api.Encrypt(ctx, &kms.EncryptInput{
		KeyId:             &n.keyID,
		Plaintext:         note,
		EncryptionContext: map[string]string{"tenant": tenant},
	})
	if err != nil {
		return nil, fmt.Errorf("seal note: %w", err)
	}
	return out.CiphertextBlob, nil
}

// SealLogo encrypts a tenant's logo.
func (n *Notes) SealLogo(ctx context.Context, tenant string, logo *[64 * 64]uint32) ([]byte, error) {
	pixels := make([]byte, 4*len(logo))
	for i, p := range logo {
		pixels[4*i], pixels[4*i+1], pixels[4*i+2], pixels[4*i+3] = byte(p>>24), byte(p>>16), byte(p>>8), byte(p)
	}
	out, err := n.api.Encrypt(ctx, &kms.EncryptInput{
		KeyId:             &n.keyID,
		Plaintext:         pixels,
		EncryptionContext: map[string]string{"tenant": tenant},
	})
	if err != nil {
		return nil, fmt.Errorf("seal logo: %w", err)
	}
	return out.CiphertextBlob, nil
}

// SealTerms encrypts a tenant's terms of sale.
func (n *Notes) SealTerms(ctx context.Context, tenant string, terms io.Reader) ([]byte, error) {
	text, err := io.ReadAll(terms)
	if err != nil {
		return nil, fmt.Errorf("read terms: %w", err)
	}
	out, err := n.api.Encrypt(ctx, &kms.EncryptInput{
		KeyId:             &n.keyID,
		Plaintext:         text,
		EncryptionContext: map[string]string{"tenant": tenant},
	})
	if err != nil {
		return nil, fmt.Errorf("seal terms: %w", err)
	}
	return out.CiphertextBlob, nil
}

// SealNotice encrypts a notice to all tenants.
func (n *Notes) SealNotice(ctx context.Context, notice []byte) ([]byte, error) {
	if len(notice) > maxNote {
		return nil, errLong
	}
	out, err := n.api.Encrypt(ctx, &kms.EncryptInput{KeyId: &n.keyID, Plaintext: notice})
	if err != nil {
		return nil, fmt.Errorf("seal notice: %w", err)
	}
	return out.CiphertextBlob, nil
}

// Open decrypts a note of a tenant.
func (n *Notes) Open(ctx context.Context, tenant string, sealed []byte) (string, error) {
	out, err := n.api.Decrypt(ctx, &kms.DecryptInput{
		KeyId:             &n.keyID,
		CiphertextBlob:    sealed,
		EncryptionContext: map[string]string{"tenant": tenant},
	})
	if err != nil {
		return "", fmt.Errorf("open note: %w", err)
	}
	defer clear(out.Plaintext)
	return string(out.Plaintext), nil
}

// OpenAny decrypts a note under whatever key it was sealed.
func (n *Notes) OpenAny(ctx context.Context, tenant string, sealed []byte) (string, error) {
	out, err := n.api.Decrypt(ctx, &kms.DecryptInput{
		CiphertextBlob:    sealed,
		EncryptionContext: map[string]string{"tenant": tenant},
	})
	if err != nil {
		return "", fmt.Errorf("open note: %w", err)
	}
	defer clear(out.Plaintext)
	return string(out.Plaintext), nil
}
