// Package contexts calls KMS with encryption contexts and without.
package contexts

import (
	"context"

	v1aws "github.com/aws/aws-sdk-go/aws"
	v1 "github.com/aws/aws-sdk-go/service/kms"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

func with(ctx context.Context, client *kms.Client, data []byte) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: map[string]string{"service": "orders"}})
}

func perhaps(ctx context.Context, client *kms.Client, bind map[string]string) (*kms.GenerateDataKeyOutput, error) {
	in := &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders")}
	if len(bind) > 0 {
		in.EncryptionContext = bind
	}
	return client.GenerateDataKey(ctx, in)
}

func handedOver(ctx context.Context, client *kms.Client, in *kms.DecryptInput) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, in)
}

func setByHelper(ctx context.Context, client *kms.Client, blob []byte, bind map[string]string) (*kms.DecryptOutput, error) {
	in := &kms.DecryptInput{CiphertextBlob: blob}
	complete(in, bind)
	return client.Decrypt(ctx, in)
}

func complete(in *kms.DecryptInput, bind map[string]string) {
	in.EncryptionContext = bind
	in.KeyId = aws.String("alias/orders")
}

func anyKey(ctx context.Context, client *kms.Client, blob []byte, bind map[string]string) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, EncryptionContext: bind}) // want "kms.Decrypt is not told which key to use: set KeyId"
}

func oneKey(ctx context.Context, client *kms.Client, blob []byte, bind map[string]string) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, EncryptionContext: bind, KeyId: aws.String("alias/orders")})
}

func asymmetric(ctx context.Context, client *kms.Client, blob []byte) (*kms.DecryptOutput, error) {
	return client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/rsa"), EncryptionAlgorithm: types.EncryptionAlgorithmSpecRsaesOaepSha256})
}

func configured(ctx context.Context, client *kms.Client, data []byte, algorithm types.EncryptionAlgorithmSpec) (*kms.EncryptOutput, error) {
	return client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/any"), Plaintext: data, EncryptionAlgorithm: algorithm})
}

func v1Neither(client *v1.KMS, blob []byte) (*v1.DecryptOutput, error) {
	return client.Decrypt(&v1.DecryptInput{CiphertextBlob: blob}) // want "kms.Decrypt is called without an encryption context" "kms.Decrypt is not told which key to use"
}

func v1Both(client *v1.KMS, blob []byte) (*v1.DecryptOutput, error) {
	return client.Decrypt(&v1.DecryptInput{CiphertextBlob: blob, KeyId: v1aws.String("alias/orders"), EncryptionContext: map[string]*string{"service": v1aws.String("orders")}})
}
