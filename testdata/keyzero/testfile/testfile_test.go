package testfile

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type fixedKey struct{ key []byte }

func (f fixedKey) GenerateDataKey(context.Context, *kms.GenerateDataKeyInput, ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error) {
	return &kms.GenerateDataKeyOutput{Plaintext: f.key}, nil
}

func TestWrappedKey(t *testing.T) {
	out, err := fixedKey{key: make([]byte, 32)}.GenerateDataKey(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Plaintext) != 32 {
		t.Errorf("got %d bytes, want 32", len(out.Plaintext))
	}
	if _, err := wrappedKey(t.Context(), kms.New(kms.Options{}), "alias/orders"); err == nil {
		t.Error("got no error of a client without a region")
	}
}
