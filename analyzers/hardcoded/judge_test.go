package hardcoded

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"math/rand/v2"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
)

// TestIsRandom draws secrets in the usual encodings: nearly all must look random,
// and no name of anything may.
func TestIsRandom(t *testing.T) {
	rnd := rand.NewChaCha8([32]byte{1})
	for name, encode := range map[string]func([]byte) string{
		"hex":    hex.EncodeToString,
		"base64": base64.RawURLEncoding.EncodeToString,
		"base32": base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString,
	} {
		const draws = 1000
		random := 0
		for range draws {
			secret := make([]byte, 20)
			if _, err := rnd.Read(secret); err != nil {
				t.Fatal(err)
			}
			if isRandom(encode(secret)) {
				random++
			}
		}
		if random < draws*3/4 { // base32 has few figures
			t.Errorf("%s: %d of %d secrets look random", name, random, draws)
		}
	}
	for _, name := range []string{
		"", "a", "InvalidS3KeyPrefixFault", "ECDHE-RSA-AES256-GCM-SHA384", "RSAES_OAEP_SHA_256", "subscribe_to_x509_svids", "EC_prime256v1",
		"aws:x-amz-cek-alg", "application/vnd.oci.image.manifest.v1+json", "northamerica_northeast1", "X-Goog-Api-Key-2",
		"urn:ietf:params:oauth:grant-type:jwt-bearer", "ResourceRequestsPerSecond2xx4xx5xx", "oauth2_access_token_v2",
	} {
		if isRandom(name) {
			t.Errorf("%q looks random", name)
		}
	}
}

func TestShown(t *testing.T) {
	for name, want := range map[string]string{
		"dbPassword": "dbPassword", "DB_PASSWORD": "DB_PASSWORD", "": "a secret's name",
		"q8Zt3VnK7wLp": "a secret's name", "password hunter": "a secret's name",
	} {
		if got := shown(name); got != want {
			t.Errorf("shown(%q) = %q, want %q", name, got, want)
		}
	}
}

// FuzzJudge: whatever a text is, the same is said of it twice, and never the text
// itself.
func FuzzJudge(f *testing.F) {
	f.Add("password", "Tr0ub4dor&3")
	f.Add("apiKey", "q8Zt3VnK7wLp2XsR9dYb")
	f.Add("dsn", "postgres://app:Tr0ub4dor3@db.internal/orders")
	f.Add("Key\xff", "RWTx5Zr1tiHQLwG9keckT0c45M3AGeHD6IvimQHpyRywVWGbP1aVSGav")
	c := new(checker)
	scanner, err := literal.New(literal.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, value string) {
		v := c.judge(scanner, "", name, value)
		if again := c.judge(scanner, "", name, value); again != v {
			t.Fatalf("%+v, then %+v", v, again)
		}
		if v.category == "" {
			return
		}
		if v.at < 0 || v.at >= len(value) {
			t.Fatalf("at %d of %d", v.at, len(value))
		}
	})
}
