// Package awsapi holds what secretlint knows of APIs that it does not read from
// source: AWS's, the standard library's, and those of a few libraries that
// handle keys. It is data; package summary defines the form and parses it.
package awsapi

import _ "embed"

// AWS lists the results of AWS SDK calls that carry plaintext key material.
//
//go:embed aws.txt
var AWS string

// Std lists what functions of the standard library do with keys.
//
//go:embed std.txt
var Std string

// Libraries lists what functions of other libraries do with keys.
//
//go:embed libraries.txt
var Libraries string

// Flows says what functions that are not read from source do with the values they
// are given. Its own first lines define the form.
//
//go:embed flows.txt
var Flows string

// Secrets lists the fields of AWS's results that carry secrets. Its first lines say
// in what form, and what generates it.
//
//go:embed secrets.txt
var Secrets string

// SecretGaps lists those of Secrets that AWS's models do not mark, in the same form.
//
//go:embed secretgaps.txt
var SecretGaps string

// Environments lists the fields of AWS's results that hold the environment of a
// container or of a function, in the form of Secrets.
//
//go:embed environments.txt
var Environments string

// SecretFuncs lists what returns a secret and is no member of an API. Its own first
// lines define the form.
//
//go:embed secretfuncs.txt
var SecretFuncs string

// Environment lists where a program puts what becomes an environment. Its own first
// lines define the form.
//
//go:embed environment.txt
var Environment string

// Leaks lists where a secret is seen by those who should not see it. Its own first
// lines define the form.
//
//go:embed leaks.txt
var Leaks string

// Envelope lists what the rule envelope knows of KMS, Parameter Store, ciphers and
// what writes. Its own first lines define the form.
//
//go:embed envelope.txt
var Envelope string

// SDKPaths are the import paths below which packages are the AWS SDK's own.
var SDKPaths = []string{
	"github.com/aws/aws-sdk-go-v2",
	"github.com/aws/aws-sdk-go",
	"github.com/aws/smithy-go",
}
