// Package auth is a slice of github.com/aws/aws-sdk-go-v2/feature/rds/auth.
package auth

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// BuildAuthTokenOptions configure BuildAuthToken.
type BuildAuthTokenOptions struct{ ExpiresIn int64 }

// BuildAuthToken returns what a database takes for a password.
func BuildAuthToken(ctx context.Context, endpoint, region, dbUser string, creds aws.CredentialsProvider, optFns ...func(options *BuildAuthTokenOptions)) (string, error) {
	if endpoint == "" {
		return "", errors.New("missing endpoint")
	}
	return "", ctx.Err()
}
