// Package awssecretsmanager is a slice of the AWS CDK's constructs for Secrets Manager.
package awssecretsmanager

import "github.com/aws/aws-cdk-go/awscdk/v2"

// ISecret is a secret.
type ISecret interface {
	SecretArn() *string
	SecretValue() awscdk.SecretValue
}
