package secretsmanager

import "github.com/aws/aws-sdk-go/aws/awsutil"

// String returns the string representation, without what is marked sensitive.
func (s GetSecretValueOutput) String() string {
	return awsutil.Prettify(s)
}

// GoString returns the string representation, without what is marked sensitive.
func (s GetSecretValueOutput) GoString() string {
	return s.String()
}
