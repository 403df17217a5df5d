package parameters

import (
	v1aws "github.com/aws/aws-sdk-go/aws"
	v1 "github.com/aws/aws-sdk-go/service/ssm"
)

func v1Put(client *v1.SSM, prefix, value string) error {
	_, err := client.PutParameter(&v1.PutParameterInput{ // want "secret parameter api-key is put into Parameter Store as String"
		Name: v1aws.String(prefix + "/api-key"), Value: v1aws.String(value), Type: v1aws.String(v1.ParameterTypeString),
	})
	return err
}

func v1PutSecure(client *v1.SSM, prefix, value string) error {
	_, err := client.PutParameter(&v1.PutParameterInput{
		Name: v1aws.String(prefix + "/api-key"), Value: v1aws.String(value), Type: v1aws.String(v1.ParameterTypeSecureString),
	})
	return err
}

func v1Get(client *v1.SSM) (string, error) {
	out, err := client.GetParameter(&v1.GetParameterInput{Name: v1aws.String("/prod/api-key")}) // want "secret parameter api-key is fetched without decryption"
	if err != nil {
		return "", err
	}
	return v1aws.StringValue(out.Parameter.Value), nil
}

func v1GetDecrypted(client *v1.SSM) (string, error) {
	out, err := client.GetParameter(&v1.GetParameterInput{Name: v1aws.String("/prod/api-key"), WithDecryption: v1aws.Bool(true)})
	if err != nil {
		return "", err
	}
	return v1aws.StringValue(out.Parameter.Value), nil
}
