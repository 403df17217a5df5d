// Package awscryptographyencryptionsdksmithygenerated is a slice of the AWS Encryption SDK's client.
package awscryptographyencryptionsdksmithygenerated

import (
	"context"
	"errors"

	"github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk/awscryptographyencryptionsdksmithygeneratedtypes"
)

// Client encrypts and decrypts.
type Client struct {
	config awscryptographyencryptionsdksmithygeneratedtypes.AwsEncryptionSdkConfig
}

// NewClient returns a client.
func NewClient(clientConfig awscryptographyencryptionsdksmithygeneratedtypes.AwsEncryptionSdkConfig) (*Client, error) {
	return &Client{config: clientConfig}, nil
}

// Decrypt decrypts a message.
func (client *Client) Decrypt(ctx context.Context, params awscryptographyencryptionsdksmithygeneratedtypes.DecryptInput) (*awscryptographyencryptionsdksmithygeneratedtypes.DecryptOutput, error) {
	if len(params.Ciphertext) == 0 {
		return nil, errors.New("no ciphertext")
	}
	return &awscryptographyencryptionsdksmithygeneratedtypes.DecryptOutput{Plaintext: params.Ciphertext}, ctx.Err()
}
