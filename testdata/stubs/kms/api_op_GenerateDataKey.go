package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
)

type GenerateDataKeyInput struct {
	KeyId             *string
	DryRun            *bool
	EncryptionContext map[string]string
	GrantTokens       []string
	KeySpec           types.DataKeySpec
	NumberOfBytes     *int32
	Recipient         *types.RecipientInfo
}

type GenerateDataKeyOutput struct {
	CiphertextBlob         []byte
	CiphertextForRecipient []byte
	KeyId                  *string
	KeyMaterialId          *string
	Plaintext              []byte
	ResultMetadata         middleware.Metadata
}

func (c *Client) GenerateDataKey(ctx context.Context, params *GenerateDataKeyInput, optFns ...func(*Options)) (*GenerateDataKeyOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &GenerateDataKeyOutput{Plaintext: random(32), CiphertextBlob: random(64), KeyId: params.KeyId}, nil
}

// Serialize writes v on the wire, the secret member included.
func (v *GenerateDataKeyOutput) Serialize(s smithy.ShapeSerializer) {
	s.WriteStruct(smithy.NewSchema("GenerateDataKeyResponse"))
	if v.Plaintext != nil {
		s.WriteBlob(smithy.NewSchema("Plaintext"), v.Plaintext)
	}
	s.CloseStruct()
}
