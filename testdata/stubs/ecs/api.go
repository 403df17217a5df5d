// Package ecs is a slice of the AWS SDK for Go v2's Elastic Container Service client.
package ecs

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
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

// Client is a client of Elastic Container Service.
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

type RegisterTaskDefinitionInput struct {
	ContainerDefinitions []types.ContainerDefinition
	Family               *string
	Cpu                  *string
	ExecutionRoleArn     *string
	Memory               *string
	TaskRoleArn          *string
}

type RegisterTaskDefinitionOutput struct {
	TaskDefinition *types.TaskDefinition
	ResultMetadata middleware.Metadata
}

func (c *Client) RegisterTaskDefinition(ctx context.Context, params *RegisterTaskDefinitionInput, optFns ...func(*Options)) (*RegisterTaskDefinitionOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &RegisterTaskDefinitionOutput{TaskDefinition: &types.TaskDefinition{Family: params.Family}}, nil
}

type RunTaskInput struct {
	TaskDefinition *string
	Cluster        *string
	Count          *int32
	Overrides      *types.TaskOverride
	StartedBy      *string
}

type RunTaskOutput struct {
	Tasks          []types.Task
	ResultMetadata middleware.Metadata
}

func (c *Client) RunTask(ctx context.Context, params *RunTaskInput, optFns ...func(*Options)) (*RunTaskOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &RunTaskOutput{}, nil
}
