module github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk

go 1.24
