// Package dynamodb is a slice of the AWS SDK for Go v2's DynamoDB client.
package dynamodb

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go/middleware"
)

// Options configure a Client.
type Options struct {
	BaseEndpoint *string
	Credentials  aws.CredentialsProvider
	Region       string
}

// Client is a client of DynamoDB.
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

type PutItemInput struct {
	Item                map[string]types.AttributeValue
	TableName           *string
	ConditionExpression *string
}

type PutItemOutput struct {
	Attributes     map[string]types.AttributeValue
	ResultMetadata middleware.Metadata
}

func (c *Client) PutItem(ctx context.Context, params *PutItemInput, optFns ...func(*Options)) (*PutItemOutput, error) {
	if c.options.Region == "" {
		return nil, errors.New("missing region")
	}
	return &PutItemOutput{}, ctx.Err()
}
