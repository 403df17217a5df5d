package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
)

type GenerateRandomInput struct {
	CustomKeyStoreId *string
	NumberOfBytes    *int32
	Recipient        *types.RecipientInfo
}

type GenerateRandomOutput struct {
	CiphertextForRecipient []byte
	Plaintext              []byte
	ResultMetadata         middleware.Metadata
}

func (c *Client) GenerateRandom(ctx context.Context, params *GenerateRandomInput, optFns ...func(*Options)) (*GenerateRandomOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &GenerateRandomOutput{Plaintext: random(int(*params.NumberOfBytes))}, nil
}

// Serialize writes v on the wire, the secret member included.
func (v *GenerateRandomOutput) Serialize(s smithy.ShapeSerializer) {
	s.WriteStruct(smithy.NewSchema("GenerateRandomResponse"))
	if v.Plaintext != nil {
		s.WriteBlob(smithy.NewSchema("Plaintext"), v.Plaintext)
	}
	s.CloseStruct()
}
