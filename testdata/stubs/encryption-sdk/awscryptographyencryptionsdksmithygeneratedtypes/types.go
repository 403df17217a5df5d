// Package awscryptographyencryptionsdksmithygeneratedtypes is a slice of the AWS Encryption SDK's types.
package awscryptographyencryptionsdksmithygeneratedtypes

// AwsEncryptionSdkConfig configures a client.
type AwsEncryptionSdkConfig struct {
	MaxEncryptedDataKeys *int64
}

// DecryptInput is what Decrypt takes.
type DecryptInput struct {
	Ciphertext        []byte
	EncryptionContext map[string]string
}

// DecryptOutput is what Decrypt returns.
type DecryptOutput struct {
	EncryptionContext map[string]string
	Plaintext         []byte
}
