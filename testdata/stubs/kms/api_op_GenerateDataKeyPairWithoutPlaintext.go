package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go/middleware"
)

type GenerateDataKeyPairWithoutPlaintextInput struct {
	KeyId             *string
	KeyPairSpec       types.DataKeyPairSpec
	DryRun            *bool
	EncryptionContext map[string]string
	GrantTokens       []string
}

type GenerateDataKeyPairWithoutPlaintextOutput struct {
	KeyId                    *string
	KeyMaterialId            *string
	KeyPairSpec              types.DataKeyPairSpec
	PrivateKeyCiphertextBlob []byte
	PublicKey                []byte
	ResultMetadata           middleware.Metadata
}

func (c *Client) GenerateDataKeyPairWithoutPlaintext(ctx context.Context, params *GenerateDataKeyPairWithoutPlaintextInput, optFns ...func(*Options)) (*GenerateDataKeyPairWithoutPlaintextOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &GenerateDataKeyPairWithoutPlaintextOutput{PrivateKeyCiphertextBlob: random(256), PublicKey: random(91), KeyId: params.KeyId}, nil
}
