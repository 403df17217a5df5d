package limitations

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// deferredInLoop is right, and reported: the body of a loop over a function is a closure whose deferred calls
// belong to the function around it, and that is not followed.
func deferredInLoop(ctx context.Context, client *kms.Client, orders iter.Seq[[]byte], use func(key, order []byte)) error {
	for order := range orders {
		out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{}) // want "data key .* is never wiped"
		if err != nil {
			return err
		}
		defer clear(out.Plaintext)
		use(out.Plaintext, order)
	}
	return nil
}
