package sources

import (
	"log"

	awsv1 "github.com/aws/aws-sdk-go/aws"
	kmsv1 "github.com/aws/aws-sdk-go/service/kms"
	"github.com/aws/aws-sdk-go/service/kms/kmsiface"
	smv1 "github.com/aws/aws-sdk-go/service/secretsmanager"
	ssmv1 "github.com/aws/aws-sdk-go/service/ssm"
	stsv1 "github.com/aws/aws-sdk-go/service/sts"
)

func badSecretV1(client *smv1.SecretsManager) error {
	out, err := client.GetSecretValue(&smv1.GetSecretValueInput{SecretId: awsv1.String("orders/db")})
	if err != nil {
		return err
	}
	log.Print(awsv1.StringValue(out.SecretString)) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(*out.Name, *out.ARN, out)
	return nil
}

func badParameterV1(client *ssmv1.SSM) error {
	out, err := client.GetParameter(&ssmv1.GetParameterInput{Name: awsv1.String("/orders/db"), WithDecryption: awsv1.Bool(true)})
	if err != nil {
		return err
	}
	log.Print(*out.Parameter.Value) // want "secret from ssm.GetParameter is logged"
	return nil
}

func goodParameterV1(client *ssmv1.SSM) error {
	out, err := client.GetParameter(&ssmv1.GetParameterInput{Name: awsv1.String("/orders/host")})
	if err != nil {
		return err
	}
	log.Print(*out.Parameter.Value)
	return nil
}

func badDecryptV1(client kmsiface.KMSAPI, blob []byte) error {
	out, err := client.Decrypt(&kmsv1.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	log.Print(string(out.Plaintext)) // want "secret from kms.Decrypt is logged"
	log.Print(awsv1.StringValue(out.KeyId))
	return nil
}

func badDataKeyRequestV1(client *kmsv1.KMS) error {
	req, out := client.GenerateDataKeyRequest(&kmsv1.GenerateDataKeyInput{})
	if err := req.Send(); err != nil {
		return err
	}
	log.Printf("%x", out.Plaintext) // want "secret from kms.GenerateDataKey is logged"
	return nil
}

func badAssumeRoleV1(client *stsv1.STS) error {
	out, err := client.AssumeRole(&stsv1.AssumeRoleInput{})
	if err != nil {
		return err
	}
	log.Print(*out.Credentials.SecretAccessKey) // want "secret from sts.AssumeRole is logged"
	log.Print(*out.Credentials.AccessKeyId)
	return nil
}
