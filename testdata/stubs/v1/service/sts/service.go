// Package sts is a slice of the AWS SDK for Go v1's Security Token Service client.
package sts

import (
	"errors"
	"time"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

// STS is a client of Security Token Service.
type STS struct {
	*client.Client
}

// New returns a client.
func New(p client.ConfigProvider, cfgs ...*aws.Config) *STS {
	c := p.ClientConfig("sts", cfgs...)
	return &STS{Client: &client.Client{Config: *c.Config}}
}

type AssumeRoleInput struct {
	_ struct{} `type:"structure"`

	RoleArn         *string `min:"20" type:"string" required:"true"`
	RoleSessionName *string `min:"2" type:"string" required:"true"`
}

type AssumeRoleOutput struct {
	_ struct{} `type:"structure"`

	Credentials *Credentials `type:"structure"`
}

type Credentials struct {
	_ struct{} `type:"structure"`

	AccessKeyId     *string    `min:"16" type:"string" required:"true"`
	Expiration      *time.Time `type:"timestamp" required:"true"`
	SecretAccessKey *string    `type:"string" required:"true" sensitive:"true"`
	SessionToken    *string    `type:"string" required:"true"`
}

func (c *STS) AssumeRole(input *AssumeRoleInput) (*AssumeRoleOutput, error) {
	if c.Config.Region == nil {
		return nil, errors.New("missing region")
	}
	return &AssumeRoleOutput{Credentials: &Credentials{}}, nil
}
