// Package types holds the shapes of Identity and Access Management.
package types

import "time"

type StatusType string

type AccessKey struct {
	AccessKeyId     *string
	SecretAccessKey *string
	Status          StatusType
	UserName        *string
	CreateDate      *time.Time
}

type ServiceSpecificCredential struct {
	CreateDate                  *time.Time
	ServiceName                 *string
	ServicePassword             *string
	ServiceSpecificCredentialId *string
	ServiceUserName             *string
	Status                      StatusType
	UserName                    *string
}
