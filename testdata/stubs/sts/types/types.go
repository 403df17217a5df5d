// Package types holds the shapes of Security Token Service.
package types

import "time"

type AssumedRoleUser struct {
	Arn           *string
	AssumedRoleId *string
}

type Credentials struct {
	AccessKeyId     *string
	Expiration      *time.Time
	SecretAccessKey *string
	SessionToken    *string
}
