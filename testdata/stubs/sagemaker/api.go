// Package sagemaker is a slice of the AWS SDK for Go v2's SageMaker client.
package sagemaker

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sagemaker/types"
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

// Client is a client of SageMaker.
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

type CreateModelInput struct {
	ModelName        *string
	ExecutionRoleArn *string
	PrimaryContainer *types.ContainerDefinition
	Containers       []types.ContainerDefinition
}

type CreateModelOutput struct {
	ModelArn       *string
	ResultMetadata middleware.Metadata
}

func (c *Client) CreateModel(ctx context.Context, params *CreateModelInput, optFns ...func(*Options)) (*CreateModelOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateModelOutput{}, nil
}

type CreateTrainingJobInput struct {
	TrainingJobName *string
	RoleArn         *string
	Environment     map[string]string
	HyperParameters map[string]string
}

type CreateTrainingJobOutput struct {
	TrainingJobArn *string
	ResultMetadata middleware.Metadata
}

func (c *Client) CreateTrainingJob(ctx context.Context, params *CreateTrainingJobInput, optFns ...func(*Options)) (*CreateTrainingJobOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateTrainingJobOutput{}, nil
}

type CreateProcessingJobInput struct {
	ProcessingJobName *string
	RoleArn           *string
	Environment       map[string]string
}

type CreateProcessingJobOutput struct {
	ProcessingJobArn *string
	ResultMetadata   middleware.Metadata
}

func (c *Client) CreateProcessingJob(ctx context.Context, params *CreateProcessingJobInput, optFns ...func(*Options)) (*CreateProcessingJobOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateProcessingJobOutput{}, nil
}
