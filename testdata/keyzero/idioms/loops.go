package idioms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

// badSecondTurn asks anew on each turn, and on the second one the answer differs.
func badSecondTurn(ctx context.Context, c *kms.Client, seen map[int]bool) error {
	var key []byte
	for i := range 2 {
		_, ok := seen[i]
		if !ok {
			out, err := c.GenerateDataKey(ctx, spec) // want "data key .* is not wiped on every path"
			if err != nil {
				return err
			}
			key = out.Plaintext
		}
		if ok {
			return nil
		}
		use(key)
		if i == 1 {
			clear(key)
		}
	}
	clear(key)
	return nil
}
