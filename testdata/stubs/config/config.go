// Package config is a slice of the AWS SDK's configuration loader.
package config

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// LoadOptions are the options of LoadDefaultConfig.
type LoadOptions struct {
	Region           string
	Credentials      aws.CredentialsProvider
	HTTPClient       HTTPClient
	RetryMaxAttempts int
}

// HTTPClient sends requests.
type HTTPClient = aws.HTTPClient

// LoadOptionsFunc changes one option.
type LoadOptionsFunc func(*LoadOptions) error

// WithRegion sets the region.
func WithRegion(v string) LoadOptionsFunc {
	return func(o *LoadOptions) error {
		o.Region = v
		return nil
	}
}

// LoadDefaultConfig reads the environment's AWS configuration.
func LoadDefaultConfig(ctx context.Context, optFns ...func(*LoadOptions) error) (cfg aws.Config, err error) {
	var options LoadOptions
	for _, fn := range optFns {
		if err := fn(&options); err != nil {
			return aws.Config{}, err
		}
	}
	return aws.Config{Region: options.Region, Credentials: options.Credentials}, ctx.Err()
}
