// Package elasticbeanstalk is a slice of the AWS SDK for Go v2's Elastic Beanstalk client.
package elasticbeanstalk

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/elasticbeanstalk/types"
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

// Client is a client of Elastic Beanstalk.
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

type CreateEnvironmentInput struct {
	ApplicationName *string
	EnvironmentName *string
	OptionSettings  []types.ConfigurationOptionSetting
}

type CreateEnvironmentOutput struct {
	EnvironmentArn  *string
	EnvironmentName *string
	ResultMetadata  middleware.Metadata
}

func (c *Client) CreateEnvironment(ctx context.Context, params *CreateEnvironmentInput, optFns ...func(*Options)) (*CreateEnvironmentOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateEnvironmentOutput{EnvironmentName: params.EnvironmentName}, nil
}

type UpdateEnvironmentInput struct {
	EnvironmentName *string
	OptionSettings  []types.ConfigurationOptionSetting
}

type UpdateEnvironmentOutput struct {
	EnvironmentArn  *string
	EnvironmentName *string
	ResultMetadata  middleware.Metadata
}

func (c *Client) UpdateEnvironment(ctx context.Context, params *UpdateEnvironmentInput, optFns ...func(*Options)) (*UpdateEnvironmentOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &UpdateEnvironmentOutput{EnvironmentName: params.EnvironmentName}, nil
}
