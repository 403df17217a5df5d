// Package strengths holds results that are keys for what is done with them, and results that are not.
//
// Decrypt and GenerateRandom return bytes. They are key material when they go to a cipher, a MAC, a KDF,
// a key parser or a holder of keys; here, in a callee, or in a caller.
package strengths

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/nacl/secretbox"
)

func toCipher(ctx context.Context, client *kms.Client, blob []byte) (cipher.Block, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return aes.NewCipher(out.Plaintext)
}

func toChaCha(ctx context.Context, client *kms.Client, blob []byte) (cipher.AEAD, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return chacha20poly1305.New(out.Plaintext)
}

func toSecretbox(ctx context.Context, client *kms.Client, blob, box []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	plain, ok := secretbox.Open(nil, box[24:], (*[24]byte)(box), (*[32]byte)(out.Plaintext))
	if !ok {
		return nil, errors.New("open box")
	}
	return plain, nil
}

func toHMAC(ctx context.Context, client *kms.Client, blob, body []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	mac := hmac.New(sha256.New, out.Plaintext)
	mac.Write(body)
	return mac.Sum(nil), nil
}

func toHMACWiped(ctx context.Context, client *kms.Client, blob, body []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	mac := hmac.New(sha256.New, out.Plaintext)
	mac.Write(body)
	return mac.Sum(nil), nil
}

func toHKDF(ctx context.Context, client *kms.Client, blob []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return hkdf.Key(sha256.New, out.Plaintext, nil, "orders", 32)
}

func toPBKDF2(ctx context.Context, client *kms.Client, blob, salt []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return pbkdf2.Key(sha256.New, string(out.Plaintext), salt, 600_000, 32) // want "string .*cannot be wiped"
}

func toPKCS8(ctx context.Context, client *kms.Client, blob []byte) (any, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return x509.ParsePKCS8PrivateKey(out.Plaintext)
}

func toSeed(ctx context.Context, client *kms.Client, blob []byte) (ed25519.PrivateKey, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return ed25519.NewKeyFromSeed(out.Plaintext), nil
}

func toECDH(ctx context.Context, client *kms.Client, blob []byte) (*ecdh.PrivateKey, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return ecdh.X25519().NewPrivateKey(out.Plaintext)
}

func toKeyPair(ctx context.Context, client *kms.Client, blob, cert []byte) (tls.Certificate, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert, out.Plaintext)
}

func toKeyPairWiped(ctx context.Context, client *kms.Client, blob, cert []byte) (tls.Certificate, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return tls.Certificate{}, err
	}
	defer clear(out.Plaintext)
	return tls.X509KeyPair(cert, out.Plaintext)
}

func toAlias(ctx context.Context, client *kms.Client, blob []byte) (cipher.Block, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	material := out.Plaintext
	return aes.NewCipher(material[:32])
}

func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

func open(key, sealed []byte) ([]byte, error) {
	aead, err := newAEAD(key)
	if err != nil {
		return nil, err
	}
	return aead.Open(nil, sealed[:12], sealed[12:], nil)
}

// inCallee is two calls away from the cipher.
func inCallee(ctx context.Context, client *kms.Client, blob, sealed []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return open(out.Plaintext, sealed)
}

func inCalleeWiped(ctx context.Context, client *kms.Client, blob, sealed []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return open(out.Plaintext, sealed)
}

func decrypt(ctx context.Context, client *kms.Client, blob []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}

// inCaller makes a key of what decrypt returns.
func inCaller(ctx context.Context, client *kms.Client, blob, sealed []byte) ([]byte, error) {
	key, err := decrypt(ctx, client, blob) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return open(key, sealed)
}

func inCallerWiped(ctx context.Context, client *kms.Client, blob, sealed []byte) ([]byte, error) {
	key, err := decrypt(ctx, client, blob)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	return open(key, sealed)
}

// inOtherCaller makes configuration of what the same decrypt returns.
func inOtherCaller(ctx context.Context, client *kms.Client, blob []byte) (cfg struct{ Endpoint string }, err error) {
	text, err := decrypt(ctx, client, blob)
	if err != nil {
		return cfg, err
	}
	return cfg, json.Unmarshal(text, &cfg)
}

// signer keeps the key that its other method signs with.
type signer struct {
	signingKey []byte
}

func (s *signer) load(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "stored in .* which nothing wipes"
	if err != nil {
		return err
	}
	s.signingKey = out.Plaintext
	return nil
}

func (s *signer) sign(body []byte) []byte {
	mac := hmac.New(sha256.New, s.signingKey)
	mac.Write(body)
	return mac.Sum(nil)
}

