// Package codebuild is a slice of the AWS SDK for Go v2's CodeBuild client.
package codebuild

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/codebuild/types"
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

// Client is a client of CodeBuild.
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

type StartBuildInput struct {
	ProjectName                  *string
	EnvironmentVariablesOverride []types.EnvironmentVariable
	SourceVersion                *string
}

type StartBuildOutput struct {
	Build          *types.Build
	ResultMetadata middleware.Metadata
}

func (c *Client) StartBuild(ctx context.Context, params *StartBuildInput, optFns ...func(*Options)) (*StartBuildOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &StartBuildOutput{Build: &types.Build{ProjectName: params.ProjectName}}, nil
}

type CreateProjectInput struct {
	Name        *string
	Environment *types.ProjectEnvironment
	ServiceRole *string
}

type CreateProjectOutput struct {
	Project        *types.Project
	ResultMetadata middleware.Metadata
}

func (c *Client) CreateProject(ctx context.Context, params *CreateProjectInput, optFns ...func(*Options)) (*CreateProjectOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &CreateProjectOutput{Project: &types.Project{Name: params.Name}}, nil
}
