// Package lambda is a slice of the AWS SDK for Go v2's Lambda client.
package lambda

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/smithy-go/middleware"
)

// Options configure a Client.
type Options struct {
	BaseEndpoint *string
	Credentials  aws.CredentialsProvider
	Region       string
	HTTPClient   HTTPClient
}

// HTTPClient sends requests.
type HTTPClient = aws.HTTPClient

// Client is a client of Lambda.
type Client struct {
	options Options
}

// New returns a client with those options.
func New(options Options, optFns ...func(*Options)) *Client {
	for _, fn := range optFns {
		fn(&options)
	}
	return &Client{options: options}
}

// NewFromConfig returns a client of cfg.
func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client {
	return New(Options{Region: cfg.Region, Credentials: cfg.Credentials, HTTPClient: cfg.HTTPClient}, optFns...)
}

func (c *Client) invoke(ctx context.Context) error {
	if c.options.Region == "" {
		return errors.New("missing region")
	}
	return ctx.Err()
}

type CreateFunctionInput struct {
	Code         *types.FunctionCode
	FunctionName *string
	Role         *string
	Environment  *types.Environment
	Handler      *string
	KMSKeyArn    *string
	Runtime      types.Runtime
	Timeout      *int32
}

type CreateFunctionOutput struct {
	FunctionArn    *string
	FunctionName   *string
	ResultMetadata middleware.Metadata
}

func (c *Client) CreateFunction(ctx context.Context, params *CreateFunctionInput, optFns ...func(*Options)) (*CreateFunctionOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateFunctionOutput{FunctionName: params.FunctionName}, nil
}

type UpdateFunctionConfigurationInput struct {
	FunctionName *string
	Description  *string
	Environment  *types.Environment
	KMSKeyArn    *string
	RevisionId   *string
	Timeout      *int32
}

type UpdateFunctionConfigurationOutput struct {
	FunctionArn    *string
	FunctionName   *string
	ResultMetadata middleware.Metadata
}

func (c *Client) UpdateFunctionConfiguration(ctx context.Context, params *UpdateFunctionConfigurationInput, optFns ...func(*Options)) (*UpdateFunctionConfigurationOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &UpdateFunctionConfigurationOutput{FunctionName: params.FunctionName}, nil
}

type GetFunctionConfigurationInput struct {
	FunctionName *string
	Qualifier    *string
}

type GetFunctionConfigurationOutput struct {
	Environment    *types.EnvironmentResponse
	FunctionArn    *string
	FunctionName   *string
	ResultMetadata middleware.Metadata
}

func (c *Client) GetFunctionConfiguration(ctx context.Context, params *GetFunctionConfigurationInput, optFns ...func(*Options)) (*GetFunctionConfigurationOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &GetFunctionConfigurationOutput{FunctionName: params.FunctionName}, nil
}
