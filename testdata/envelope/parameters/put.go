// Package parameters has secrets that are put into Parameter Store and fetched from it.
package parameters

import (
	"context"
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"os"
	"path"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

func password(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter db-password is put into Parameter Store as String: use SecureString"
		Name: aws.String("/prod/db-password"), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func passwordSecure(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/db-password"), Value: aws.String(value), Type: types.ParameterTypeSecureString,
	})
	return err
}

func list(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter api-keys is put into Parameter Store as StringList"
		Name: aws.String("/prod/api-keys"), Value: aws.String(value), Type: types.ParameterTypeStringList,
	})
	return err
}

func plain(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/db-host"), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func handle(ctx context.Context, client *ssm.Client, arn string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/db-password-arn"), Value: aws.String(arn), Type: types.ParameterTypeString,
	})
	return err
}

func publicKey(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/signing/public-key"), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func noType(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter token is put into Parameter Store as String"
		Name: aws.String("/prod/token"), Value: aws.String(value),
	})
	return err
}

func overwritten(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/token"), Value: aws.String(value), Overwrite: aws.Bool(true),
	})
	return err
}

func builtName(ctx context.Context, client *ssm.Client, prefix, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter private-key is put into Parameter Store as String"
		Name: aws.String(prefix + "/private-key"), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func formattedName(ctx context.Context, client *ssm.Client, env, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter secret_key is put into Parameter Store as String"
		Name: aws.String(fmt.Sprintf("/%s/app/secret_key", env)), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func joinedName(ctx context.Context, client *ssm.Client, env, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter password is put into Parameter Store as String"
		Name: aws.String(path.Join("/", env, "password")), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func unknownName(ctx context.Context, client *ssm.Client, name, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/passwords/" + name), Value: aws.String(value), Type: types.ParameterTypeString,
	})
	return err
}

func secretValue(ctx context.Context, from *secretsmanager.Client, client *ssm.Client) error {
	out, err := from.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders")})
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret from secretsmanager.GetSecretValue is put into Parameter Store as String"
		Name: aws.String("/prod/orders"), Value: out.SecretString, Type: types.ParameterTypeString,
	})
	return err
}

func secretValueSecure(ctx context.Context, from *secretsmanager.Client, client *ssm.Client) error {
	out, err := from.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders")})
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/orders"), Value: out.SecretString, Type: types.ParameterTypeSecureString,
	})
	return err
}

func secretsName(ctx context.Context, from *secretsmanager.Client, client *ssm.Client) error {
	out, err := from.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders")})
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/orders/version"), Value: out.ARN, Type: types.ParameterTypeString,
	})
	return err
}

func fromEnvironment(ctx context.Context, client *ssm.Client) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret from environment variable GITHUB_TOKEN is put into Parameter Store as String"
		Name: aws.String("/ci/github"), Value: aws.String(os.Getenv("GITHUB_TOKEN")), Type: types.ParameterTypeString,
	})
	return err
}

func privateKey(ctx context.Context, client *ssm.Client, key *ecdsa.PrivateKey) error {
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return err
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{ // want "private key is put into Parameter Store as String"
		Name: aws.String("/prod/orders/key"), Value: aws.String(string(text)), Type: types.ParameterTypeString,
	})
	return err
}

func certificate(ctx context.Context, client *ssm.Client, der []byte) error {
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/orders/cert"), Value: aws.String(string(text)), Type: types.ParameterTypeString,
	})
	return err
}

func pairs(key *ecdsa.PrivateKey, cert []byte) (map[string]string, error) {
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	return map[string]string{
		"Cert": base64.StdEncoding.EncodeToString(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert})),
		"Key":  base64.StdEncoding.EncodeToString(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})),
	}, nil
}

func keyName(rack string) string { return fmt.Sprintf("%s-docker-tls-key", rack) }

func certName(rack string) string { return fmt.Sprintf("%s-docker-tls-cert", rack) }

func byMapKey(ctx context.Context, client *ssm.Client, key *ecdsa.PrivateKey, cert []byte) error {
	all, err := pairs(key, cert)
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{ // want "private key is put into Parameter Store as String"
		Name: aws.String(keyName("r")), Value: aws.String(all["Key"]), Type: types.ParameterTypeString,
	})
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String(certName("r")), Value: aws.String(all["Cert"]), Type: types.ParameterTypeString,
	})
	return err
}

