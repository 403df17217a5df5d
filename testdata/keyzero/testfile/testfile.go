// Package testfile has the same function in a test and out of one: the keys of tests are of nobody's data.
package testfile

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func wrappedKey(ctx context.Context, client *kms.Client, keyID string) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}
