package testfile_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func TestClient(t *testing.T) {
	client := kms.New(kms.Options{Region: "eu-central-1"})
	out, err := client.GenerateDataKey(t.Context(), &kms.GenerateDataKeyInput{})
	if err != nil {
		t.Skip(err)
	}
	if out.Plaintext == nil {
		t.Error("no key")
	}
}
