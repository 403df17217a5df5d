// Package awscdk is a slice of the AWS CDK's core.
package awscdk

// SecretValue is a value that the template holds as a reference.
type SecretValue interface {
	UnsafeUnwrap() *string
}

type secretValue struct{ token string }

func (s secretValue) UnsafeUnwrap() *string { return &s.token }

// SecretsManagerSecretOptions select a part of a secret.
type SecretsManagerSecretOptions struct {
	JsonField    *string
	VersionId    *string
	VersionStage *string
}

// SecretValue_SecretsManager returns a dynamic reference to a secret.
func SecretValue_SecretsManager(secretId *string, options *SecretsManagerSecretOptions) SecretValue {
	return secretValue{"{{resolve:secretsmanager:" + *secretId + "}}"}
}

// SecretValue_UnsafePlainText returns a value that stands in the template as it is.
func SecretValue_UnsafePlainText(secret *string) SecretValue { return secretValue{*secret} }
