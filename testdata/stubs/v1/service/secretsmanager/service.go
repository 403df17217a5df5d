// Package secretsmanager is a slice of the AWS SDK for Go v1's Secrets Manager client.
package secretsmanager

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

// SecretsManager is a client of Secrets Manager.
type SecretsManager struct {
	*client.Client
}

// New returns a client.
func New(p client.ConfigProvider, cfgs ...*aws.Config) *SecretsManager {
	c := p.ClientConfig("secretsmanager", cfgs...)
	return &SecretsManager{Client: &client.Client{Config: *c.Config}}
}

func (c *SecretsManager) invoke() error {
	if c.Config.Region == nil {
		return errMissingRegion
	}
	return nil
}
