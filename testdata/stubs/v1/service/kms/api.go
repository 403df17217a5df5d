package kms

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/request"
)

const (
	DataKeySpecAes256 = "AES_256"
	DataKeySpecAes128 = "AES_128"

	DataKeyPairSpecEccNistP256 = "ECC_NIST_P256"
)

// RecipientInfo names the enclave a response is encrypted for.
type RecipientInfo struct {
	_ struct{} `type:"structure"`

	AttestationDocument    []byte  `min:"1" type:"blob"`
	KeyEncryptionAlgorithm *string `type:"string" enum:"KeyEncryptionMechanism"`
}

type DecryptInput struct {
	_ struct{} `type:"structure"`

	CiphertextBlob      []byte             `min:"1" type:"blob" required:"true"`
	DryRun              *bool              `type:"boolean"`
	EncryptionAlgorithm *string            `type:"string" enum:"EncryptionAlgorithmSpec"`
	EncryptionContext   map[string]*string `type:"map"`
	GrantTokens         []*string          `type:"list"`
	KeyId               *string            `min:"1" type:"string"`
	Recipient           *RecipientInfo     `type:"structure"`
}

type DecryptOutput struct {
	_ struct{} `type:"structure"`

	CiphertextForRecipient []byte  `min:"1" type:"blob"`
	EncryptionAlgorithm    *string `type:"string" enum:"EncryptionAlgorithmSpec"`
	KeyId                  *string `min:"1" type:"string"`
	Plaintext              []byte  `min:"1" type:"blob" sensitive:"true"`
}

func (c *KMS) DecryptRequest(input *DecryptInput) (req *request.Request, output *DecryptOutput) {
	output = &DecryptOutput{Plaintext: make([]byte, 32)}
	req = c.newRequest(&request.Operation{Name: "Decrypt", HTTPMethod: "POST", HTTPPath: "/"}, input, output)
	return
}

func (c *KMS) Decrypt(input *DecryptInput) (*DecryptOutput, error) {
	req, out := c.DecryptRequest(input)
	return out, req.Send()
}

func (c *KMS) DecryptWithContext(ctx aws.Context, input *DecryptInput, opts ...request.Option) (*DecryptOutput, error) {
	req, out := c.DecryptRequest(input)
	req.SetContext(ctx)
	req.ApplyOptions(opts...)
	return out, req.Send()
}

type EncryptInput struct {
	_ struct{} `type:"structure"`

	DryRun              *bool              `type:"boolean"`
	EncryptionAlgorithm *string            `type:"string" enum:"EncryptionAlgorithmSpec"`
	EncryptionContext   map[string]*string `type:"map"`
	GrantTokens         []*string          `type:"list"`
	KeyId               *string            `min:"1" type:"string" required:"true"`
	Plaintext           []byte             `min:"1" type:"blob" required:"true" sensitive:"true"`
}

type EncryptOutput struct {
	_ struct{} `type:"structure"`

	CiphertextBlob      []byte  `min:"1" type:"blob"`
	EncryptionAlgorithm *string `type:"string" enum:"EncryptionAlgorithmSpec"`
	KeyId               *string `min:"1" type:"string"`
}

func (c *KMS) EncryptRequest(input *EncryptInput) (req *request.Request, output *EncryptOutput) {
	output = &EncryptOutput{CiphertextBlob: make([]byte, 64)}
	req = c.newRequest(&request.Operation{Name: "Encrypt", HTTPMethod: "POST", HTTPPath: "/"}, input, output)
	return
}

func (c *KMS) Encrypt(input *EncryptInput) (*EncryptOutput, error) {
	req, out := c.EncryptRequest(input)
	return out, req.Send()
}

func (c *KMS) EncryptWithContext(ctx aws.Context, input *EncryptInput, opts ...request.Option) (*EncryptOutput, error) {
	req, out := c.EncryptRequest(input)
	req.SetContext(ctx)
	req.ApplyOptions(opts...)
	return out, req.Send()
}

type GenerateDataKeyInput struct {
	_ struct{} `type:"structure"`

	DryRun            *bool              `type:"boolean"`
	EncryptionContext map[string]*string `type:"map"`
	GrantTokens       []*string          `type:"list"`
	KeyId             *string            `min:"1" type:"string" required:"true"`
	KeySpec           *string            `type:"string" enum:"DataKeySpec"`
	NumberOfBytes     *int64             `min:"1" type:"integer"`
	Recipient         *RecipientInfo     `type:"structure"`
}

type GenerateDataKeyOutput struct {
	_ struct{} `type:"structure"`

	CiphertextBlob         []byte  `min:"1" type:"blob"`
	CiphertextForRecipient []byte  `min:"1" type:"blob"`
	KeyId                  *string `min:"1" type:"string"`
	Plaintext              []byte  `min:"1" type:"blob" sensitive:"true"`
}

func (c *KMS) GenerateDataKeyRequest(input *GenerateDataKeyInput) (req *request.Request, output *GenerateDataKeyOutput) {
	output = &GenerateDataKeyOutput{Plaintext: make([]byte, 32), CiphertextBlob: make([]byte, 64)}
	req = c.newRequest(&request.Operation{Name: "GenerateDataKey", HTTPMethod: "POST", HTTPPath: "/"}, input, output)
	return
}

func (c *KMS) GenerateDataKey(input *GenerateDataKeyInput) (*GenerateDataKeyOutput, error) {
	req, out := c.GenerateDataKeyRequest(input)
	return out, req.Send()
}

