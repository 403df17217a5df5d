package acquire

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/kms"
	"github.com/aws/aws-sdk-go/service/kms/kmsiface"
)

func v1Direct(client *kms.KMS, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(&kms.GenerateDataKeyInput{ // want "data key .* is never wiped"
		KeyId:   aws.String("alias/orders"),
		KeySpec: aws.String(kms.DataKeySpecAes256),
	})
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func v1DirectWiped(client *kms.KMS, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(&kms.GenerateDataKeyInput{
		KeyId:   aws.String("alias/orders"),
		KeySpec: aws.String(kms.DataKeySpecAes256),
	})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

func v1WithContext(ctx aws.Context, client kmsiface.KMSAPI, wrapped, order []byte) ([]byte, error) {
	out, err := client.DecryptWithContext(ctx, &kms.DecryptInput{CiphertextBlob: wrapped}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func v1WithContextWiped(ctx aws.Context, client kmsiface.KMSAPI, wrapped, order []byte) ([]byte, error) {
	out, err := client.DecryptWithContext(ctx, &kms.DecryptInput{CiphertextBlob: wrapped})
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

// v1Request gets its output before Send fills it.
func v1Request(ctx aws.Context, client kmsiface.KMSAPI, order []byte) ([]byte, error) {
	req, out := client.GenerateDataKeyRequest(&kms.GenerateDataKeyInput{KeySpec: aws.String(kms.DataKeySpecAes256)}) // want "data key .* is never wiped"
	req.SetContext(ctx)
	if err := req.Send(); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func v1RequestWiped(ctx aws.Context, client kmsiface.KMSAPI, order []byte) ([]byte, error) {
	req, out := client.GenerateDataKeyRequest(&kms.GenerateDataKeyInput{KeySpec: aws.String(kms.DataKeySpecAes256)})
	req.SetContext(ctx)
	if err := req.Send(); err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

// fakeKMS is the usual mock of v1.
type fakeKMS struct {
	kmsiface.KMSAPI
	key []byte
}

func (f *fakeKMS) GenerateDataKey(in *kms.GenerateDataKeyInput) (*kms.GenerateDataKeyOutput, error) {
	return &kms.GenerateDataKeyOutput{Plaintext: f.key, KeyId: in.KeyId}, nil
}

func v1Mock(order []byte) ([]byte, error) {
	client := &fakeKMS{key: make([]byte, 32)}
	out, err := client.GenerateDataKey(&kms.GenerateDataKeyInput{}) // want "data key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

func v1Pair(client kmsiface.KMSAPI) ([]byte, error) {
	pair, err := client.GenerateDataKeyPair(&kms.GenerateDataKeyPairInput{KeyPairSpec: aws.String(kms.DataKeyPairSpecEccNistP256)}) // want "key .* is never wiped"
	if err != nil {
		return nil, err
	}
	return pair.PublicKey, nil
}
