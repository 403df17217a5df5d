package shapes

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"log"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/scrypt"
)

func goodSHA(ctx context.Context) {
	s := password(ctx)
	sum := sha256.Sum256([]byte(s))
	log.Printf("%x", sum)
	log.Print(hex.EncodeToString(sum[:4]))
	long := sha512.Sum512([]byte(s))
	log.Print(base64.StdEncoding.EncodeToString(long[:]))
}

func goodHash(ctx context.Context) {
	h := sha256.New()
	h.Write([]byte(password(ctx)))
	io.WriteString(h, password(ctx))
	fmt.Fprintf(h, "%s", password(ctx))
	log.Printf("%x", h.Sum(nil))
}

// badHashPrefix prints the secret before the hash: Sum appends.
func badHashPrefix(ctx context.Context) {
	h := sha256.New()
	log.Printf("%x", h.Sum([]byte(password(ctx)))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFNV(ctx context.Context) {
	h := fnv.New64a()
	h.Write([]byte(password(ctx)))
	log.Print(h.Sum64())
}

func goodHMAC(ctx context.Context, body []byte) {
	mac := hmac.New(sha256.New, []byte(password(ctx)))
	mac.Write(body)
	log.Print("signature ", hex.EncodeToString(mac.Sum(nil)))
}

// sign is how services sign webhooks.
func sign(secret string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

func goodSigned(ctx context.Context, body []byte) {
	log.Print(sign(password(ctx), body))
}

func badSigned(ctx context.Context, body []byte) {
	secret := password(ctx)
	log.Print(sign(secret, body), secret) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSlow(ctx context.Context, salt []byte) error {
	s := []byte(password(ctx))
	hash, err := bcrypt.GenerateFromPassword(s, bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	log.Printf("%s %x", hash, argon2.IDKey(s, salt, 1, 64*1024, 4, 32))
	key, err := scrypt.Key(s, salt, 32768, 8, 1, 32)
	log.Printf("%x", key)
	return err
}

func goodCompared(ctx context.Context, token string, hash []byte) {
	s := password(ctx)
	log.Print(subtle.ConstantTimeCompare([]byte(s), []byte(token)) == 1)
	log.Print(bcrypt.CompareHashAndPassword(hash, []byte(s)))
	log.Print(hmac.Equal([]byte(s), []byte(token)))
}

func goodEncrypted(ctx context.Context, key []byte) error {
	block, err := aes.NewCipher(key)
	if err != nil {
		return err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return err
	}
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return err
	}
	log.Printf("%x", aead.Seal(nonce, nonce, []byte(password(ctx)), nil))
	return nil
}

// goodKey encrypts under the secret.
func goodKey(ctx context.Context, text []byte) error {
	block, err := aes.NewCipher([]byte(password(ctx)))
	if err != nil {
		return err
	}
	out := make([]byte, len(text))
	cipher.NewCTR(block, make([]byte, block.BlockSize())).XORKeyStream(out, text)
	log.Printf("%x", out)
	return nil
}

// badBesideHash shows the hash and what it is of.
func badBesideHash(ctx context.Context) {
	s := password(ctx)
	sum := sha256.Sum256([]byte(s))
	log.Printf("%s:%x", s, sum) // want "secret from secretsmanager.GetSecretValue is logged"
}
