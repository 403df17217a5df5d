package whole

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	v1 "github.com/aws/aws-sdk-go/service/secretsmanager"
	ssmv1 "github.com/aws/aws-sdk-go/service/ssm"
	"go.uber.org/zap"
)

var db = &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")}

// badOutput shows SecretBinary; SecretString is a pointer, and shows as an address.
func badOutput(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	log.Print(out)                           // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%v", out)                    // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", out)                   // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%#v", *out)                  // want "secret from secretsmanager.GetSecretValue is logged"
	fmt.Println(*out)                        // want "secret from secretsmanager.GetSecretValue is printed"
	return fmt.Errorf("unexpected %+v", out) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
}

// goodOutput shows what is no secret, and addresses.
func goodOutput(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	log.Print(out.SecretString)
	log.Printf("%v %p %T", out.SecretString, out, out)
	log.Printf("%s %s %v", *out.Name, *out.ARN, out.CreatedDate)
	log.Print(out.VersionStages, out.ResultMetadata)
	return nil
}

// badOutputJSON follows the pointer.
func badOutputJSON(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(out, "", "  ")
	log.Print(string(data)) // want "secret from secretsmanager.GetSecretValue is logged"
	return err
}

func badStringJSON(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(out.SecretString) // want "secret from secretsmanager.GetSecretValue is printed"
}

func badOutputLogged(ctx context.Context, client *secretsmanager.Client, l *zap.Logger) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	slog.Info("fetched", "output", out)           // want "secret from secretsmanager.GetSecretValue is logged"
	slog.Info("fetched", slog.Any("output", out)) // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("fetched", zap.Any("output", out))     // want "secret from secretsmanager.GetSecretValue is logged"
	l.Sugar().Infow("fetched", "output", out)     // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodOutputLogged(ctx context.Context, client *secretsmanager.Client, l *zap.Logger) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	slog.Info("fetched", "arn", out.ARN, "stages", out.VersionStages)
	l.Info("fetched", zap.Any("version", out.VersionId))
	return nil
}

// dump is what programs debug with.
func dump(v any) {
	data, _ := json.Marshal(v)
	log.Printf("%s", data)
}

func badDumped(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	dump(out) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodDumped(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, db)
	if err != nil {
		return err
	}
	dump(out.VersionStages)
	return nil
}

// badKMS shows Plaintext, which is bytes.
func badKMS(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	log.Printf("decrypted %+v", out) // want "secret from kms.Decrypt is logged"
	return nil
}

func goodKMS(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	log.Printf("decrypted with %+v, %v", *out.KeyId, out.EncryptionAlgorithm)
	return nil
}

// goodParameter shows an address: the parameter is a pointer in the output, and its value another.
func goodParameter(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/db"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	log.Printf("%+v", out)
	log.Printf("%+v", *out.Parameter)
	return nil
}

func badParameterJSON(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/db"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(out) // want "secret from ssm.GetParameter is printed"
}

func badParameters(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParametersByPath(ctx, &ssm.GetParametersByPathInput{Path: aws.String("/orders"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	slog.Info("fetched", "parameters", out.Parameters) // want "secret from ssm.GetParametersByPath is logged"
	return nil
}

// goodParameters shows addresses.
func goodParameters(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParametersByPath(ctx, &ssm.GetParametersByPathInput{Path: aws.String("/orders"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	log.Print(out.Parameters)
	log.Print(len(out.Parameters))
	return nil
}

// goodCredentials shows addresses as well.
func goodCredentials(ctx context.Context, client *sts.Client) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: aws.String("arn:aws:iam::1:role/r")})
	if err != nil {
		return err
	}
	log.Printf("%+v %+v", out, *out.Credentials)
	return nil
}

func badCredentials(ctx context.Context, client *sts.Client) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: aws.String("arn:aws:iam::1:role/r")})
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(out.Credentials) // want "secret from sts.AssumeRole is printed"
}

func badEntries(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.BatchGetSecretValue(ctx, &secretsmanager.BatchGetSecretValueInput{SecretIdList: []string{"a", "b"}})
	if err != nil {
		return err
	}
	log.Printf("%+v", out) // want "secret from secretsmanager.BatchGetSecretValue is logged"
	return nil
}

// goodEntries shows what went wrong.
func goodEntries(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.BatchGetSecretValue(ctx, &secretsmanager.BatchGetSecretValueInput{SecretIdList: []string{"a", "b"}})
	if err != nil {
		return err
	}
	log.Printf("%+v", out.Errors)
	return nil
}

func badEntry(e types.SecretValueEntry) {
	log.Printf("%+v", e) // want "secret from secretsmanager.SecretValueEntry is logged"
}

// goodV1 redacts: each type of version 1 has a String that leaves out what is marked sensitive.
func goodV1(client *v1.SecretsManager) error {
	out, err := client.GetSecretValue(&v1.GetSecretValueInput{})
	if err != nil {
		return err
	}
	log.Print(out)
	log.Printf("%+v %s", *out, out)
	log.Printf("%#v", out)
	return nil
}

// badV1JSON is not redacted.
func badV1JSON(client *v1.SecretsManager) error {
	out, err := client.GetSecretValue(&v1.GetSecretValueInput{})
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(out) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodV1Parameter(client *ssmv1.SSM) error {
	yes := true
	out, err := client.GetParameter(&ssmv1.GetParameterInput{WithDecryption: &yes})
	if err != nil {
		return err
	}
	log.Print(out, out.Parameter)
	return nil
}
