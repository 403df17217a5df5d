module corpus.test/testdata

go 1.26.0

require (
	github.com/awnumar/memguard v0.23.0
	github.com/aws/aws-sdk-go v1.55.8
	github.com/aws/aws-sdk-go-v2 v1.48.0
	github.com/aws/aws-sdk-go-v2/config v1.33.16
	github.com/aws/aws-sdk-go-v2/service/kms v1.62.5
	github.com/aws/aws-sdk-go-v2/service/secretsmanager v1.50.11
	golang.org/x/crypto v0.58.0
)

require github.com/aws/smithy-go v1.28.9 // indirect

replace (
	github.com/awnumar/memguard => ./stubs/memguard
	github.com/aws/aws-sdk-go => ./stubs/v1
	github.com/aws/aws-sdk-go-v2 => ./stubs/aws-sdk-go-v2
	github.com/aws/aws-sdk-go-v2/config => ./stubs/config
	github.com/aws/aws-sdk-go-v2/service/kms => ./stubs/kms
	github.com/aws/aws-sdk-go-v2/service/secretsmanager => ./stubs/secretsmanager
	github.com/aws/smithy-go => ./stubs/smithy-go
	golang.org/x/crypto => ./stubs/crypto
)
