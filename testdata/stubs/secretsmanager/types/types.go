// Package types holds the shapes of Secrets Manager.
package types

import "time"

type APIErrorType struct {
	ErrorCode *string
	Message   *string
	SecretId  *string
}

type FilterNameStringType string

type Filter struct {
	Key    FilterNameStringType
	Values []string
}

type SecretListEntry struct {
	ARN  *string
	Name *string
}

type SecretValueEntry struct {
	ARN           *string
	CreatedDate   *time.Time
	Name          *string
	SecretBinary  []byte
	SecretString  *string
	VersionId     *string
	VersionStages []string
}
