// Package aws is a slice of the core of the AWS SDK for Go v1.
package aws

import "context"

// Context is context.Context.
type Context = context.Context

// BackgroundContext returns a context that is never cancelled.
func BackgroundContext() Context { return context.Background() }

// Config carries what service clients share.
type Config struct {
	Region     *string
	Endpoint   *string
	MaxRetries *int
}

// NewConfig returns an empty Config.
func NewConfig() *Config { return &Config{} }

// WithRegion sets the region.
func (c *Config) WithRegion(region string) *Config {
	c.Region = &region
	return c
}

func Bool(v bool) *bool       { return &v }
func Int64(v int64) *int64    { return &v }
func String(v string) *string { return &v }

func StringValue(v *string) string {
	if v == nil {
		return ""
	}
	return *v
}

func StringMap(src map[string]string) map[string]*string {
	dst := make(map[string]*string)
	for k, v := range src {
		dst[k] = &v
	}
	return dst
}
