// Package apprunner is a slice of the AWS SDK for Go v2's App Runner client.
package apprunner

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/apprunner/types"
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

// Client is a client of App Runner.
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

type CreateServiceInput struct {
	ServiceName         *string
	SourceConfiguration *types.SourceConfiguration
}

type CreateServiceOutput struct {
	OperationId    *string
	Service        *types.Service
	ResultMetadata middleware.Metadata
}

func (c *Client) CreateService(ctx context.Context, params *CreateServiceInput, optFns ...func(*Options)) (*CreateServiceOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateServiceOutput{Service: &types.Service{ServiceName: params.ServiceName}}, nil
}

type UpdateServiceInput struct {
	ServiceArn          *string
	SourceConfiguration *types.SourceConfiguration
}

type UpdateServiceOutput struct {
	OperationId    *string
	Service        *types.Service
	ResultMetadata middleware.Metadata
}

func (c *Client) UpdateService(ctx context.Context, params *UpdateServiceInput, optFns ...func(*Options)) (*UpdateServiceOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &UpdateServiceOutput{Service: &types.Service{ServiceArn: params.ServiceArn}}, nil
}
