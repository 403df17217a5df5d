// Package tagged encrypts and then authenticates.
package tagged

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var purpose = map[string]string{"service": os.Args[0]}

func seal(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{KeyId: aws.String("alias/orders"), NumberOfBytes: aws.Int32(64), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(out.Plaintext[:32])
	if err != nil {
		return nil, err
	}
	iv := make([]byte, aes.BlockSize)
	rand.Read(iv)
	cipher.NewCTR(block, iv).XORKeyStream(data, data)
	mac := hmac.New(sha256.New, out.Plaintext[32:])
	mac.Write(iv)
	mac.Write(data)
	return mac.Sum(append(append(out.CiphertextBlob, iv...), data...)), nil
}
