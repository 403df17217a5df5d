// Package kms is a slice of the AWS SDK for Go v2's KMS client.
package kms

import (
	"context"
	"crypto/rand"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// Options configure a Client.
type Options struct {
	AppID            string
	BaseEndpoint     *string
	Credentials      aws.CredentialsProvider
	Region           string
	RetryMaxAttempts int
	HTTPClient       HTTPClient
}

// HTTPClient sends requests.
type HTTPClient = aws.HTTPClient

// Client is a KMS client.
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
	return New(Options{
		Region:       cfg.Region,
		Credentials:  cfg.Credentials,
		HTTPClient:   cfg.HTTPClient,
		BaseEndpoint: cfg.BaseEndpoint,
	}, optFns...)
}

// Options returns a copy of the client's options.
func (c *Client) Options() Options { return c.options }

func (c *Client) invoke(ctx context.Context, optFns []func(*Options)) error {
	options := c.options
	for _, fn := range optFns {
		fn(&options)
	}
	if options.Region == "" {
		return errors.New("missing region")
	}
	return ctx.Err()
}

func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}
