package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go/middleware"
)

type GenerateDataKeyWithoutPlaintextInput struct {
	KeyId             *string
	DryRun            *bool
	EncryptionContext map[string]string
	GrantTokens       []string
	KeySpec           types.DataKeySpec
	NumberOfBytes     *int32
}

type GenerateDataKeyWithoutPlaintextOutput struct {
	CiphertextBlob []byte
	KeyId          *string
	KeyMaterialId  *string
	ResultMetadata middleware.Metadata
}

func (c *Client) GenerateDataKeyWithoutPlaintext(ctx context.Context, params *GenerateDataKeyWithoutPlaintextInput, optFns ...func(*Options)) (*GenerateDataKeyWithoutPlaintextOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &GenerateDataKeyWithoutPlaintextOutput{CiphertextBlob: random(64), KeyId: params.KeyId}, nil
}
