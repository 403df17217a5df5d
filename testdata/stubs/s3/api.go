// Package s3 is a slice of the AWS SDK for Go v2's S3 client.
package s3

import (
	"context"
	"errors"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/middleware"
)

// Options configure a Client.
type Options struct {
	BaseEndpoint *string
	Credentials  aws.CredentialsProvider
	Region       string
	UsePathStyle bool
}

// Client is a client of S3.
type Client struct {
	options Options
}

// NewFromConfig returns a client of cfg.
func NewFromConfig(cfg aws.Config, optFns ...func(*Options)) *Client {
	options := Options{Region: cfg.Region, Credentials: cfg.Credentials, BaseEndpoint: cfg.BaseEndpoint}
	for _, fn := range optFns {
		fn(&options)
	}
	return &Client{options: options}
}

type PutObjectInput struct {
	Bucket   *string
	Key      *string
	Body     io.Reader
	Metadata map[string]string
}

type PutObjectOutput struct {
	ETag           *string
	ResultMetadata middleware.Metadata
}

func (c *Client) PutObject(ctx context.Context, params *PutObjectInput, optFns ...func(*Options)) (*PutObjectOutput, error) {
	if c.options.Region == "" {
		return nil, errors.New("missing region")
	}
	return &PutObjectOutput{}, ctx.Err()
}
