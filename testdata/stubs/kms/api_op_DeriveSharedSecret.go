package kms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
)

type DeriveSharedSecretInput struct {
	KeyAgreementAlgorithm types.KeyAgreementAlgorithmSpec
	KeyId                 *string
	PublicKey             []byte
	DryRun                *bool
	GrantTokens           []string
	Recipient             *types.RecipientInfo
}

type DeriveSharedSecretOutput struct {
	CiphertextForRecipient []byte
	KeyAgreementAlgorithm  types.KeyAgreementAlgorithmSpec
	KeyId                  *string
	KeyOrigin              types.OriginType
	SharedSecret           []byte
	ResultMetadata         middleware.Metadata
}

func (c *Client) DeriveSharedSecret(ctx context.Context, params *DeriveSharedSecretInput, optFns ...func(*Options)) (*DeriveSharedSecretOutput, error) {
	if err := c.invoke(ctx, optFns); err != nil {
		return nil, err
	}
	return &DeriveSharedSecretOutput{SharedSecret: random(32), KeyId: params.KeyId}, nil
}

// Serialize writes v on the wire, the secret member included.
func (v *DeriveSharedSecretOutput) Serialize(s smithy.ShapeSerializer) {
	s.WriteStruct(smithy.NewSchema("DeriveSharedSecretResponse"))
	if v.SharedSecret != nil {
		s.WriteBlob(smithy.NewSchema("SharedSecret"), v.SharedSecret)
	}
	s.CloseStruct()
}
