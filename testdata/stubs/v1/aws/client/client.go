package client

import "github.com/aws/aws-sdk-go/aws"

// Config is a service client's configuration.
type Config struct {
	Config        *aws.Config
	Endpoint      string
	SigningRegion string
}

// ConfigProvider provides a service client's configuration.
type ConfigProvider interface {
	ClientConfig(serviceName string, cfgs ...*aws.Config) Config
}

// Client is what service clients embed.
type Client struct {
	Config aws.Config
}
