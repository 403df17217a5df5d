package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
)

type DecryptInput struct {
	CiphertextBlob      []byte
	DryRun              *bool
	DryRunModifiers     []types.DryRunModifierType
	EncryptionAlgorithm types.EncryptionAlgorithmSpec
	EncryptionContext   map[string]string
	GrantTokens         []string
	KeyId               *string
	Recipient           *types.RecipientInfo
}

type DecryptOutput struct {
	CiphertextForRecipient []byte
	EncryptionAlgorithm    types.EncryptionAlgorithmSpec
	KeyId                  *string
	KeyMaterialId          *string
	Plaintext              []byte
	ResultMetadata         middleware.Metadata
}

func (c *Client) Decrypt(ctx context.Context, params *DecryptInput, optFns ...func(*Options)) (*DecryptOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &DecryptOutput{Plaintext: random(32), KeyId: params.KeyId}, nil
}

// Serialize writes v on the wire, the secret member included.
func (v *DecryptOutput) Serialize(s smithy.ShapeSerializer) {
	s.WriteStruct(smithy.NewSchema("DecryptResponse"))
	if v.Plaintext != nil {
		s.WriteBlob(smithy.NewSchema("Plaintext"), v.Plaintext)
	}
	s.CloseStruct()
}