func ciphertext(ctx context.Context, keys *kms.Client, client *ssm.Client, password string) error {
	out, err := keys.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: []byte(password), EncryptionContext: purpose})
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/db-password"), Value: aws.String(base64.StdEncoding.EncodeToString(out.CiphertextBlob)), Type: types.ParameterTypeString,
	})
	return err
}

var purpose = map[string]string{"service": os.Args[0]}

type sealer interface {
	Encrypt(text string) (string, error)
}

func encryptedElsewhere(ctx context.Context, s sealer, client *ssm.Client, password string) error {
	text, err := s.Encrypt(password)
	if err != nil {
		return err
	}
	_, err = client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/db-password"), Value: aws.String(text), Type: types.ParameterTypeString,
	})
	return err
}

func placeholder(ctx context.Context, client *ssm.Client) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{
		Name: aws.String("/prod/db-password"), Value: aws.String("changeme"), Type: types.ParameterTypeString,
	})
	return err
}

func put(ctx context.Context, client *ssm.Client, name, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String(name), Value: aws.String(value), Type: types.ParameterTypeString})
	return err
}

func throughHelper(ctx context.Context, client *ssm.Client, value string) error {
	if err := put(ctx, client, "/prod/user", value); err != nil {
		return err
	}
	return put(ctx, client, "/prod/password", value) // want "secret parameter password is put into Parameter Store as String"
}

func typed(ctx context.Context, client *ssm.Client, name, value string, typ types.ParameterType) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String(name), Value: aws.String(value), Type: typ})
	return err
}

func asAsked(ctx context.Context, client *ssm.Client, value string) error {
	if err := typed(ctx, client, "/prod/password", value, types.ParameterTypeSecureString); err != nil {
		return err
	}
	return typed(ctx, client, "/prod/password", value, types.ParameterTypeString) // want "secret parameter password is put into Parameter Store as String"
}

func eitherType(ctx context.Context, client *ssm.Client, value string, secure bool) error {
	in := &ssm.PutParameterInput{Name: aws.String("/prod/password"), Value: aws.String(value), Type: types.ParameterTypeString}
	if secure {
		in.Type = types.ParameterTypeSecureString
	}
	_, err := client.PutParameter(ctx, in)
	return err
}

func putToken(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String("/prod/token"), Value: aws.String(value), Type: types.ParameterTypeString})
	return err
}

func onlyCiphertext(ctx context.Context, keys *kms.Client, client *ssm.Client, token []byte) error {
	out, err := keys.Encrypt(ctx, &kms.EncryptInput{KeyId: aws.String("alias/orders"), Plaintext: token, EncryptionContext: purpose})
	if err != nil {
		return err
	}
	return putToken(ctx, client, base64.StdEncoding.EncodeToString(out.CiphertextBlob))
}

func putSecret(ctx context.Context, client *ssm.Client, value string) error {
	_, err := client.PutParameter(ctx, &ssm.PutParameterInput{Name: aws.String("/prod/api-token"), Value: aws.String(value), Type: types.ParameterTypeString}) // want "secret parameter api-token is put into Parameter Store as String"
	return err
}

func bothKinds(ctx context.Context, s sealer, client *ssm.Client, token string) error {
	sealed, err := s.Encrypt(token)
	if err != nil {
		return err
	}
	if err := putSecret(ctx, client, sealed); err != nil {
		return err
	}
	return putSecret(ctx, client, token)
}

type putter interface {
	Put(ctx context.Context, in *ssm.PutParameterInput) error
}

func severalRequests(ctx context.Context, p putter, feed, host, token string) error {
	var all []*ssm.PutParameterInput
	all = append(all, &ssm.PutParameterInput{
		Name: aws.String(fmt.Sprintf("/feeds/%s/host", feed)), Value: aws.String(host), Type: types.ParameterTypeString,
	})
	all = append(all, &ssm.PutParameterInput{ // want "secret parameter accessToken is put into Parameter Store as String"
		Name: aws.String(fmt.Sprintf("/feeds/%s/accessToken", feed)), Value: aws.String(token), Type: types.ParameterTypeString, Overwrite: aws.Bool(true),
	})
	all = append(all, &ssm.PutParameterInput{
		Name: aws.String(fmt.Sprintf("/feeds/%s/clientSecret", feed)), Value: aws.String(token), Type: types.ParameterTypeSecureString,
	})
	for _, in := range all {
		if err := p.Put(ctx, in); err != nil {
			return err
		}
	}
	return nil
}