// closableSigner can be closed.
type closableSigner struct {
	signingKey []byte
}

func (s *closableSigner) load(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	s.signingKey = out.Plaintext
	return nil
}

func (s *closableSigner) sign(body []byte) []byte {
	mac := hmac.New(sha256.New, s.signingKey)
	mac.Write(body)
	return mac.Sum(nil)
}

func (s *closableSigner) Close() { clear(s.signingKey) }

// page keeps application data in a field.
type page struct {
	body []byte
}

func (p *page) load(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	p.body = out.Plaintext
	return nil
}

func (p *page) ServeHTTP(w http.ResponseWriter, _ *http.Request) { w.Write(p.body) }

func toJSON(ctx context.Context, client *kms.Client, blob []byte) (map[string]string, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	var settings map[string]string
	return settings, json.Unmarshal(out.Plaintext, &settings)
}

func toString(ctx context.Context, client *kms.Client, blob []byte) (string, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(out.Plaintext)), nil
}

func toEnvironment(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	return os.Setenv("DD_API_KEY", string(out.Plaintext))
}

func toFile(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	return os.WriteFile("config.yaml", out.Plaintext, 0o600)
}

// toMessage authenticates what it decrypted: data, under another key.
func toMessage(ctx context.Context, client *kms.Client, blob, key []byte) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(out.Plaintext)
	return mac.Sum(nil), nil
}

// toSealed encrypts what it decrypted: data, under another key.
func toSealed(ctx context.Context, client *kms.Client, blob, nonce []byte, aead cipher.AEAD) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, nonce, out.Plaintext, nil), nil
}

func toDigest(ctx context.Context, client *kms.Client, blob []byte) ([sha256.Size]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	return sha256.Sum256(out.Plaintext), nil
}

// reachable asks whether KMS would decrypt, and takes nothing.
func reachable(ctx context.Context, client *kms.Client, blob []byte) bool {
	_, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	return err == nil
}

func nonce(ctx context.Context, client *kms.Client, aead cipher.AEAD, order []byte) ([]byte, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(12)})
	if err != nil {
		return nil, err
	}
	return aead.Seal(random.Plaintext, random.Plaintext, order, nil), nil
}

func nonceArray(ctx context.Context, client *kms.Client, key *[32]byte, order []byte) ([]byte, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(24)})
	if err != nil {
		return nil, err
	}
	var nonce [24]byte
	copy(nonce[:], random.Plaintext)
	return secretbox.Seal(nonce[:], order, &nonce, key), nil
}

func salt(ctx context.Context, client *kms.Client, password string) ([]byte, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(16)})
	if err != nil {
		return nil, err
	}
	return pbkdf2.Key(sha256.New, password, random.Plaintext, 600_000, 32)
}

func iv(ctx context.Context, client *kms.Client, block cipher.Block) (cipher.Stream, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(aes.BlockSize)})
	if err != nil {
		return nil, err
	}
	return cipher.NewCTR(block, random.Plaintext), nil
}

func randomKey(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(32)}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(random.Plaintext)
}

func randomKeyWiped(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(32)})
	if err != nil {
		return nil, err
	}
	defer clear(random.Plaintext)
	return newAEAD(random.Plaintext)
}

// keyAndNonce cuts both from one buffer, which makes all of it a key.
func keyAndNonce(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: aws.Int32(44)}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	aead, err := newAEAD(random.Plaintext[:32])
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, random.Plaintext[32:], order, nil), nil
}

func randomBytes(ctx context.Context, client *kms.Client, n int32) ([]byte, error) {
	random, err := client.GenerateRandom(ctx, &kms.GenerateRandomInput{NumberOfBytes: &n})
	if err != nil {
		return nil, err
	}
	return random.Plaintext, nil
}

func randomKeyInCaller(ctx context.Context, client *kms.Client) (cipher.AEAD, error) {
	key, err := randomBytes(ctx, client, 32) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return newAEAD(key)
}

func randomNonceInCaller(ctx context.Context, client *kms.Client, aead cipher.AEAD, order []byte) ([]byte, error) {
	nonce, err := randomBytes(ctx, client, 12)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nonce, nonce, order, nil), nil
}

// keyOnOnePath uses the bytes as a key in one format and as text in the other.
func keyOnOnePath(ctx context.Context, client *kms.Client, blob, sealed []byte, format int) ([]byte, error) {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob}) // want "key .* is (never wiped|not wiped on every path)"
	if err != nil {
		return nil, err
	}
	if format == 1 {
		return out.Plaintext, nil
	}
	return open(out.Plaintext, sealed)
}
