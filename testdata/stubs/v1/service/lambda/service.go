// Package lambda is a slice of the AWS SDK for Go v1's Lambda client.
package lambda

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

// Lambda is a client of Lambda.
type Lambda struct {
	*client.Client
}

// New returns a client.
func New(p client.ConfigProvider, cfgs ...*aws.Config) *Lambda {
	c := p.ClientConfig("lambda", cfgs...)
	return &Lambda{Client: &client.Client{Config: *c.Config}}
}

func (c *Lambda) invoke() error {
	if c.Config.Region == nil {
		return errMissingRegion
	}
	return nil
}
