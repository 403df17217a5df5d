// Package aws is a slice of the core of the AWS SDK for Go v2.
package aws

import (
	"context"
	"net/http"
)

// Config carries what service clients share.
type Config struct {
	Region           string
	Credentials      CredentialsProvider
	HTTPClient       HTTPClient
	RetryMaxAttempts int
	AppID            string
	BaseEndpoint     *string
}

// Credentials are AWS credentials.
type Credentials struct {
	AccessKeyID     string
	SecretAccessKey string
	SessionToken    string
	Source          string
	AccountID       string
}

// CredentialsProvider retrieves credentials.
type CredentialsProvider interface {
	Retrieve(ctx context.Context) (Credentials, error)
}

// HTTPClient sends requests.
type HTTPClient interface {
	Do(*http.Request) (*http.Response, error)
}

func Bool(v bool) *bool       { return &v }
func Int32(v int32) *int32    { return &v }
func Int64(v int64) *int64    { return &v }
func String(v string) *string { return &v }

// ToString returns the string p points to, or "".
func ToString(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}
