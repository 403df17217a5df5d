package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
)

type GenerateDataKeyPairInput struct {
	KeyId             *string
	KeyPairSpec       types.DataKeyPairSpec
	DryRun            *bool
	EncryptionContext map[string]string
	GrantTokens       []string
	Recipient         *types.RecipientInfo
}

type GenerateDataKeyPairOutput struct {
	CiphertextForRecipient   []byte
	KeyId                    *string
	KeyMaterialId            *string
	KeyPairSpec              types.DataKeyPairSpec
	PrivateKeyCiphertextBlob []byte
	PrivateKeyPlaintext      []byte
	PublicKey                []byte
	ResultMetadata           middleware.Metadata
}

func (c *Client) GenerateDataKeyPair(ctx context.Context, params *GenerateDataKeyPairInput, optFns ...func(*Options)) (*GenerateDataKeyPairOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &GenerateDataKeyPairOutput{PrivateKeyPlaintext: random(138), PrivateKeyCiphertextBlob: random(256), PublicKey: random(91), KeyId: params.KeyId}, nil
}

// Serialize writes v on the wire, the secret member included.
func (v *GenerateDataKeyPairOutput) Serialize(s smithy.ShapeSerializer) {
	s.WriteStruct(smithy.NewSchema("GenerateDataKeyPairResponse"))
	if v.PrivateKeyPlaintext != nil {
		s.WriteBlob(smithy.NewSchema("PrivateKeyPlaintext"), v.PrivateKeyPlaintext)
	}
	s.CloseStruct()
}
