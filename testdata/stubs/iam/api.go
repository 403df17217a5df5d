// Package iam is a slice of the AWS SDK for Go v2's Identity and Access Management client.
package iam

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
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

// Client is a client of the service.
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

type CreateAccessKeyInput struct {
	UserName *string
}

type CreateAccessKeyOutput struct {
	AccessKey      *types.AccessKey
	ResultMetadata middleware.Metadata
}

func (c *Client) CreateAccessKey(ctx context.Context, params *CreateAccessKeyInput, optFns ...func(*Options)) (*CreateAccessKeyOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateAccessKeyOutput{}, nil
}

type CreateServiceSpecificCredentialInput struct {
	ServiceName *string
	UserName    *string
}

type CreateServiceSpecificCredentialOutput struct {
	ServiceSpecificCredential *types.ServiceSpecificCredential
	ResultMetadata            middleware.Metadata
}

func (c *Client) CreateServiceSpecificCredential(ctx context.Context, params *CreateServiceSpecificCredentialInput, optFns ...func(*Options)) (*CreateServiceSpecificCredentialOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateServiceSpecificCredentialOutput{}, nil
}
