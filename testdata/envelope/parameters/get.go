package parameters

import (
	"context"
	"encoding/base64"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func get(ctx context.Context, client *ssm.Client) (string, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password")}) // want "secret parameter db-password is fetched without decryption: a SecureString comes as ciphertext"
	if err != nil {
		return "", err
	}
	return aws.ToString(out.Parameter.Value), nil
}

func getDecrypted(ctx context.Context, client *ssm.Client) (string, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.Parameter.Value), nil
}

func getExplicitly(ctx context.Context, client *ssm.Client, connect func(password string) error) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password"), WithDecryption: aws.Bool(false)}) // want "secret parameter db-password is fetched without decryption"
	if err != nil {
		return err
	}
	return connect(*out.Parameter.Value)
}

func getPlain(ctx context.Context, client *ssm.Client) (string, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-host")})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.Parameter.Value), nil
}

func exists(ctx context.Context, client *ssm.Client) bool {
	_, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password")})
	return err == nil
}

func changed(ctx context.Context, client *ssm.Client) (time.Time, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password")})
	if err != nil {
		return time.Time{}, err
	}
	log.Printf("type %s, %d bytes", out.Parameter.Type, len(*out.Parameter.Value))
	return *out.Parameter.LastModifiedDate, nil
}

func decryptedByHand(ctx context.Context, client *ssm.Client, keys *kms.Client) ([]byte, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password")})
	if err != nil {
		return nil, err
	}
	blob, err := base64.StdEncoding.DecodeString(*out.Parameter.Value)
	if err != nil {
		return nil, err
	}
	plain, err := keys.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob, KeyId: aws.String("alias/orders"), EncryptionContext: purpose})
	if err != nil {
		return nil, err
	}
	return plain.Plaintext, nil
}

func decryptedElsewhere(ctx context.Context, client *ssm.Client, decrypt interface{ Decrypt(string) (string, error) }) (string, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/prod/db-password")})
	if err != nil {
		return "", err
	}
	return decrypt.Decrypt(*out.Parameter.Value)
}

func several(ctx context.Context, client *ssm.Client, set func(name, value string)) error {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: []string{"/prod/db-host", "/prod/db-password"}}) // want "secret parameter db-password is fetched without decryption"
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		set(*p.Name, *p.Value)
	}
	return nil
}

func severalDecrypted(ctx context.Context, client *ssm.Client, set func(name, value string)) error {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: []string{"/prod/db-host", "/prod/db-password"}, WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		set(*p.Name, *p.Value)
	}
	return nil
}

func namesOnly(ctx context.Context, client *ssm.Client, names []string) (*ssm.GetParametersOutput, error) {
	return client.GetParameters(ctx, &ssm.GetParametersInput{Names: names, WithDecryption: aws.Bool(false)})
}

func fetch(ctx context.Context, client *ssm.Client, name string, decrypt bool) (string, error) {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String(name), WithDecryption: aws.Bool(decrypt)})
	if err != nil {
		return "", err
	}
	return *out.Parameter.Value, nil
}

func fetchAll(ctx context.Context, client *ssm.Client) (host, good, bad string) {
	host, _ = fetch(ctx, client, "/prod/db-host", false)
	good, _ = fetch(ctx, client, "/prod/db-password", true)
	bad, _ = fetch(ctx, client, "/prod/db-password", false) // want "secret parameter db-password is fetched without decryption"
	return host, good, bad
}
