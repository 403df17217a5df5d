// Package ecs is a slice of the AWS SDK for Go v1's Elastic Container Service client.
package ecs

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

// ECS is a client of Elastic Container Service.
type ECS struct {
	*client.Client
}

// New returns a client.
func New(p client.ConfigProvider, cfgs ...*aws.Config) *ECS {
	c := p.ClientConfig("ecs", cfgs...)
	return &ECS{Client: &client.Client{Config: *c.Config}}
}

func (c *ECS) invoke() error {
	if c.Config.Region == nil {
		return errMissingRegion
	}
	return nil
}
