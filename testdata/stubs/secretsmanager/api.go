// Package secretsmanager is a slice of the AWS SDK for Go v2's Secrets Manager client.
package secretsmanager

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
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

// Client is a Secrets Manager client.
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

type GetSecretValueInput struct {
	SecretId     *string
	VersionId    *string
	VersionStage *string
}

type GetSecretValueOutput struct {
	ARN            *string
	CreatedDate    *time.Time
	Name           *string
	SecretBinary   []byte
	SecretString   *string
	VersionId      *string
	VersionStages  []string
	ResultMetadata middleware.Metadata
}

func (c *Client) GetSecretValue(ctx context.Context, params *GetSecretValueInput, optFns ...func(*Options)) (*GetSecretValueOutput, error) {
	if c.options.Region == "" {
		return nil, errors.New("missing region")
	}
	return &GetSecretValueOutput{Name: params.SecretId, SecretString: aws.String("")}, ctx.Err()
}

type PutSecretValueInput struct {
	SecretId           *string
	ClientRequestToken *string
	RotationToken      *string
	SecretBinary       []byte
	SecretString       *string
	VersionStages      []string
}

type PutSecretValueOutput struct {
	ARN            *string
	Name           *string
	VersionId      *string
	VersionStages  []string
	ResultMetadata middleware.Metadata
}

func (c *Client) PutSecretValue(ctx context.Context, params *PutSecretValueInput, optFns ...func(*Options)) (*PutSecretValueOutput, error) {
	if c.options.Region == "" {
		return nil, errors.New("missing region")
	}
	return &PutSecretValueOutput{Name: params.SecretId}, ctx.Err()
}
