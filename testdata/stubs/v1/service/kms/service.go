// Package kms is a slice of the AWS SDK for Go v1's KMS client.
package kms

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
	"github.com/aws/aws-sdk-go/aws/request"
)

// KMS is a KMS client.
type KMS struct {
	*client.Client
}

// New returns a client.
func New(p client.ConfigProvider, cfgs ...*aws.Config) *KMS {
	c := p.ClientConfig("kms", cfgs...)
	return &KMS{Client: &client.Client{Config: *c.Config}}
}

func (c *KMS) newRequest(op *request.Operation, params, data any) *request.Request {
	return &request.Request{Config: c.Config, Operation: op, Params: params, Data: data}
}
