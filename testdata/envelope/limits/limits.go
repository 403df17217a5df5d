// Package limits has what kms.Encrypt is given: too much, what may be, and what fits.
package limits

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
)

var purpose = map[string]string{"service": os.Args[0]}

func encrypt(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

func page(ctx context.Context, client *kms.Client) error {
	buf := make([]byte, 8192)
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: buf, EncryptionContext: purpose}) // want "kms.Encrypt is given 8,192 bytes, and takes at most 4,096: use a data key"
	return err
}

func halfPage(ctx context.Context, client *kms.Client) error {
	buf := make([]byte, 4096)
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: buf, EncryptionContext: purpose})
	return err
}

func array(ctx context.Context, client *kms.Client, block *[5000]byte) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: block[:], EncryptionContext: purpose}) // want "kms.Encrypt is given 5,000 bytes"
	return err
}

func partOfArray(ctx context.Context, client *kms.Client, block *[5000]byte) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: block[:32], EncryptionContext: purpose})
	return err
}

func restOfArray(ctx context.Context, client *kms.Client, block *[5000]byte) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: block[800:], EncryptionContext: purpose}) // want "kms.Encrypt is given 4,200 bytes"
	return err
}

func repeated(ctx context.Context, client *kms.Client) error {
	data := append(bytes.Repeat([]byte("0123456789"), 500), "tail"...)
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose}) // want "kms.Encrypt is given 5,004 bytes"
	return err
}

func constant(ctx context.Context, client *kms.Client) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: []byte("secret"), EncryptionContext: purpose})
	return err
}

func setLater(ctx context.Context, client *kms.Client) error {
	in := &kms.EncryptInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose}
	in.Plaintext = make([]byte, 1<<20)
	_, err := client.Encrypt(ctx, in) // want "kms.Encrypt is given 1,048,576 bytes"
	return err
}

func setAgain(ctx context.Context, client *kms.Client) error {
	in := &kms.EncryptInput{KeyId: aws.String("alias/orders"), EncryptionContext: purpose}
	in.Plaintext = make([]byte, 1<<20)
	in.Plaintext = in.Plaintext[:16]
	_, err := client.Encrypt(ctx, in)
	return err
}

func rsa(ctx context.Context, client *kms.Client) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/rsa"), Plaintext: make([]byte, 447), EncryptionAlgorithm: types.EncryptionAlgorithmSpecRsaesOaepSha256}) // want "kms.Encrypt is given 447 bytes, and takes at most 446: use a data key"
	return err
}

func rsaFits(ctx context.Context, client *kms.Client) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/rsa"), Plaintext: make([]byte, 32), EncryptionAlgorithm: types.EncryptionAlgorithmSpecRsaesOaepSha256})
	return err
}

func rsaSHA1(ctx context.Context, client *kms.Client) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/rsa"), Plaintext: make([]byte, 471), EncryptionAlgorithm: types.EncryptionAlgorithmSpecRsaesOaepSha1}) // want "kms.Encrypt is given 471 bytes, and takes at most 470"
	return err
}

func rsaSHA1Fits(ctx context.Context, client *kms.Client) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/rsa"), Plaintext: make([]byte, 447), EncryptionAlgorithm: types.EncryptionAlgorithmSpecRsaesOaepSha1})
	return err
}

func configuredAlgorithm(ctx context.Context, client *kms.Client, algorithm types.EncryptionAlgorithmSpec) error {
	_, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/any"), Plaintext: make([]byte, 500), EncryptionAlgorithm: algorithm})
	return err
}

func wholeFile(ctx context.Context, client *kms.Client, name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	_, err = client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose}) // want "kms.Encrypt is given a file of any size, and takes at most 4,096 bytes: use a data key"
	return err
}

func checkedFile(ctx context.Context, client *kms.Client, name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if len(data) > 4096 {
		return errors.New("too long")
	}
	_, err = client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose})
	return err
}

func measuredFile(ctx context.Context, client *kms.Client, name string) error {
	info, err := os.Stat(name)
	if err != nil || info.Size() > 4096 {
		return errors.New("too long")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	_, err = client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose})
	return err
}

func body(ctx context.Context, client *kms.Client, r *http.Request) error {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	_, err = client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: bytes.TrimSpace(data), EncryptionContext: purpose}) // want "kms.Encrypt is given input of any size, and takes at most 4,096 bytes: use a data key"
	return err
}

func limitedBody(ctx context.Context, client *kms.Client, w http.ResponseWriter, r *http.Request) error {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 4096))
	if err != nil {
		return err
	}
	_, err = client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose})
	return err
}

func limitedReader(ctx context.Context, client *kms.Client, r io.Reader) error {
	limited := io.LimitReader(r, 4096)
	data, err := io.ReadAll(limited)
	if err != nil {
		return err
	}
	_, err = client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose})
	return err
}

func fromAnywhere(ctx context.Context, client *kms.Client, data []byte) error {
	_, err := encrypt(ctx, client, data)
	return err
}

func load(name string) ([]byte, error) { return os.ReadFile(name) }

func throughHelpers(ctx context.Context, client *kms.Client, name string) ([]byte, error) {
	data, err := load(name)
	if err != nil {
		return nil, err
	}
	return seal(ctx, client, data)
}

func seal(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: data, EncryptionContext: purpose}) // want "kms.Encrypt is given a file of any size"
	if err != nil {
		return nil, err
	}
	return out.CiphertextBlob, nil
}

func dataKey(ctx context.Context, client *kms.Client) error {
	key := make([]byte, 32)
	_, err := seal(ctx, client, key)
	return err
}
