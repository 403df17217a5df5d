package envelope_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/envelope"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// TestConfidence has one finding each, and how sure it is.
func TestConfidence(t *testing.T) {
	const in = "&kms.GenerateDataKeyInput{EncryptionContext: bind}"
	for name, test := range map[string]struct {
		body     string
		category string
		want     rule.Confidence
	}{
		"a constant nonce for one message": {
			"out, _ := client.GenerateDataKey(ctx, " + in + ")\nw.Write(newGCM(out.Plaintext).Seal(out.CiphertextBlob, make([]byte, 12), data, nil))",
			"nonce", rule.Possible,
		},
		"a constant nonce for several": {
			"out, _ := client.GenerateDataKey(ctx, " + in + ")\naead := newGCM(out.Plaintext)\nfor some() { w.Write(aead.Seal(out.CiphertextBlob, make([]byte, 12), data, nil)) }",
			"nonce", rule.Certain,
		},
		"a constant nonce with a key for each": {
			"for some() {\nout, _ := client.GenerateDataKey(ctx, " + in + ")\nw.Write(newGCM(out.Plaintext).Seal(out.CiphertextBlob, make([]byte, 12), data, nil))\n}",
			"nonce", rule.Possible,
		},
		"a constant nonce with an old key": {
			"out, _ := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: data, KeyId: aws.String(\"alias/orders\"), EncryptionContext: bind})\nw.Write(newGCM(out.Plaintext).Seal(nil, make([]byte, 12), data, nil))",
			"nonce", rule.Certain,
		},
		"a lost key that a cipher uses": {
			"out, _ := client.GenerateDataKey(ctx, " + in + ")\nw.Write(newGCM(out.Plaintext).Seal(nil, newNonce(), data, nil))",
			"key-lost", rule.Certain,
		},
		"a lost key that something uses": {
			"out, _ := client.GenerateDataKey(ctx, " + in + ")\nw.Write(out.Plaintext)",
			"key-lost", rule.Likely,
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := checktest.NewWorld(t, fakes)
			u := w.Compile(t, "example.com/p", head+"func f(ctx context.Context, client *kms.Client, w io.Writer, data []byte, bind map[string]string) {\n"+test.body+"\n}\n")
			r := w.Analyze(t, envelope.New(), u)
			if len(r.Diagnostics) != 1 || r.Diagnostics[0].Category != test.category {
				t.Fatalf("findings %v, want one of category %s", r.Diagnostics, test.category)
			}
			if got := r.Details()[0].Confidence; got != test.want {
				t.Errorf("confidence %s, want %s", got, test.want)
			}
			u.RequireInside(t, r.Diagnostics[0])
		})
	}
}
