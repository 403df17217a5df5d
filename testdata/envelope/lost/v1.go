package lost

import (
	v1aws "github.com/aws/aws-sdk-go/aws"
	v1 "github.com/aws/aws-sdk-go/service/kms"
	"github.com/aws/aws-sdk-go/service/kms/kmsiface"
)

var v1purpose = v1aws.StringMap(purpose)

func v1request() *v1.GenerateDataKeyInput {
	return &v1.GenerateDataKeyInput{KeyId: v1aws.String("alias/orders"), KeySpec: v1aws.String(v1.DataKeySpecAes256), EncryptionContext: v1purpose}
}

func v1ThrownAway(client kmsiface.KMSAPI, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(v1request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}

func v1Kept(client *v1.KMS, data []byte) (*Sealed, error) {
	out, err := client.GenerateDataKey(v1request())
	if err != nil {
		return nil, err
	}
	sealed, err := seal(out.Plaintext, data)
	return &Sealed{out.CiphertextBlob, sealed}, err
}

func v1Request(client *v1.KMS, data []byte) ([]byte, error) {
	req, out := client.GenerateDataKeyRequest(v1request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err := req.Send(); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, data)
}
