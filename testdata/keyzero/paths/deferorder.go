package paths

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// forgottenFirst runs its last deferred call first, and by then there is nothing left to clear.
func forgottenFirst(ctx context.Context, client *kms.Client, forget bool) error {
	out, err := client.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
	if err != nil {
		return err
	}
	key := out.Plaintext
	out = nil
	defer func() { clear(key) }()
	if forget {
		defer func() { key = nil }()
	}
	newAEAD(key)
	return nil
}

// clearedFirst defers the same in the other order.
func clearedFirst(ctx context.Context, client *kms.Client, wipe bool) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	key := out.Plaintext
	out = nil
	defer func() { key = nil }()
	if !wipe {
		clear(key)
		return nil
	}
	defer func() { clear(key) }()
	newAEAD(key)
	return nil
}
