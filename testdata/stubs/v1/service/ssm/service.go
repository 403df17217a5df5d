// Package ssm is a slice of the AWS SDK for Go v1's Systems Manager client.
package ssm

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

// SSM is a client of Systems Manager.
type SSM struct {
	*client.Client
}

// New returns a client.
func New(p client.ConfigProvider, cfgs ...*aws.Config) *SSM {
	c := p.ClientConfig("ssm", cfgs...)
	return &SSM{Client: &client.Client{Config: *c.Config}}
}

func (c *SSM) invoke() error {
	if c.Config.Region == nil {
		return errMissingRegion
	}
	return nil
}
