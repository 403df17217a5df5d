// Package sts is a slice of the AWS SDK for Go v2's Security Token Service client.
package sts

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sts/types"
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

// Client is a client of Security Token Service.
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

type AssumeRoleInput struct {
	RoleArn         *string
	RoleSessionName *string
	DurationSeconds *int32
	ExternalId      *string
	Policy          *string
}

type AssumeRoleOutput struct {
	AssumedRoleUser *types.AssumedRoleUser
	Credentials     *types.Credentials
	ResultMetadata  middleware.Metadata
}

func (c *Client) AssumeRole(ctx context.Context, params *AssumeRoleInput, optFns ...func(*Options)) (*AssumeRoleOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &AssumeRoleOutput{Credentials: &types.Credentials{AccessKeyId: aws.String(""), SecretAccessKey: aws.String(""), SessionToken: aws.String("")}}, nil
}

type GetCallerIdentityInput struct {
}

type GetCallerIdentityOutput struct {
	Account        *string
	Arn            *string
	UserId         *string
	ResultMetadata middleware.Metadata
}

func (c *Client) GetCallerIdentity(ctx context.Context, params *GetCallerIdentityInput, optFns ...func(*Options)) (*GetCallerIdentityOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &GetCallerIdentityOutput{Account: aws.String("")}, nil
}
