package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go/middleware"
)

type ReEncryptInput struct {
	DestinationKeyId               *string
	CiphertextBlob                 []byte
	DestinationEncryptionAlgorithm types.EncryptionAlgorithmSpec
	DestinationEncryptionContext   map[string]string
	DryRun                         *bool
	DryRunModifiers                []types.DryRunModifierType
	GrantTokens                    []string
	SourceEncryptionAlgorithm      types.EncryptionAlgorithmSpec
	SourceEncryptionContext        map[string]string
	SourceKeyId                    *string
}

type ReEncryptOutput struct {
	CiphertextBlob                 []byte
	DestinationEncryptionAlgorithm types.EncryptionAlgorithmSpec
	DestinationKeyMaterialId       *string
	KeyId                          *string
	SourceEncryptionAlgorithm      types.EncryptionAlgorithmSpec
	SourceKeyId                    *string
	SourceKeyMaterialId            *string
	ResultMetadata                 middleware.Metadata
}

func (c *Client) ReEncrypt(ctx context.Context, params *ReEncryptInput, optFns ...func(*Options)) (*ReEncryptOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &ReEncryptOutput{CiphertextBlob: random(len(params.CiphertextBlob)), KeyId: params.DestinationKeyId}, nil
}
