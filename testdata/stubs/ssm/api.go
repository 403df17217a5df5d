// Package ssm is a slice of the AWS SDK for Go v2's Systems Manager client.
package ssm

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
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

// Client is a client of Systems Manager.
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

type GetParameterInput struct {
	Name           *string
	WithDecryption *bool
}

type GetParameterOutput struct {
	Parameter      *types.Parameter
	ResultMetadata middleware.Metadata
}

func (c *Client) GetParameter(ctx context.Context, params *GetParameterInput, optFns ...func(*Options)) (*GetParameterOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &GetParameterOutput{Parameter: &types.Parameter{Name: params.Name, Value: aws.String("")}}, nil
}

type GetParametersInput struct {
	Names          []string
	WithDecryption *bool
}

type GetParametersOutput struct {
	InvalidParameters []string
	Parameters        []types.Parameter
	ResultMetadata    middleware.Metadata
}

func (c *Client) GetParameters(ctx context.Context, params *GetParametersInput, optFns ...func(*Options)) (*GetParametersOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &GetParametersOutput{InvalidParameters: params.Names}, nil
}

type GetParametersByPathInput struct {
	Path             *string
	MaxResults       *int32
	NextToken        *string
	ParameterFilters []types.ParameterStringFilter
	Recursive        *bool
	WithDecryption   *bool
}

type GetParametersByPathOutput struct {
	NextToken      *string
	Parameters     []types.Parameter
	ResultMetadata middleware.Metadata
}

func (c *Client) GetParametersByPath(ctx context.Context, params *GetParametersByPathInput, optFns ...func(*Options)) (*GetParametersByPathOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &GetParametersByPathOutput{NextToken: params.NextToken}, nil
}

type PutParameterInput struct {
	Name      *string
	Value     *string
	Overwrite *bool
	Type      types.ParameterType
}

type PutParameterOutput struct {
	Tier           types.ParameterTier
	Version        int64
	ResultMetadata middleware.Metadata
}

func (c *Client) PutParameter(ctx context.Context, params *PutParameterInput, optFns ...func(*Options)) (*PutParameterOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &PutParameterOutput{Version: 1}, nil
}

// GetParametersByPathAPIClient is what the paginator needs.
type GetParametersByPathAPIClient interface {
	GetParametersByPath(context.Context, *GetParametersByPathInput, ...func(*Options)) (*GetParametersByPathOutput, error)
}

// GetParametersByPathPaginatorOptions configure the paginator.
type GetParametersByPathPaginatorOptions struct {
	Limit                int32
	StopOnDuplicateToken bool
}

// GetParametersByPathPaginator walks the pages of GetParametersByPath.
type GetParametersByPathPaginator struct {
	client    GetParametersByPathAPIClient
	params    *GetParametersByPathInput
	nextToken *string
	firstPage bool
}

// NewGetParametersByPathPaginator returns a paginator.
func NewGetParametersByPathPaginator(client GetParametersByPathAPIClient, params *GetParametersByPathInput, optFns ...func(*GetParametersByPathPaginatorOptions)) *GetParametersByPathPaginator {
	return &GetParametersByPathPaginator{client: client, params: params, firstPage: true}
}

// HasMorePages reports whether there is a page that NextPage has not returned.
func (p *GetParametersByPathPaginator) HasMorePages() bool {
	return p.firstPage || p.nextToken != nil
}

// NextPage returns the next page.
func (p *GetParametersByPathPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetParametersByPathOutput, error) {
	params := *p.params
	params.NextToken = p.nextToken
	result, err := p.client.GetParametersByPath(ctx, &params, optFns...)
	if err != nil {
		return nil, err
	}
	p.firstPage, p.nextToken = false, result.NextToken
	return result, nil
}
