package limits

import (
	"os"

	v1aws "github.com/aws/aws-sdk-go/aws"
	v1 "github.com/aws/aws-sdk-go/service/kms"
	"github.com/aws/aws-sdk-go/service/kms/kmsiface"
)

var v1purpose = v1aws.StringMap(purpose)

func v1Page(client kmsiface.KMSAPI) error {
	_, err := client.Encrypt(&v1.EncryptInput{KeyId: v1aws.String("alias/orders"), Plaintext: make([]byte, 8192), EncryptionContext: v1purpose}) // want "kms.Encrypt is given 8,192 bytes"
	return err
}

func v1RSA(client *v1.KMS) error {
	_, err := client.Encrypt(&v1.EncryptInput{KeyId: v1aws.String("alias/rsa"), Plaintext: make([]byte, 500), EncryptionAlgorithm: v1aws.String("RSAES_OAEP_SHA_256")}) // want "kms.Encrypt is given 500 bytes, and takes at most 446"
	return err
}

func v1File(client *v1.KMS, ctx v1aws.Context) error {
	data, err := os.ReadFile("orders.json")
	if err != nil {
		return err
	}
	_, err = client.EncryptWithContext(ctx, &v1.EncryptInput{KeyId: v1aws.String("alias/orders"), Plaintext: data, EncryptionContext: v1purpose}) // want "kms.Encrypt is given a file of any size"
	return err
}

func v1Fits(client *v1.KMS, ctx v1aws.Context, password string) error {
	_, err := client.EncryptWithContext(ctx, &v1.EncryptInput{KeyId: v1aws.String("alias/orders"), Plaintext: []byte(password), EncryptionContext: v1purpose})
	return err
}
