// Package sdk gives constants to fields that AWS's service models mark sensitive.
// None is a secret: all are made up.
package sdk

import (
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
	v1aws "github.com/aws/aws-sdk-go/aws"
	v1 "github.com/aws/aws-sdk-go/service/secretsmanager"
)

const value = "open sesame" // want `hard-coded secret: secretsmanager.CreateSecretInput.SecretString`

func bad() []any {
	in := &secretsmanager.CreateSecretInput{Name: aws.String("db")}
	in.SecretString = aws.String("open sesame") // want `hard-coded secret: secretsmanager.CreateSecretInput.SecretString`
	return []any{
		in,
		&secretsmanager.CreateSecretInput{
			Name:         aws.String("db"),
			SecretString: aws.String(`{"username":"app","password":"open sesame"}`), // want `hard-coded secret: secretsmanager.CreateSecretInput.SecretString`
		},
		&secretsmanager.CreateSecretInput{SecretString: aws.String(value)},
		&secretsmanager.CreateSecretInput{SecretBinary: []byte("open sesame")}, // want `hard-coded secret: secretsmanager.CreateSecretInput.SecretBinary`
		&kms.EncryptInput{Plaintext: []byte("open sesame")},                    // want `hard-coded secret: kms.EncryptInput.Plaintext`
		&v1.CreateSecretInput{SecretString: v1aws.String("open sesame")},       // want `hard-coded secret: secretsmanager.CreateSecretInput.SecretString`
		new(v1.CreateSecretInput).SetSecretString("open sesame"),               // want `hard-coded secret: secretsmanager.CreateSecretInput.SecretString`
		&ssm.PutParameterInput{
			Name:  aws.String("/db/password"),
			Value: aws.String("open sesame"), // want `hard-coded secret: ssm.PutParameterInput.Value`
			Type:  types.ParameterTypeSecureString,
		},
	}
}

// A secret of a known kind is named by its kind, once.
var specific = &secretsmanager.CreateSecretInput{
	SecretString: aws.String("AKIAQYLPMN5HHHFPZAM2"), // want `hard-coded secret: aws-access-token`
}

func good(secret string) []any {
	return []any{
		&secretsmanager.CreateSecretInput{Name: aws.String("open sesame"), Description: aws.String("open sesame")},
		&secretsmanager.CreateSecretInput{SecretString: aws.String(secret)},
		&secretsmanager.CreateSecretInput{SecretString: aws.String(os.Getenv("SECRET"))},
		&secretsmanager.CreateSecretInput{SecretString: aws.String("changeme")},
		&secretsmanager.CreateSecretInput{SecretString: aws.String("")},
		&ssm.PutParameterInput{Name: aws.String("/log/level"), Value: aws.String("open sesame"), Type: types.ParameterTypeString},
		&ssm.PutParameterInput{Name: aws.String("/log/level"), Value: aws.String("open sesame")},
	}
}