func (c *KMS) GenerateDataKeyWithContext(ctx aws.Context, input *GenerateDataKeyInput, opts ...request.Option) (*GenerateDataKeyOutput, error) {
	req, out := c.GenerateDataKeyRequest(input)
	req.SetContext(ctx)
	req.ApplyOptions(opts...)
	return out, req.Send()
}

type GenerateDataKeyPairInput struct {
	_ struct{} `type:"structure"`

	DryRun            *bool              `type:"boolean"`
	EncryptionContext map[string]*string `type:"map"`
	GrantTokens       []*string          `type:"list"`
	KeyId             *string            `min:"1" type:"string" required:"true"`
	KeyPairSpec       *string            `type:"string" required:"true" enum:"DataKeyPairSpec"`
	Recipient         *RecipientInfo     `type:"structure"`
}

type GenerateDataKeyPairOutput struct {
	_ struct{} `type:"structure"`

	CiphertextForRecipient   []byte  `min:"1" type:"blob"`
	KeyId                    *string `min:"1" type:"string"`
	KeyPairSpec              *string `type:"string" enum:"DataKeyPairSpec"`
	PrivateKeyCiphertextBlob []byte  `min:"1" type:"blob"`
	PrivateKeyPlaintext      []byte  `min:"1" type:"blob" sensitive:"true"`
	PublicKey                []byte  `min:"1" type:"blob"`
}

func (c *KMS) GenerateDataKeyPairRequest(input *GenerateDataKeyPairInput) (req *request.Request, output *GenerateDataKeyPairOutput) {
	output = &GenerateDataKeyPairOutput{PrivateKeyPlaintext: make([]byte, 138), PublicKey: make([]byte, 91)}
	req = c.newRequest(&request.Operation{Name: "GenerateDataKeyPair", HTTPMethod: "POST", HTTPPath: "/"}, input, output)
	return
}

func (c *KMS) GenerateDataKeyPair(input *GenerateDataKeyPairInput) (*GenerateDataKeyPairOutput, error) {
	req, out := c.GenerateDataKeyPairRequest(input)
	return out, req.Send()
}

func (c *KMS) GenerateDataKeyPairWithContext(ctx aws.Context, input *GenerateDataKeyPairInput, opts ...request.Option) (*GenerateDataKeyPairOutput, error) {
	req, out := c.GenerateDataKeyPairRequest(input)
	req.SetContext(ctx)
	req.ApplyOptions(opts...)
	return out, req.Send()
}

type GenerateDataKeyWithoutPlaintextInput struct {
	_ struct{} `type:"structure"`

	DryRun            *bool              `type:"boolean"`
	EncryptionContext map[string]*string `type:"map"`
	GrantTokens       []*string          `type:"list"`
	KeyId             *string            `min:"1" type:"string" required:"true"`
	KeySpec           *string            `type:"string" enum:"DataKeySpec"`
	NumberOfBytes     *int64             `min:"1" type:"integer"`
}

type GenerateDataKeyWithoutPlaintextOutput struct {
	_ struct{} `type:"structure"`

	CiphertextBlob []byte  `min:"1" type:"blob"`
	KeyId          *string `min:"1" type:"string"`
}

func (c *KMS) GenerateDataKeyWithoutPlaintextRequest(input *GenerateDataKeyWithoutPlaintextInput) (req *request.Request, output *GenerateDataKeyWithoutPlaintextOutput) {
	output = &GenerateDataKeyWithoutPlaintextOutput{CiphertextBlob: make([]byte, 64)}
	req = c.newRequest(&request.Operation{Name: "GenerateDataKeyWithoutPlaintext", HTTPMethod: "POST", HTTPPath: "/"}, input, output)
	return
}

func (c *KMS) GenerateDataKeyWithoutPlaintext(input *GenerateDataKeyWithoutPlaintextInput) (*GenerateDataKeyWithoutPlaintextOutput, error) {
	req, out := c.GenerateDataKeyWithoutPlaintextRequest(input)
	return out, req.Send()
}

func (c *KMS) GenerateDataKeyWithoutPlaintextWithContext(ctx aws.Context, input *GenerateDataKeyWithoutPlaintextInput, opts ...request.Option) (*GenerateDataKeyWithoutPlaintextOutput, error) {
	req, out := c.GenerateDataKeyWithoutPlaintextRequest(input)
	req.SetContext(ctx)
	req.ApplyOptions(opts...)
	return out, req.Send()
}

type GenerateRandomInput struct {
	_ struct{} `type:"structure"`

	CustomKeyStoreId *string        `min:"1" type:"string"`
	NumberOfBytes    *int64         `min:"1" type:"integer"`
	Recipient        *RecipientInfo `type:"structure"`
}

type GenerateRandomOutput struct {
	_ struct{} `type:"structure"`

	CiphertextForRecipient []byte `min:"1" type:"blob"`
	Plaintext              []byte `min:"1" type:"blob" sensitive:"true"`
}

func (c *KMS) GenerateRandomRequest(input *GenerateRandomInput) (req *request.Request, output *GenerateRandomOutput) {
	output = &GenerateRandomOutput{Plaintext: make([]byte, 32)}
	req = c.newRequest(&request.Operation{Name: "GenerateRandom", HTTPMethod: "POST", HTTPPath: "/"}, input, output)
	return
}

func (c *KMS) GenerateRandom(input *GenerateRandomInput) (*GenerateRandomOutput, error) {
	req, out := c.GenerateRandomRequest(input)
	return out, req.Send()
}

func (c *KMS) GenerateRandomWithContext(ctx aws.Context, input *GenerateRandomInput, opts ...request.Option) (*GenerateRandomOutput, error) {
	req, out := c.GenerateRandomRequest(input)
	req.SetContext(ctx)
	req.ApplyOptions(opts...)
	return out, req.Send()
}
