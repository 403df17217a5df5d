package acquire

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

// DataKeyAPI is the one operation this package needs of KMS.
type DataKeyAPI interface {
	GenerateDataKey(ctx context.Context, in *kms.GenerateDataKeyInput, optFns ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error)
}

var _ DataKeyAPI = (*kms.Client)(nil)

func throughInterface(ctx context.Context, api DataKeyAPI, order []byte) ([]byte, error) {
	out, err := api.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func throughInterfaceWiped(ctx context.Context, api DataKeyAPI, order []byte) ([]byte, error) {
	out, err := api.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

func throughMethodValue(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	generate := client.GenerateDataKey
	out, err := generate(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func throughMethodExpression(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	generate := (*kms.Client).GenerateDataKey
	out, err := generate(client, ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

type generateFunc func(context.Context, *kms.GenerateDataKeyInput, ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error)

// generateDataKey is a variable so that tests can replace it.
var generateDataKey = func(ctx context.Context, client *kms.Client) (*kms.GenerateDataKeyOutput, error) {
	return client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256})
}

func throughPackageVar(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := generateDataKey(ctx, client) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func throughPackageVarWiped(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := generateDataKey(ctx, client)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

func throughParameter(ctx context.Context, generate generateFunc, order []byte) ([]byte, error) {
	out, err := generate(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

type vault struct {
	generate generateFunc
	client   DataKeyAPI
}

func (v *vault) throughFuncField(ctx context.Context, order []byte) ([]byte, error) {
	out, err := v.generate(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func (v *vault) throughInterfaceField(ctx context.Context, order []byte) ([]byte, error) {
	out, err := v.client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

// auditedClient embeds the client and returns its outputs, as wrappers for retries and metrics do.
type auditedClient struct {
	*kms.Client
	audit func(operation string)
}

func (c *auditedClient) GenerateDataKey(ctx context.Context, in *kms.GenerateDataKeyInput, optFns ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error) {
	c.audit("GenerateDataKey")
	return c.Client.GenerateDataKey(ctx, in, optFns...)
}

func throughWrapper(ctx context.Context, c *auditedClient, order []byte) ([]byte, error) {
	out, err := c.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

// throughPromoted calls the method that auditedClient does not override.
func throughPromoted(ctx context.Context, c *auditedClient, keyID string) ([]byte, error) {
	pair, err := c.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{KeyId: &keyID}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return pair.PublicKey, nil
}

// outage is a mock: its results are keys like any others.
type outage struct{ after int }

func (o *outage) GenerateDataKey(context.Context, *kms.GenerateDataKeyInput, ...func(*kms.Options)) (*kms.GenerateDataKeyOutput, error) {
	if o.after--; o.after < 0 {
		return nil, errors.New("kms: throttled")
	}
	return &kms.GenerateDataKeyOutput{Plaintext: make([]byte, 32)}, nil
}

func throughMock(ctx context.Context, order []byte) ([]byte, error) {
	mock := &outage{after: 1}
	out, err := mock.GenerateDataKey(ctx, nil) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

// newDataKey returns the SDK's output: whoever calls it has the key.
func newDataKey(ctx context.Context, api DataKeyAPI, keyID string) (*kms.GenerateDataKeyOutput, error) {
	return api.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: &keyID, KeySpec: types.DataKeySpecAes256})
}

func throughHelper(ctx context.Context, api DataKeyAPI, order []byte) ([]byte, error) {
	out, err := newDataKey(ctx, api, "alias/orders") // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func throughHelperWiped(ctx context.Context, api DataKeyAPI, order []byte) ([]byte, error) {
	out, err := newDataKey(ctx, api, "alias/orders")
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}
