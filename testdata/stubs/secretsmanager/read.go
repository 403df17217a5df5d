package secretsmanager

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"
	"github.com/aws/smithy-go/middleware"
)

type BatchGetSecretValueInput struct {
	Filters      []types.Filter
	MaxResults   *int32
	NextToken    *string
	SecretIdList []string
}

type BatchGetSecretValueOutput struct {
	Errors         []types.APIErrorType
	NextToken      *string
	SecretValues   []types.SecretValueEntry
	ResultMetadata middleware.Metadata
}

func (c *Client) BatchGetSecretValue(ctx context.Context, params *BatchGetSecretValueInput, optFns ...func(*Options)) (*BatchGetSecretValueOutput, error) {
	return &BatchGetSecretValueOutput{NextToken: params.NextToken}, ctx.Err()
}

type GetRandomPasswordInput struct {
	ExcludeCharacters       *string
	ExcludeLowercase        *bool
	ExcludeNumbers          *bool
	ExcludePunctuation      *bool
	ExcludeUppercase        *bool
	IncludeSpace            *bool
	PasswordLength          *int64
	RequireEachIncludedType *bool
}

type GetRandomPasswordOutput struct {
	RandomPassword *string
	ResultMetadata middleware.Metadata
}

func (c *Client) GetRandomPassword(ctx context.Context, params *GetRandomPasswordInput, optFns ...func(*Options)) (*GetRandomPasswordOutput, error) {
	return &GetRandomPasswordOutput{RandomPassword: aws.String("")}, ctx.Err()
}

type ListSecretsInput struct {
	Filters    []types.Filter
	MaxResults *int32
	NextToken  *string
}

type ListSecretsOutput struct {
	NextToken      *string
	SecretList     []types.SecretListEntry
	ResultMetadata middleware.Metadata
}

func (c *Client) ListSecrets(ctx context.Context, params *ListSecretsInput, optFns ...func(*Options)) (*ListSecretsOutput, error) {
	return &ListSecretsOutput{NextToken: params.NextToken}, ctx.Err()
}

type DescribeSecretInput struct {
	SecretId *string
}

type DescribeSecretOutput struct {
	ARN            *string
	Description    *string
	KmsKeyId       *string
	Name           *string
	ResultMetadata middleware.Metadata
}

func (c *Client) DescribeSecret(ctx context.Context, params *DescribeSecretInput, optFns ...func(*Options)) (*DescribeSecretOutput, error) {
	return &DescribeSecretOutput{Name: params.SecretId}, ctx.Err()
}
