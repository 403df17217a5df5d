// Package batch is a slice of the AWS SDK for Go v2's Batch client.
package batch

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/batch/types"
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

// Client is a client of Batch.
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

type SubmitJobInput struct {
	JobDefinition      *string
	JobName            *string
	JobQueue           *string
	ContainerOverrides *types.ContainerOverrides
	Parameters         map[string]string
}

type SubmitJobOutput struct {
	JobArn         *string
	JobId          *string
	JobName        *string
	ResultMetadata middleware.Metadata
}

func (c *Client) SubmitJob(ctx context.Context, params *SubmitJobInput, optFns ...func(*Options)) (*SubmitJobOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &SubmitJobOutput{JobName: params.JobName}, nil
}

type RegisterJobDefinitionInput struct {
	JobDefinitionName   *string
	Type                types.JobDefinitionType
	ContainerProperties *types.ContainerProperties
}

type RegisterJobDefinitionOutput struct {
	JobDefinitionArn  *string
	JobDefinitionName *string
	Revision          *int32
	ResultMetadata    middleware.Metadata
}

func (c *Client) RegisterJobDefinition(ctx context.Context, params *RegisterJobDefinitionInput, optFns ...func(*Options)) (*RegisterJobDefinitionOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &RegisterJobDefinitionOutput{JobDefinitionName: params.JobDefinitionName}, nil
}
