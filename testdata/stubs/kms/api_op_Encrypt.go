package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go/middleware"
)

type EncryptInput struct {
	KeyId               *string
	Plaintext           []byte
	DryRun              *bool
	EncryptionAlgorithm types.EncryptionAlgorithmSpec
	EncryptionContext   map[string]string
	GrantTokens         []string
}

type EncryptOutput struct {
	CiphertextBlob      []byte
	EncryptionAlgorithm types.EncryptionAlgorithmSpec
	KeyId               *string
	ResultMetadata      middleware.Metadata
}

func (c *Client) Encrypt(ctx context.Context, params *EncryptInput, optFns ...func(*Options)) (*EncryptOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &EncryptOutput{CiphertextBlob: random(len(params.Plaintext) + 64), KeyId: params.KeyId}, nil
}
