// Package types holds the shapes of IAM Identity Center.
package types

type RoleCredentials struct {
	AccessKeyId     *string
	Expiration      int64
	SecretAccessKey *string
	SessionToken    *string
}
