package ssm

import "github.com/aws/aws-sdk-go/aws/awsutil"

// String returns the string representation, without what is marked sensitive.
func (s Parameter) String() string {
	return awsutil.Prettify(s)
}

// GoString returns the string representation, without what is marked sensitive.
func (s Parameter) GoString() string {
	return s.String()
}

// String returns the string representation, without what is marked sensitive.
func (s GetParameterOutput) String() string {
	return awsutil.Prettify(s)
}
